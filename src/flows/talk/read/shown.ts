/** Words that name a choice of a question that was shown. */

import type { InboundOf } from "../../inbound.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import { fold } from "../../understanding/fold.ts";
import type { TalkEvent } from "../event.ts";
import type { Shown } from "../saved.ts";
import { standing, type Talk } from "../talk.ts";
import { eventOf } from "./choice-id.ts";
import { numberSaid } from "./number-said.ts";
import { stillOpen } from "./still-open.ts";

/** The newest question that had been delivered when this was written. */
function questionFor(talk: Talk, { seen }: InboundOf<"words">): Shown | undefined {
  return talk.saved.shown.findLast((s) => seen === undefined || s.turn <= seen);
}

/** A number or a label names a choice of the newest question that had been delivered. */
export function readShown(talk: Talk, inbound: InboundOf<"words">): TalkEvent | undefined {
  const newest = questionFor(talk, inbound);
  if (newest === undefined) return undefined;
  const folded = fold(inbound.text);
  const byLabel = newest.choices.find((c) => fold(c.says) === folded);
  const position = numberSaid(inbound.text);
  const byDigit =
    position === undefined || digitsAnswer(talk) ? undefined : newest.choices[position - 1];
  // "Hai con" may be a label, and "hai" its beginning: what is written under a number counts first.
  const meant = byLabel ?? byDigit;
  if (meant === undefined) return undefined;
  return stillOpen(talk, newest, meant) ? eventOf(meant.id) : { type: "already" };
}

/** Means something only as the answer to what was asked. */
export const answersOnly: ReadonlySet<TalkEvent["type"]> = new Set([
  "done",
  "not-done",
  "choice",
  "value",
  "trouble",
  "wanted",
  "yes",
  "no",
  "skip",
  "stop",
]);

/** Written before the newest question had been delivered, to one that is no longer open: it cannot answer that. */
export function isLate(talk: Talk, inbound: InboundOf<"words">): boolean {
  if (inbound.seen === undefined || talk.saved.shown.length < 2) return false;
  const asked = questionFor(talk, inbound);
  return asked === undefined || !stillOpen(talk, asked, { id: "", says: "" });
}

/** A typed number is what was asked for, and names no choice. */
export function digitsAnswer(talk: Talk): boolean {
  if (talk.saved.asking !== undefined && talk.saved.state === "asking")
    return talk.saved.asking.what === "phone";
  if (talk.saved.state !== "guided.step" || !talk.saved.guiding) return false;
  const { step } = standing(talk);
  return mannerOf(step).digitsAnswer;
}
