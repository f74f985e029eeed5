import { useEffect, useState } from "preact/hooks";

export type PersonTools = typeof import("./person-tools.ts");

/** How long after a try that failed the next one comes. */
const againAfter = 5_000;

/** What can be done while a person helps, once it was needed and has come; until then the page works without. */
export function usePersonTools(needed: boolean): PersonTools | undefined {
  const [tools, setTools] = useState<PersonTools>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!needed || tools !== undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    import("./person-tools.ts").then(
      (come) => setTools(come),
      () => {
        timer = setTimeout(() => setTries((before) => before + 1), againAfter);
      },
    );
    return () => clearTimeout(timer);
  }, [needed, tools === undefined, tries]);
  return tools;
}
