/** What happened to cases, kept for the figures. */
import type { CaseRow, Instant, PropagandistId } from "../../flows/index.ts";
import type { ChannelKind } from "./conversations.ts";

export type CaseMoment = "opened" | "claimed" | "waiting" | "resting" | "closed";

/** One line of what happened to a case, kept after its resident is gone, then without an hour. */
export interface CaseEvent {
  /** The case's id, or a name that leads nowhere once its resident erased everything. */
  readonly case: string;
  readonly moment: CaseMoment;
  readonly at: Instant;
  readonly by?: PropagandistId | undefined;
  /** At a claim: milliseconds somebody had waited for it. */
  readonly waited?: number | undefined;
  /** At a claim: how far the calling had come. */
  readonly rung?: string | undefined;
  /** The case was opened at an hour at which people help. */
  readonly withinHours: boolean;
  readonly outcome?: string | undefined;
  readonly village?: string | undefined;
  readonly field?: CaseRow["field"];
  readonly flow?: string | undefined;
  readonly channel: ChannelKind;
}

export interface CaseEventStore {
  /** All events, in their order, of the cases with an event in [from, until). */
  caseEvents(commune: string, from: Instant, until: Instant): CaseEvent[];
}
