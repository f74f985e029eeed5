/** What is said beside a step and answers nothing: which press, how far, thrown back, begin anew, bad words. */
import type { Step } from "../../authoring/expand.ts";
import { wantsFamilyToPress } from "../../understanding/by-family.ts";
import { asksHowFar } from "../../understanding/how-far.ts";
import type { Intent } from "../../understanding/intents.ts";
import { startOver } from "../../understanding/start-over.ts";
import { isUpset } from "../../understanding/upset.ts";
import { asksWhichPress } from "../../understanding/which-press.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";

/** Heard before the guide's readers, which would take it for the nearest button. */
export function readBesideStep(talk: Talk, step: Step, text: string): TalkEvent | undefined {
  if (/^[\s.!…]*\?[\s?.!…]*$/.test(text)) return { type: "explain" };
  if (asksWhichPress(text)) {
    const atTask = step.kind === "do" && talk.saved.state !== "asking";
    if (atTask) return { type: "which-press" };
    return step.kind === "gather" ? { type: "repeat" } : { type: "unread", why: "choose-one" };
  }
  if (wantsFamilyToPress(text)) return { type: "aside", about: "by-family" };
  if (asksHowFar(text)) return { type: "aside", about: "how-far" };
  switch (startOver(text)) {
    case "made-to":
      return { type: "aside", about: "made-again" };
    case "slipped":
      return { type: "correct" };
    case "wished":
      return { type: "start-over" };
    case undefined:
      return undefined;
  }
}

/** What bad words may be said along with: then only the words are left to answer. */
const onlyMood: ReadonlySet<Intent> = new Set([
  "stuck",
  "distress",
  "explain",
  "repeat",
  "greeting",
  "thanks",
  "yes",
  "no",
  "language",
  "listen",
  "screen-differs",
  "wait",
  "menu",
  "wrong-thing",
]);

export function readUpset(text: string, intent: Intent | undefined): TalkEvent | undefined {
  return (intent === undefined || onlyMood.has(intent)) && isUpset(text)
    ? { type: "aside", about: "upset" }
    : undefined;
}
