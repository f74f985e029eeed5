/**
 * What the rest of the house asks of a database. Finished values go in, plain values come out; no callback,
 * no open transaction outside. One engine per file beside this one; both pass the same suite.
 *
 * Ids are text, instants integer milliseconds UTC, payloads JSON text. Every row has its commune. All personal
 * text is sealed (`sealed.ts` lists the columns); erasure reads the same list.
 */
import type {
  Absence,
  AccountId,
  Address,
  CameBy,
  CaseId,
  CaseRow,
  ConversationId,
  Day,
  EditionId,
  Effect,
  Inbound,
  Instant,
  MediaId,
  PropagandistId,
  Rank,
  Recorded,
  Remark,
  Reply,
  Rung,
  Saved,
  Speech,
  Tidings,
  WeekHours,
} from "../../flows/index.ts";

export type ChannelKind = "web" | "telegram" | "console" | "zalo-bot" | "zalo-oa";

export interface ChannelAccount {
  readonly id: AccountId;
  readonly commune: string;
  readonly channel: ChannelKind;
}

/** A conversation as a turn needs it. */
export interface ConversationRow {
  readonly id: ConversationId;
  readonly account: AccountId;
  readonly channel: ChannelKind;
  readonly commune: string;
  /** The platform's own id of this chat; for the web a random value, hashed from the cookie. */
  readonly peer: string;
  /** Grows by one with every turn; 0 before the first. */
  readonly revision: number;
  readonly saved: Saved;
  /** The spoken return code; the web channel only. */
  readonly returnCode?: string | undefined;
}

/** An inbound on its way in. (account, key) makes it count once; notes and timers use the account "inside". */
export interface Arriving {
  readonly account: AccountId;
  readonly key: string;
  readonly conversation: ConversationId;
  readonly inbound: Inbound;
  readonly at: Instant;
}

/** One turn, decided. `revision` is the one it writes: the row must still be at `revision - 1`. */
export interface FinishedTurn {
  readonly arriving: Arriving;
  readonly revision: number;
  readonly saved: Saved;
  readonly effects: readonly Effect[];
}

/** What `answer-act` said, kept so that the same key asked twice answers the same. */
export type ActAnswer = Omit<Extract<Effect, { do: "answer-act" }>, "do">;

export type Outcome =
  | {
      readonly kind: "committed";
      readonly seq: number;
      readonly replies: number;
      readonly notes: readonly ConversationId[];
      readonly answer?: ActAnswer;
    }
  | { readonly kind: "seen-before"; readonly answer?: ActAnswer }
  | { readonly kind: "someone-went-first" }
  /** The database refused this turn alone; the others of the same commit stand. */
  | { readonly kind: "refused"; readonly error: Error };

/** An inbound that waits inside: a note left by another conversation, or one whose turn was not reached. */
export interface Pending extends Arriving {
  readonly position: number;
}

export interface DueTimer {
  readonly conversation: ConversationId;
  readonly name: string;
  readonly at: Instant;
  readonly about?: string | undefined;
}

/** A reply on its way out. */
export interface Outgoing {
  readonly conversation: ConversationId;
  readonly peer: string;
  readonly account: AccountId;
  readonly turn: number;
  readonly position: number;
  readonly seq: number;
  readonly reply: Reply;
  readonly attempts: number;
  /** It was held back until the person wrote again, and they did. */
  readonly late?: true;
}

export type DeliveryResult =
  | {
      readonly kind: "sent";
      readonly platformId?: string;
      /** How many of the platform's messages it took; one where nothing is said. */
      readonly messages?: number;
      /** Later replies of the same conversation that went out in the same message. */
      readonly also?: ReadonlyArray<Pick<Outgoing, "turn" | "position">>;
    }
  | { readonly kind: "again"; readonly at: Instant }
  | {
      readonly kind: "parked";
      readonly why: string;
      /** The platform lets us speak again once the person has written: then it waits anew. */
      readonly untilHeard?: true;
    };

/** What a platform that counts our messages has been used for since the person last wrote. */
export interface Spent {
  /** When the person last did anything in this chat; missing when never, or when that was erased. */
  readonly heardAt?: Instant | undefined;
  /** Messages accepted by the platform since then. */
  readonly sent: number;
}

