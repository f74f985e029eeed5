/** Chats of every channel, and by what each is found again. */
import type { AccountId, ConversationId, Instant, Saved } from "../../flows/index.ts";

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

/** One answer to one question of consent: the record, in the order it was given and taken back. */
export interface Consent {
  readonly purpose: "keep" | "remind";
  readonly given: boolean;
  /** The publication whose words were shown; empty before the first one. */
  readonly textVersion: string;
  readonly at: Instant;
}

export interface ConversationStore {
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
  setReturnCode(conversation: ConversationId, code: string, codeHash: string): void;
  findByReturnCode(commune: string, codeHash: string): ConversationRow | undefined;
  /** This conversation is now reached under another peer (cookie); the old one no longer opens it. */
  movePeer(conversation: ConversationId, peer: string): void;
  consents(conversation: ConversationId): Consent[];
}
