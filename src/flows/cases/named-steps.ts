/** The steps of a case by their names: to say how far somebody came, and to send one of them. */
import type { Flow } from "../authoring/compile.ts";
import type { Text } from "../authoring/flow-schema.ts";
import { roadAhead, roadBehind } from "../journey/place.ts";
import { surelyAfter } from "../journey/surely-ahead.ts";
import { isTask } from "../steps/troubles.ts";
import type { Journey } from "../talk/saved.ts";
import { type Talk, textOf } from "../talk/talk.ts";
import type { StepId } from "../vocabulary.ts";
import type { StepName, Whereabouts } from "../who-helps.ts";

/** A step before it is worded for whoever reads of it. */
export interface StepAround extends Omit<StepName, "says"> {
  readonly says: Text;
}

export const named = (desk: Talk, steps: readonly StepAround[]): readonly StepName[] =>
  steps.map((step) => ({ ...step, says: textOf(desk, step.says) }));

/**
 * In the order of the road: what is behind, the step stood on, what follows to the next question, and what comes
 * behind that whatever is answered there.
 */
export function stepsAround(journey: Journey, flow: Flow): readonly StepAround[] {
  const behind = roadBehind(flow, journey);
  const { steps: ahead, forksAt } = roadAhead(flow, journey.answers, journey.step);
  const later = forksAt === undefined ? [] : surelyAfter(flow, forksAt);
  const found = (id: StepId, where: Whereabouts): StepAround[] => {
    const step = flow.stepAt(id);
    if (!("says" in step)) return [];
    const toSend = where === "later" || !isTask(step);
    return [{ id, says: step.says, where, ...(toSend ? { onlyToSend: true } : {}) }];
  };
  // The one stood on is never "behind", however often a loop came by it.
  const here = isTask(flow.stepAt(journey.step)) ? [journey.step] : [];
  const seen = new Set<StepId>(here);
  const once = (ids: readonly StepId[], where: Whereabouts): StepAround[] =>
    ids.flatMap((id) => {
      if (seen.has(id)) return [];
      seen.add(id);
      return found(id, where);
    });
  return [
    ...once(behind, "behind"),
    ...here.flatMap((id) => found(id, "here")),
    ...once(ahead, "ahead"),
    ...once(later, "later"),
  ];
}