/** One line of a conversation, in its order: something a person did, or a reply. */
export interface Line {
  readonly seq: number;
  readonly at: Instant;
  readonly turn: number;
  readonly what:
    | { readonly is: "inbound"; readonly inbound: Inbound; readonly key: string }
    | {
        readonly is: "reply";
        readonly reply: Reply;
        /** `reached`: their page or telephone has it, and it was not seen yet, as far as anybody tells us. */
        readonly state: "waiting" | "sent" | "reached" | "seen" | "parked";
      };
}

export interface PropagandistRow {
  readonly id: PropagandistId;
  readonly commune: string;
  readonly name: string;
  readonly role: string;
  readonly rank: Rank;
  readonly woman: boolean;
  readonly office: boolean;
  readonly villages: readonly string[];
  /** Working groups, by id. */
  readonly groups: readonly string[];
  /** Fields and flows they know. */
  readonly knows: readonly string[];
  readonly speaks: readonly Speech[];
  readonly hours: readonly WeekHours[];
  readonly absences: readonly Absence[];
  /** What stands before the name for residents: "cô" Hoa. */
  readonly form?: Address | undefined;
  /** The switch; whether they are called depends on hours and absences too. */
  readonly duty: boolean;
  readonly language: "vi" | "en";
  readonly conversation?: ConversationId | undefined;
  /** When they used an invitation; whoever has not is on the list and never called. */
  readonly joinedAt?: Instant | undefined;
  /** Off the list since then; the name stays with what they did. */
  readonly leftAt?: Instant | undefined;
  readonly photo?: MediaId | undefined;
}

/** People who help together, and the villages they look after. */
export interface WorkingGroup {
  readonly id: string;
  readonly says: { readonly vi: string; readonly en: string };
  readonly villages: readonly string[];
}

/** What somebody holds now, and how often they were called since a moment. */
export interface Load {
  readonly open: number;
  readonly calls: number;
  readonly calledAt?: Instant | undefined;
}

export interface CallLine {
  readonly case: CaseId;
  readonly who: PropagandistId;
  readonly rung: Rung;
  readonly at: Instant;
}

/** An open case that nobody has and that nothing will happen to by itself: there must never be one. */
export interface Unowned {
  readonly case: CaseId;
  readonly conversation: ConversationId;
  readonly state: CaseRow["state"];
  readonly why: "no-deadline" | "overdue" | "owner-gone";
  readonly since: Instant;
}

export interface Invitation {
  readonly codeHash: string;
  readonly commune: string;
  readonly rank: Rank;
  readonly name: string;
  readonly role: string;
  readonly village: string;
  readonly woman: boolean;
  readonly office: boolean;
  readonly expiresAt: Instant;
  /** For somebody on the list already: a first joining, or a new telephone. */
  readonly who?: PropagandistId | undefined;
}

export type Joined =
  | { readonly outcome: "joined"; readonly who: PropagandistRow }
  | { readonly outcome: "used" | "expired" | "unknown" };

export interface MediaRow {
  readonly id: MediaId;
  readonly conversation: ConversationId;
  readonly form: "photo" | "voice";
  /** `image/jpeg`, `audio/ogg`… */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly at: Instant;
  /** Whoever holds the case may see or hear it; before that it is its sender's alone. */
  readonly shared: boolean;
}

