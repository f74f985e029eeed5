import { useEffect, useState } from "preact/hooks";

/** From here on list, thread and card stand side by side. */
const sideBySide = "(min-width: 900px)";

/** Whether the screen is wide enough for list, thread and card side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(sideBySide).matches);
  useEffect(() => {
    const query = matchMedia(sideBySide);
    const changed = () => setWide(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return wide;
}

/** Keeps `--seen` at the height really seen, so that the reply box stays above a phone's keyboard. */
export function followWindow(): void {
  const seen = window.visualViewport;
  if (seen === null || seen === undefined) return;
  const measure = () => {
    // A pinch makes the seen part smaller as well, and must not move anything.
    if (seen.scale > 1.01) return;
    document.documentElement.style.setProperty("--seen", `${Math.round(seen.height)}px`);
  };
  seen.addEventListener("resize", measure);
  measure();
}
