/** The committee's curve as a table, and every number that was ever entered for it. */
import { dayOf, type Library, sayTime } from "../../flows/index.ts";
import type { DossiersOf } from "../store/dossier-counts.ts";
import type { Store } from "../store/store.ts";
import { csv } from "./csv.ts";
import { fieldName, villageIdOf, villageName } from "./names.ts";
import { monthsUpTo, onlineUse } from "./online-use.ts";

const header = [
  "month",
  "of",
  "id",
  "name",
  "sent_online_with_us",
  "online_entered",
  "counter_entered",
  "share_percent",
  "share_is",
] as const;

/** Twelve months up to this one: the whole commune, then villages, then fields, each month by month. */
export function onlineUseCsv(
  store: Store,
  library: Library,
  commune: string,
  month: string,
): string {
  const { all, villages, fields } = onlineUse(store, library, commune, month);
  return csv([
    header,
    ...[all, ...villages, ...fields].flatMap(({ of, points }) =>
      points.map((point) => [
        point.month,
        ...namesOf(library, of),
        ...[point.sent, point.online ?? "", point.counter ?? ""].map(String),
        String(point.share?.percent ?? ""),
        point.share?.is ?? "",
      ]),
    ),
  ]);
}

const inVillagesHeader = [
  ...["month", "village", "village_name", "field", "field_name"],
  ...["sent_online_with_us", "asked", "answered"],
] as const;

/** The month's villages, each with its fields; an empty village or field is one that nobody knows. */
export function inVillagesCsv(
  store: Store,
  library: Library,
  commune: string,
  month: string,
): string {
  return csv([
    inVillagesHeader,
    ...onlineUse(store, library, commune, month).inVillages.map((one) => [
      ...[month, villageIdOf(library, one.village), one.village],
      ...[one.field, one.field === "" ? "" : fieldName(one.field)],
      ...[one.sent, one.asked, one.answered].map(String),
    ]),
  ]);
}

const entriesHeader = [
  "month",
  "of",
  "id",
  "name",
  "online",
  "counter",
  "entered_by",
  "entered_on",
  "entered_at",
] as const;

/** Oldest first; an entry without numbers takes the ones before it back. */
export function dossierEntriesCsv(
  store: Store,
  library: Library,
  commune: string,
  month: string,
): string {
  const [first = month] = monthsUpTo(month);
  return csv([
    entriesHeader,
    ...store
      .dossierEntries(commune, first, month)
      .map((entry) => [
        entry.month,
        ...namesOf(library, entry.of),
        ...[entry.counts?.online ?? "", entry.counts?.counter ?? ""].map(String),
        store.propagandist(entry.who)?.name ?? entry.who,
        dayOf(entry.at),
        sayTime(entry.at, "en"),
      ]),
  ]);
}

/** What it is of, its id and its name. */
function namesOf(library: Library, of: DossiersOf): readonly [string, string, string] {
  switch (of.is) {
    case "all":
      return ["commune", "*", "Cả xã"];
    case "village":
      return ["village", of.id, villageName(library, of.id)];
    case "field":
      return ["field", of.id, fieldName(of.id)];
  }
}