/** A step read aloud by a propagandist. Played for residents everywhere in the commune. */
export interface Recording extends Recorded {
  readonly commune: string;
  readonly form: "voice";
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What goes with a reply: something a person sent, or a step read aloud. */
export type Enclosure = Pick<MediaRow, "id" | "form" | "type" | "bytes">;

export interface CaseLine extends Omit<CaseRow, "withinHours"> {
  readonly conversation: ConversationId;
  readonly commune: string;
  readonly channel: ChannelKind;
  readonly closedAt?: Instant | undefined;
}

/** What a resident said of a case that was over; whose it was is not kept. */
export interface CaseAnswer {
  readonly village?: string | undefined;
  readonly field?: CaseRow["field"];
  readonly well: boolean;
}

/** A meeting that was agreed with a resident. */
export interface MeetingLine {
  readonly case: CaseId;
  readonly at: Instant;
  readonly place: string;
  readonly who: PropagandistId;
  /** The case's outcome; "meet" when another meeting took its place, "waiting" or "claimed" when the case went on without it. */
  readonly went?: string | undefined;
  readonly endedAt?: Instant | undefined;
}

export type CaseMoment = "opened" | "claimed" | "waiting" | "resting" | "closed";

/** One line of what happened to a case, kept after its resident is gone, then without an hour. */
export interface CaseEvent {
  /** The case's id, or a name that leads nowhere once its resident erased everything. */
  readonly case: string;
  readonly moment: CaseMoment;
  readonly at: Instant;
  readonly by?: PropagandistId | undefined;
  /** At a claim: milliseconds somebody had waited for it. */
  readonly waited?: number | undefined;
  /** At a claim: how far the calling had come. */
  readonly rung?: string | undefined;
  /** The case was opened at an hour at which people help. */
  readonly withinHours: boolean;
  readonly outcome?: string | undefined;
  readonly village?: string | undefined;
  readonly field?: CaseRow["field"];
  readonly flow?: string | undefined;
  readonly channel: ChannelKind;
}

export interface Publication {
  /** Hash of everything published. */
  readonly id: string;
  /** Missing while the house serves one commune. */
  readonly commune?: string | undefined;
  readonly at: Instant;
  readonly content: string;
  readonly editions: ReadonlyArray<{
    readonly id: EditionId;
    readonly flow: string;
    readonly expanded: string;
  }>;
  /** The files it was made of, by path below `content/`. Written with it; read back by `publicationFiles`. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Who published it from the desk; missing where it was a command. */
  readonly by?: PropagandistId | undefined;
}

/** A line of the history; `position` grows with each publication. */
export interface PublicationLine {
  readonly position: number;
  readonly id: string;
  readonly at: Instant;
  readonly by?: PropagandistId | undefined;
  /** Its files were kept, so it can be restored. */
  readonly restorable: boolean;
}

/** A file of `content/` as a draft has it. One draft per commune; it survives restarts. */
export interface DraftFile {
  readonly path: string;
  /** The folder's file on which the draft was written; missing where there was none. */
  readonly base: Uint8Array | undefined;
  /** What the draft says instead; missing where the file is taken away. */
  readonly bytes: Uint8Array | undefined;
  readonly by: PropagandistId;
  readonly at: Instant;
}

/** Who last wrote in one place of a draft. */
export interface DraftTouch {
  readonly path: string;
  /** JSON of the way into the file's data. */
  readonly place: string;
  readonly by: PropagandistId;
  readonly at: Instant;
}

/** One answer to one question of consent: the record, in the order it was given and taken back. */
export interface Consent {
  readonly purpose: "keep" | "remind";
  readonly given: boolean;
  /** The publication whose words were shown; empty before the first one. */
  readonly textVersion: string;
  readonly at: Instant;
}

/** A row of the monthly CSV. */
export interface JourneyLine {
  readonly village?: string | undefined;
  readonly field: string;
  readonly flow: string;
  readonly begunAt: Instant;
  readonly finishedAt?: Instant | undefined;
  readonly outcome?: string | undefined;
  readonly helped: "alone" | "in-chat" | "in-person";
  readonly lastStep: string;
}

/** What a platform handed out once, kept until its turn is committed. `event` is the channel's own, masked. */
export interface HandedOut {
  readonly account: AccountId;
  readonly peer: string;
  /** The key its inbound will have. */
  readonly key: string;
  readonly event: string;
  readonly at: Instant;
}

/** How a channel account stands with its platform. */
export interface ChannelState {
  /** `ok`, or what stands between us and the platform. */
  readonly state: string;
  readonly since: Instant;
  /** What stands in a link that opens it: a bot's name or number, an account's id. */
  readonly name?: string | undefined;
  readonly refusal?: { readonly why: string; readonly at: Instant } | undefined;
}

/** One channel account, as whoever looks after it sees it. */
export interface ChannelLine extends ChannelAccount {
  readonly stands?: ChannelState | undefined;
  readonly lastInboundAt?: Instant | undefined;
  /** Replies on their way out, and those given up. */
  readonly waiting: number;
  readonly parked: number;
}

export interface MessageCount {
  readonly inbound: number;
  readonly outbound: number;
}

/** Help that was offered unasked at a step, and what came of it; nothing yet, or nothing ever, when missing. */
export interface StuckLine {
  readonly village?: string | undefined;
  readonly field: string;
  readonly flow: string;
  readonly step: string;
  readonly day: Day;
  readonly signal: string;
  readonly followed?: string | undefined;
}

export interface Erased {
  readonly messages: number;
  readonly replies: number;
  readonly journeys: number;
  readonly media: number;
}

/** Somebody a propagandist sits beside; gone with the conversation, and after a day. */
export interface BesideRow {
  readonly conversation: ConversationId;
  readonly commune: string;
  readonly who: PropagandistId;
  /** While the conversation still has it, this desk may open it. */
  readonly peer: string;
  /** What the propagandist calls them by. */
  readonly label: string;
  readonly at: Instant;
}

/** Where a way in leads: to a village, to a propagandist, or to one in the other. */
export type WayTo = Pick<CameBy, "village" | "propagandist">;

export interface WayInRow extends WayTo {
  readonly code: string;
  readonly madeAt: Instant;
  readonly endedAt?: Instant | undefined;
}

export interface WayInCount {
  readonly code: string;
  /** `2026-11`, in Vietnam. */
  readonly month: string;
  /** Its page was opened. */
  readonly opened: number;
  /** Conversations that came by it. */
  readonly came: number;
  /** Of these, who then began a guide. */
  readonly begun: number;
}

/** Where a browser can be told something while no page is open, as it gave it to us. */
export interface PushSubscription {
  readonly endpoint: string;
  /** Its public key and its secret, in base64url: what is sent there only that browser can read. */
  readonly p256dh: string;
  readonly auth: string;
}

/** Something to be told to one browser of one propagandist's. */
export interface Push {
  readonly subscription: number;
  readonly session: string;
  readonly who: PropagandistId;
  readonly to: PushSubscription;
  readonly case: CaseId;
  readonly what: Tidings;
  readonly at: Instant;
  readonly attempts: number;
}

export interface Store {
  // Turns
  account(account: ChannelAccount): void;
  /** The conversation of this chat; made at revision 0 when it is new. `peer` as the platform gives it. */
  conversationOf(
    account: AccountId,
    peer: string,
    fresh: () => ConversationId,
    now: Instant,
  ): ConversationRow;
  findByPeer(account: AccountId, peer: string): ConversationRow | undefined;
  conversation(id: ConversationId): ConversationRow | undefined;
  /** Whether this key was taken or waits; with its answer, if its turn gave one. */
  seen(account: AccountId, key: string): { readonly answer?: ActAnswer } | undefined;
  /** One commit for all of them; each stands alone. */
  commit(turns: readonly FinishedTurn[], now: Instant): Outcome[];
  /** Keeps an inbound whose turn threw twice, where a person sees it (`parked`). */
  park(arriving: Arriving, why: string, now: Instant): void;
  parked(): ReadonlyArray<{
    readonly account: AccountId;
    readonly key: string;
    readonly conversation: ConversationId;
    readonly why: string;
    readonly at: Instant;
  }>;
  /** Notes waiting inside, oldest first, for all conversations. */
  pending(limit: number): Pending[];
  dueTimers(now: Instant, limit: number): DueTimer[];
  nextTimerAt(): Instant | undefined;
  /** When this timer is due, while it stands: a turn may have ended it since it was seen to be due. */
  timerAt(conversation: ConversationId, name: string): Instant | undefined;

