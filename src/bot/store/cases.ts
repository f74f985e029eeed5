/** Cases as the desk lists them, and how far each propagandist has read. */
import type {
  CaseId,
  CaseRow,
  ConversationId,
  Instant,
  PropagandistId,
  Rung,
} from "../../flows/index.ts";
import type { ChannelKind } from "./conversations.ts";

export interface CaseLine extends Omit<CaseRow, "withinHours"> {
  readonly conversation: ConversationId;
  readonly commune: string;
  readonly channel: ChannelKind;
  readonly closedAt?: Instant | undefined;
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

export interface CaseStore {
  cases(commune: string, since: Instant): CaseLine[];
  case(id: CaseId): CaseLine | undefined;
  /** Every case of this conversation, newest first. */
  casesOf(conversation: ConversationId): CaseLine[];
  /** Who was called for it, oldest first. */
  callsFor(id: CaseId): CallLine[];
  /** Open cases without an owner or a deadline ahead. What was due less than `grace` ago is about to happen. */
  unowned(now: Instant, grace: number): Unowned[];
  markRead(id: CaseId, who: PropagandistId, seq: number): void;
  readUpTo(id: CaseId, who: PropagandistId): number;
  /** This helper's desk has everything up to this sequence, on the screen or not. */
  markReached(id: CaseId, who: PropagandistId, seq: number): void;
  /** At least what was read. */
  reachedUpTo(id: CaseId, who: PropagandistId): number;
}
