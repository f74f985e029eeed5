/** Where a channel meets the conversations: what it hands in, and what it is asked to send. */
import type {
  AccountId,
  CaseId,
  ConversationId,
  Inbound,
  Instant,
  Language,
  MediaId,
} from "../../flows/index.ts";
import type { ChannelKind } from "../store/conversations.ts";
import type { Enclosure, MediaRow } from "../store/media.ts";
import type { DeliveryResult, Outgoing, Spent } from "../store/replies.ts";
import type { ActAnswer } from "../store/turns.ts";

/** What a channel made of one event of its platform. Secrets are masked before it gets here. */
export interface Incoming {
  readonly account: AccountId;
  /** The platform's own id of the chat. */
  readonly peer: string;
  /** The platform's id of the event: with the account it makes the event count once. */
  readonly key: string;
  readonly inbound: Inbound;
  readonly at: Instant;
  /** Where it came from, if the channel knows a place besides the chat: return codes missed from there are counted. */
  readonly place?: string | undefined;
}

/** What came of it, known only after the commit. */
export interface Taken {
  /** False when this key had been taken before; nothing happened a second time. */
  readonly fresh: boolean;
  readonly conversation: ConversationId;
  /** The person's message held a secret and should vanish from the platform's chat. */
  readonly removeInbound: boolean;
  readonly answer?: ActAnswer | undefined;
}

/** The conversations, as channels see them. */
export interface Conversations {
  /** Resolves after the commit, never before; rejects only when nothing was kept and the platform must send again. */
  take(incoming: Incoming): Promise<Taken>;
  /** The same for a conversation known by its own id: notes of the desk. */
  note(conversation: ConversationId, key: string, inbound: Inbound): Promise<Taken>;
  /** Keeps a picture or a recording for this chat; throws a coded error over 10 MB. */
  keepMedia(
    account: AccountId,
    peer: string,
    media: Pick<MediaRow, "form" | "type" | "bytes">,
  ): MediaId;
  media(id: MediaId): MediaRow | undefined;
  /** The case of an earlier message in a propagandist's chat, by the platform's message id. */
  caseOfMessage(account: AccountId, peer: string, platformId: string): CaseId | undefined;
  /** What an earlier message of the machine here said, for quoting it. */
  wordsOfMessage(account: AccountId, peer: string, platformId: string): string | undefined;
  /** The turn here in which that message was said. */
  turnOfMessage(account: AccountId, peer: string, platformId: string): number | undefined;
  /** What the current step asks for, so that a telephone number asked for is not taken for a secret. */
  askedFor(account: AccountId, peer: string): "phone" | "number" | "date" | "dossier-code" | "text";
  /** The turn of the newest question that has been delivered in this chat. */
  seenTurn(account: AccountId, peer: string): number | undefined;
  /** Uses an invitation code in this chat. The code never becomes an inbound's words. */
  join(account: AccountId, peer: string, key: string, code: string, at: Instant): Promise<Taken>;
  /** The platform told how far messages of this chat have come: whoever shows them looks again. */
  touched(conversation: ConversationId): void;
  /** How many replies of this account wait or are being sent. */
  backlog(account: AccountId): number;
}

/** What sends a channel's replies; one per channel account. */
export interface Sender {
  readonly account: AccountId;
  readonly channel: ChannelKind;
  /** Sends one reply, whole. Throws nothing: every failure of the platform is one of the results. */
  send(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult>;
}

export interface SendContext {
  /** What this person is spoken to in. */
  readonly language: Language;
  /** What a person sent, or a step read aloud. */
  media(id: MediaId): Enclosure | undefined;
  /** Platform ids of this conversation's sent messages about a case, newest first. */
  sentAbout(id: CaseId): readonly string[];
  /** Platform ids of what was said in a turn and has been taken back since. */
  recalledIn(turn: number): readonly string[];
  /** Everything of this conversation that waits to be sent, this reply among it, in its order. */
  waiting(): readonly Outgoing[];
  /** The platform's number of what was said in that turn here, by the person or by us: an answer may point at it. */
  messageIn(turn: number): string | undefined;
  /** What was sent here since the person last wrote. */
  spent(): Spent;
  /** Before each call that puts a message there: until it ends it may have arrived, also after a kill. */
  sendingBegins(): Sending;
  /** Calls for this reply whose answer was lost since the person last wrote: its words may stand there already. */
  lostBefore(): number;
  /** Pieces of this reply that are out already, also in an earlier life of the program. */
  piecesSent(): ReadonlyArray<{ readonly piece: number; readonly platformId: string }>;
  /** One piece is out, and more of this reply is still to come. */
  pieceSent(piece: number, platformIds: readonly string[]): void;
  /** Platform ids of messages that still carry buttons of earlier questions, to be taken off. */
  oldButtons(): readonly string[];
  /** The picture of a reply's screen, in the language of this conversation; undefined where there is none. */
  picture(screen: string): Promise<Picture | undefined>;
  /** A photo as a PNG no wider than a phone needs; undefined where it cannot be drawn again. */
  smaller(photo: Uint8Array): Promise<Uint8Array | undefined>;
}

/** A message on its way, and how its call ended. */
export interface Sending {
  taken(): void;
  refused(): void;
  /** No answer we could read. */
  lost(): void;
}

/** A screen as people see it in a chat. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The same in words. */
  readonly alt: string;
  /** The same for the same bytes: a platform that has them already need not be sent them again. */
  readonly hash: string;
}

/** Addresses under which a platform, or a person's browser, may fetch one thing for a while. */
export interface LentLinks {
  /** Whether a platform's own servers can reach them: over https, on an address of ours. */
  readonly public: boolean;
  screen(screen: string, language: Language): string;
  media(media: Pick<MediaRow, "id" | "type">): string;
  /** The same recording in the bare frames that Zalo plays; the address ends in `.aac`. */
  aac(id: MediaId): string;
}

/** Draws a photo again, small; rejects where it cannot be read. */
export type Smaller = (photo: Uint8Array) => Promise<Uint8Array | undefined>;

/** Where pictures of screens come from. */
export type PictureOf = (screen: string, language: Language) => Promise<Picture | undefined>;
