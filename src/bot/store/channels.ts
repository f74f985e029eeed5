/** How each channel account stands with its platform. */
import type { AccountId, Instant } from "../../flows/index.ts";
import type { ChannelAccount } from "./conversations.ts";

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
  /** Of the outbound ones, those outside the window in which a message costs nothing. */
  readonly billed: number;
  /** Of the outbound ones, those whose answer was lost: they may not have arrived. */
  readonly perhaps: number;
  /** Carried up to the platform, to be sent by their number there. */
  readonly pictures: number;
}

export interface ChannelStore {
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
  countMessage(account: AccountId, month: string, way: keyof MessageCount): MessageCount;
  messagesIn(account: AccountId, month: string): MessageCount;
}
