/** Whom propagandists sit beside. */
import type { ConversationId, Day, Instant, PropagandistId } from "../../flows/index.ts";

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

export interface BesideStore {
  sitBeside(row: BesideRow): void;
  /** Theirs of the last day, newest first. */
  besides(who: PropagandistId, now: Instant): BesideRow[];
  /** Those older than a day; the conversations stay. */
  dropOldBesides(now: Instant): void;
  /** How many people each sat beside on the days in [from, until); nobody who sat beside none. */
  besideCounts(commune: string, from: Day, until: Day): ReadonlyMap<PropagandistId, number>;
}
