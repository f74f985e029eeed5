/** The end of a guide, and what may come next. */
import type { FinishStep } from "../authoring/flow-schema.ts";
import { ask, label, textOf } from "../talk/talk.ts";
import type { Manner } from "./manner.ts";

export const finishManner: Manner<FinishStep> = {
  show(talk, journey, step) {
    const next = (step.next ?? []).flatMap((id) => {
      const flow = talk.world.library.flows.get(id);
      return flow === undefined ? [] : [{ id: `f:${id}`, says: textOf(talk, flow.says) }];
    });
    return ask(
      talk,
      textOf(talk, step.says),
      [...next, label(talk, "menu"), label(talk, "human")],
      {
        step: true,
        stepId: journey.step,
      },
    );
  },
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
