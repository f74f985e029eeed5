import { useEffect, useState } from "preact/hooks";

/** How long after a try that failed the next one comes. */
const againAfter = 5_000;

/** A part of the page that is brought once it is needed; until it has come the page works without. */
export function useLater<Part>(needed: boolean, bring: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<{ readonly has: Part }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!needed || part !== undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    bring().then(
      (has) => setPart({ has }),
      () => {
        timer = setTimeout(() => setTries((before) => before + 1), againAfter);
      },
    );
    return () => clearTimeout(timer);
  }, [needed, part === undefined, tries]);
  return part?.has;
}
