import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Whether an element with its buttons is higher than the conversation's window. It is then drawn
 * closer together, so that nobody has to scroll to find the button.
 */
export function useTight(element: RefObject<HTMLElement | null>, what: unknown): boolean {
  const [tight, setTight] = useState(false);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setHeight(window.innerHeight);
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  useLayoutEffect(() => {
    const here = element.current;
    const frame = here?.closest(".talk");
    if (here === null || frame === null || frame === undefined) return;
    here.classList.remove("tight"); // how high would it be at ease?
    const high = here.scrollHeight > frame.clientHeight;
    here.classList.toggle("tight", high);
    setTight(high);
  }, [what, height]);
  return tight;
}
