/** What a turn wants done. Committed together with the turn; nothing here has happened yet. */
import type { Field, Text } from "../authoring/flow-schema.ts";
import type { Carried } from "../carried.ts";
import type { Helper, Inbound, RemarkKind } from "../inbound.ts";
import type {
  CaseId,
  ConversationId,
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
import type { Recorded } from "../voice/recorded.ts";
import type { StepName } from "../who-helps.ts";
import type { Rung } from "./saved.ts";
import type { Signal } from "./stuck.ts";

export interface Choice {
  readonly id: string;
  readonly says: string;
}

/** One outgoing message. */
export interface Reply {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** The choices are typed by their words alone: a typed number means something else just now. */
  readonly byWords?: boolean | undefined;
  /** Shows a step of a guide; may be listened to, and stands on top when the page is seen again. */
  readonly step: boolean;
  readonly from: "machine" | Helper;
  readonly media?: Carried | undefined;
  /** A screen of `content/screens/`, or several (`words/board.ts`), to be shown as a picture where there is one. */
  readonly screen?: string | undefined;
  /** Recordings of the step shown, for a page with a button of its own to hear it. */
  readonly heardAs?: ReadonlyArray<{ readonly id: MediaId; readonly speech: Speech }> | undefined;
  /** Takes the place of the newest message about the same case, where the platform can edit. */
  readonly replaces?: boolean | undefined;
  /** Only a reminder: a platform that counts messages spends none of the last ones on it. */
  readonly nudge?: true | undefined;
  /** Asks for a telephone number: a platform may offer to share the one it knows. */
  readonly wantsPhone?: true | undefined;
  /** Takes the place of what was said in that turn here, where the platform can edit. */
  readonly recalls?: number | undefined;
  /**
   * It answers these words, which stand above it in `text` (`withQuote`). `turn`: where they were said here; a page or
   * a platform that can point there itself leaves them out (`withoutQuote`).
   */
  readonly quote?: { readonly text: string; readonly turn?: number | undefined } | undefined;
  /** These words were taken back: nothing of them is left. */
  readonly recalled?: boolean | undefined;
  /** In a propagandist's chat: the case this message belongs to. */
  readonly about?: CaseId | undefined;
}

/** What a timer belongs to; the end of its scope removes it. */
export type TimerScope =
  | "turn"
  | "conversation"
  | `step:${JourneyId}`
  | `journey:${JourneyId}`
  | `case:${CaseId}`;

/** A case as the desk lists it. Words are sealed by the store. */
export interface CaseRow {
  readonly id: CaseId;
  readonly state: "waiting" | "claimed" | "resting" | "closed";
  readonly openedAt: Instant;
  /** Opened at an hour at which people help. */
  readonly withinHours: boolean;
  readonly waitingSince: Instant;
  /** When something happens by itself if nobody does anything; missing once closed. */
  readonly nextAt?: Instant | undefined;
  readonly claimedBy?: PropagandistId | undefined;
  readonly called: readonly string[];
  /** Who is being called while it waits; the last one reached afterwards. */
  readonly rung?: Rung | undefined;
  /** The own village neither sees nor hears of it, unless somebody there was called. */
  readonly discreet?: boolean | undefined;
  readonly wants: string;
  readonly village?: string | undefined;
  readonly field?: Field | undefined;
  readonly flow?: FlowId | undefined;
  readonly outcome?: string | undefined;
  readonly card: Card;
  readonly phone?: string | undefined;
}

/** What a propagandist needs in one glance. Never a number or a code. */
/** What of a card is words in one language. */
export interface CardWords {
  readonly subject?: string | undefined;
  readonly flow?: string | undefined;
  readonly step?:
    | {
        readonly id: StepId;
        readonly says: string;
        readonly sign?: string | undefined;
        /** The screen of `content/screens/` it is drawn with. */
        readonly screen?: string | undefined;
      }
    | undefined;
  readonly reason: string;
  readonly wants?: string | undefined;
  readonly tried: readonly string[];
  /** Papers of the list stood on that are not there yet. */
  readonly missing?: readonly string[] | undefined;
  /** In the order of the road. */
  readonly steps: readonly StepName[];
}

/** Its own words are Vietnamese. */
export interface Card extends CardWords {
  /** The same for whoever reads English; a card kept by an older version of this program has none. */
  readonly en?: CardWords | undefined;
  readonly address?: string | undefined;
  readonly village?: string | undefined;
  /** Why people were called, by the rung they were called on, without our sign before it. */
  readonly whys?: Partial<Readonly<Record<Rung, Text>>> | undefined;
  /** Until then a message reaches them on a platform that closes its window; later only a call does. */
  readonly reachableUntil?: Instant | undefined;
  readonly meeting?: { readonly at: Instant; readonly place: string } | undefined;
  /** Closed within the last day and asked for again. */
  readonly reopened?:
    | {
        readonly case: CaseId;
        readonly by: string;
        readonly at: Instant;
        readonly outcome: string;
      }
    | undefined;
  /** Why the one before gave it on. */
  readonly passed?: { readonly by: string; readonly note: string } | undefined;
  /** Talk beside the holder; called in and not come yet. */
  readonly beside?: readonly string[] | undefined;
  readonly invited?: readonly string[] | undefined;
}

/** What came of an offer of help; where nothing is noted by the end of its day, they left. */
export const stuckFollowed = ["accepted", "declined", "went-on", "left"] as const;
export type StuckFollowed = (typeof stuckFollowed)[number];

/** Words about a case for those who help in it. */
export interface Remark {
  readonly case: CaseId;
  readonly key: string;
  readonly by: Helper;
  readonly text: string;
  readonly as: RemarkKind;
  /** Of an answer: the question. */
  readonly of?: string | undefined;
  readonly at: Instant;
}

/**
 * Why a propagandist's telephone speaks up: called, called in by the holder, written to by the resident, by
 * somebody who helps in the case or is asked about it, handed a case, to meet.
 */
export type Tidings = "needs-help" | "called-in" | "message" | "colleague" | "given" | "meeting";

/** `sent`: a step was passed at which a dossier goes off; going back and doing it again says so again. */
export type JourneyMoment = "begun" | "reached" | "sent" | "finished" | "stopped" | "helped";

export type Effect =
  | { readonly do: "say"; readonly reply: Reply }
  | {
      readonly do: "timer";
      readonly name: string;
      readonly scope: TimerScope;
      readonly at: Instant;
      readonly about?: string;
    }
  | { readonly do: "end-timer"; readonly name: string }
  | { readonly do: "end-scope"; readonly scope: TimerScope }
  | { readonly do: "note"; readonly to: ConversationId; readonly note: Inbound }
  | { readonly do: "case"; readonly row: CaseRow }
  /** These people were called, for the reason the rung names. */
  | {
      readonly do: "call";
      readonly case: CaseId;
      readonly rung: Rung;
      readonly who: readonly PropagandistId[];
    }
  /** Whoever of them asked to be told on a telephone is told, without a word of anybody's. */
  | {
      readonly do: "tell";
      readonly case: CaseId;
      readonly what: Tidings;
      readonly who: readonly PropagandistId[];
    }
  | {
      readonly do: "journey";
      readonly moment: JourneyMoment;
      readonly journey: JourneyId;
      readonly flow: FlowId;
      readonly field: Field;
      readonly village?: string | undefined;
      readonly step: StepId;
      readonly helped: "alone" | "in-chat" | "in-person";
      readonly outcome?: string | undefined;
    }
  | {
      readonly do: "stuck";
      readonly moment: "offered";
      readonly journey: JourneyId;
      readonly flow: FlowId;
      readonly field: Field;
      readonly village?: string | undefined;
      readonly step: StepId;
      readonly signal: Signal;
      readonly day: Day;
    }
  | {
      readonly do: "stuck";
      readonly moment: "followed";
      readonly journey: JourneyId;
      readonly step: StepId;
      readonly day: Day;
      readonly followed: StuckFollowed;
    }
  /** One more came by this code, or began a guide after that. Of whom is written nowhere. */
  | { readonly do: "came-by"; readonly code: string; readonly moment: "came" | "begun" }
  /** What the resident said of a case that is over: whether it helped. Counted, and never with their name. */
  | { readonly do: "case-answer"; readonly case: CaseId; readonly well: boolean }
  /** Somebody agreed that this propagandist sits beside and presses for them. */
  | { readonly do: "sat-beside"; readonly who: PropagandistId }
  | { readonly do: "consent"; readonly purpose: "keep" | "remind"; readonly given: boolean }
  /** From now on this code reopens the conversation elsewhere. */
  | { readonly do: "return-code"; readonly code: string }
  /**
   * What is a person's rather than a chat's is another conversation's from now on: the rows of the journeys, their
   * reminders, and these recordings, pictures and documents. It comes before an erasure of the same turn.
   */
  | {
      readonly do: "hand-on";
      readonly to: ConversationId;
      readonly media: readonly MediaId[];
    }
  /** Everything of this resident, at once; what follows in the same turn is said afterwards. */
  | { readonly do: "erase" }
  | { readonly do: "duty"; readonly who: PropagandistId; readonly on: boolean }
  /** From now on this propagandist reads this language, on the desk and in their chat. */
  | { readonly do: "reads"; readonly who: PropagandistId; readonly language: Language }
  /** What the person wrote held a secret: removed from the platform's chat where that is possible. */
  | { readonly do: "remove-inbound" }
  /** A picture or recording may now be seen by whoever holds the case; until then it is nobody else's. */
  | { readonly do: "share-media"; readonly media: MediaId }
  /**
   * The words of that turn of this conversation, said or heard, are no longer kept, nor where a later line quotes
   * them. `theirs`: the turn they have in the conversation they were carried from.
   */
  | { readonly do: "recall"; readonly turn: number; readonly theirs?: number | undefined }
  /** A picture that was not to be passed on is gone at once. */
  | { readonly do: "drop-media"; readonly media: MediaId }
  /** What a propagandist read aloud is kept: for these words, in this language, in place of any before. */
  | {
      readonly do: "record";
      readonly recorded: Omit<Recorded, "id" | "at">;
      readonly media: MediaId;
    }
  | { readonly do: "unrecord"; readonly recorded: MediaId }
  /** Kept for those who help, under a key of ours; no resident's conversation ever holds its words. */
  | { readonly do: "remark"; readonly remark: Omit<Remark, "at"> }
  /** The outcome of a propagandist's act, for whoever waits for it on the desk. */
  | {
      readonly do: "answer-act";
      readonly ok: boolean;
      readonly reason?: "taken" | "not-yours" | "closed" | "stopped" | "unknown";
      readonly says?: Text;
    };
