import { useRef } from "preact/hooks";
import type { Session } from "./session.ts";

/** Gives an element to watch, with the entry it shows; a function that stops watching comes back. */
export type Seen = (element: HTMLElement, seq: number) => () => void;

/** Tells the session which entries are really before someone's eyes: on the screen, in a window that is shown. */
export function useSeen(session: Session): Seen {
  const watching = useRef<Seen>(undefined);
  watching.current ??= watch(session);
  return watching.current;
}

function watch(session: Session): Seen {
  const shownOf = new Map<Element, number>();
  const visible = new Set<Element>();
  function report(): void {
    if (document.hidden) return;
    let newest = 0;
    for (const element of visible) newest = Math.max(newest, shownOf.get(element) ?? 0);
    if (newest > 0) session.sawEntry(newest);
  }
  document.addEventListener("visibilitychange", report);

  const observer =
    typeof IntersectionObserver === "undefined"
      ? undefined
      : new IntersectionObserver(
          (changes) => {
            for (const {
              target,
              isIntersecting,
              intersectionRatio,
              intersectionRect,
              rootBounds,
            } of changes) {
              // Half of it, or as much as the screen can hold of a long one.
              const enough =
                intersectionRatio >= 0.5 ||
                intersectionRect.height >= 0.4 * (rootBounds?.height ?? Number.POSITIVE_INFINITY);
              if (isIntersecting && enough) visible.add(target);
              else visible.delete(target);
            }
            report();
          },
          { threshold: [0, 0.25, 0.5, 0.75] },
        );

  return (element, seq) => {
    shownOf.set(element, seq);
    if (observer === undefined) {
      visible.add(element); // an old browser: what is on the page counts
      report();
    } else observer.observe(element);
    return () => {
      observer?.unobserve(element);
      visible.delete(element);
      shownOf.delete(element);
    };
  };
}
