/** What comes behind a question whatever is answered, for whoever carries the guide through. */
import type { Flow } from "../authoring/compile.ts";
import { type Step, targetsOf } from "../authoring/expand.ts";
import { isTask } from "../steps/troubles.ts";
import type { StepId } from "../vocabulary.ts";

/** An edition never changes, so what surely follows a step of it does not either. */
const known = new WeakMap<Flow, Map<StepId, readonly StepId[]>>();

/**
 * The tasks, and what is told, on every way from this step to an end at which the matter is done, in order; where
 * no way leads to such an end, on every way to any. A way that leaves early ("first get the card") counts for nothing.
 */
export function surelyAfter(flow: Flow, from: StepId): readonly StepId[] {
  const ofFlow = known.get(flow) ?? new Map<StepId, readonly StepId[]>();
  known.set(flow, ofFlow);
  const before = ofFlow.get(from);
  if (before !== undefined) return before;
  const found = findSure(flow, from);
  ofFlow.set(from, found);
  return found;
}

function findSure(flow: Flow, from: StepId): readonly StepId[] {
  const reached = reachable(flow, from);
  const ends = [...reached].filter((id) => waysOn(flow.stepAt(id)).length === 0);
  const through = ends.filter((id) => isDone(flow.stepAt(id)));
  const wanted = through.length === 0 ? ends : through;
  const sure = [...reached].flatMap((id) => {
    const step = flow.stepAt(id);
    if (id === from || !(isTask(step) || step.kind === "tell")) return [];
    const without = reachable(flow, from, id);
    return wanted.some((end) => without.has(end)) ? [] : [{ id, without }];
  });
  // What cannot be reached without another step comes after it.
  return sure
    .toSorted((one, other) => Number(one.without.has(other.id)) - Number(other.without.has(one.id)))
    .map(({ id }) => id);
}

const isDone = (step: Step): boolean => step.kind === "finish" && step.outcome === "done";

/** Where a step leads when nothing goes wrong on it. */
const waysOn = (step: Step): readonly StepId[] =>
  isTask(step) ? [step["leads-to"]] : targetsOf(step);

function reachable(flow: Flow, from: StepId, without?: StepId): ReadonlySet<StepId> {
  const seen = new Set<StepId>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || at === without) continue;
    seen.add(at);
    open.push(...waysOn(flow.stepAt(at)));
  }
  return seen;
}
