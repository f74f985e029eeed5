/** A question with a few answers, each leading its own way. */
import type { ChooseStep } from "../authoring/flow-schema.ts";
import { ask, label, textOf } from "../talk/talk.ts";
import { thirdPlace } from "./listening.ts";
import type { Manner } from "./manner.ts";

const most = 5;

export const chooseManner: Manner<ChooseStep> = {
  show(talk, journey, step) {
    const authored = Object.entries(step.choices).map(([id, c]) => ({
      id: `c:${id}`,
      says: textOf(talk, c.says),
    }));
    const third = authored.length + 2 <= most ? thirdPlace(talk, journey, step) : [];
    return ask(talk, textOf(talk, step.says), [...authored, ...third, label(talk, "more")], {
      step: true,
      stepId: journey.step,
      screen: step.screen,
    });
  },
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
