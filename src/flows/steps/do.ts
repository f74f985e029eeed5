/** One thing to do, nearly always outside the chat, and the sign by which it shows that it worked. */
import type { DoStep } from "../authoring/flow-schema.ts";
import { ask, label, phraseAround, textOf } from "../talk/talk.ts";
import { thirdPlace } from "./listening.ts";
import type { Manner } from "./manner.ts";

export const doManner: Manner<DoStep> = {
  show(talk, journey, step) {
    const sign = phraseAround(talk, step.here === true ? "sign-here" : "sign-outside", step.sign);
    return ask(
      talk,
      `${textOf(talk, step.says)}\n\n${sign}`,
      [
        label(talk, "done"),
        label(talk, "trouble"),
        ...thirdPlace(talk, journey, step),
        label(talk, "human"),
        label(talk, "more"),
      ],
      { step: true, stepId: journey.step, screen: step.screen },
    );
  },
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
