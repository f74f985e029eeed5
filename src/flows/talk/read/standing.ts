/** Words that name no choice shown, by where the conversation stands. */

import type { Matter } from "../../authoring/flow-schema.ts";
import type { InboundOf } from "../../inbound.ts";
import { wantsToGoOnAlone } from "../../understanding/alone.ts";
import type { readAnywhere } from "../../understanding/anywhere.ts";
import { ofAwaited } from "../../understanding/awaited.ts";
import { wantsToBeCalled } from "../../understanding/call-back.ts";
import { agrees, saysDone } from "../../understanding/done.ts";
import { fold } from "../../understanding/fold.ts";
import { matterAsked } from "../../understanding/matter-asked.ts";
import { asksOfficeHours } from "../../understanding/office-hours.ts";
import { speechIn, wantsOwnTongue, wantsToListen } from "../../understanding/speech.ts";
import { asksWhatIsLeft } from "../../understanding/what-is-left.ts";
import { answersAbout } from "../acts/about.ts";
import { readWanted } from "../acts/wanted.ts";
import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";
import { readInGuide } from "./in-guide.ts";
import { asksOfNoTask, clearNeed, readNeed } from "./need.ts";
import { insteadOfAVillage } from "./not-a-village.ts";
import { readPractice } from "./practice.ts";
import { asksWhatFor, noWords, saysYes, yesWords } from "./yes-or-no.ts";

const leavesMessage =
  /^(?:(?:cho|toi|ba|ong|bac|em|muon|xin) )*(?:de lai|gui lai|nhan lai) (?:loi(?: nhan)?|tin nhan|message)\b/;

/** Said where something is asked beside the step, and not of another day. */
const goesOn = /^(?:thoi )?(?:cu )?(?:lam|di) tiep(?: (?:di|thoi|nhe|da|a|chau))*$/;

export function readStanding(
  talk: Talk,
  inbound: InboundOf<"words">,
  anywhere: ReturnType<typeof readAnywhere>,
): TalkEvent {
  const { text } = inbound;
  const { library } = talk.world;
  const { state } = talk.saved;
  const folded = fold(text);
  const practice = readPractice(talk, text);
  if (practice !== undefined) return practice;

  const matter = matterAsked(text);

  const alone = wantsToGoOnAlone(text) ? goesOnAlone(talk) : undefined;
  if (alone !== undefined) return alone;

  if (state === "asking") {
    if (talk.saved.asking?.what === "photo") {
      const value = readWanted(talk, text);
      if (value !== undefined) return { type: "wanted", value };
      // A yes could agree to sending, or say that there is a card.
      if (yesWords.has(folded) || noWords.has(folded) || saysYes(text))
        return { type: "unread", why: "choose-one" };
    } else if (
      talk.saved.asking?.what !== "address" &&
      talk.saved.asking?.what !== "village" &&
      talk.saved.asking?.what !== "phone"
    ) {
      if (yesWords.has(folded) || saysYes(text)) return { type: "wanted", value: "yes" };
      if (noWords.has(folded)) return { type: "wanted", value: "no" };
      const value = readWanted(talk, text);
      if (value !== undefined) return { type: "wanted", value };
      if (talk.saved.asking?.what === "keep" && asksWhatFor(text)) return { type: "explain" };
    } else if (anywhere === undefined) {
      const instead =
        talk.saved.asking.what === "village" ? insteadOfAVillage(talk, text) : undefined;
      if (instead !== undefined) return instead;
      const value = readWanted(talk, text);
      if (value !== undefined) return { type: "wanted", value };
      if (noWords.has(folded)) return { type: "skip" };
      if (talk.saved.asking.what === "phone") {
        if (goesOn.test(folded)) return { type: "skip" };
        // Words without a figure were no try at a number.
        if (/\d/.test(text)) return { type: "unread", why: "not-a-phone" };
      }
    }
  }
  if (
    state === "erasing" ||
    state === "offered" ||
    state === "guided.offering" ||
    state === "guided.cancelling" ||
    state === "practised" ||
    state === "finished"
  ) {
    if (yesWords.has(folded)) {
      if (state === "guided.offering") return { type: "human" };
      // "Stop, or rest?": a bare yes chooses neither.
      if (state === "guided.cancelling") return { type: "cancel" };
      if (state === "offered" && talk.saved.offers.length === 1)
        return { type: "pick", flow: talk.saved.offers[0] ?? "" };
      if (state === "erasing" || state === "practised") return { type: "yes" };
    }
    if (noWords.has(folded))
      return state === "guided.cancelling" ? { type: "repeat" } : { type: "no" };
  }

  const atEnd = state === "finished" ? afterTheEnd(talk, text, matter) : undefined;
  if (atEnd !== undefined) return atEnd;
  if (asksOfficeHours(text)) return { type: "aside", about: "office-hours" };

  const awaited = talk.saved.case === undefined ? undefined : ofAwaited(text);
  if (awaited !== undefined) return { type: awaited === "enough" ? "take-back" : "human" };

  const tongue = wantsOwnTongue(text);
  if (tongue !== undefined) return { type: "own-tongue", speech: tongue.speech };
  const speech = speechIn(text, state === "guided.speech");
  if (speech !== undefined) return { type: "listen", speech };
  if (talk.saved.guiding && wantsToListen(text)) return { type: "listen" };

  if (wantsToBeCalled(text)) return { type: "call-me" };
  // Without marks "lời" is "lỗi", and no page is out of order.
  if (leavesMessage.test(folded)) return { type: "leave-message" };

  const short = text.length < 60;
  if (
    anywhere !== undefined &&
    (short || anywhere.kind === "human" || anywhere.kind === "delete-me")
  ) {
    switch (anywhere.kind) {
      case "language":
        return { type: "language", language: anywhere.language };
      case "delete-me":
        return { type: "erase" };
      case "human":
        return { type: "human" };
      case "does-it-cost":
        // "Định danh mức 2 có mất tiền không": the task is told apart from the question.
        if (!talk.saved.guiding && clearNeed(talk, text, "cost") !== undefined) break;
        // Of one of those offered; before any menu it may be asked of us.
        if (state === "offered" && asksOfNoTask(talk, text, "cost")) break;
        return { type: "aside", about: anywhere.kind };
      case "machine-or-human":
      case "is-it-a-scam":
      case "what-is-kept":
        return { type: "aside", about: anywhere.kind };
      case "greeting":
      case "thanks":
        // "Chào cháu, bà muốn làm khai sinh": the need counts, not the greeting.
        if (library.readNeed(text).verdict === "none")
          return state === "greeting" && anywhere.kind === "greeting"
            ? { type: "arrived" }
            : { type: "aside", about: anywhere.kind };
        break;
    }
  }

  if (matter !== undefined && answersAbout(talk, matter))
    return { type: "aside", about: "matter", matter };
  if (
    talk.saved.guiding &&
    (state.startsWith("guided.") || state === "resting" || state === "asking")
  )
    return readInGuide(talk, inbound);

  return readNeed(talk, text, matter);
}

