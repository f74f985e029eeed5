/**
 * Cases at the desk
 *   GET  /desk/api/cases        → DeskCases (waiting, mine, and closed in the last 7 days)
 *   GET  /desk/api/cases/ID     → DeskCase
 *   GET  /desk/api/search?q=    → DeskCard[]: cases by village, guide, reason, or words of notes
 *   GET  /desk/api/stream       text/event-stream: `event: cases` (the lists changed), `event: case` + { id } (that case changed)
 */
import type { Entry } from "./entry.ts";

export interface DeskCard {
  readonly id: string;
  readonly state: "waiting" | "claimed" | "resting" | "closed";
  /** Form of address, as a word: "cụ", "bà"; missing while unknown. */
  readonly address?: string;
  readonly village?: string;
  /** Somebody else is called the same: this one is the second, the third… */
  readonly number?: number;
  /** Whose paper: "con của cô ấy". */
  readonly subject?: string;
  readonly flow?: string;
  readonly step?: { readonly says: string; readonly sign?: string };
  /** Why I was called for it, in my language. */
  readonly why?: string;
  /** Closed within the last day by whoever helped, and asked for again. */
  readonly reopened?: { readonly by: string; readonly at: number; readonly outcome: string };
  /** How it came to a person: "bấm Gặp người giúp", "lỗi: mã không về". */
  readonly reason: string;
  readonly waitingSince: number;
  readonly claimedBy?: { readonly id: string; readonly name: string };
  /** Whom the resident asked for: anyone, another village, a woman, the office. */
  readonly wants?: string;
  readonly unread: number;
  /** The newest line of theirs, while one may read them; the desk confirms that it has arrived. */
  readonly newest?: number;
  /** The holder asks me to help too; I help beside the holder. */
  readonly invited?: true;
  readonly beside?: true;
  readonly channel: string;
  /** Whether the resident's page is open now; missing where the channel does not tell. */
  readonly present?: boolean;
  /** Until then they can be written to; later the platform refuses, and only a call reaches them. */
  readonly reachableUntil?: number;
  /** `due` says what to remind of now: it is tomorrow, within the hour, or was, and nobody said how it went. */
  readonly meeting?: {
    readonly at: number;
    readonly place: string;
    readonly due?: "tomorrow" | "soon" | "past";
  };
}

/** What a helper asked the coordinators, and nobody has answered yet. */
export interface DeskQuestion extends Pick<DeskCard, "address" | "village" | "number"> {
  readonly case: string;
  readonly key: string;
  /** Who asks, by name. */
  readonly by: string;
  readonly at: number;
  readonly text: string;
}

export interface DeskCases {
  /** For coordinators; oldest first. */
  readonly questions?: readonly DeskQuestion[];
  readonly waiting: readonly DeskCard[];
  readonly mine: readonly DeskCard[];
  readonly others: readonly DeskCard[];
  readonly closed: readonly DeskCard[];
}

export interface DeskEntry extends Entry {
  /** Not for the resident. */
  readonly internal?: boolean;
  /** Of what is internal: a note, a question to the coordinators, an answer to one. */
  readonly remark?: "note" | "question" | "answer";
  /** A picture, a recording or a document that was not passed on, or is kept no longer. */
  readonly withheld?: "kept-back" | "gone";
  /** Of a question: what an answer names, and whether there is one. */
  readonly question?: { readonly key: string; readonly answered: boolean };
  /** How far a message to the resident has come. */
  readonly delivery?: "waiting" | "sent" | "reached" | "seen" | "perhaps" | "failed";
}

/** A step by its name, and where it lies for them; `later` comes behind a question they were not asked yet. */
export interface DeskStep {
  readonly id: string;
  readonly says: string;
  readonly where?: "behind" | "here" | "ahead" | "later";
  /** It can be sent, but is nothing to be done. */
  readonly onlyToSend?: true;
}

export interface DeskCase {
  readonly card: DeskCard;
  /** The resident's telephone number; the claimer only. */
  readonly phone?: string;
  readonly tried: readonly string[];
  /** Papers of the list they stand on that are not there yet. */
  readonly missing: readonly string[];
  /** The step's screen as the resident sees it. */
  readonly picture?: { readonly url: string; readonly alt: string };
  /** Earlier cases of this person, newest first; the claimer only. */
  readonly earlier?: readonly {
    readonly at: number;
    readonly outcome: string;
    readonly flow?: string | undefined;
  }[];
  /** Steps shown since the case began; the claimer only. */
  readonly sent?: readonly string[];
  /** Why the one before gave it on. */
  readonly passed?: { readonly by: string; readonly note: string };
  /** Who helps beside the holder, by name. */
  readonly together: readonly string[];
  readonly thread: readonly DeskEntry[];
  /** Steps for "done up to…" and to be sent, by name, in the order of the road. */
  readonly steps: readonly DeskStep[];
  readonly canWrite: boolean;
}
