/** Acts that answer a step and lead on from it. */
import { moveOf } from "../../../authoring/compile.ts";
import { askPapers, ticking } from "../../../steps/gather.ts";
import { mannerOf } from "../../../steps/manner-of.ts";
import { answer, failed, finish, keepTicks } from "../../acts/guide.ts";
import type { TalkEvent } from "../../event.ts";
import { effect, phrase, sayPhrase, standing, type Talk, textOf, withSaved } from "../../talk.ts";
import { on } from "../on.ts";

const answerWith = (talk: Talk, choice: string): Talk =>
  answer(talk, { kind: "choice", choice }, { type: "choice", choice });

/** What was understood, and the way back to the question. */
function sayHeard(talk: Talk, choice: string): Talk {
  const { step } = standing(talk);
  const heard = step.kind === "choose" ? step.choices[choice] : undefined;
  return heard === undefined
    ? talk
    : sayPhrase(talk, "answer-heard", { answer: textOf(talk, heard.says).replace(/[?!.…]+$/, "") });
}

/** The first question is answered by the very words that named the need. */
export function answerFirst(talk: Talk, choice: string): Talk {
  const { step } = standing(talk);
  return step.kind === "choose" && Object.hasOwn(step.choices, choice)
    ? answerWith(sayHeard(talk, choice), choice)
    : talk;
}

export const actsOfAnswers = {
  answerDone: (talk: Talk) => {
    const { step } = standing(talk);
    const given = { kind: "done", by: "resident" } as const;
    const move = moveOf(step, given);
    return move === undefined ? talk : answer(withSaved(talk, { trouble: undefined }), given, move);
  },
  answerChoice: on("choice", (talk, { choice, loosely }) =>
    answerWith(loosely === true ? sayHeard(talk, choice) : talk, choice),
  ),
  answerValue: (talk: Talk, event: TalkEvent) =>
    answer(
      talk,
      { kind: "value", value: event.type === "value" ? event.value : "" },
      { type: "value" },
    ),
  passAsk: (talk: Talk, event: TalkEvent) => {
    const sent = event.type === "value" ? sayPhrase(talk, "practice-not-kept") : talk;
    const media = event.type === "value" ? event.media : undefined;
    const dropped = media === undefined ? sent : effect(sent, { do: "drop-media", media });
    return answer(dropped, { kind: "value", value: "" }, { type: "value" });
  },
  answerTicked: (talk: Talk, event: TalkEvent) => {
    const { journey, step } = standing(talk);
    if (step.kind !== "gather") return talk;
    const has = event.type === "tick" ? event.items : Object.keys(step.items);
    return answer(talk, ticking(journey, step, { has }), { type: "done" });
  },
  answerHelped: (talk: Talk) => answer(talk, { kind: "done", by: "resident" }, { type: "helped" }),
  tick: on("tick", (talk, { items }) => {
    const ticked = keepTicks(talk, { has: items });
    const { journey, step } = standing(ticked);
    return step.kind === "gather"
      ? askPapers(ticked, journey, step, { heading: phrase(talk, "gather-ticked") })
      : ticked;
  }),
  untick: on("untick", (talk, { items }) => keepTicks(talk, { lacks: items })),
  askMorePapers: on("more-papers", (talk, { page }) => {
    const { journey, step } = standing(talk);
    return step.kind === "gather" ? askPapers(talk, journey, step, { page }) : talk;
  }),
  followTrouble: on("trouble", (talk, { trouble }) =>
    answer(failed(talk, trouble), { kind: "trouble", trouble }, { type: "trouble", trouble }),
  ),
  finish: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const shown = mannerOf(step).show(talk, journey, step);
    return finish(shown, step.kind === "finish" ? step.outcome : "done");
  },
} as const;
