/** What an intent means at a step of a guide. */

import { commonOf } from "../common-trouble.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { readYesOrNo } from "./yes-or-no.ts";

export function meaningOf(
  talk: Talk,
  intent: NonNullable<ReturnType<Talk["world"]["library"]["readInGuide"]>["intent"]>,
): TalkEvent | undefined {
  switch (intent) {
    case "done":
      return { type: "done" };
    case "wait":
      return { type: "aside", about: "wait" };
    case "not-done":
      return { type: "not-done" };
    case "trouble:otp":
    case "trouble:password":
    case "trouble:upload":
    case "trouble:not-found":
    case "trouble:error-page":
    case "trouble:network": {
      const trouble = commonOf(intent);
      return trouble === undefined ? { type: "not-done" } : { type: "common-trouble", trouble };
    }
    case "yes":
    case "no":
      return readYesOrNo(talk, intent);
    case "back":
      return { type: "back" };
    case "repeat":
      return { type: "repeat" };
    case "listen":
      return { type: "listen" };
    case "explain":
      return { type: "explain" };
    case "stuck":
    case "distress":
      return { type: "stuck" };
    case "human":
      return { type: "human" };
    case "later":
      return { type: "later" };
    case "menu":
      return { type: "menu" };
    case "cancel":
      return { type: "cancel" };
    case "thanks":
    case "greeting":
    case "machine-or-human":
    case "is-it-a-scam":
    case "does-it-cost":
    case "what-is-kept":
      return { type: "aside", about: intent };
    case "wrong-thing":
      return { type: "wrong-thing", flows: [] };
    case "delete-me":
      return { type: "erase" };
    case "language":
      return { type: "language" };
    case "screen-differs":
      return { type: "which-screen" };
  }
}
