/** A step exactly as somebody standing on it would see it, without a conversation: for paper. */
import type { Flow } from "../authoring/compile.ts";
import type { Step } from "../authoring/expand.ts";
import type { Text } from "../authoring/flow-schema.ts";
import type { Library } from "../talk/library.ts";
import { blank, type Journey } from "../talk/saved.ts";
import { type Talk, textOf } from "../talk/talk.ts";
import type { ConversationId, Instant, JourneyId, Language, StepId } from "../vocabulary.ts";
import type { Address } from "../words/address.ts";
import { mannerOf } from "./manner-of.ts";

export interface Reader {
  readonly language: Language;
  readonly address: Address | undefined;
  readonly now: Instant;
}

/** What one reader would see of a library's steps. */
export function seenBy(library: Library, { language, address, now }: Reader) {
  const talk: Talk = {
    saved: { ...blank, language, address },
    world: {
      library,
      roster: [],
      now,
      conversation: "paper" as ConversationId,
      revision: 1,
      channel: "console",
    },
    effects: [],
  };
  return {
    /** The message and the labels of its buttons, in their order. */
    step(
      flow: Pick<Flow, "id" | "edition">,
      id: StepId,
      step: Step,
    ): { text: string; choices: string[] } {
      const journey: Journey = {
        id: "paper" as JourneyId,
        flow: flow.id,
        edition: flow.edition,
        startedAt: now,
        step: id,
        since: now,
        path: [],
        answers: {},
        aside: {},
        correcting: false,
        failed: 0,
        tried: [],
        helped: "alone",
      };
      const said = mannerOf(step)
        .show(talk, journey, step)
        .effects.flatMap((e) => (e.do === "say" ? [e.reply] : []));
      return {
        text: said.map(({ text }) => text).join("\n\n"),
        choices: said.flatMap(({ choices }) => choices.map(({ says }) => says)),
      };
    },
    text: (text: Text) => textOf(talk, text),
  };
}
