/** What an inbound means here and now. The types are a fixed list; nothing a person wrote is ever in one. */
import type { Matter } from "../authoring/flow-schema.ts";
import type { Document } from "../carried.ts";
import type { Helper, InboundOf } from "../inbound.ts";
import type { KnownPlace } from "../understanding/places.ts";
import type {
  CaseId,
  Day,
  FlowId,
  Instant,
  JourneyId,
  Language,
  MediaId,
  PropagandistId,
  Speech,
  StepId,
} from "../vocabulary.ts";
import type { Address } from "../words/address.ts";
import type { CommonTrouble } from "./common-trouble.ts";
import type { Unsent } from "./saved.ts";

export type Aside =
  | "machine-or-human"
  | "is-it-a-scam"
  | "does-it-cost"
  | "what-is-kept"
  | "greeting"
  | "thanks"
  | "help"
  | "heard"
  | "wait"
  | "cannot-read"
  | "secret"
  | "scam"
  /** Bad words, or a scolding: no answer to anything, and a kind word first. */
  | "upset"
  /** Frightened or at the end of their strength, with no guide open. */
  | "calm"
  /** The telephone threw them back: the place here is kept. */
  | "made-again"
  | "how-far"
  /** When an office is open. */
  | "office-hours"
  /** A paper is wanted, and nothing says which. */
  | "which-paper"
  /** After a guide's end: that they have done it, or have understood. */
  | "noted"
  /** After a guide's end: whether that was all, whether one only waits now, whether one must go there. */
  | "what-is-left"
  /** Somebody of the house may press for them. */
  | "by-family";

/** Why something could not be used as it came. */
export type Unread =
  | "not-understood"
  /** "Xong rồi" to a question: nothing was done there, and nothing is answered. */
  | "choose-one"
  | "not-a-number"
  | "not-a-date"
  | "not-a-phone"
  | "not-a-code"
  | "out-of-range"
  | "photo"
  | "photo-wanted"
  /** A document only a person could read. */
  | "document"
  | "sticker"
  | "file"
  | "too-large"
  | "location"
  | "contact"
  | "video"
  | "empty"
  | "too-long"
  | "command"
  | "other";

export type CaseNote = InboundOf<
  | "case-claim"
  | "case-release"
  | "case-say"
  | "case-send"
  | "case-tool"
  | "case-hand-back"
  | "case-remarked"
>;
export type HelperNote = InboundOf<
  | "called"
  | "yours"
  | "gone"
  | "resident-said"
  | "resident-sent"
  | "refused"
  | "remarked"
  | "meeting"
  | "joined"
  | "house-alarm"
  | "letter"
>;

export type MovingNote = InboundOf<"return-code" | "move-asked" | "moved-here" | "not-moved">;