const wantsMore = [
  /^(?:da )?(?:co|con)(?: (?:chu|a|nua|day|viec|chau|em))*$/,
  /^(?:(?:the|vay) )?(?:gio (?:thi )?(?:lam|sao)|roi sao|lam gi)(?: (?:gi|sao|nua|tiep|day))*$/,
  /\b(?:lam|dang ky|nop)(?: tiep)? (?:cho|them)(?: \S+){1,4} nua$/,
];
/** "Chưa xong đâu": what is still to come is said again. */
const notYet = /^(?:\S+ ){0,2}?chua xong(?: (?:dau|ma|a|han|het|day|chau|em|con|nhe|oi))*$/;
const nothingMore =
  /^(?:da |u |vang |uh |ok )*(?:(?:the |vay )?thoi(?: (?:duoc roi|du roi|nhe|chau|em|a|vay|the|day))*|(?:(?:toi|em|ba|ong|bac|minh) )?(?:khong|ko|k|chang|cha|khoi|het) (?:can|con|co|muon|phai)?(?: (?:gi|viec|viec gi|hoi|lam))*(?: (?:nua|them|dau|roi|a|nhe|chau|em))*|(?:the|vay) la (?:du|duoc|tot)(?: roi)?(?: \S+)?)$/;

/** Guides for what has been sent off already. */
const ofDossiers = /^(?:tra-cuu-ho-so|nop-)/;

/** What is said when a guide has ended: thanks are read elsewhere, a new need below. */
function afterTheEnd(talk: Talk, text: string, matter: Matter | undefined): TalkEvent | undefined {
  const folded = fold(text);
  const { ended } = talk.saved;
  const ofTheEnded = (words: string) =>
    ended !== undefined && talk.world.library.readNeed(words).flows[0] === ended.flow;
  if (asksWhatIsLeft(text, ofTheEnded) || notYet.test(folded))
    return { type: "aside", about: "what-is-left" };
  if (wantsMore.some((way) => way.test(folded))) return { type: "menu" };
  if (nothingMore.test(folded)) return { type: "no" };
  if (saysDone(text) || agrees(text)) return { type: "aside", about: "noted" };
  if (matter !== "time" && matter !== "where") return undefined;
  const named = clearNeed(talk, text, matter)?.flows[0];
  if (named !== undefined && named !== ended?.flow && !ofDossiers.test(named)) return undefined;
  // "Thế bao giờ có", "lấy ở đâu": of what has just been sent.
  const { verdict, flows } = talk.world.library.readNeed(`hồ sơ đã nộp, ${text}`);
  return verdict === "none" ? undefined : { type: "need", flows, clear: verdict === "clear" };
}

/** A person was offered, is being asked for or has been called, and is not wanted after all. */
function goesOnAlone(talk: Talk): TalkEvent | undefined {
  const { state, asking } = talk.saved;
  if (state === "guided.offering") return { type: "no" };
  if (talk.saved.case !== undefined || asking?.afterwards.go === "open-case")
    return { type: "take-back" };
  if (!state.startsWith("guided.")) return undefined;
  const { step } = standing(talk);
  if (step.kind === "hand-over") return { type: "take-back" };
  return step.kind === "do" ? { type: "aside", about: "wait" } : undefined;
}
