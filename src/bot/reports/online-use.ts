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
import { monthAfter } from "./figures.ts";
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
}

type Reads = Pick<Store, "journeys" | "dossierEntries">;

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
  };
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