export type TalkEvent =
  | { readonly type: "arrived" }
  | { readonly type: "beside"; readonly by: Helper }
  | { readonly type: "moved" }
  | {
      readonly type: "need";
      readonly flows: readonly FlowId[];
      readonly clear: boolean;
      /** What the same words answer to the guide's first question. */
      readonly answers?: string | undefined;
      /** What the same words ask of it. */
      readonly asks?: Matter | undefined;
    }
  | { readonly type: "pick"; readonly flow: FlowId }
  | { readonly type: "field"; readonly field: string }
  | { readonly type: "resume"; readonly journey: JourneyId }
  | { readonly type: "anew" }
  /** Wants to try a guide out first: one of these, or the one spoken of where none was named. */
  | { readonly type: "practise"; readonly flows: readonly FlowId[] }
  /** Enough practised: now it is done. */
  | { readonly type: "for-real" }
  | { readonly type: "done" }
  | { readonly type: "not-done" }
  /** `loosely`: gathered from a sentence, so what was understood is said. */
  | { readonly type: "choice"; readonly choice: string; readonly loosely?: true }
  /** `media`: the picture that answered. */
  | { readonly type: "value"; readonly value: string; readonly media?: MediaId }
  | { readonly type: "trouble"; readonly trouble: string }
  /** What goes wrong anywhere, where the step says nothing of it. */
  | { readonly type: "common-trouble"; readonly trouble: CommonTrouble }
  /** The troubles that did not fit beside the first ones. */
  | { readonly type: "more-troubles" }
  /** Papers somebody has, or has not. */
  | { readonly type: "tick"; readonly items: readonly string[] }
  | { readonly type: "untick"; readonly items: readonly string[] }
  /** The papers that did not fit beside the first ones. */
  | { readonly type: "more-papers"; readonly page: number }
  | { readonly type: "lacking" }
  | { readonly type: "yes" }
  | { readonly type: "no" }
  | { readonly type: "explain" }
  | { readonly type: "repeat" }
  /** Which of the things on the screen is to be pressed at this step. */
  | { readonly type: "which-press" }
  /** Would rather begin this guide again; asked back, since nothing may be lost by a word. */
  | { readonly type: "start-over" }
  /** Would rather speak another language than the machine writes. */
  | { readonly type: "own-tongue"; readonly speech?: Speech | undefined }
  /** Wants to hear the step, or to hear steps in this language from now on. */
  | { readonly type: "listen"; readonly speech?: Speech }
  | { readonly type: "back" }
  | { readonly type: "correct"; readonly step?: StepId }
  | { readonly type: "which-screen"; readonly step?: StepId }
  | { readonly type: "more" }
  | { readonly type: "human" }
  /** To whoever helped within the last day, and listens no more. */
  | { readonly type: "writes-helper"; readonly text: string }
  | { readonly type: "call-me" }
  | { readonly type: "leave-message" }
  | { readonly type: "stuck" }
  | { readonly type: "later" }
  | { readonly type: "menu" }
  | { readonly type: "cancel" }
  | { readonly type: "stop" }
  | { readonly type: "wrong-thing"; readonly flows: readonly FlowId[] }
  | { readonly type: "wanted"; readonly value: string }
  | { readonly type: "known-phone"; readonly phone: string }
  | { readonly type: "skip" }
  | { readonly type: "take-back" }
  | { readonly type: "language"; readonly language?: "vi" | "en" }
  /** Wants to be addressed so; nothing after an address that was wrong without saying which is right. */
  | { readonly type: "address"; readonly says?: Address }
  | { readonly type: "erase" }
  /** Wants to go on in another chat, on another telephone. */
  | { readonly type: "elsewhere" }
  | { readonly type: "moving"; readonly note: MovingNote }
  | { readonly type: "aside"; readonly about: Aside }
  /** Something of the task as a whole that its guide has an answer to. */
  | { readonly type: "aside"; readonly about: "matter"; readonly matter: Matter }
  /** The same, while it is open which task is meant. */
  | { readonly type: "aside"; readonly about: "matter-of-which"; readonly matter: Matter }
  /** A former place was named or looked for; `trouble` is the step's own one about a missing commune. */
  | {
      readonly type: "aside";
      readonly about: "place";
      readonly place: KnownPlace;
      readonly trouble?: string;
    }
  | { readonly type: "unread"; readonly why: Unread }
  | { readonly type: "voice"; readonly media: MediaId }
  /** `again`: one more picture or document of an album whose first one has been answered. */
  | ({
      readonly type: "photo";
      readonly media: MediaId;
      /** It is a document. */
      readonly file?: Document | undefined;
      readonly caption: string;
      readonly again: boolean;
    } & Answering)
  /** A further picture of an album nobody here can look at: the first one was answered. */
  | { readonly type: "same-album" }
  /** The resident wants a helper to hear this. */
  | { readonly type: "send-voice"; readonly media: MediaId }
  | { readonly type: "old-press" }
  | { readonly type: "already" }
  /** To the propagandist who has claimed. */
  | ({ readonly type: "tell-person"; readonly text: string } & Answering)
  | { readonly type: "edited"; readonly text: string }
  | { readonly type: "place"; readonly latitude: number; readonly longitude: number }
  | { readonly type: "recall"; readonly turn: number }
  /** Whether the help that was given helped. */
  | { readonly type: "helped"; readonly well: boolean }
  | { readonly type: "reached-again"; readonly note: InboundOf<"reached-again"> }
  | { readonly type: "undelivered"; readonly note: InboundOf<"undelivered"> }
  | { readonly type: "unheard"; readonly note: InboundOf<"case-unheard"> }
  | ({
      readonly type: "send-person";
      readonly media: MediaId;
      readonly caption: string;
    } & Answering)
  | { readonly type: "timer"; readonly name: string; readonly about?: string }
  | { readonly type: "claim"; readonly note: InboundOf<"case-claim"> }
  | { readonly type: "assign"; readonly note: InboundOf<"case-assign"> }
  | { readonly type: "case-note"; readonly note: Exclude<CaseNote, { kind: "case-claim" }> }
  | { readonly type: "staff-said"; readonly note: InboundOf<"staff-said"> }
  /** The propagandist's side of a chat. */
  | { readonly type: "helper-note"; readonly note: HelperNote }
  | { readonly type: "helping"; readonly act: HelpingAct };

/** It answers what was said in that turn of this conversation. */
export interface Answering {
  readonly quote?: string | undefined;
  readonly answers?: number | undefined;
}

