/** What happened to cases, line by line: the log that the figures are made of. Nothing in it says whose. */
import type { Database } from "better-sqlite3";
import type { CaseId, CaseRow, Instant, PropagandistId } from "../../../flows/index.ts";
import type { CaseEvent, CaseEventStore, CaseMoment } from "../case-events.ts";
import type { ChannelKind } from "../conversations.ts";
import { type ErasedHere, localDay } from "./erasure.ts";

interface Before {
  readonly state: CaseRow["state"];
  readonly claimed_by: PropagandistId | null;
  readonly waiting_since: Instant;
  readonly rung: string | null;
}

/** Reads how a case stood before a turn, and writes down what the turn made of it. */
export function caseEventWriter(db: Database) {
  const stood = db.prepare<[string], Before>(
    "select state, claimed_by, waiting_since, rung from cases where id = ?",
  );
  const note = db.prepare<{
    id: string;
    commune: string;
    moment: CaseMoment;
    at: number;
    by: string | null;
    waited: number | null;
    rung: string | null;
    withinHours: number;
    outcome: string | null;
    village: string | null;
    field: string | null;
    flow: string | null;
    channel: string;
  }>(
    "insert into case_events (case_id, position, commune, moment, at, by, waited, rung, within_hours, outcome, village, field, flow, channel) " +
      "values (:id, (select count(*) from case_events where case_id = :id), :commune, :moment, :at, :by, :waited, :rung, " +
      ":withinHours, :outcome, :village, :field, :flow, :channel)",
  );

  return {
    stood: (id: CaseId): Before | undefined => stood.get(id),
    /** Before the row is saved over; in a turn that erased, under the name nobody can follow back. */
    write: (
      row: CaseRow,
      commune: string,
      channel: ChannelKind,
      erased: ErasedHere | undefined,
      now: Instant,
    ): void => {
      const before = stood.get(row.id);
      const id = erased?.caseNames.get(row.id) ?? row.id;
      for (const moment of momentsBetween(before, row)) {
        note.run({
          id,
          commune,
          moment,
          at: erased === undefined ? now : localDay(now),
          by: row.claimedBy ?? before?.claimed_by ?? null,
          waited:
            moment === "claimed"
              ? Math.max(0, now - (before?.waiting_since ?? row.openedAt))
              : null,
          rung: moment === "claimed" ? (before?.rung ?? null) : null,
          withinHours: row.withinHours ? 1 : 0,
          outcome: row.outcome ?? null,
          village: row.village ?? null,
          field: row.field ?? null,
          flow: row.flow ?? null,
          channel,
        });
      }
    },
  };
}

/** Opened and claimed may be one turn; a turn that only moved the resident is none. */
function momentsBetween(before: Before | undefined, row: CaseRow): readonly CaseMoment[] {
  const opened: readonly CaseMoment[] = before === undefined ? ["opened"] : [];
  switch (row.state) {
    case "waiting":
      return before === undefined || before.state === "waiting" ? opened : ["waiting"];
    case "claimed":
      return before?.state === "claimed" && before.claimed_by === row.claimedBy
        ? []
        : [...opened, "claimed"];
    case "resting":
      return before?.state === "resting" ? [] : [...opened, "resting"];
    case "closed":
      return before?.state === "closed" ? [] : [...opened, "closed"];
  }
}

export function caseEvents(db: Database): CaseEventStore {
  const within = db.prepare<
    { commune: string; from: number; until: number },
    {
      case_id: string;
      moment: CaseMoment;
      at: Instant;
      by: PropagandistId | null;
      waited: number | null;
      rung: string | null;
      within_hours: number;
      outcome: string | null;
      village: string | null;
      field: CaseEvent["field"] | null;
      flow: string | null;
      channel: ChannelKind;
    }
  >(
    "select case_id, moment, at, by, waited, rung, within_hours, outcome, village, field, flow, channel from case_events " +
      "where commune = :commune and case_id in (select case_id from case_events where commune = :commune " +
      "and at >= :from and at < :until) order by case_id, position",
  );
  return {
    caseEvents: (commune, from, until) =>
      within.all({ commune, from, until }).map((row) => ({
        case: row.case_id,
        moment: row.moment,
        at: row.at,
        by: row.by ?? undefined,
        waited: row.waited ?? undefined,
        rung: row.rung ?? undefined,
        withinHours: row.within_hours === 1,
        outcome: row.outcome ?? undefined,
        village: row.village ?? undefined,
        field: row.field ?? undefined,
        flow: row.flow ?? undefined,
        channel: row.channel,
      })),
  };
}
