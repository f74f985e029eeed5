/** Drawn here, so that a phone with old symbols shows the same. All are decoration beside words. */
const shapes = {
  menu: "M4 7h16M4 12h16M4 17h16",
  send: "M4 12l16-8-6 16-3-7z",
  photo: "M4 8h3l2-3h6l2 3h3v11H4zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  voice: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 12a6 6 0 0 0 12 0M12 18v3",
  listen: "M4 10v4h3l5 4V6L7 10zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  stop: "M7 7h10v10H7z",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v14M6 13l6 6 6-6",
  up: "M12 19V5M6 11l6-6 6 6",
  check: "M5 13l4 4L19 7",
  phone:
    "M6 4h4l2 5-2.500 1.500a11 11 0 0 0 4 4L15 12l5 2v4a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z",
  code: "M8 11V8a4 4 0 0 1 8 0v3M6 11h12v9H6zM12 15v2",
  enter: "M10 5H6v14h4M10 12h10M16 8l4 4-4 4",
  letters: "M3 19l5-14 5 14M5 14h6M15 19l3-8 3 8M16 16h4",
  language: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  erase: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  machine: "M6 8h12v10H6zM12 8V4M9.500 12v1.500M14.500 12v1.500M3 12v3M21 12v3",
  sign: "M2 12s4-6.500 10-6.500S22 12 22 12s-4 6.500-10 6.500S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  look: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L21 21M10.500 8v5M8 10.500h5",
} as const;

export const Icon = ({ name }: { name: keyof typeof shapes }) => <Drawn shape={shapes[name]} />;

export function Drawn({ shape }: { shape: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shape} />
    </svg>
  );
}
