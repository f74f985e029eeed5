/** A place where only a person can go on. */
import type { HandOverStep } from "../authoring/flow-schema.ts";
import { ask, label, textOf } from "../talk/talk.ts";
import type { Manner } from "./manner.ts";

export const handOverManner: Manner<HandOverStep> = {
  show(talk, journey, step) {
    const goesOn = step["leads-to"] !== undefined;
    if (journey.practice === true)
      return ask(
        talk,
        textOf(talk, step.says),
        [
          ...(goesOn ? [label(talk, "practice-go-on", "skip")] : []),
          label(talk, "human"),
          label(talk, "later"),
          label(talk, "more"),
        ],
        { step: true, stepId: journey.step },
      );
    return ask(
      talk,
      textOf(talk, step.says),
      [
        label(talk, "human"),
        ...(goesOn ? [label(talk, "take-back")] : []),
        label(talk, "call-me"),
        label(talk, "later"),
        label(talk, "more"),
      ],
      { step: true, stepId: journey.step },
    );
  },
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
