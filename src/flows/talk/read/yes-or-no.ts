/** Yes and no, as people write them, and what they answer. */

import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";

export const yesWords = new Set([
  "co",
  "u",
  "uh",
  "ok",
  "oke",
  "duoc",
  "duoc a",
  "vang",
  "vang a",
  "da",
  "da vang",
  "dong y",
  "yes",
  "y",
  "co a",
  "da co",
]);

export const noWords = new Set([
  "khong",
  "ko",
  "k",
  "khong can",
  "thoi",
  "no",
  "n",
  "chua",
  "khong a",
  "da khong",
  "khong dau",
]);

/** On a task a bare "vâng" says "I heard", not "I have done it"; on a question it may be one of the answers. */
export function readYesOrNo(talk: Talk, said: "yes" | "no"): TalkEvent {
  if (talk.saved.state !== "guided.step") return { type: said };
  const { step } = standing(talk);
  // "Vâng" to a list of papers names none of them.
  if (step.kind === "gather") return said === "yes" ? { type: "repeat" } : { type: "lacking" };
  if (step.kind === "choose")
    return Object.hasOwn(step.choices, said)
      ? { type: "choice", choice: said }
      : { type: "unread", why: "choose-one" };
  // "… chuyển cho người giúp nhé?" was asked, and that is what a yes agrees to.
  if (step.kind === "hand-over") return said === "yes" ? { type: "human" } : { type: "take-back" };
  return said === "yes" ? { type: "aside", about: "heard" } : { type: "not-done" };
}
