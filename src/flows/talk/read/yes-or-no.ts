/** Yes and no, as people write them, and what they answer. */

import { agrees } from "../../understanding/done.ts";
import { fold } from "../../understanding/fold.ts";
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

/** "Ừ thì ừ", "đồng ý nhé cháu": a yes and nothing beside it. "Hiểu rồi" agrees to nothing. */
export function saysYes(text: string): boolean {
  const yes = /\b(?:co|vang|u|uh|um|ok|oke|okie|duoc|dong y|nhat tri|yes|yeah)\b/;
  return agrees(text) && yes.test(fold(text));
}

/** "Đồng ý cái gì?", "hỏi làm gì": about the question itself. */
export const asksWhatFor = (text: string): boolean =>
  /\b(?:dong y|nho|giu|ghi|luu|hoi|de)(?: (?:cai|chuyen|lam|nhung|ve|dieu))* (?:gi|sao|nao)\b|\b(?:la sao|nghia la|tai sao|vi sao|sao phai|what for|why)\b/.test(
    fold(text),
  );

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
