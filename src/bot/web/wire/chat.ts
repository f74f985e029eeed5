/**
 * What passes between the server and the resident's chat at `/` (cookie `cn_chat`, HttpOnly, SameSite=Lax; no
 * cookie: a new conversation is made by `open`). Types only: a page imports nothing else from the server.
 * All instants are milliseconds UTC.
 *   POST /api/chat/open                       {} → ChatOpened. Writes the greeting when the conversation is new.
 *   GET  /api/chat/entries?after=SEQ          → ChatNews (polling; same content as the stream)
 *   GET  /api/chat/stream                     text/event-stream; `id:` is the sequence, `event: entry` + Entry,
 *                                             `event: state` + ChatState; resumes by Last-Event-ID (or ?after=SEQ);
 *                                             `event: beat` every 20 s, so the page knows the stream lives
 *   POST /api/chat/say                        ChatSaid → ChatTaken, after the commit; the same key twice is taken once
 *   POST /api/chat/media?key=K&kind=photo|voice|file&name=N?&answers=SEQ?   raw bytes with their content type → ChatTaken
 *   POST /api/chat/seen                       { seq, reached? } the last entry that was on the screen, and the last that is here
 *   POST /api/chat/return                     { code } → ChatOpened of the older conversation, and a new cookie; 404 wrong, 429 too often;
 *                                             the same code from the same cookie again is answered again
 *   GET  /api/media/ID                        bytes; only for the conversation (or the claimer) they belong to; a step
 *                                             read aloud for every conversation of the commune
 * Errors are JSON { error: string (a coded reason), says: string (Vietnamese or English for the person) }.
 * 409 { error: "no-conversation" }: the cookie is unknown (erased or wiped); the page calls `open` again.
 * 429 carries Retry-After seconds. 413: over 10 MB.
 */
import type { Entry } from "./entry.ts";

export interface ChatState {
  /** Sequence of the newest entry that asks something; the page shows it on top when seen again. */
  readonly current?: number;
  /** A propagandist has claimed: the machine is silent. */
  readonly withPerson?: {
    readonly name: string;
    readonly role: string;
    /** Their likeness, where they have given one. */
    readonly photo?: string;
  };
  /**
   * While a person helps: the last line of the resident's that has arrived there and that was seen there, and the
   * first one that their platform refused.
   */
  readonly theirs?: { readonly reached: number; readonly seen: number; readonly lost?: number };
  /** Turns of the resident's own that were said to a person, and can be taken back. */
  readonly mayRecall?: readonly string[];
  /** Whoever helps, or has agreed to come: only they would see where the resident is. */
  readonly mayShowPlace?: string;
  /** Somebody has been called and nobody has come yet. */
  readonly waitingForPerson: boolean;
  /** Whose machine this is, as it is said now: a coordinator may change both while the page is open. */
  readonly operator?: string;
  readonly telephone?: string;
  readonly language: "vi" | "en";
  /** What steps are to be heard in, once it was chosen. */
  readonly speech?: string;
  /** The spoken return code, once there is something to return to. */
  readonly returnCode?: string;
}

export interface ChatOpened {
  readonly entries: readonly Entry[];
  readonly state: ChatState;
  /** What it is, and whether it is a trial: shown in the header, above whose machine it is. */
  readonly header: {
    readonly title: string;
    readonly trial: boolean;
    /** A draft of the guides, to be tried: nobody is called and nothing is counted. */
    readonly draft?: boolean;
    /** A propagandist sits beside and presses: what they call the person. */
    readonly beside?: string;
  };
}

export interface ChatNews {
  readonly entries: readonly Entry[];
  readonly state: ChatState;
}

export type ChatSaid =
  /** `answers`: the sequence of the line it answers, to a person. */
  | {
      readonly key: string;
      readonly seen: number;
      readonly text: string;
      readonly answers?: number;
    }
  | { readonly key: string; readonly seen: number; readonly recall: { readonly turn: string } }
  | {
      readonly key: string;
      readonly seen: number;
      readonly place: { readonly latitude: number; readonly longitude: number };
    }
  | {
      readonly key: string;
      readonly seen: number;
      readonly press: { readonly turn: string; readonly choice: string };
    };

export interface ChatTaken {
  readonly key: string;
  /** False when this key had been taken before. */
  readonly fresh: boolean;
}
