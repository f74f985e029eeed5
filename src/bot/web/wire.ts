/**
 * What passes between the server and its two pages, the resident's chat at `/` and the desk at `/desk`.
 * Types only: pages import nothing else from the server. All instants are milliseconds UTC.
 *
 * Resident's chat (cookie `cn_chat`, HttpOnly, SameSite=Lax; no cookie: a new conversation is made by `open`)
 *   POST /api/chat/open                       {} → ChatOpened. Writes the greeting when the conversation is new.
 *   GET  /api/chat/entries?after=SEQ          → ChatNews (polling; same content as the stream)
 *   GET  /api/chat/stream                     text/event-stream; `id:` is the sequence, `event: entry` + Entry,
 *                                             `event: state` + ChatState; resumes by Last-Event-ID (or ?after=SEQ);
 *                                             `event: beat` every 20 s, so the page knows the stream lives
 *   POST /api/chat/say                        ChatSaid → ChatTaken, after the commit; the same key twice is taken once
 *   POST /api/chat/media?key=K&kind=photo|voice&answers=SEQ?   raw bytes with their content type → ChatTaken
 *   POST /api/chat/seen                       { seq, reached? } the last entry that was on the screen, and the last that is here
 *   POST /api/chat/return                     { code } → ChatOpened of the older conversation, and a new cookie; 404 wrong, 429 too often;
 *                                             the same code from the same cookie again is answered again
 *   GET  /api/media/ID                        bytes; only for the conversation (or the claimer) they belong to; a step
 *                                             read aloud for every conversation of the commune
 * Errors are JSON { error: string (a coded reason), says: string (Vietnamese or English for the person) }.
 * 409 { error: "no-conversation" }: the cookie is unknown (erased or wiped); the page calls `open` again.
 * 429 carries Retry-After seconds. 413: over 10 MB.
 */

export type Speaker =
  | { readonly who: "resident" }
  | { readonly who: "machine" }
  | { readonly who: "propagandist"; readonly name: string; readonly role: string };

export interface WireChoice {
  /** Sent back in a press; opaque. */
  readonly id: string;
  readonly says: string;
  /** A screen that this choice stands for. */
  readonly picture?: { readonly url: string; readonly alt: string };
}

/** One message in a conversation, in its order. */
export interface Entry {
  /** Position in the conversation, growing by at least one. */
  readonly seq: number;
  readonly at: number;
  readonly from: Speaker;
  readonly text: string;
  /** What it answers, shortened; stands above the text. */
  readonly quote?: string;
  /** The key the page gave to what the resident wrote, so that the waiting bubble is replaced. */
  readonly key?: string;
  /** Says that what a person wrote in that turn was taken back: its words are no longer shown. */
  readonly recalls?: string;
  /** The turn it was said in: whose choices these are, or what may be taken back. */
  readonly turn?: string;
  /** At most five; already in their order. Old ones stay visible but only the newest are enabled. */
  readonly choices?: readonly WireChoice[];
  /** This entry shows a step of a guide (as opposed to an aside). */
  readonly step?: boolean;
  readonly picture?: { readonly url: string; readonly alt: string };
  readonly voice?: { readonly url: string };
  /** Of a step: what it asks, without the lines of the machine in the same message and without its sign. */
  readonly asks?: string;
  /** Words for the browser's own voice, without symbols; only on entries that may be listened to. */
  readonly speak?: string;
  /** The same read aloud by a propagandist: one recording in each language there is. */
  readonly recorded?: readonly { readonly url: string; readonly speech: string }[];
}

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
  readonly language: "vi" | "en";
  /** What steps are to be heard in, once it was chosen. */
  readonly speech?: string;
  /** The spoken return code, once there is something to return to. */
  readonly returnCode?: string;
}