export type HelpingAct =
  | { readonly act: "claim"; readonly case: CaseId }
  /** Wants to sit beside somebody and press for them. */
  | { readonly act: "beside" }
  | { readonly act: "release"; readonly case: CaseId }
  | { readonly act: "end"; readonly case: CaseId; readonly page: number }
  | { readonly act: "choose-step"; readonly case: CaseId; readonly page: number }
  | {
      readonly act: "outcome";
      readonly case: CaseId;
      readonly outcome:
        | "still-here"
        | "finished"
        | "needs-paper"
        | "in-person"
        | "unreached"
        | "meet";
    }
  | { readonly act: "up-to"; readonly case: CaseId; readonly mark: string }
  | {
      readonly act: "send";
      readonly case: CaseId;
      readonly what: Unsent;
      /** By answering a message of this case. */
      readonly chosen: boolean;
    }
  /** Changed what had been sent to this case. */
  | {
      readonly act: "edit";
      readonly case: CaseId;
      readonly text: string;
      readonly masked: readonly string[];
    }
  /** Of a message that waits until it is said whom it is for. */
  | {
      readonly act: "edit-unsent";
      readonly message: string;
      readonly text: string;
      readonly masked: readonly string[];
    }
  | { readonly act: "tools"; readonly case: CaseId; readonly page: number }
  /** Would like to write a note, or to ask the coordinators: the next words are it. */
  | { readonly act: "write-remark"; readonly case: CaseId; readonly as: "note" | "question" }
  | {
      readonly act: "remark";
      readonly case: CaseId;
      readonly as: "note" | "question";
      readonly text: string;
    }
  /** A coordinator answers what was asked about this case. */
  | { readonly act: "write-answer"; readonly case: CaseId }
  | {
      readonly act: "answer";
      readonly case: CaseId;
      readonly question: string;
      readonly text: string;
    }
  | { readonly act: "show"; readonly case: CaseId; readonly mark?: string }
  | { readonly act: "choose-shown"; readonly case: CaseId; readonly page: number }
  | { readonly act: "ask-screen"; readonly case: CaseId }
  | { readonly act: "choose-second"; readonly case: CaseId; readonly page: number }
  | { readonly act: "invite"; readonly case: CaseId; readonly to: PropagandistId }
  | { readonly act: "choose-answer"; readonly case: CaseId; readonly page: number }
  | { readonly act: "ready-answer"; readonly case: CaseId; readonly mark: string }
  | { readonly act: "pass-on"; readonly case: CaseId }
  | { readonly act: "passing-note"; readonly case: CaseId; readonly text: string }
  | { readonly act: "search"; readonly words: string }
  | { readonly act: "nothing" }
  /** Written, and it is doubtful for whom. */
  | { readonly act: "ask-whom"; readonly what: Unsent }
  | { readonly act: "offer-whom"; readonly page: number }
  | { readonly act: "send-to"; readonly case: CaseId }
  | { readonly act: "drop" }
  /** An answer to a message of a case that is not theirs, or no longer. */
  | { readonly act: "not-held"; readonly case: CaseId }
  | { readonly act: "unreadable" }
  | { readonly act: "turn-to"; readonly case: CaseId }
  | { readonly act: "list"; readonly page: number }
  | { readonly act: "duty"; readonly on: boolean }
  | { readonly act: "how-to-help" }
  /** What was to be told here about this case did not arrive. */
  | { readonly act: "unheard"; readonly case: CaseId; readonly held: boolean }
  /** The other one, when none is named. */
  | { readonly act: "language"; readonly language?: Language | undefined }
  | { readonly act: "read-aloud"; readonly reading: ReadingAct }
  | { readonly act: "arrange"; readonly case: CaseId; readonly pick: ArrangePick }
  /** A whole meeting in one line, which may also have been meant for the resident as it stands. */
  | {
      readonly act: "meeting-line";
      readonly case: CaseId;
      readonly at: Instant;
      readonly place: string;
      readonly text: string;
    }
  | { readonly act: "meeting-place"; readonly case: CaseId; readonly text: string };

/** One choice on the way to a meeting. */
export type ArrangePick =
  | { readonly is: "days"; readonly page: number }
  | { readonly is: "day"; readonly day: Day }
  | { readonly is: "part"; readonly part: "morning" | "afternoon" | "evening" }
  | { readonly is: "time"; readonly time: string }
  | { readonly is: "place"; readonly place: "home" | "house" | "office" }
  | { readonly is: "agreed" };

/** A propagandist reads steps aloud in their chat. */
export type ReadingAct =
  | { readonly do: "begin" }
  | { readonly do: "speech"; readonly speech: Speech }
  | { readonly do: "ask-speech" }
  | { readonly do: "guides"; readonly page: number }
  | { readonly do: "guide"; readonly flow: FlowId }
  | { readonly do: "steps"; readonly page: number }
  | { readonly do: "step"; readonly position: number }
  | { readonly do: "skip" }
  /** Their voice came in; it is played back before anything is kept. */
  | { readonly do: "heard"; readonly media: MediaId }
  | { readonly do: "keep" }
  | { readonly do: "again" }
  | { readonly do: "remove" }
  | { readonly do: "stop" };
