import { Drawn } from "./icons.tsx";

/** Of what is only there while a person helps. */
const shapes = {
  dots: "M5 12v.010M12 12v.010M19 12v.010",
  reply: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  undo: "M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12H8",
  pin: "M12 21s7-6.500 7-12a7 7 0 0 0-14 0c0 5.500 7 12 7 12zM12 11.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  checks: "M2 13l4.500 4.500L16 7M11 16l2 1.500L22.500 7",
} as const;

export const PersonIcon = ({ name }: { name: keyof typeof shapes }) => (
  <Drawn shape={shapes[name]} />
);
