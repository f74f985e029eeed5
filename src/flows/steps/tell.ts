/** Something to know. Nobody ever stands here: the guide says it and goes straight on. */
import type { TellStep } from "../authoring/flow-schema.ts";
import { marked, say, textOf } from "../talk/talk.ts";
import type { Manner } from "./manner.ts";

export const tellManner: Manner<TellStep> = {
  show: (talk, _journey, step) => say(talk, marked(talk, textOf(talk, step.says))),
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
