/** A month of journeys as CSV, for the committee: no person, no conversation, no hour of the day. */
import { type Day, dayOf, instantOf } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";
import { csv } from "./csv.ts";
import { monthAfter } from "./figures.ts";

const header = [
  "village",
  "field",
  "flow",
  "begun",
  "finished",
  "outcome",
  "helped",
  "last_step",
] as const;

/** `month` is "2026-11". Dates are calendar days in Vietnam. */
export function monthCsv(store: Store, commune: string, month: string): string {
  const from = instantOf(`${month}-01`, "00:00");
  const until = instantOf(monthAfter(month), "00:00");
  const rows = store
    .journeys(commune, from, until)
    .map((j) => [
      j.village ?? "",
      j.field,
      j.flow,
      dayOf(j.begunAt),
      j.finishedAt === undefined ? "" : dayOf(j.finishedAt),
      j.outcome ?? "",
      j.helped,
      j.lastStep,
    ]);
  return csv([header, ...rows]);
}

const stuckHeader = ["day", "village", "field", "flow", "step", "signal", "followed"] as const;

/**
 * Where help was offered unasked in a month, why, and what came of it. An offer whose day is over with nothing
 * noted was left; one of today is still open. `today` is a calendar day in Vietnam.
 */
export function stuckCsv(store: Store, commune: string, month: string, today: Day): string {
  const rows = store
    .stuck(commune, `${month}-01`, monthAfter(month))
    .map(({ day, village, field, flow, step, signal, followed }) => [
      day,
      village ?? "",
      field,
      flow,
      step,
      signal,
      followed ?? (day < today ? "left" : ""),
    ]);
  return csv([stuckHeader, ...rows]);
}
