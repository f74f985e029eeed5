/** A month of journeys as CSV, for the committee: no person, no conversation, no hour of the day. */
import { type Day, dayOf, instantOf, type Library } from "../../flows/index.ts";
import type { JourneyLine } from "../store/journeys.ts";
import type { Store } from "../store/store.ts";
import { csv } from "./csv.ts";
import { monthAfter } from "./figures.ts";
import { fieldName, flowName, villageName } from "./names.ts";

const header = [
  "village",
  "village_name",
  "field",
  "field_name",
  "flow",
  "flow_name",
  "begun",
  "sent",
  "finished",
  "outcome",
  "helped",
  "last_step",
] as const;

/** `month` is "2026-11". Dates are calendar days in Vietnam. */
export function monthCsv(store: Store, library: Library, commune: string, month: string): string {
  const from = instantOf(`${month}-01`, "00:00");
  const until = instantOf(monthAfter(month), "00:00");
  const rows = store
    .journeys(commune, from, until)
    .map((j) => [
      ...named(library, j),
      dayOf(j.begunAt),
      j.sentAt === undefined ? "" : dayOf(j.sentAt),
      j.finishedAt === undefined ? "" : dayOf(j.finishedAt),
      j.outcome ?? "",
      j.helped,
      j.lastStep,
    ]);
  return csv([header, ...rows]);
}

const named = (
  library: Library,
  { village = "", field, flow }: Pick<JourneyLine, "village" | "field" | "flow">,
): readonly string[] => [
  ...[village, villageName(library, village)],
  ...[field, fieldName(field), flow, flowName(library, flow)],
];

const stuckHeader = [
  "day",
  "village",
  "village_name",
  "field",
  "field_name",
  "flow",
  "flow_name",
  "step",
  "signal",
  "followed",
] as const;

/**
 * Where help was offered unasked in a month, why, and what came of it. An offer whose day is over with nothing
 * noted was left; one of today is still open. `today` is a calendar day in Vietnam.
 */
export function stuckCsv(
  store: Store,
  library: Library,
  commune: string,
  month: string,
  today: Day,
): string {
  const rows = store
    .stuck(commune, `${month}-01`, monthAfter(month))
    .map(({ day, step, signal, followed, ...line }) => [
      day,
      ...named(library, line),
      step,
      signal,
      followed ?? (day < today ? "left" : ""),
    ]);
  return csv([stuckHeader, ...rows]);
}
