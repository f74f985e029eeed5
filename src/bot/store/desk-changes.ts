/** What coordinators set on the desk of what `desk.yaml` says, as it was set: what counts, and how it came to be. */
import type { Instant, PropagandistId } from "../../flows/index.ts";

/** Once made it is never changed: a later one of the same part counts instead. */
export interface DeskChange {
  /** A part of the desk, by the name it had then. */
  readonly part: string;
  /** Missing: from then on it is again as the file says. */
  readonly value?: unknown;
  /** What the file said at that moment. */
  readonly inFile: unknown;
  readonly who: PropagandistId;
  readonly at: Instant;
}

export interface DeskChangeStore {
  changeDesk(commune: string, change: DeskChange): void;
  /** Oldest first. */
  deskChanges(commune: string): DeskChange[];
  /** Another number after every change, whoever made it; 0 before the first. */
  deskChangesMark(commune: string): number;
}
