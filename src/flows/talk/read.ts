/** From an inbound to what it means here: pressed, typed as a number, said in words, or happened by itself. */

import { isHeld } from "../cases/held.ts";
import type { Inbound } from "../inbound.ts";
import { heldOf } from "./acts/helping/side.ts";
import type { TalkEvent } from "./event.ts";
import { readArrival, readCommand } from "./read/arrival.ts";
import { beforeAgreeing } from "./read/before-agreeing.ts";
import { readEdited, readLocation, readMedia } from "./read/media.ts";
import { readPress } from "./read/press.ts";
import { answersOnly, isLate } from "./read/shown.ts";
import { whileHeld } from "./read/while-held.ts";
import { readWords } from "./read/words.ts";
import type { Talk } from "./talk.ts";

export function read(talk: Talk, inbound: Inbound): TalkEvent {
  const event = readInbound(talk, inbound);
  if (talk.saved.state === "beside") return beforeAgreeing(event);
  if (isHeld(talk.saved.case)) return whileHeld(talk, event);
  if (inbound.kind === "words" && isLate(talk, inbound) && answersOnly.has(event.type))
    return { type: "already" };
  return event;
}

function readInbound(talk: Talk, inbound: Inbound): TalkEvent {
  switch (inbound.kind) {
    case "arrived":
      return readArrival(talk, inbound.payload);
    case "beside":
      return { type: "beside", by: inbound.by };
    case "moved":
      return { type: "moved" };
    case "words":
      return readWords(talk, inbound);
    case "press":
      return readPress(talk, inbound);
    case "photo":
    case "voice":
    case "file":
      return readMedia(talk, inbound);
    case "unreadable":
      return heldOf(talk).length > 0 && !talk.saved.guiding
        ? { type: "helping", act: { act: "unreadable" } }
        : { type: "unread", why: inbound.what };
    case "command":
      return readCommand(talk, inbound);
    case "timer":
      return {
        type: "timer",
        name: inbound.name,
        ...(inbound.about === undefined ? {} : { about: inbound.about }),
      };
    case "edited":
      return readEdited(talk, inbound);
    case "location":
      return readLocation(talk, inbound);
    case "recall":
      return { type: "recall", turn: inbound.turn };
    case "reached-again":
      return { type: "reached-again", note: inbound };
    case "known-phone":
      return { type: "known-phone", phone: inbound.phone };
    case "undelivered":
      if (inbound.about !== undefined && talk.saved.helping !== undefined)
        return {
          type: "helping",
          act: { act: "unheard", case: inbound.about, held: inbound.held === true },
        };
      return { type: "undelivered", note: inbound };
    case "case-claim":
      return { type: "claim", note: inbound };
    case "case-assign":
      return { type: "assign", note: inbound };
    case "case-release":
    case "case-say":
    case "case-send":
    case "case-tool":
    case "case-hand-back":
    case "case-remarked":
      return { type: "case-note", note: inbound };
    case "case-unheard":
      return { type: "unheard", note: inbound };
    case "staff-said":
      return { type: "staff-said", note: inbound };
    case "called":
    case "yours":
    case "gone":
    case "resident-said":
    case "resident-sent":
    case "refused":
    case "remarked":
    case "meeting":
    case "joined":
    case "house-alarm":
    case "letter":
      return { type: "helper-note", note: inbound };
    case "return-code":
    case "move-asked":
    case "moved-here":
    case "not-moved":
      return { type: "moving", note: inbound };
  }
}
