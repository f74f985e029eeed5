/** The steps of a case by their names: to say how far somebody came, and to send one of them. */
import type { Flow } from "../authoring/compile.ts";
import { roadAhead, roadBehind } from "../journey/place.ts";
import { surelyAfter } from "../journey/surely-ahead.ts";
import { isTask } from "../steps/troubles.ts";
import type { Journey } from "../talk/saved.ts";
import { type Talk, textOf } from "../talk/talk.ts";
import type { StepId } from "../vocabulary.ts";
import type { StepName, Whereabouts } from "../who-helps.ts";

/**
 * In the order of the road: what is behind, the step stood on, what follows to the next question, and what comes
 * behind that whatever is answered there.
 */
export function namedSteps(desk: Talk, journey: Journey, flow: Flow): readonly StepName[] {
  const behind = roadBehind(flow, journey);
  const { steps: ahead, forksAt } = roadAhead(flow, journey.answers, journey.step);
  const later = forksAt === undefined ? [] : surelyAfter(flow, forksAt);
  const named = (id: StepId, where: Whereabouts): StepName[] => {
    const step = flow.stepAt(id);
    if (!("says" in step)) return [];
    const toSend = where === "later" || !isTask(step);
    return [{ id, says: textOf(desk, step.says), where, ...(toSend ? { onlyToSend: true } : {}) }];
  };
  // The one stood on is never "behind", however often a loop came by it.
  const here = isTask(flow.stepAt(journey.step)) ? [journey.step] : [];
  const seen = new Set<StepId>(here);
  const once = (ids: readonly StepId[], where: Whereabouts): StepName[] =>
    ids.flatMap((id) => {
      if (seen.has(id)) return [];
      seen.add(id);
      return named(id, where);
    });
  return [
    ...once(behind, "behind"),
    ...here.flatMap((id) => named(id, "here")),
    ...once(ahead, "ahead"),
    ...once(later, "later"),
  ];
}
