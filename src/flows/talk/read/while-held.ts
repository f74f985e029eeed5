/** A person holds the case: what still goes to the machine. */

import type { InboundOf } from "../../inbound.ts";
import { fold } from "../../understanding/fold.ts";
import { readWanted } from "../acts/wanted.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { readShown } from "./shown.ts";
import { noWords, yesWords } from "./yes-or-no.ts";

/** What still counts while a person holds the case. */
const heardWhileHeld: ReadonlySet<TalkEvent["type"]> = new Set([
  "tell-person",
  "send-person",
  "edited",
  "place",
  "recall",
  "undelivered",
  "known-phone",
  "unheard",
  "reached-again",
  "photo",
  "same-album",
  "take-back",
  "language",
  "erase",
  "moved",
  "timer",
  "claim",
  "case-note",
  "assign",
  "helper-note",
  "helping",
  "staff-said",
  "moving",
]);

/** While a person holds the case the machine answers to very little; anything else says who is listening. */
export function whileHeld(talk: Talk, event: TalkEvent): TalkEvent {
  if (heardWhileHeld.has(event.type)) return event;
  if (event.type === "aside" && event.about === "secret") return event;
  if (event.type === "unread" && event.why !== "command") return event;
  if (event.type === "which-screen" && event.step !== undefined) return event;
  const asked = talk.saved.state === "asking" || talk.saved.state === "erasing";
  const answers = event.type === "yes" || event.type === "no" || event.type === "wanted";
  return asked && answers ? event : { type: "repeat" };
}

/** The machine's own questions (about a photo, about erasing) are answered to it, everything else to the person. */
export function readWhileHeld(talk: Talk, inbound: InboundOf<"words">): TalkEvent | undefined {
  const { state, asking } = talk.saved;
  const folded = fold(inbound.text);
  if (state === "erasing") {
    if (yesWords.has(folded)) return { type: "yes" };
    if (noWords.has(folded)) return { type: "no" };
    return readShown(talk, inbound);
  }
  // "Which screen do you see?" was asked for the person, and its numbers stand in the picture.
  if (state === "with-person" && talk.saved.shown.at(-1)?.choices[0]?.id.startsWith("screen:"))
    return readShown(talk, inbound);
  if (state !== "asking" || asking?.what !== "photo") return undefined;
  const value = readWanted(talk, inbound.text);
  return value === undefined ? readShown(talk, inbound) : { type: "wanted", value };
}