  // Replies
  /** The next reply of each conversation of these accounts whose earlier ones are out, answers before broadcasts. */
  outgoing(accounts: readonly AccountId[], now: Instant, limit: number): Outgoing[];
  delivered(
    of: Pick<Outgoing, "conversation" | "turn" | "position">,
    result: DeliveryResult,
    now: Instant,
  ): void;
  nextOutgoingAt(accounts: readonly AccountId[]): Instant | undefined;
  /** Everything of this conversation that waits to be sent, in its order. */
  waiting(conversation: ConversationId): Outgoing[];
  /** What was sent since the person last wrote; a reply that is half out counts with the half. */
  spent(conversation: ConversationId): Spent;
  /** One piece of a reply was accepted as these messages, while the rest is still to come. */
  pieceSent(
    of: Pick<Outgoing, "conversation" | "turn" | "position">,
    piece: number,
    platformIds: readonly string[],
    now: Instant,
  ): void;
  /** The messages this reply is out as, in their order; each with the piece it belongs to. */
  piecesSent(
    of: Pick<Outgoing, "conversation" | "turn" | "position">,
  ): ReadonlyArray<{ readonly piece: number; readonly platformId: string }>;
  /** The platform's number of what the person wrote in that turn, or of what was said to them. */
  messageIn(conversation: ConversationId, turn: number): string | undefined;
  /** The turn of a reply that went out under this number. */
  turnOfMessage(conversation: ConversationId, platformId: string): number | undefined;
  /** Whether a reply of this conversation went out under this number of the platform. */
  sentAs(conversation: ConversationId, platformId: string): boolean;
  /** The person has seen these messages: they and all before them count as shown. */
  seenOnPlatform(conversation: ConversationId, platformIds: readonly string[]): void;
  /** The person's telephone has these messages, and all before them. */
  reachedOnPlatform(conversation: ConversationId, platformIds: readonly string[]): void;
  parkedReplies(): ReadonlyArray<{
    readonly conversation: ConversationId;
    readonly turn: number;
    readonly why: string;
  }>;
  /** Who was to be told something by this account since then, and was not, with why. */
  notSent(
    account: AccountId,
    since: Instant,
  ): ReadonlyArray<{ readonly conversation: ConversationId; readonly why: string }>;
  /** The person's screen has shown everything up to this sequence. */
  shown(conversation: ConversationId, seq: number): void;
  /** The person's page has everything up to this sequence, on the screen or not. */
  reached(conversation: ConversationId, seq: number): void;
  /** The newest turn with a question whose reply was sent or shown. */
  seenTurn(conversation: ConversationId): number | undefined;
  /** Platform ids of sent replies of a turn that carry buttons (to remove them). */
  platformIds(conversation: ConversationId, turn: number): string[];
  /** Platform ids of the newest question before this turn, whose buttons are stale once it is asked; cards of cases apart. */
  oldButtons(conversation: ConversationId, turn: number): string[];
  /** Platform ids of this conversation's sent messages about a case, newest first. */
  sentAbout(conversation: ConversationId, about: CaseId): string[];
  /** The case a sent reply belonged to, by the platform's message id. */
  caseOfMessage(conversation: ConversationId, platformId: string): CaseId | undefined;
  /** A sent reply by the platform's message id; nothing when its words are gone. */
  replyOfMessage(conversation: ConversationId, platformId: string): Reply | undefined;
  /** Platform ids of what was said in this turn and has been taken back since. */
  recalledIn(conversation: ConversationId, turn: number): string[];
  lines(conversation: ConversationId, after: number, limit: number): Line[];
  /** The replies of one turn, however long ago: a press is shown by the label it had. */
  repliesOfTurn(conversation: ConversationId, turn: number): Line[];
  /** The last lines, oldest first. */
  lastLines(conversation: ConversationId, count: number): Line[];

