/** From an inbound to what it means here: pressed, typed as a number, said in words, or happened by itself. */

import type { Step } from "../authoring/expand.ts";
import type { GatherStep } from "../authoring/flow-schema.ts";
import type { Inbound, InboundOf } from "../inbound.ts";
import { looksLikeScam } from "../scam.ts";
import { MASK } from "../secrets.ts";
import { papersNamed } from "../steps/gather.ts";
import { mannerOf } from "../steps/manner-of.ts";
import { troublesOf } from "../steps/troubles.ts";
import { addressWished } from "../understanding/address.ts";
import { wantsElsewhere } from "../understanding/elsewhere.ts";
import { fold } from "../understanding/fold.ts";
import { type Intent, readAnywhere } from "../understanding/intents.ts";
import { type KnownPlace, placeReader } from "../understanding/places.ts";
import {
  practiceWish,
  practisedEnough,
  triesAgain,
  wantsForReal,
} from "../understanding/practice.ts";
import { readingWordsIn, stepNumberIn } from "../understanding/reading-words.ts";
import { isHearsay, speechIn, wantsToListen } from "../understanding/speech.ts";
import {
  type CaseId,
  type JourneyId,
  type MediaId,
  type PropagandistId,
  speeches,
} from "../vocabulary.ts";
import { withQuote } from "../words/quote.ts";
import { standing } from "./acts/guide.ts";
import { heldOf } from "./acts/helping/side.ts";
import { isPractising, offersPractice } from "./acts/practice.ts";
import { readWanted } from "./acts/wanted.ts";
import type { Choice } from "./effect.ts";
import type { HelpingAct, ReadingAct, TalkEvent } from "./event.ts";
import type { Shown, Unsent } from "./saved.ts";
import { flowOf, type Talk } from "./talk.ts";

/** Longer than any message a platform carries as one; what is beyond it was no message to us. */
const longestWords = 4096;

export function read(talk: Talk, inbound: Inbound): TalkEvent {
  const event = readInbound(talk, inbound);
  if (talk.saved.state === "beside") return beforeAgreeing(event);
  if (talk.saved.case?.state.is === "claimed") return whileHeld(talk, event);
  if (inbound.kind === "words" && isLate(talk, inbound) && answersOnly.has(event.type))
    return { type: "already" };
  return event;
}

const heardBeforeAgreeing: ReadonlySet<TalkEvent["type"]> = new Set([
  "yes",
  "no",
  "language",
  "moved",
  "timer",
]);

/** Somebody sits beside, and nobody has said yes yet: nothing begins. */
function beforeAgreeing(event: TalkEvent): TalkEvent {
  if (heardBeforeAgreeing.has(event.type)) return event;
  // Another place asks for it: there is nothing to stay for. A code typed here has to wait for the yes.
  if (event.type === "moving" && event.note.kind !== "return-code") return event;
  if (event.type === "done") return { type: "yes" };
  return event.type === "erase" || event.type === "stop" ? { type: "no" } : { type: "repeat" };
}

