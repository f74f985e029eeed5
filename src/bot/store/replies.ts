/** The outbox: replies on their way out, until a platform has accepted them or a person must look. */
import type { AccountId, ConversationId, Instant, Reply } from "../../flows/index.ts";

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
      /** The platform itself said with it how many messages of its budget are used since the person last wrote. */
      readonly used?: number | undefined;
      /** Later replies of the same conversation that went out in the same message. */
      readonly also?: ReadonlyArray<Pick<Outgoing, "turn" | "position">>;
    }
  | { readonly kind: "again"; readonly at: Instant }
  | {
      readonly kind: "parked";
      readonly why: string;
      /** The platform lets us speak again once the person has written: then it waits anew. */
      readonly untilHeard?: true;
      /** Nothing reaches this person here any more: blocked, unfollowed, gone. */
      readonly unreachable?: true;
    };

/** What a platform that counts our messages has been used for since the person last wrote. */
export interface Spent {
  /** When the person last did anything in this chat; missing when never, or when that was erased. */
  readonly heardAt?: Instant | undefined;
  /** Messages accepted by the platform since then. */
  readonly sent: number;
  /** Messages since then whose answer was lost: each may have arrived. */
  readonly perhaps: number;
}

/** Of the reasons to park a reply those after which it may have arrived all the same: no answer was heard. */
export const perhapsArrived: ReadonlySet<string> = new Set([
  "uncertain",
  "timeout",
  "connection",
  "server-error",
]);

export interface ReplyStore {
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
  parkedReplies(): ReadonlyArray<{
    readonly conversation: ConversationId;
    readonly turn: number;
    readonly why: string;
  }>;
  /** What this account was to say and did not, oldest first; words that are gone are left out. */
  keptBack(account: AccountId): ReadonlyArray<{
    readonly of: Pick<Outgoing, "conversation" | "turn" | "position">;
    readonly at: Instant;
    readonly why: string;
    readonly reply: Reply;
    /** Nothing was said in that conversation after it. */
    readonly newest: boolean;
  }>;
  /** It waits anew, and goes out late. */
  sendLate(of: Pick<Outgoing, "conversation" | "turn" | "position">, now: Instant): void;
  /** It stays unsent for good, for this reason, also when the person writes again. */
  letGo(of: Pick<Outgoing, "conversation" | "turn" | "position">, why: string): void;
  /** Who was to be told something by this account since then, and was not, with why. */
  notSent(
    account: AccountId,
    since: Instant,
  ): ReadonlyArray<{
    readonly conversation: ConversationId;
    readonly why: string;
    /** Something else reached them after it. */
    readonly reachedSince: boolean;
  }>;
}
