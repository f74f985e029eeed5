/** Meetings agreed with residents. */
import type { CaseId, Instant, PropagandistId } from "../../flows/index.ts";

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

export interface MeetingStore {
  /** Meetings agreed for an instant in [from, until), in their order. */
  meetings(commune: string, from: Instant, until: Instant): MeetingLine[];
}
