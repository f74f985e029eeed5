/** Acts at a step that do not answer it: going back, showing closer, what went wrong. */
import { mannerOf } from "../../../steps/manner-of.ts";
import { begin, failed, goBack, goTo, putAt } from "../../acts/guide.ts";
import { playStep, sayUnread } from "../../acts/listen.ts";
import { pointAtPress } from "../../acts/press.ts";
import { countShown, noteFollowed, noteOffered } from "../../acts/stuck.ts";
import { asTried } from "../../common-trouble.ts";
import type { TalkEvent } from "../../event.ts";
import { askMoreTroubles } from "../../questions.ts";
import {
  ask,
  label,
  phrase,
  say,
  sayPhrase,
  standing,
  type Talk,
  textOf,
  withSaved,
} from "../../talk.ts";
import { on } from "../on.ts";

export const actsOfStep = {
  goBack,
  goTo: on("correct", (talk, { step }) => (step === undefined ? talk : goTo(talk, step))),
  putAtScreen: on("which-screen", (talk, { step }) => {
    if (step === undefined) return talk;
    const { journey } = standing(talk);
    const back = journey.path.includes(step);
    return sayPhrase(back ? goTo(talk, step) : putAt(talk, { until: step }), "found-your-screen");
  }),
  explain: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const text =
      "explain" in step && step.explain !== undefined
        ? textOf(talk, step.explain)
        : phrase(talk, "nothing-closer");
    if (step.kind !== "do") return mannerOf(step).show(say(talk, text), journey, step);
    return ask(
      talk,
      text,
      [label(talk, "done"), label(talk, "trouble"), label(talk, "human"), label(talk, "more")],
      { step: true, stepId: journey.step, screen: step.screen },
    );
  },
  pointAtPress,
  playStep,
  sayUnread,
  countFailed: (talk: Talk, event: TalkEvent) => failed(talk, triedBy(event)),
  noteTrouble: (talk: Talk, event: TalkEvent) => withSaved(talk, { trouble: triedBy(event) }),
  askMoreTroubles,
  notePlaceTrouble: on("aside", (talk, event) =>
    event.about === "place" && event.trouble !== undefined
      ? withSaved(failed(talk, event.trouble), { trouble: event.trouble })
      : talk,
  ),
  countShown,
  sayFirstStep: (talk: Talk) => sayPhrase(talk, "first-step"),
  beginAgain: (talk: Talk) => {
    const { journey } = standing(talk);
    return begin(talk, journey.flow, journey.practice === true ? { practice: true } : {});
  },
  noteOffered,
  declineOffer: (talk: Talk) => noteFollowed(talk, "declined"),
} as const;

/** What did not work, as it is kept among what was tried. */
function triedBy(event: TalkEvent): string {
  if (event.type === "trouble") return event.trouble;
  return event.type === "common-trouble" ? asTried(event.trouble) : "unseen";
}
