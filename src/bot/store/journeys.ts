/** Journeys for the figures: begun, finished, offered help, and where people stand now. */
import type { Day, Instant } from "../../flows/index.ts";

/** A row of the monthly CSV. */
export interface JourneyLine {
  readonly village?: string | undefined;
  readonly field: string;
  readonly flow: string;
  readonly begunAt: Instant;
  /** A dossier went off online. */
  readonly sentAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly outcome?: string | undefined;
  readonly helped: "alone" | "in-chat" | "in-person";
  readonly lastStep: string;
}

/** Help that was offered unasked at a step, and what came of it; nothing yet, or nothing ever, when missing. */
export interface StuckLine {
  readonly village?: string | undefined;
  readonly field: string;
  readonly flow: string;
  readonly step: string;
  readonly day: Day;
  readonly signal: string;
  readonly followed?: string | undefined;
}

export interface JourneyStore {
  /** Journeys begun, sent or finished in [from, until). */
  journeys(commune: string, from: Instant, until: Instant): JourneyLine[];
  /** Offers of help on the days in [from, until). */
  stuck(commune: string, from: Day, until: Day): StuckLine[];
  /** How many journeys stand on each step of a flow's editions. */
  standing(): ReadonlyArray<{
    readonly flow: string;
    readonly edition: string;
    readonly step: string;
    readonly people: number;
  }>;
}