  // Channels
  /** On disk when it returns; false when this key is kept already. */
  keepHandedOut(handed: HandedOut): boolean;
  /** What is kept for this account, oldest first. */
  handedOut(account: AccountId): HandedOut[];
  dropHandedOut(account: AccountId, key: string): void;
  /** `since` moves only when the state changes. */
  channelStands(account: AccountId, state: string, name: string | undefined, now: Instant): void;
  channelRefused(account: AccountId, why: string, now: Instant): void;
  channels(commune: string): ChannelLine[];
  /** One more message in this calendar month (`2026-11`); gives what is counted by then. */
  countMessage(account: AccountId, month: string, way: "inbound" | "outbound"): MessageCount;
  messagesIn(account: AccountId, month: string): MessageCount;

  // Ways in
  /** The open way in to this place; made with this code where there is none. Undefined: the code is taken. */
  wayInOf(commune: string, to: WayTo, freshCode: string, now: Instant): string | undefined;
  /** What a code stands for, or stood for. */
  wayIn(commune: string, code: string): WayInRow | undefined;
  /** Every one ever made, oldest first. */
  waysIn(commune: string): WayInRow[];
  /** From now on it says nothing of who comes by it. */
  endWayIn(commune: string, code: string, now: Instant): void;
  /** Its page was opened. */
  countOpened(commune: string, code: string, now: Instant): void;
  /** How many came by each code, month by month. */
  wayInCounts(commune: string): WayInCount[];

