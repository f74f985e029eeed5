/** What may go wrong at a step, as its author foresaw it; and which steps are things to do. */
import type { Step } from "../authoring/expand.ts";
import type { DoStep, GatherStep, Trouble } from "../authoring/flow-schema.ts";

const none: Readonly<Record<string, Trouble>> = {};

export function troublesOf(step: Step): Readonly<Record<string, Trouble>> {
  return "troubles" in step && step.troubles !== undefined ? step.troubles : none;
}

/** Done or not, with nothing to be answered: a helper may say that it is behind the resident. */
export function isTask(step: Step): step is DoStep | GatherStep {
  return step.kind === "do" || step.kind === "gather";
}