export interface ChatOpened {
  readonly entries: readonly Entry[];
  readonly state: ChatState;
  /** Whose machine this is, and whether it is a trial: shown in the header. */
  readonly header: {
    readonly title: string;
    readonly operator: string;
    readonly trial: boolean;
    /** A draft of the guides, to be tried: nobody is called and nothing is counted. */
    readonly draft?: boolean;
    /** A propagandist sits beside and presses: what they call the person. */
    readonly beside?: string;
    readonly telephone?: string;
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

/**
 * The desk (cookie `cn_desk`, signed, HttpOnly, SameSite=Strict; every POST needs content type application/json
 * or the media types, and the header `x-cau-noi: desk`)
 *   POST /desk/api/sign-in      { code, attempt? } one-time link or invitation → DeskMe; 404 wrong or used, 410 expired, 429 too often.
 *                               An attempt (32 hex digits the page chose) repeated within minutes is answered the same.
 *                               Links look like /desk#in=CODE (sign-in) and /desk#join=CODE (invitation).
 *   POST /desk/api/sign-out     {}
 *   GET  /desk/api/me           → DeskMe; 401 when not signed in
 *   POST /desk/api/me           { name?, role?, duty?, language? } → DeskMe
 *   GET  /desk/api/cases        → DeskCases (waiting, mine, and closed in the last 7 days)
 *   GET  /desk/api/cases/ID     → DeskCase
 *   POST /desk/api/cases/ID/acts    DeskAct → DeskActed
 *   POST /desk/api/cases/ID/media?key=K&kind=photo|voice   raw bytes → DeskActed
 *   GET  /desk/api/answers      → DeskAnswers: what is said often, by everybody and by oneself
 *   POST /desk/api/answers      { own?: string[], shared?: string[] } → DeskAnswers; shared by coordinators only
 *   GET  /desk/api/my-month     → DeskMyMonth
 *   GET  /desk/api/colleagues   → DeskColleague[]: who is on duty and could be called in
 *   GET  /desk/api/beside       → DeskBeside[]: whom I sit beside today; /desk/cung/ID/ is their chat, as at /
 *   POST /desk/api/beside       { label } → { id }; 429 too often
 *   GET  /desk/api/visits       → DeskVisits: the week's meetings; one's own, a coordinator's are the commune's
 *   GET  /desk/api/search?q=    → DeskCard[]: cases by village, guide, reason, or words of notes
 *   GET  /desk/api/stream       text/event-stream: `event: cases` (the lists changed), `event: case` + { id } (that case changed)
 *   POST /desk/api/invitations  { role, village, name } → { code, web, telegram? }   (coordinators only)
 *   POST /desk/api/me/photo     an image, at most 1 MB once cleaned; me/photo/remove takes it away
 *   For coordinators:
 *   GET  /desk/api/alarms       → DeskAlarm[]: what a channel needs a person for
 *   GET  /desk/api/commune      → CommuneView; each of the following answers with it as it is then
 *   POST /desk/api/people       { name, role, … } somebody new on the list; people/ID { … } changes them
 *   POST /desk/api/people/ID/invite     {} → { code, web, telegram? }, for a first joining or a new telephone
 *   POST /desk/api/people/ID/sign-out   {} every session, link, invitation and the chat, at once
 *   POST /desk/api/people/ID/leave      {} off the list; what they hold waits again
 *   POST /desk/api/groups       WorkingGroup, fresh: 409 where there is one of this id; groups/ID/remove {}
 *   POST /desk/api/invitations/ID/end   {}
 *   POST /desk/api/cases/ID/assign      { key, to, note? } → DeskActed
 *   For coordinators and managers, ?month=2026-11:
 *   GET  /desk/api/figures      → DeskFigures
 *   GET  /desk/api/figures.csv  the same as a table: villages and fields
 *   GET  /desk/api/load.csv     who helped how often
 *   GET  /desk/api/month.csv    every journey of the month
 *   GET  /desk/api/stuck.csv    where help was offered unasked, and what followed
 */
export interface DeskMe {
  readonly id: string;
  readonly name: string;
  /** The form of address that stands before it for residents. */
  readonly form?: string;
  readonly photo?: string;
  readonly role: string;
  readonly rank: "propagandist" | "author" | "manager" | "coordinator";
  readonly villages: readonly { readonly id: string; readonly says: string }[];
  readonly duty: boolean;
  readonly language: "vi" | "en";
  readonly commune: string;
  readonly trial: boolean;
}

/**
 * Told from afar
 *   GET  /desk/api/push          → DeskPush
 *   POST /desk/api/push          what the browser's `PushSubscription.toJSON()` gives
 *   POST /desk/api/push/remove   {} this browser is told nothing more
 *   POST /desk/api/away          {} the page was put away
 */
export interface DeskPush {
  /** The server's public key, to which a subscription is bound; in base64url. */
  readonly key: string;
  /** This session's browser is told. */
  readonly on: boolean;
}

/** What a push says. No words and no name of anybody: it passes other people's machines and lies on a locked screen. */
export interface DeskTold {
  readonly what: "needs-help" | "called-in" | "message" | "colleague" | "given" | "meeting";
  readonly case: string;
  /** By the list of the commune's villages; what somebody typed as theirs is never sent. */
  readonly village?: string | undefined;
  readonly language: "vi" | "en";
  /** For the number on the icon. */
  readonly waiting: number;
  /** Shown without a sound: it is an hour at which nobody is rung who did not say so. */
  readonly quiet: boolean;
  readonly at: number;
}

/** Minutes somebody waited for a person; `most`: nine in ten waited no longer. */
export interface DeskWaits {
  readonly count: number;
  readonly median?: number | undefined;
  readonly most?: number | undefined;
}

export interface DeskFigureLine {
  readonly asked: number;
  readonly answered: number;
  readonly waits: DeskWaits;
  readonly waitsOutsideHours: DeskWaits;
  readonly rungs: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly begun: number;
  readonly finished: {
    readonly alone: number;
    readonly "in-chat": number;
    readonly "in-person": number;
  };
  /** Answers to "did it help?". */
  readonly said: { readonly helped: number; readonly not: number };
}

export interface DeskFigures {
  readonly month: string;
  readonly all: DeskFigureLine;
  readonly each: ReadonlyArray<
    DeskFigureLine & { readonly village: string; readonly field: string }
  >;
  /** In no order of merit. */
  readonly loads: ReadonlyArray<{
    readonly name: string;
    readonly helped: number;
    readonly closed: number;
    /** People sat beside. */
    readonly beside: number;
  }>;
}

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

/** Somebody I sit beside today. `moved`: on another phone by now, and no longer to be opened from here. */
export interface DeskBeside {
  readonly id: string;
  readonly label: string;
  readonly at: number;
  readonly state: "asking" | "going" | "moved";
  readonly flow?: string;
  /** What opens it on their own phone. */
  readonly returnCode?: string;
}

/** One meeting. `private`: what for is told to whoever goes alone. */
export interface DeskVisit {
  readonly case: string;
  readonly at: number;
  readonly place: string;
  /** Who goes, as residents see the name. */
  readonly goes: string;
  readonly mine: boolean;
  readonly address?: string;
  readonly need?: string;
  readonly subject?: string;
  readonly private?: true;
  /** The case's outcome, "meet" (another meeting instead), "waiting" or "claimed" (somebody else went on); missing while nobody said. */
  readonly went?: string;
}

export interface DeskVillageVisits {
  /** Empty where it is not known. */
  readonly village: string;
  readonly days: readonly { readonly day: string; readonly visits: readonly DeskVisit[] }[];
}

export interface DeskVisits {
  readonly today: string;
  /** Today and the six days after it. */
  readonly coming: readonly DeskVillageVisits[];
  readonly past: readonly DeskVillageVisits[];
}

export interface DeskAnswers {
  readonly shared: readonly string[];
  readonly own: readonly string[];
}

export interface DeskColleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** One's own quiet count; nobody else's is told. */
export interface DeskMyMonth {
  /** Cases one held when they closed this month, but for those nobody could be reached in. */
  readonly closed: number;
  /** People one sat beside. */
  readonly beside: number;
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
  /** Of a question: what an answer names, and whether there is one. */
  readonly question?: { readonly key: string; readonly answered: boolean };
  /** How far a message to the resident has come. */
  readonly delivery?: "waiting" | "sent" | "reached" | "seen" | "failed";
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
  /** Steps for "done up to…", by name, in order, the current one marked. */
  readonly steps: readonly {
    readonly id: string;
    readonly says: string;
    readonly current: boolean;
  }[];
  readonly canWrite: boolean;
}

export type DeskAct =
  | { readonly key: string; readonly act: "claim" }
  | { readonly key: string; readonly act: "release"; readonly note?: string }
  | {
      readonly key: string;
      readonly act: "say";
      readonly text: string;
      /** The sequence of the line it answers. */
      readonly answers?: number;
    }
  /** The step stood on, or another one, with picture and voice. */
  | { readonly key: string; readonly act: "show"; readonly step?: string }
  | { readonly key: string; readonly act: "which-screen" }
  | { readonly key: string; readonly act: "invite"; readonly to: string }
  | { readonly key: string; readonly act: "recall"; readonly turn: number }
  | { readonly key: string; readonly act: "note"; readonly text: string }
  | { readonly key: string; readonly act: "ask"; readonly text: string }
  /** A coordinator's; `question` is the key of the remark answered. */
  | {
      readonly key: string;
      readonly act: "answer";
      readonly question: string;
      readonly text: string;
    }
  | { readonly key: string; readonly act: "read"; readonly seq: number }
  /** This desk has everything up to there, on the screen or not. */
  | { readonly key: string; readonly act: "reached"; readonly seq: number }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "still-here" | "finished" | "needs-paper" | "in-person" | "unreached";
      readonly text?: string;
    }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "done-up-to";
      readonly step: string;
    }
  | {
      readonly key: string;
      readonly act: "hand-back";
      readonly outcome: "meet";
      readonly day: string;
      readonly hour: string;
      readonly place: string;
    };