  // Sitting beside
  sitBeside(row: BesideRow): void;
  /** Theirs of the last day, newest first. */
  besides(who: PropagandistId, now: Instant): BesideRow[];
  /** Those older than a day; the conversations stay. */
  dropOldBesides(now: Instant): void;
  /** How many people each sat beside on the days in [from, until); nobody who sat beside none. */
  besideCounts(commune: string, from: Day, until: Day): ReadonlyMap<PropagandistId, number>;

  // Telephones
  /** This browser of this session; it takes the place of any other of the session, and of any other session of the browser. */
  subscribe(session: string, to: PushSubscription, now: Instant): void;
  unsubscribe(session: string): void;
  isSubscribed(session: string): boolean;
  /** The push service says that this browser is gone. */
  dropSubscription(subscription: number): void;
  duePushes(now: Instant, limit: number): Push[];
  nextPushAt(): Instant | undefined;
  /** It was told, or is not worth telling any more. What is newer about the same case stays. */
  pushDone(push: Push): void;
  pushAgain(push: Push, at: Instant): void;

  // The web's identity
  setReturnCode(conversation: ConversationId, code: string, codeHash: string): void;
  findByReturnCode(commune: string, codeHash: string): ConversationRow | undefined;
  /** This conversation is now reached under another peer (cookie); the old one no longer opens it. */
  movePeer(conversation: ConversationId, peer: string): void;

  // People and desk
  /** Everybody on the list, also who has not joined yet; not who has left. */
  propagandists(commune: string): PropagandistRow[];
  propagandist(id: PropagandistId): PropagandistRow | undefined;
  savePropagandist(row: PropagandistRow): void;
  /** A cleaned picture; its id changes with its bytes. Nothing takes it away again. */
  savePhoto(
    who: PropagandistId,
    photo: { readonly type: string; readonly bytes: Uint8Array } | undefined,
    now: Instant,
  ): void;
  groups(commune: string): WorkingGroup[];
  saveGroup(commune: string, group: WorkingGroup): void;
  /** The group goes, and with it everybody's being in it. */
  removeGroup(commune: string, id: string): void;
  /** What the desk begins with, once for a commune: false when it has begun before, or somebody is there. */
  beginDesk(
    commune: string,
    groups: readonly WorkingGroup[],
    people: readonly PropagandistRow[],
  ): boolean;
  load(commune: string, since: Instant): ReadonlyMap<PropagandistId, Load>;
  invite(invitation: Invitation): void;
  /** Invitations that can still be used. */
  invitations(commune: string, now: Instant): Invitation[];
  /** An invitation that can no longer be used; false when there was none to end. */
  endInvitation(commune: string, codeHash: string, now: Instant): boolean;
  /** Every way in is closed at once: sessions, links, open invitations of theirs, and the chat. Says which chat it was. */
  signOut(who: PropagandistId, now: Instant): ConversationId | undefined;
  /** Uses an invitation once; makes the propagandist. */
  join(
    codeHash: string,
    fresh: () => PropagandistId,
    conversation: ConversationId | undefined,
    now: Instant,
  ): Joined;
  addSignInLink(
    codeHash: string,
    who: PropagandistId | undefined,
    commune: string,
    expiresAt: Instant,
  ): void;
  /** `first`: the link made while nobody had joined yet, for the first coordinator. */
  useSignInLink(
    codeHash: string,
    now: Instant,
  ):
    | { readonly outcome: "ok"; readonly who: PropagandistId | undefined; readonly commune: string }
    | { readonly outcome: "used" | "expired" | "unknown" };
  openSession(id: string, who: PropagandistId, now: Instant): void;
  session(id: string): PropagandistId | undefined;
  endSession(id: string): void;
  cases(commune: string, since: Instant): CaseLine[];
  case(id: CaseId): CaseLine | undefined;
  /** Meetings agreed for an instant in [from, until), in their order. */
  meetings(commune: string, from: Instant, until: Instant): MeetingLine[];
  /** Every case of this conversation, newest first. */
  casesOf(conversation: ConversationId): CaseLine[];
  /** Who was called for it, oldest first. */
  callsFor(id: CaseId): CallLine[];
  /** Open cases without an owner or a deadline ahead. What was due less than `grace` ago is about to happen. */
  unowned(now: Instant, grace: number): Unowned[];
  /** Kept once for its key. */
  addRemark(remark: Remark): void;
  /** Everything written about a case among those who help, oldest first. */
  remarks(id: CaseId): Remark[];
  /** Asked about cases that are open, and not answered yet; oldest first. */
  openQuestions(commune: string): Remark[];
  markRead(id: CaseId, who: PropagandistId, seq: number): void;
  readUpTo(id: CaseId, who: PropagandistId): number;
  /** This helper's desk has everything up to this sequence, on the screen or not. */
  markReached(id: CaseId, who: PropagandistId, seq: number): void;
  /** At least what was read. */
  reachedUpTo(id: CaseId, who: PropagandistId): number;
  consents(conversation: ConversationId): Consent[];
  /** Journeys begun or finished in [from, until). */
  journeys(commune: string, from: Instant, until: Instant): JourneyLine[];
  /** Offers of help on the days in [from, until). */
  stuck(commune: string, from: Day, until: Day): StuckLine[];
  /** Answers to "did it help?" on the days in [from, until). */
  caseAnswers(commune: string, from: Day, until: Day): CaseAnswer[];
  /** All events, in their order, of the cases with an event in [from, until). */
  caseEvents(commune: string, from: Instant, until: Instant): CaseEvent[];

