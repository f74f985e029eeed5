/** Whether somebody may be moved from a step of one edition to the same step of another. */
import type { StepId } from "../vocabulary.ts";
import type { Step } from "./expand.ts";

/** `rename` turns step ids of the edition before into those of the edition after. */
export function meansTheSame(before: Step, after: Step, rename: (id: StepId) => StepId): boolean {
  if (before.kind === "choose" && after.kind === "choose") {
    const roads = (step: typeof before, by: (id: StepId) => StepId) =>
      JSON.stringify(
        Object.entries(step.choices)
          .map(([id, c]) => [id, by(c["leads-to"])])
          .toSorted(),
      );
    return roads(before, rename) === roads(after, (id) => id);
  }
  if (before.kind === "ask" && after.kind === "ask") return before.answer === after.answer;
  return before.kind === after.kind;
}
