/** Meetings agreed with residents. */
import type { CaseId, Day, Instant, PropagandistId } from "../../flows/index.ts";

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

/** A visit whose resident is forgotten: it is counted, and leads to nobody. */
export interface PastVisit {
  readonly day: Day;
  /** The id of a village we know. */
  readonly village?: string | undefined;
  readonly who: PropagandistId;
  readonly went?: string | undefined;
}

export interface MeetingStore {
  /** Meetings agreed for an instant in [from, until), in their order. */
  meetings(commune: string, from: Instant, until: Instant): MeetingLine[];
  /** Visits on the days in [from, until) whose residents have been forgotten since. */
  pastVisits(commune: string, from: Day, until: Day): PastVisit[];
}