export type DeskActed =
  /** `says`: what becomes of it, where there is more to say than that it was done. */
  | { readonly ok: true; readonly says?: string }
  /** `says` is for the propagandist: who was faster, why a message was stopped. */
  | {
      readonly ok: false;
      readonly reason: "taken" | "not-yours" | "closed" | "stopped" | "unknown";
      readonly says: string;
    };

/**
 * Steps read aloud
 *   GET  /desk/api/readings            → DeskReadings
 *   GET  /desk/api/readings/FLOW       → DeskReadingGuide
 *   POST /desk/api/readings?flow=&step=&mark=&speech=   raw bytes → { ok }; 409: the words changed meanwhile
 *   POST /desk/api/readings/ID/remove  {} one's own; a coordinator removes any
 *   POST /desk/api/readings/remove-mine {} everything one has ever read
 */
export interface DeskReadings {
  /** Those with stale recordings first, otherwise in the order of the menu. */
  readonly guides: ReadonlyArray<{
    readonly flow: string;
    readonly says: string;
    readonly steps: number;
    /** Steps that can be heard, by language of speech. */
    readonly recorded: Readonly<Record<string, number>>;
    readonly stale: number;
  }>;
  /** How many recordings are one's own. */
  readonly mine: number;
}

export interface DeskReading {
  readonly id: string;
  readonly speech: string;
  readonly by: string;
  readonly mine: boolean;
  readonly mayRemove: boolean;
}

