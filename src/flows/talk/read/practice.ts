/** Words about trying a guide out. */

import {
  practiceWish,
  practisedEnough,
  triesAgain,
  wantsForReal,
} from "../../understanding/practice.ts";
import { isPractising, offersPractice } from "../acts/practice.ts";
import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";

/** Trying a guide out, trying a step again, having tried enough, or going on to the real thing; words left for somebody are only theirs. */
export function readPractice(talk: Talk, text: string): TalkEvent | undefined {
  const { state, asking, guiding } = talk.saved;
  if (state === "erasing" || (state === "asking" && asking?.what === "message")) return undefined;
  const practising = isPractising(talk);
  if ((practising || state === "practised") && wantsForReal(text)) return { type: "for-real" };
  if (practising && practisedEnough(text)) return { type: "cancel" };
  if (guiding && state.startsWith("guided.") && triesAgain(text))
    return { type: state === "guided.offering" ? "no" : "repeat" };
  const wish = practiceWish(text);
  if (wish === undefined) return undefined;
  // In the middle of a guide "thử xem" says that its step is being tried.
  if (
    wish.how === "faint" &&
    guiding &&
    (!offersPractice(talk) || standing(talk).step.kind === "do")
  )
    return undefined;
  if (wish.of === "") return { type: "practise", flows: [] };
  const need = talk.world.library.readNeed(wish.of);
  if (need.verdict === "none") return undefined;
  const clear = need.verdict === "clear";
  const flows = clear ? need.flows.slice(0, 1) : need.flows;
  const guides = flows.filter((id) => talk.world.library.flows.has(id));
  return guides.length === 0
    ? { type: "need", flows: need.flows, clear }
    : { type: "practise", flows: guides };
}