  // Media
  /** Same bytes, same id; at most 10 MB. */
  addMedia(media: Omit<MediaRow, "id" | "shared">): MediaId;
  media(id: MediaId): MediaRow | undefined;
  /** Media whose case is closed, or older than a day without a case. */
  dropOldMedia(now: Instant): number;

  // Steps read aloud
  /** All of a commune, oldest first, without their sound; the same array until something changes. */
  recordings(commune: string): readonly Recorded[];
  recording(id: MediaId): Recording | undefined;
  /** Takes the place of an earlier one of the same words in the same language; at most 10 MB. */
  keepRecording(recording: Omit<Recording, "id" | "commune" | "form">): MediaId;
  dropRecording(id: MediaId): void;
  /** Everything this propagandist ever read; says how many they were. */
  dropRecordingsOf(who: PropagandistId): number;

  // Content, settings, upkeep
  publish(publication: Publication): void;
  publication(): Publication | undefined;
  publicationId(): string | undefined;
  edition(id: EditionId): { readonly flow: string; readonly expanded: string } | undefined;
  /** Every publication, newest first. */
  publications(): PublicationLine[];
  publicationAt(position: number): Publication | undefined;
  /** Empty where they were not kept. */
  publicationFiles(position: number): Map<string, Uint8Array>;

  // Drafts
  draftFiles(commune: string): DraftFile[];
  draftTouches(commune: string): DraftTouch[];
  /** Writes files of the draft and who touched them, all or nothing. */
  saveDraft(commune: string, files: readonly DraftFile[], touches?: readonly DraftTouch[]): void;
  /** Takes files out of the draft. */
  dropDraft(commune: string, paths: readonly string[]): void;
  /** From here on the draft is being written into the folder, and will be: after a crash the next start goes on. */
  beginWriting(commune: string, by: PropagandistId, now: Instant): void;
  /** Drafts whose writing a crash has interrupted. */
  writings(): ReadonlyArray<{
    readonly commune: string;
    readonly by: PropagandistId;
    readonly at: Instant;
  }>;
  /** The files stand in the folder: the draft is over. */
  endWriting(commune: string): void;
  /** A link on which a draft may be tried. */
  addTryLink(codeHash: string, commune: string, by: PropagandistId, expiresAt: Instant): void;
  tryLink(codeHash: string): { readonly commune: string; readonly expiresAt: Instant } | undefined;
  dropTryLinks(before: Instant): void;

  /** How many journeys stand on each step of a flow's editions. */
  standing(): ReadonlyArray<{
    readonly flow: string;
    readonly edition: string;
    readonly step: string;
    readonly people: number;
  }>;
  /** A secret made at first need and kept: the cookies' key. */
  secret(name: string, fresh: () => string): string;
  setting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Changes it only while it still says `from` (`undefined`: while there is none), whoever else may be at it. */
  changeSetting(name: string, from: string | undefined, to: string): boolean;
  erase(conversation: ConversationId): Erased;
  backup(path: string): Promise<void>;
  close(): void;
}
