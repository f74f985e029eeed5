/** Links and codes by which residents come: to a village, to a propagandist. */
import type { CameBy, Instant } from "../../flows/index.ts";

/** Where a way in leads: to a village, to a propagandist, or to one in the other. */
export type WayTo = Pick<CameBy, "village" | "propagandist">;

export interface WayInRow extends WayTo {
  readonly code: string;
  readonly madeAt: Instant;
  readonly endedAt?: Instant | undefined;
}

export interface WayInCount {
  readonly code: string;
  /** `2026-11`, in Vietnam. */
  readonly month: string;
  /** Its page was opened. */
  readonly opened: number;
  /** Conversations that came by it. */
  readonly came: number;
  /** Of these, who then began a guide. */
  readonly begun: number;
}

export interface WayInStore {
  /** The open way in to this place; made with this code where there is none. Undefined: the code is taken. */
  wayInOf(commune: string, to: WayTo, freshCode: string, now: Instant): string | undefined;
  /** What a code stands for, or stood for. */
  wayIn(commune: string, code: string): WayInRow | undefined;
  /** Every one ever made, oldest first. */
  waysIn(commune: string): WayInRow[];
  /** From now on it says nothing of who comes by it. */
  endWayIn(commune: string, code: string, now: Instant): void;
  /** Its page was opened. */
  countOpened(commune: string, code: string, now: Instant): void;
  /** How many came by each code, month by month. */
  wayInCounts(commune: string): WayInCount[];
}
