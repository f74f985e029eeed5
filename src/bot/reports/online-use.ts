/**
 * The committee's curve: of all dossiers the commune receives, how many come online, month by month, for the whole
 * commune, each village and each field. What went off online beside the machine or a helper is counted here; what
 * came over the counter only the commune knows and enters. Without that number there is no share, and without the
 * number of all that came online the share is a least one.
 */
import { instantOf, type Library, villageKey } from "../../flows/index.ts";
import { villagesOf } from "../content/villages.ts";
import type { DossierEntry, DossiersOf } from "../store/dossier-counts.ts";
import type { JourneyLine } from "../store/journeys.ts";
import type { Store } from "../store/store.ts";
import { asksIn, monthAfter } from "./figures.ts";
import { fieldName, fieldNames, villageIdOf, villageName } from "./names.ts";

export interface OnlinePoint {
  readonly month: string;
  /** Dossiers that went off online with us in the month. */
  readonly sent: number;
  /** As entered last. */
  readonly counter?: number | undefined;
  readonly online?: number | undefined;
  /** Of a hundred. `at-least`: nobody entered how many came online without us. */
  readonly share?: { readonly percent: number; readonly is: "exact" | "at-least" } | undefined;
}

export interface OnlineLine {
  readonly of: DossiersOf;
  readonly name: string;
  /** One for each month. */
  readonly points: readonly OnlinePoint[];
}

export interface OnlineUse {
  /** Twelve, the one asked for last. */
  readonly months: readonly string[];
  readonly all: OnlineLine;
  readonly villages: readonly OnlineLine[];
  readonly fields: readonly OnlineLine[];
  /** Each village's fields in which something went off with us or was asked of a person, in the last month. */
  readonly inVillages: readonly InVillage[];
}

/** One field of one village, in one month. No report of a counter has both, so there is no share here. */
export interface InVillage {
  readonly village: string;
  readonly field: string;
  readonly sent: number;
  /** Cases opened in the month, and those of them that somebody answered. */
  readonly asked: number;
  readonly answered: number;
}

type Reads = Pick<Store, "journeys" | "dossierEntries" | "caseEvents">;

export function onlineUse(
  store: Reads,
  library: Library,
  commune: string,
  lastMonth: string,
  language: "vi" | "en" = "vi",
): OnlineUse {
  const months = monthsUpTo(lastMonth);
  const entries = store.dossierEntries(commune, months[0] ?? lastMonth, lastMonth);
  const sent = sentIn(store, commune, months);
  const villages = new Set([
    ...villagesOf(library).map(({ id }) => id),
    ...sent.flatMap(({ line }) =>
      line.village === undefined ? [] : [villageIdOf(library, line.village)],
    ),
    ...entries.flatMap(({ of }) => (of.is === "village" ? [of.id] : [])),
  ]);
  const line = (of: DossiersOf, name: string): OnlineLine => ({
    of,
    name,
    points: months.map((month) => {
      const count = sent.filter((one) => one.month === month && isOf(library, of, one.line)).length;
      return pointOf(month, count, lastEntry(entries, month, of));
    }),
  });
  return {
    months,
    all: line({ is: "all" }, ""),
    villages: onePerVillage(library, villages)
      .map(({ id, name }) => line({ is: "village", id }, name))
      .toSorted((a, b) => a.name.localeCompare(b.name, "vi")),
    fields: Object.keys(fieldNames).map((id) => line({ is: "field", id }, fieldName(id, language))),
    inVillages: inVillages(store, library, commune, lastMonth, sent),
  };
}

function inVillages(
  store: Reads,
  library: Library,
  commune: string,
  month: string,
  sent: readonly Sent[],
): readonly InVillage[] {
  const cells = new Map<string, { -readonly [Name in keyof InVillage]: InVillage[Name] }>();
  const cell = (village: string | undefined, field: string | undefined) => {
    const name = village === undefined ? "" : villageName(library, village);
    const key = `${villageKey(name)}/${field ?? ""}`;
    const known = cells.get(key) ?? {
      ...{ village: name, field: field ?? "" },
      ...{ sent: 0, asked: 0, answered: 0 },
    };
    cells.set(key, known);
    return known;
  };
  for (const { line, month: of } of sent)
    if (of === month) cell(line.village, line.field).sent += 1;
  for (const { village, field, answered } of asksIn(store, commune, month)) {
    const found = cell(village, field);
    found.asked += 1;
    if (answered) found.answered += 1;
  }
  return [...cells.values()].toSorted(
    (a, b) => a.village.localeCompare(b.village, "vi") || a.field.localeCompare(b.field),
  );
}

/** Spelled in two ways it is one village. */
function onePerVillage(library: Library, ids: ReadonlySet<string>) {
  const byKey = new Map<string, { readonly id: string; readonly name: string }>();
  for (const id of ids) {
    const name = villageName(library, id);
    const key = villageKey(name);
    if (name !== "" && !byKey.has(key)) byKey.set(key, { id, name });
  }
  return [...byKey.values()];
}

interface Sent {
  readonly month: string;
  readonly line: JourneyLine;
}

function sentIn(store: Reads, commune: string, months: readonly string[]): readonly Sent[] {
  return months.flatMap((month) => {
    const from = instantOf(`${month}-01`, "00:00");
    const until = instantOf(monthAfter(month), "00:00");
    return store
      .journeys(commune, from, until)
      .filter(({ sentAt }) => sentAt !== undefined && from <= sentAt && sentAt < until)
      .map((line) => ({ month, line }));
  });
}

function isOf(library: Library, of: DossiersOf, { village, field }: JourneyLine): boolean {
  switch (of.is) {
    case "all":
      return true;
    case "village":
      return (
        village !== undefined &&
        villageKey(villageName(library, village)) === villageKey(villageName(library, of.id))
      );
    case "field":
      return field === of.id;
  }
}

const same = (a: DossiersOf, b: DossiersOf): boolean =>
  a.is === b.is && (a.is === "all" || b.is === "all" || a.id === b.id);

/** Entries come oldest first. */
const lastEntry = (
  entries: readonly DossierEntry[],
  month: string,
  of: DossiersOf,
): DossierEntry["counts"] =>
  entries.findLast((entry) => entry.month === month && same(entry.of, of))?.counts;

function pointOf(month: string, sent: number, counts: DossierEntry["counts"]): OnlinePoint {
  if (counts === undefined) return { month, sent };
  const { counter, online } = counts;
  // More went off with us than the commune counted: at least these came online.
  const known = Math.max(online ?? 0, sent);
  const all = known + counter;
  if (all === 0) return { month, sent, counter, online };
  const percent = Math.round((1000 * known) / all) / 10;
  return {
    ...{ month, sent, counter, online },
    share: { percent, is: online === undefined ? "at-least" : "exact" },
  };
}

/** The twelve months that end with this one. */
export function monthsUpTo(last: string): readonly string[] {
  const [year = 0, number = 0] = last.split("-").map(Number);
  return Array.from({ length: 12 }, (_, at) => {
    const months = year * 12 + number - 1 - (11 - at);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  });
}
