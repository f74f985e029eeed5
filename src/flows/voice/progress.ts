/** How far a guide has been read aloud, in one language of speech. */
import type { Flow } from "../authoring/compile.ts";
import type { Library } from "../talk/library.ts";
import type { FlowId, Instant, Speech, StepId } from "../vocabulary.ts";
import { allReadAloud, type ReadAloud } from "./read-aloud.ts";
import type { Recorded } from "./recorded.ts";

export interface Progress {
  readonly flow: Flow;
  readonly steps: number;
  readonly recorded: number;
  /** Steps read once whose words have changed since, and were not read again. */
  readonly stale: number;
}

/** All guides: first those with something stale, then the begun ones, the untouched, and the complete. */
export function progressIn(
  library: Library,
  recorded: readonly Recorded[],
  speech: Speech,
  now: Instant,
): readonly Progress[] {
  const steps = allReadAloud(library, now);
  const marks = new Set(recorded.filter((r) => r.speech === speech).map((r) => r.mark));
  const read = new Set(
    recorded.filter((r) => r.speech === speech).map((r) => `${r.flow}/${r.step}`),
  );
  return [...library.flows.values()]
    .map((flow) => {
      const own = steps.get(flow.id) ?? [];
      const missing = own.filter(({ mark }) => !marks.has(mark));
      return {
        flow,
        steps: own.length,
        recorded: own.length - missing.length,
        stale: missing.filter(({ step }) => read.has(`${flow.id}/${step}`)).length,
      };
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ steps, recorded, stale }: Progress): number {
  if (stale > 0) return 0;
  if (recorded === steps) return 3;
  return recorded > 0 ? 1 : 2;
}

/** The next step without a recording, after this one and then from the beginning; stale ones first of all. */
export function nextUnread(
  library: Library,
  recorded: readonly Recorded[],
  at: { readonly flow: FlowId; readonly after?: StepId | undefined; readonly speech: Speech },
  now: Instant,
): ReadAloud | undefined {
  const own = allReadAloud(library, now).get(at.flow) ?? [];
  const spokenIn = recorded.filter((r) => r.speech === at.speech);
  const marks = new Set(spokenIn.map((r) => r.mark));
  const place = own.findIndex(({ step }) => step === at.after);
  const ahead = [...own.slice(place + 1), ...own.slice(0, place + 1)];
  return ahead.find(({ step, mark }) => step !== at.after && !marks.has(mark));
}
