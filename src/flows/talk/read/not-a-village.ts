/** Asked for their village, people also say other things; those are no village's name. */
import { wantsToGoOnAlone } from "../../understanding/alone.ts";
import { agrees } from "../../understanding/done.ts";
import { wordsOf } from "../../understanding/fold.ts";
import { bareAnswer } from "../../understanding/polar.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { meaningOf } from "./meaning.ts";

/** How villages of these hills are called; said in few words it is a name, whatever it sounds like. */
const called =
  /^(?:thon|xom|lang|to|khu|na|nam|pac|pa|khuoi|khun|lung|sung|phieng|coc|ban|dong|tan)$/;
const longestName = 4;

/** "Nà Mạng", "khuoi chang", "Trung Sơn": begins as villages do, or is written as names are. */
function looksLikeAName(text: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  if (first === undefined || words.length > longestName) return false;
  if (called.test(first.folded) && first.said !== "bận") return true;
  const typed = text.trim().split(/\s+/);
  return typed.length > 1 && typed.every((word) => /^\p{Lu}/u.test(word));
}

/** Fewer words name a village or an answer; a need takes more. */
const shortestNeed = 3;

/** What was said in place of a village, or nothing when it may be one. */
export function insteadOfAVillage(talk: Talk, text: string): TalkEvent | undefined {
  if (wantsToGoOnAlone(text)) return { type: "take-back" };
  if (looksLikeAName(text)) return undefined;
  const linked = talk.saved.village?.by !== undefined;
  if (!linked && (agrees(text) || bareAnswer(text) === "yes" || bareAnswer(text) === "finished"))
    return { type: "unread", why: "not-understood" };
  const { library } = talk.world;
  const { intent } = library.readInGuide(text, { kind: "ask", choices: [] });
  // Yes and no answer this question, each in its own way.
  if (intent !== undefined && intent !== "yes" && intent !== "no") {
    if (intent === "done" || intent === "not-done" || intent === "explain" || intent === "stuck")
      return { type: "unread", why: "not-understood" };
    return talk.saved.guiding || !needsAGuide.has(intent) ? meaningOf(talk, intent) : undefined;
  }
  const need = library.readNeed(text);
  return need.verdict === "clear" && wordsOf(text).length >= shortestNeed
    ? { type: "need", flows: need.flows, clear: true }
    : undefined;
}

const needsAGuide: ReadonlySet<string> = new Set(["back", "wrong-thing", "screen-differs"]);
