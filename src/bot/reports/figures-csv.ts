/** The month's figures as tables: one of villages and fields, one of who helped how often. */
import type { Library } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";
import { csv } from "./csv.ts";
import { type Figures, monthFigures } from "./figures.ts";
import { fieldName, villageName } from "./names.ts";

const header = [
  "month",
  "village",
  "village_name",
  "field",
  "field_name",
  "asked",
  "answered",
  "wait_median_minutes",
  "wait_nine_in_ten_minutes",
  "asked_outside_hours_answered",
  "wait_outside_hours_median_minutes",
  "begun",
  "sent_online",
  "finished_alone",
  "finished_helped_in_chat",
  "finished_helped_in_person",
  "said_it_helped",
  "said_it_did_not_help",
  "answered_on_rung",
  "outcomes",
] as const;

/** The last line has every village and field together; a median cannot be added up. */
export function figuresCsv(store: Store, library: Library, commune: string, month: string): string {
  const { all, each } = monthFigures(store, commune, month);
  return csv([
    header,
    ...each.map((line) => [
      ...[month, line.village, villageName(library, line.village)],
      ...[line.field, fieldName(line.field), ...cellsOf(line)],
    ]),
    [month, "*", "Cả xã", "*", "Mọi lĩnh vực", ...cellsOf(all)],
  ]);
}

/** Names as they are today; who is gone keeps their id. */
export function loadCsv(store: Store, commune: string, month: string): string {
  const names = new Map(store.propagandists(commune).map(({ id, name }) => [id, name]));
  return csv([
    ["month", "name", "helped", "closed", "sat_beside"],
    ...monthFigures(store, commune, month)
      .loads.map(({ who, helped, closed, beside }) => [
        month,
        names.get(who) ?? who,
        ...[helped, closed, beside].map(String),
      ])
      .toSorted(([, a = ""], [, b = ""]) => a.localeCompare(b, "vi")),
  ]);
}

function cellsOf(line: Figures): string[] {
  return [
    line.asked,
    line.answered,
    line.waits.median ?? "",
    line.waits.most ?? "",
    line.waitsOutsideHours.count,
    line.waitsOutsideHours.median ?? "",
    line.begun,
    line.sent,
    line.finished.alone,
    line.finished["in-chat"],
    line.finished["in-person"],
    line.said.helped,
    line.said.not,
    counts(line.rungs),
    counts(line.outcomes),
  ].map(String);
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([what, count]) => `${what} ${count}`)
    .join("; ");
}