/** What still counts while a person holds the case. */
const heardWhileHeld: ReadonlySet<TalkEvent["type"]> = new Set([
  "tell-person",
  "send-person",
  "edited",
  "place",
  "recall",
  "undelivered",
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
function whileHeld(talk: Talk, event: TalkEvent): TalkEvent {
  if (heardWhileHeld.has(event.type)) return event;
  if (event.type === "aside" && event.about === "secret") return event;
  if (event.type === "unread" && event.why !== "command") return event;
  if (event.type === "which-screen" && event.step !== undefined) return event;
  const asked = talk.saved.state === "asking" || talk.saved.state === "erasing";
  const answers = event.type === "yes" || event.type === "no" || event.type === "wanted";
  return asked && answers ? event : { type: "repeat" };
}

/** Means something only as the answer to what was asked. */
const answersOnly: ReadonlySet<TalkEvent["type"]> = new Set([
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
    case "undelivered":
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
      return { type: "case-note", note: inbound };
    case "staff-said":
      return { type: "staff-said", note: inbound };
    case "called":
    case "yours":
    case "gone":
    case "resident-said":
    case "resident-sent":
    case "refused":
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

function readArrival(talk: Talk, payload: string | undefined): TalkEvent {
  return payload !== undefined && talk.world.library.flows.has(payload)
    ? { type: "pick", flow: payload }
    : { type: "arrived" };
}

function readCommand(talk: Talk, inbound: InboundOf<"command">): TalkEvent {
  const helping = talk.saved.helping !== undefined && !talk.saved.guiding;
  switch (inbound.command) {
    case "start":
      return readArrival(talk, inbound.payload);
    case "menu":
      return { type: "menu" };
    case "human":
      return helping ? { type: "helping", act: { act: "list", page: 0 } } : { type: "human" };
    case "later":
      return helping ? { type: "helping", act: { act: "duty", on: false } } : { type: "later" };
    case "duty":
      return talk.saved.helping === undefined
        ? { type: "unread", why: "command" }
        : { type: "helping", act: { act: "duty", on: true } };
    case "language":
      return { type: "language" };
    case "delete":
      return { type: "erase" };
    case "help":
      return { type: "aside", about: "help" };
    case "unknown":
      return { type: "unread", why: "command" };
  }
}

/** A choice's id is all a press carries; what it means is written in it. */
export function eventOf(id: string): TalkEvent | undefined {
  const [head = "", ...tail] = id.split(":");
  const rest = tail.join(":");
  switch (head) {
    case "c":
      return { type: "choice", choice: rest };
    case "t":
      return { type: "trouble", trouble: rest };
    case "i":
      return { type: "tick", items: [rest] };
    case "items":
      return { type: "more-papers", page: Number(rest) };
    case "f":
      return { type: "pick", flow: rest };
    case "field":
      return { type: "field", field: rest };
    case "resume":
      return { type: "resume", journey: rest as JourneyId };
    case "w":
      return { type: "wanted", value: rest };
    case "correct":
      return rest === "" ? { type: "correct" } : { type: "correct", step: rest };
    case "screen":
      return { type: "which-screen", step: rest };
    case "trouble":
    case "not-done":
      return { type: "not-done" };
    case "helped":
      return { type: "helped", well: rest === "yes" };
    case "voice":
      return { type: "send-voice", media: rest as MediaId };
    case "speech": {
      const speech = speeches.find((known) => known === rest);
      return speech === undefined ? undefined : { type: "listen", speech };
    }
    case "done":
    case "explain":
    case "listen":
    case "human":
    case "more":
    case "back":
    case "menu":
    case "later":
    case "cancel":
    case "repeat":
    case "yes":
    case "no":
    case "skip":
    case "anew":
    case "for-real":
    case "stop":
    case "take-back":
    case "call-me":
    case "leave-message":
    case "which-screen":
    case "more-troubles":
    case "lacking":
    case "elsewhere":
      return { type: head };
    case "practise":
      return { type: "practise", flows: [] };
    case "none-of-these":
      return { type: "no" };
    default:
      return undefined;
  }
}

/** Presses of a propagandist carry their case, so they work however old the message is. */
function helpingActOf(id: string): HelpingAct | undefined {
  const [head = "", first = "", ...tail] = id.split(":");
  const last = tail.join(":") as CaseId;
  const only = first as CaseId;
  switch (head) {
    case "claim":
      return { act: "claim", case: only };
    case "release":
      return { act: "release", case: only };
    case "end":
      return { act: "end", case: only, page: 0 };
    case "ends":
      return { act: "end", case: last, page: Number(first) };
    case "turn":
      return { act: "turn-to", case: only };
    case "pass":
      return { act: "pass-on", case: only };
    case "tools":
      return { act: "tools", case: only };
    case "show":
      return { act: "show", case: only };
    case "st":
      return { act: "show", case: last, position: Number(first) };
    case "sts":
      return { act: "choose-shown", case: only, page: Number(tail[0] ?? 0) };
    case "see":
      return { act: "ask-screen", case: only };
    case "can":
      return { act: "choose-answer", case: only, page: Number(tail[0] ?? 0) };
    case "say":
      return { act: "ready-answer", case: last, position: Number(first) };
    case "two":
      return { act: "choose-second", case: only, page: Number(tail[0] ?? 0) };
    case "inv":
      return { act: "invite", case: last, to: first as PropagandistId };
    case "upto":
      return { act: "choose-step", case: only, page: Number(tail[0] ?? 0) };
    case "up":
      return { act: "up-to", case: last, position: Number(first) };
    case "cases":
      return { act: "list", page: Number(first) };
    case "to":
      return { act: "send-to", case: only };
    case "whom":
      return { act: "offer-whom", page: Number(first) };
    case "drop":
      return { act: "drop" };
    case "duty":
      return { act: "duty", on: first === "on" };
    case "beside":
      return { act: "beside" };
    case "read": {
      const reading = readingActOf(first, tail.join(":"));
      return reading === undefined ? undefined : { act: "read-aloud", reading };
    }
    case "o":
      switch (first) {
        case "still-here":
        case "finished":
        case "needs-paper":
        case "in-person":
        case "unreached":
        case "meet":
          return { act: "outcome", case: last, outcome: first };
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

/** Presses of a propagandist who reads steps aloud. */
function readingActOf(name: string, of: string): ReadingAct | undefined {
  switch (name) {
    case "begin":
    case "ask-speech":
    case "skip":
    case "keep":
    case "again":
    case "remove":
    case "stop":
      return { do: name };
    case "speech": {
      const speech = speeches.find((known) => known === of);
      return speech === undefined ? undefined : { do: "speech", speech };
    }
    case "guide":
      return { do: "guide", flow: of };
    case "guides":
    case "steps":
      return { do: name, page: Number(of) };
    case "step":
      return { do: "step", position: Number(of) };
    default:
      return undefined;
  }
}

/** Words of a propagandist who records steps, or would like to. */
function readReading(talk: Talk, { text }: InboundOf<"words">): HelpingAct | undefined {
  const { helping, guiding } = talk.saved;
  if (helping === undefined || guiding) return undefined;
  const open = helping.reading?.open === true;
  const meant = readingWordsIn(text, open);
  if (meant !== undefined)
    return {
      act: "read-aloud",
      reading: meant === "guides" || meant === "steps" ? { do: meant, page: 0 } : { do: meant },
    };
  if (!open) return undefined;
  const number = stepNumberIn(text);
  if (number !== undefined)
    return { act: "read-aloud", reading: { do: "step", position: number - 1 } };
  const speech = speechIn(text, true);
  if (speech !== undefined) return { act: "read-aloud", reading: { do: "speech", speech } };
  const need = talk.world.library.readNeed(text);
  const [flow] = need.flows;
  return need.verdict === "clear" && flow !== undefined && talk.world.library.flows.has(flow)
    ? { act: "read-aloud", reading: { do: "guide", flow } }
    : undefined;
}

function readPress(talk: Talk, { turn, choice }: InboundOf<"press">): TalkEvent {
  if (talk.saved.helping !== undefined) {
    const act = helpingActOf(choice);
    if (act !== undefined) return { type: "helping", act };
  }
  const shown = talk.saved.shown.find((s) => s.turn === turn);
  const offered = shown?.choices.find((c) => c.id === choice);
  if (shown === undefined || offered === undefined || !stillOpen(talk, shown, offered))
    return { type: "old-press" };
  return eventOf(choice) ?? { type: "old-press" };
}

/** Buttons that mean the same wherever they stand. */
const always = new Set([
  "human",
  "menu",
  "later",
  "call-me",
  "leave-message",
  "take-back",
  "helped:yes",
  "helped:no",
]);

/** The newest question's buttons count; an older one's only while its step is still the one stood on. */
function stillOpen(talk: Talk, shown: Shown, choice: Choice): boolean {
  if (shown === talk.saved.shown.at(-1)) return true;
  if (always.has(choice.id)) return true;
  const journey = talk.saved.guiding ? talk.saved.journeys.at(-1) : undefined;
  // Arriving again at a step makes its old buttons the buttons of another visit.
  return (
    shown.step !== undefined &&
    shown.step === journey?.step &&
    (shown.state === talk.saved.state || standsBeside(talk, choice)) &&
    talk.saved.shown.every(
      (s) => s.turn <= shown.turn || s.step === shown.step || s.step === undefined,
    )
  );
}

/** Looking at the troubles, or at other things, nobody has left the step: what it asks may still be answered. */
function standsBeside(talk: Talk, { id }: Choice): boolean {
  const { state } = talk.saved;
  const beside = state.startsWith("guided.") && state !== "guided.proving";
  return beside && (id === "done" || id === "explain" || id === "listen" || id.startsWith("c:"));
}

function readMedia(talk: Talk, inbound: InboundOf<"photo" | "voice">): TalkEvent {
  const { kind: form, media } = inbound;
  const caption = inbound.kind === "photo" ? inbound.caption : "";
  const again =
    inbound.kind === "photo" && inbound.album !== undefined && inbound.album === talk.saved.album;
  const album = inbound.kind === "photo" ? inbound.album : undefined;
  const { message, quote } = inbound;
  const act = helpingWith(talk, inbound, {
    is: "media",
    media,
    form,
    caption,
    album,
    message,
    quote,
  });
  if (act !== undefined) return { type: "helping", act };
  if (form === "voice" && talk.saved.helping?.reading?.at !== undefined)
    return { type: "helping", act: { act: "read-aloud", reading: { do: "heard", media } } };
  if (
    talk.saved.state === "with-person" ||
    (talk.saved.state === "asking" && talk.saved.asking?.what === "photo")
  )
    return form === "voice"
      ? { type: "send-person", media }
      : { type: "photo", media, caption, again };
  if (form === "voice") return { type: "voice", media };
  if (talk.saved.guiding) {
    const { step } = standing(talk);
    if (mannerOf(step).takesPhoto(step)) return { type: "value", value: "photo", media };
  }
  return again ? { type: "same-album" } : { type: "unread", why: "photo" };
}

/** Whom a propagandist's plain words, picture or recording is for. */
type Addressee =
  | { readonly is: "somebody"; readonly case: CaseId; readonly chosen: boolean }
  | { readonly is: "not-held"; readonly case: CaseId }
  | { readonly is: "doubtful" }
  /** They hold no case: what they write is their own. */
  | { readonly is: "nobody" };

/**
 * An answer to a message of a case goes there and nowhere else. Anything else goes to the current case, unless it
 * was written before the message that made that one current was there.
 */
function addressee(
  talk: Talk,
  { about, seen }: { readonly about?: CaseId | undefined; readonly seen?: number | undefined },
): Addressee {
  const { helping } = talk.saved;
  if (helping === undefined) return { is: "nobody" };
  const held = heldOf(talk);
  if (about !== undefined)
    return held.some((c) => c.id === about)
      ? { is: "somebody", case: about, chosen: true }
      : { is: "not-held", case: about };
  if (held.length === 0) return { is: "nobody" };
  const { current, currentSince = 0 } = helping;
  const late = seen !== undefined && seen < currentSince;
  return current === undefined || late || !held.some((c) => c.id === current)
    ? { is: "doubtful" }
    : { is: "somebody", case: current, chosen: false };
}

/** What a propagandist's message does, when it is for anybody's case. */
function helpingWith(
  talk: Talk,
  inbound: { readonly about?: CaseId | undefined; readonly seen?: number | undefined },
  what: Unsent,
): HelpingAct | undefined {
  const to = addressee(talk, inbound);
  switch (to.is) {
    case "somebody":
      return { act: "send", case: to.case, what, chosen: to.chosen };
    case "doubtful":
      return { act: "ask-whom", what };
    case "not-held":
      return { act: "not-held", case: to.case };
    case "nobody":
      return undefined;
  }
}

/** An edit follows the message it changes, to whomever that went. */
function readEdited(talk: Talk, { text, masked, message }: InboundOf<"edited">): TalkEvent {
  const { helping } = talk.saved;
  const sent = helping?.sent?.findLast((s) => s.message === message);
  if (sent !== undefined)
    return heldOf(talk).some((c) => c.id === sent.case)
      ? { type: "helping", act: { act: "edit", case: sent.case, text, masked } }
      : { type: "helping", act: { act: "not-held", case: sent.case } };
  return helping !== undefined && !talk.saved.guiding
    ? { type: "helping", act: { act: "nothing" } }
    : { type: "edited", text };
}

function readLocation(talk: Talk, inbound: InboundOf<"location">): TalkEvent {
  const { latitude, longitude } = inbound;
  const act = helpingWith(talk, inbound, { is: "place", latitude, longitude });
  return act === undefined ? { type: "place", latitude, longitude } : { type: "helping", act };
}

/** Little is left beside the secret: nothing else was meant. */
export function isOnlySecret({ text, masked }: InboundOf<"words">): boolean {
  return masked.length > 0 && text.replaceAll(MASK, "").replaceAll(/[^\p{L}]/gu, "").length < 25;
}

/** A propagandist types what the newest message offered: its label, or its number where nobody else would get it. */
function readOffered(talk: Talk, { text, about }: InboundOf<"words">): HelpingAct | undefined {
  const offered = talk.saved.helping?.offered;
  if (offered === undefined || about !== undefined) return undefined;
  const folded = fold(text);
  const position = /^(\d{1,2})$/.exec(folded)?.[1];
  const byNumber =
    position === undefined || !offered.byNumber || talk.saved.guiding
      ? undefined
      : offered.choices[Number(position) - 1];
  const meant = byNumber ?? offered.choices.find((choice) => fold(choice.says) === folded);
  return meant === undefined ? undefined : helpingActOf(meant.id);
}

function readWords(talk: Talk, inbound: InboundOf<"words">): TalkEvent {
  const { text } = inbound;
  if (talk.world.cameBy !== undefined && talk.saved.helping === undefined)
    return { type: "arrived" };
  const typed = readOffered(talk, inbound);
  if (typed !== undefined) return { type: "helping", act: typed };
  const completing = talk.saved.helping?.completing;
  if (completing !== undefined && (inbound.about ?? completing.case) === completing.case) {
    const what = completing.what === "meeting" ? "meeting-place" : "passing-note";
    return { type: "helping", act: { act: what, case: completing.case, text } };
  }
  const { masked, message, quote } = inbound;
  const act = helpingWith(talk, inbound, { is: "words", text, masked, message, quote });
  if (act !== undefined) return { type: "helping", act };
  const reading = readReading(talk, inbound);
  if (reading !== undefined) return { type: "helping", act: reading };
  const anywhere = readAnywhere(text);
  const held = talk.saved.case?.state.is === "claimed";
  if (held) {
    if (fold(text) === fold("Tự làm tiếp") || fold(text) === fold("I will go on alone"))
      return { type: "take-back" };
    if (anywhere?.kind === "delete-me") return { type: "erase" };
    if (anywhere?.kind === "language" && text.length < 30)
      return { type: "language", language: anywhere.language };
    return (
      readWhileHeld(talk, inbound) ?? { type: "tell-person", text: withQuote(inbound.quote, text) }
    );
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
    readAskedPlace(talk, inbound) ??
    readStanding(talk, inbound, anywhere)
  );
}

function placeIn(talk: Talk, text: string): KnownPlace | undefined {
  const reading = placeReader(talk.world.library.places)(text);
  return reading.kind === "none" || reading.how === "mentioned" ? undefined : reading;
}

/** Longer than this it is a story with a need in it, whatever place it asks about on the way. */
const longestPlaceQuestion = 90;

/** "không thấy tên xã Hà Lang": a place is looked for, whatever is being asked. */
function readAskedPlace(talk: Talk, { text }: InboundOf<"words">): TalkEvent | undefined {
  if (text.length > longestPlaceQuestion) return undefined;
  const place = placeIn(talk, text);
  if (place?.how !== "asked") return undefined;
  const trouble = troubleOfMissingCommune(talk, place);
  return { type: "aside", about: "place", place, ...(trouble === undefined ? {} : { trouble }) };
}

/** Nothing but a place was written, where nothing asked for one. */
function readNamedPlace(talk: Talk, text: string): TalkEvent | undefined {
  const place = placeIn(talk, text);
  return place === undefined ? undefined : { type: "aside", about: "place", place };
}

/** The step's own mend tells where this commune is, so it fits only whose place became this commune. */
function troubleOfMissingCommune(talk: Talk, place: KnownPlace): string | undefined {
  if (!talk.saved.guiding || !talk.saved.state.startsWith("guided.")) return undefined;
  const { commune } = talk.world.library.desk;
  const communes =
    place.kind === "one" ? [place.now] : place.kind === "district" ? place.communes : [];
  const { step } = standing(talk);
  if (step.kind !== "do" || !communes.some(({ id }) => id === commune)) return undefined;
  return Object.entries(step.troubles ?? {}).find(
    ([, { says, fix }]) => fix !== undefined && /\b(ten xa|xa cu)\b/.test(fold(says.vi)),
  )?.[0];
}

/** The machine's own questions (about a photo, about erasing) are answered to it, everything else to the person. */
function readWhileHeld(talk: Talk, inbound: InboundOf<"words">): TalkEvent | undefined {
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
  // "Is there a card in it?": "không" lets it pass, "có" keeps it back, and "vâng" could be either.
  if (noWords.has(folded) || folded === "khong co") return { type: "wanted", value: "yes" };
  if (folded === "co" || folded === "da co" || folded === "co a" || folded === "yes")
    return { type: "wanted", value: "no" };
  return readShown(talk, inbound);
}

/** The newest question that had been delivered when this was written. */
function questionFor(talk: Talk, { seen }: InboundOf<"words">): Shown | undefined {
  return talk.saved.shown.findLast((s) => seen === undefined || s.turn <= seen);
}

/** A number or a label names a choice of the newest question that had been delivered. */
function readShown(talk: Talk, inbound: InboundOf<"words">): TalkEvent | undefined {
  const newest = questionFor(talk, inbound);
  if (newest === undefined) return undefined;
  const folded = fold(inbound.text);
  const position = /^(?:so )?(\d{1,2})$/.exec(folded)?.[1];
  const byDigit =
    position === undefined || digitsAnswer(talk) ? undefined : newest.choices[Number(position) - 1];
  const byLabel = newest.choices.find((c) => fold(c.says) === folded);
  const meant = byDigit ?? byLabel;
  if (meant === undefined) return undefined;
  return stillOpen(talk, newest, meant) ? eventOf(meant.id) : { type: "already" };
}

/** Written before the newest question had been delivered, to one that is no longer open: it cannot answer that. */
function isLate(talk: Talk, inbound: InboundOf<"words">): boolean {
  if (inbound.seen === undefined || talk.saved.shown.length < 2) return false;
  const asked = questionFor(talk, inbound);
  return asked === undefined || !stillOpen(talk, asked, { id: "", says: "" });
}

function digitsAnswer(talk: Talk): boolean {
  if (talk.saved.asking !== undefined && talk.saved.state === "asking")
    return talk.saved.asking.what === "phone";
  if (talk.saved.state !== "guided.step" || !talk.saved.guiding) return false;
  const { step } = standing(talk);
  return mannerOf(step).digitsAnswer;
}

const yesWords = new Set([
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
const noWords = new Set([
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

function readStanding(
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

  if (state === "asking") {
    if (
      talk.saved.asking?.what !== "address" &&
      talk.saved.asking?.what !== "village" &&
      talk.saved.asking?.what !== "phone"
    ) {
      if (yesWords.has(folded)) return { type: "wanted", value: "yes" };
      if (noWords.has(folded)) return { type: "wanted", value: "no" };
      const value = readWanted(talk, text);
      if (value !== undefined) return { type: "wanted", value };
    } else if (anywhere === undefined) {
      const value = readWanted(talk, text);
      if (value !== undefined) return { type: "wanted", value };
      if (noWords.has(folded)) return { type: "skip" };
      if (talk.saved.asking.what === "phone") return { type: "unread", why: "not-a-phone" };
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

  const speech = speechIn(text, state === "guided.speech");
  if (speech !== undefined) return { type: "listen", speech };
  if (talk.saved.guiding && wantsToListen(text)) return { type: "listen" };

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
      case "machine-or-human":
      case "is-it-a-scam":
      case "does-it-cost":
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

  if (
    talk.saved.guiding &&
    (state.startsWith("guided.") || state === "resting" || state === "asking")
  )
    return readInGuide(talk, inbound);

  const need = library.readNeed(text);
  if (need.verdict !== "clear") {
    const place = readNamedPlace(talk, text);
    if (place !== undefined) return place;
  }
  if (need.verdict === "none") return outsideIntent(talk, text);
  return { type: "need", flows: need.flows, clear: need.verdict === "clear" };
}

/** Trying a guide out, trying a step again, having tried enough, or going on to the real thing; words left for somebody are only theirs. */
function readPractice(talk: Talk, text: string): TalkEvent | undefined {
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

/** With no guide open a few intents still mean something. */
const meaningOutside: Readonly<Partial<Record<Intent, TalkEvent>>> = {
  human: { type: "human" },
  menu: { type: "menu" },
  later: { type: "later" },
  stuck: { type: "human" },
  distress: { type: "human" },
  back: { type: "menu" },
  cancel: { type: "menu" },
  repeat: { type: "repeat" },
};

function outsideIntent(talk: Talk, text: string): TalkEvent {
  const { intent } = talk.world.library.readInGuide(text, { kind: "choose", choices: [] });
  if (talk.saved.state === "practised" && (intent === "yes" || intent === "no"))
    return { type: intent };
  const meant = intent === undefined ? undefined : meaningOutside[intent];
  return meant ?? { type: "unread", why: "not-understood" };
}

/** Papers are named in one's own words; what names none is read as anywhere in a guide. */
function readPapers(step: GatherStep, text: string): TalkEvent | undefined {
  const { has, lacks, all, lacking, unclear } = papersNamed(step, text);
  if (all) return { type: "done" };
  if (has.length > 0) return { type: "tick", items: has };
  if (lacks.length > 0) return { type: "untick", items: lacks };
  if (lacking && text.length < longestLack) return { type: "lacking" };
  return unclear && text.length < longestLack ? { type: "repeat" } : undefined;
}

/** "chưa có", "thiếu một tờ": longer than this it is a story with a no in it. */
const longestLack = 25;

/** Papers of the list that are not on the page shown may be named all the same. */
function papersBeside(step: Step, newest: Shown | undefined) {
  if (step.kind !== "gather") return [];
  return Object.entries(step.items)
    .map(([item, { says }]) => ({ id: `i:${item}`, words: [says.vi, says.en] }))
    .filter(({ id }) => newest?.choices.every((c) => c.id !== id) ?? true);
}

function readInGuide(talk: Talk, inbound: InboundOf<"words">): TalkEvent {
  const { text } = inbound;
  const { journey, step } = standing(talk);
  const newest = talk.saved.shown.at(-1);
  const manner = mannerOf(step);
  const papers = step.kind === "gather" ? readPapers(step, text) : undefined;
  if (papers !== undefined) return papers;
  const troubles = Object.entries(troublesOf(step)).map(([id, t]) => ({
    id,
    words: [t.says.vi, t.says.en],
  }));
  const proving = talk.saved.state === "guided.proving";
  const reading = talk.world.library.readInGuide(text, {
    kind: step.kind === "ask" ? "ask" : step.kind === "choose" ? "choose" : "do",
    // "Khác…" is one slip away from "nhắc lại": it is pressed, counted or written in full, never guessed.
    choices: (newest?.choices ?? [])
      .filter((c) => c.id !== "more")
      .map((c) => ({ id: c.id, words: [c.says] }))
      .concat(papersBeside(step, newest)),
    troubles,
    ...(proving ? { proving: true } : {}),
  });

  if (step.kind === "ask" && talk.saved.state === "guided.step") {
    const taken = manner.take(talk, step, text);
    // What is written in practice is only passed over, so whatever leads somewhere else comes first.
    if (journey.practice === true) {
      const known = step.answer !== "text" && taken?.ok === true;
      const elsewhere =
        known || reading.intent === undefined ? undefined : meaningOf(talk, reading.intent);
      return elsewhere ?? { type: "value", value: "" };
    }
    const wayOut =
      reading.intent !== undefined && step.answer !== "text"
        ? meaningOf(talk, reading.intent)
        : undefined;
    if (taken?.ok === true) return { type: "value", value: taken.value };
    if (wayOut !== undefined) return wayOut;
    if (taken !== undefined) return { type: "unread", why: taken.why };
  }

  if (reading.choice !== undefined) {
    return eventOf(reading.choice) ?? { type: "unread", why: "not-understood" };
  }
  const place = readNamedPlace(talk, text);
  if (place !== undefined) return place;
  if (reading.trouble !== undefined) return { type: "trouble", trouble: reading.trouble };
  if (reading.intent !== undefined) {
    if (reading.intent === "wrong-thing")
      return {
        type: "wrong-thing",
        flows: (reading.need?.flows ?? []).filter((id) => id !== journey.flow),
      };
    const meant = meaningOf(talk, reading.intent);
    if (meant?.type === "listen" && isHearsay(text)) return { type: "repeat" };
    if (meant !== undefined) return meant;
  }
  const need = talk.world.library.readNeed(text);
  const others = need.flows.filter((id) => id !== journey.flow && id !== flowOf(talk, journey).id);
  if (need.verdict === "clear" && others.length > 0 && need.flows[0] !== journey.flow)
    return { type: "need", flows: others.slice(0, 1), clear: false };
  return { type: "unread", why: "not-understood" };
}

function meaningOf(
  talk: Talk,
  intent: NonNullable<ReturnType<Talk["world"]["library"]["readInGuide"]>["intent"]>,
): TalkEvent | undefined {
  switch (intent) {
    case "done":
      return { type: "done" };
    case "not-done":
    case "trouble:otp":
    case "trouble:password":
    case "trouble:upload":
    case "trouble:not-found":
    case "trouble:error-page":
    case "trouble:network":
      return { type: "not-done" };
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

/** On a task a bare "vâng" says "I heard", not "I have done it"; on a question it may be one of the answers. */
function readYesOrNo(talk: Talk, said: "yes" | "no"): TalkEvent {
  if (talk.saved.state !== "guided.step") return { type: said };
  const { step } = standing(talk);
  // "Vâng" to a list of papers names none of them.
  if (step.kind === "gather") return said === "yes" ? { type: "repeat" } : { type: "lacking" };
  if (step.kind === "choose")
    return Object.hasOwn(step.choices, said)
      ? { type: "choice", choice: said }
      : { type: "unread", why: "not-understood" };
  return said === "yes" ? { type: "aside", about: "heard" } : { type: "not-done" };
}
