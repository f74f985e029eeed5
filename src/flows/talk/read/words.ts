/** Words: in which order they are tried. */

import { isHeld } from "../../cases/held.ts";
import { writesToHelper } from "../../cases/reopen.ts";
import type { InboundOf } from "../../inbound.ts";
import { looksLikeScam } from "../../scam.ts";
import { MASK } from "../../secrets.ts";
import { addressWished } from "../../understanding/address-wished.ts";
import { readAnywhere } from "../../understanding/anywhere.ts";
import { wantsElsewhere } from "../../understanding/elsewhere.ts";
import { fold } from "../../understanding/fold.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { helpingWith } from "./addressee.ts";
import { readCompleting } from "./completing.ts";
import { readLanguage, readOffered, readReading, readSearch } from "./helper-words.ts";
import { readMeetingLine } from "./meeting-line.ts";
import { readAskedPlace } from "./place.ts";
import { readRemark } from "./remark.ts";
import { readShown } from "./shown.ts";
import { readStanding } from "./standing.ts";
import { readWhileHeld } from "./while-held.ts";

/** Longer than any message a platform carries as one; what is beyond it was no message to us. */
const longestWords = 4096;

/** Little is left beside the secret: nothing else was meant. */
export function isOnlySecret({ text, masked }: InboundOf<"words">): boolean {
  return masked.length > 0 && text.replaceAll(MASK, "").replaceAll(/[^\p{L}]/gu, "").length < 25;
}

/** Nobody listens any more; what was written to them may bring them back. */
function readToHelper(talk: Talk, { text, masked }: InboundOf<"words">): TalkEvent | undefined {
  if (talk.saved.state === "asking" || talk.saved.state === "erasing") return undefined;
  return masked.length === 0 && writesToHelper(talk, text) && !isThanks(text)
    ? { type: "writes-helper", text }
    : undefined;
}

const isThanks = (text: string): boolean =>
  readAnywhere(text)?.kind === "thanks" || /^(?:da )?cam on\b/.test(fold(text));

export function readWords(talk: Talk, inbound: InboundOf<"words">): TalkEvent {
  const { text } = inbound;
  if (talk.world.cameBy !== undefined && talk.saved.helping === undefined)
    return { type: "arrived" };
  const typed =
    readOffered(talk, inbound) ??
    readLanguage(talk, inbound) ??
    readCompleting(talk, inbound) ??
    readRemark(talk, inbound) ??
    readSearch(talk, inbound) ??
    readMeetingLine(talk, inbound);
  if (typed !== undefined) return { type: "helping", act: typed };
  const { masked, message, quote, answers } = inbound;
  const act = helpingWith(talk, inbound, { is: "words", text, masked, message, quote, answers });
  if (act !== undefined) return { type: "helping", act };
  const reading = readReading(talk, inbound);
  if (reading !== undefined) return { type: "helping", act: reading };
  const anywhere = readAnywhere(text);
  const held = isHeld(talk.saved.case);
  if (held) {
    if (fold(text) === fold("Tự làm tiếp") || fold(text) === fold("I will go on alone"))
      return { type: "take-back" };
    if (anywhere?.kind === "delete-me") return { type: "erase" };
    if (anywhere?.kind === "language" && text.length < 30)
      return { type: "language", language: anywhere.language };
    return readWhileHeld(talk, inbound) ?? { type: "tell-person", text, quote, answers };
  }
  if (text.trim() === "") return { type: "unread", why: "empty" };
  if (wantsElsewhere(text)) return { type: "elsewhere" };
  if (text.length > longestWords) return { type: "unread", why: "too-long" };
  if (isOnlySecret(inbound)) return { type: "aside", about: "secret" };
  if (looksLikeScam(text)) return { type: "aside", about: "scam" };
  const wished = addressWished(text);
  if (wished !== undefined && talk.saved.asking?.what !== "address")
    return { type: "address", ...wished };
  return (
    readShown(talk, inbound) ??
    readToHelper(talk, inbound) ??
    readAskedPlace(talk, inbound) ??
    readStanding(talk, inbound, anywhere)
  );
}