export interface DeskReadingGuide {
  readonly flow: string;
  readonly says: string;
  readonly steps: ReadonlyArray<{
    readonly step: string;
    /** What is to be read, word for word. */
    readonly text: string;
    readonly mark: string;
    readonly readings: readonly DeskReading[];
    /** Of words this step said before. */
    readonly stale: readonly DeskReading[];
  }>;
}

/** A case that waits, as a coordinator sees it. */
export interface CommuneWaiting {
  readonly card: DeskCard;
  /** Who is being called: an id of the ladder, said in the page's language. */
  readonly rung:
    | "helped-before"
    | "village-knows"
    | "village"
    | "neighbours"
    | "group"
    | "everyone"
    | "office"
    | "later";
  readonly called: readonly string[];
  readonly nextAt?: number;
}

export interface WireHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

export type WireAbsence =
  | {
      readonly on: "days";
      readonly from: string;
      readonly until: string;
      readonly why?: string | undefined;
    }
  | { readonly on: "weekdays"; readonly days: readonly number[]; readonly why?: string | undefined }
  | { readonly on: "lunar"; readonly days: readonly number[]; readonly why?: string | undefined }
  | { readonly on: "tet"; readonly why?: string | undefined };

export interface CommunePerson {
  readonly id: string;
  readonly name: string;
  /** As residents see it, with the form of address. */
  readonly shown: string;
  readonly role: string;
  readonly rank: DeskMe["rank"];
  readonly form?: string;
  readonly woman: boolean;
  readonly office: boolean;
  readonly villages: readonly string[];
  readonly groups: readonly string[];
  readonly knows: readonly string[];
  readonly speaks: readonly string[];
  readonly hours: readonly WireHours[];
  readonly absences: readonly WireAbsence[];
  /** The switch; `onDuty` is whether they are called right now. */
  readonly duty: boolean;
  readonly onDuty: boolean;
  /** Switched on, and outside their hours or on a day they are away. */
  readonly away: boolean;
  readonly freeAt?: number;
  /** False while they are only on the list and cannot be called. */
  readonly joined: boolean;
  readonly inChat: boolean;
  readonly open: number;
  /** In the last seven days. */
  readonly calls: number;
  readonly photo?: string;
}

