/** What turns are made of and come to: inbounds taken once, finished turns, notes and timers that wait. */
import type {
  AccountId,
  ConversationId,
  Effect,
  Inbound,
  Instant,
  Saved,
} from "../../flows/index.ts";

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

export interface TurnStore {
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
}
