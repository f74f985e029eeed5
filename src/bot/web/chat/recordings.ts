import type { Entry } from "../wire/entry.ts";

type Recorded = NonNullable<Entry["recorded"]>[number];

/** The recording to play; "which" while there are several languages and none has been chosen. */
export function recordingFor(
  recorded: readonly Recorded[],
  speech: string | undefined,
): Recorded | "which" | undefined {
  const [first, ...others] = recorded;
  if (speech === undefined && others.length > 0) return "which";
  return recorded.find((one) => one.speech === speech) ?? first;
}