export interface CommuneGroup {
  readonly id: string;
  readonly says: { readonly vi: string; readonly en: string };
  readonly villages: readonly string[];
}

/** What a channel needs a person for. */
export interface DeskAlarm {
  readonly what: string;
  readonly account: string;
  /** What is wrong, and what to do. */
  readonly says: { readonly vi: string; readonly en: string };
}

export interface CommuneView {
  /** Meetings of today that are still to come. */
  readonly visitsToday: number;
  readonly waiting: readonly CommuneWaiting[];
  /** Claimed, or resting until a meeting. */
  readonly held: readonly DeskCard[];
  /** What the morning letter would say now; `since` is a length of time. */
  readonly stuck: readonly {
    readonly id: string;
    readonly why: "waiting" | "held" | "meeting-past";
    readonly since: number;
  }[];
  readonly people: readonly CommunePerson[];
  readonly groups: readonly CommuneGroup[];
  readonly invitations: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly rank: DeskMe["rank"];
    readonly expiresAt: number;
  }[];
  readonly villages: readonly { readonly id: string; readonly says: string }[];
  /** What somebody may know besides whole fields, by name. */
  readonly guides: readonly { readonly id: string; readonly says: string }[];
}

/** How many came by one way: its page opened, a conversation, a guide begun after that. */
interface CameByWay {
  readonly opened: number;
  readonly came: number;
  readonly begun: number;
}

export interface DeskWay {
  /** As it stands in a link. */
  readonly plain: string;
  /** "mận 274". */
  readonly code: string;
  readonly link: string;
  readonly village?: string;
  readonly person?: string;
  readonly opens: ReadonlyArray<"web" | "zalo" | "telegram">;
  readonly month: CameByWay;
  readonly ever: CameByWay;
  /** May end without another in its place. */
  readonly extra?: true;
}

export interface DeskWays {
  readonly ways: readonly DeskWay[];
  readonly trial: boolean;
  /** The address is none of the public network. */
  readonly onlyHere: boolean;
}
