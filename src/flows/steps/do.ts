/** One thing to do, nearly always outside the chat, and the sign by which it shows that it worked. */
import type { DoStep } from "../authoring/flow-schema.ts";
import type { Journey } from "../talk/saved.ts";
import { ask, label, phraseAround, textOf } from "../talk/talk.ts";
import { thirdPlace } from "./listening.ts";
import type { Manner } from "./manner.ts";

/** In practice nobody leaves the chat: the picture is looked at, and the real thing is only told. */
function signLine(journey: Journey, step: DoStep) {
  if (journey.practice === true)
    return step.screen === undefined ? "sign-practice-unseen" : "sign-practice";
  return step.here === true ? "sign-here" : "sign-outside";
}

export const doManner: Manner<DoStep> = {
  show(talk, journey, step) {
    const sign = phraseAround(talk, signLine(journey, step), step.sign);
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
