/**
 * A month in figures, per village and field: who asked for a person, who was answered and how soon, how it ended,
 * what was finished alone or with help, what they said of the help, and who carried the load. All of it from the logs
 * of journeys and cases; nothing in it says who asked.
 */
import { type Instant, instantOf, type PropagandistId, villageKey } from "../../flows/index.ts";
import type { CaseAnswer } from "../store/case-answers.ts";
import type { CaseEvent } from "../store/case-events.ts";
import type { JourneyLine } from "../store/journeys.ts";
import type { Store } from "../store/store.ts";

/** How long people waited for a person, in minutes. */
export interface Waits {
  readonly count: number;
  readonly median?: number | undefined;
  /** Nine in ten waited no longer. */
  readonly most?: number | undefined;
}

export interface Figures {
  /** Cases opened in the month. */
  readonly asked: number;
  /** Of those, claimed at least once. */
  readonly answered: number;
  /** From being called to the first claim: opened at an hour at which people help. The machine's own questions come before. */
  readonly waits: Waits;
  /** The same for cases opened outside those hours, where a night lies between. */
  readonly waitsOutsideHours: Waits;
  /** How far the calling had come when the first helper claimed. */
  readonly rungs: Readonly<Record<string, number>>;
  /** How the cases opened in the month ended; those still open stand under "open". */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Journeys begun in the month. */
  readonly begun: number;
  /** Of journeys, those in which a dossier went off online in the month. */
  readonly sent: number;
  /** Journeys finished in the month, by what it took. */
  readonly finished: Readonly<Record<JourneyLine["helped"], number>>;
  /** What was answered in the month to "did it help?". */
  readonly said: { readonly helped: number; readonly not: number };
}

export interface FiguresOf extends Figures {
  readonly village: string;
  readonly field: string;
}

/** What one propagandist carried in the month. */
export interface Load {
  readonly who: PropagandistId;
  /** Claims in the month, each case once. */
  readonly helped: number;
  /** Cases they held when they closed in the month, but for those nobody could be reached in. */
  readonly closed: number;
  /** People they sat beside in the month. */
  readonly beside: number;
}

export interface MonthFigures {
  readonly month: string;
  readonly all: Figures;
  readonly each: readonly FiguresOf[];
  readonly loads: readonly Load[];
}

/** `month` is "2026-11", in Vietnam's days. */
export function monthFigures(store: Store, commune: string, month: string): MonthFigures {
  const from = instantOf(`${month}-01`, "00:00");
  const until = instantOf(monthAfter(month), "00:00");
  const inMonth = (at: Instant | undefined): boolean =>
    at !== undefined && from <= at && at < until;

  const events = store.caseEvents(commune, from, until);
  const opened = [...byCase(events).values()].filter(([first]) => inMonth(first?.at));
  const journeys = store.journeys(commune, from, until);
  const answers = store.caseAnswers(commune, `${month}-01`, monthAfter(month));

  const groups = new Map<string, Group & { readonly village: string; readonly field: string }>();
  const groupOf = (village: string | undefined, field: string | undefined) => {
    const key = `${villageKey(village ?? "")}/${field ?? ""}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made = {
      ...{ village: village ?? "", field: field ?? "" },
      ...{ cases: [], lines: [], answers: [] },
    };
    groups.set(key, made);
    return made;
  };
  for (const each of opened) {
    const { village, field } = lastKnown(each);
    groupOf(village, field).cases.push(each);
  }
  for (const line of journeys) groupOf(line.village, line.field).lines.push(line);
  for (const answer of answers) groupOf(answer.village, answer.field).answers.push(answer);

  return {
    month,
    all: figuresOf({ cases: opened, lines: journeys, answers }, inMonth),
    each: [...groups.values()]
      .map(({ village, field, ...group }) => ({ village, field, ...figuresOf(group, inMonth) }))
      .toSorted(
        (a, b) => a.village.localeCompare(b.village, "vi") || a.field.localeCompare(b.field),
      ),
    loads: loadsIn(
      events.filter(({ at }) => inMonth(at)),
      store.besideCounts(commune, `${month}-01`, monthAfter(month)),
    ),
  };
}

/** Every case opened in the month: where, about what, and whether anybody answered. */
export function asksIn(
  store: Pick<Store, "caseEvents">,
  commune: string,
  month: string,
): ReadonlyArray<
  Pick<CaseEvent, "village" | "field"> & {
    readonly answered: boolean;
  }
> {
  const from = instantOf(`${month}-01`, "00:00");
  const until = instantOf(monthAfter(month), "00:00");
  return [...byCase(store.caseEvents(commune, from, until)).values()]
    .filter(([first]) => first !== undefined && from <= first.at && first.at < until)
    .map((events) => ({
      ...lastKnown(events),
      answered: events.some(({ moment }) => moment === "claimed"),
    }));
}

type Case = readonly CaseEvent[];

/** What is counted together. */
interface Group {
  readonly cases: Case[];
  readonly lines: JourneyLine[];
  readonly answers: CaseAnswer[];
}

function byCase(events: readonly CaseEvent[]): ReadonlyMap<string, CaseEvent[]> {
  const cases = new Map<string, CaseEvent[]>();
  for (const event of events) cases.set(event.case, [...(cases.get(event.case) ?? []), event]);
  return cases;
}

/** The village may be told after the case was opened. */
function lastKnown(of: Case): Pick<CaseEvent, "village" | "field"> {
  return {
    village: of.findLast(({ village }) => village !== undefined)?.village,
    field: of.findLast(({ field }) => field !== undefined)?.field,
  };
}

function figuresOf(
  { cases, lines: journeys, answers }: Group,
  inMonth: (at: Instant | undefined) => boolean,
): Figures {
  const waited = (withinHours: boolean): Waits =>
    waitsOf(
      cases.flatMap((events) => {
        if (events[0]?.withinHours !== withinHours) return [];
        const first = events.find(({ moment }) => moment === "claimed");
        return first?.waited === undefined ? [] : [first.waited];
      }),
    );
  const rungs: Record<string, number> = {};
  for (const events of cases) {
    const rung = events.find(({ moment }) => moment === "claimed")?.rung;
    if (rung !== undefined) rungs[rung] = (rungs[rung] ?? 0) + 1;
  }
  const outcomes: Record<string, number> = {};
  for (const events of cases) {
    const end = events.at(-1);
    const outcome = end?.moment === "closed" ? (end.outcome ?? "closed") : "open";
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const finished = journeys.filter(({ finishedAt }) => inMonth(finishedAt));
  const by = (helped: JourneyLine["helped"]): number =>
    finished.filter((line) => line.helped === helped).length;
  return {
    asked: cases.length,
    answered: cases.filter((events) => events.some(({ moment }) => moment === "claimed")).length,
    waits: waited(true),
    waitsOutsideHours: waited(false),
    rungs,
    outcomes,
    begun: journeys.filter(({ begunAt }) => inMonth(begunAt)).length,
    sent: journeys.filter(({ sentAt }) => inMonth(sentAt)).length,
    finished: { alone: by("alone"), "in-chat": by("in-chat"), "in-person": by("in-person") },
    said: {
      helped: answers.filter(({ well }) => well).length,
      not: answers.filter(({ well }) => !well).length,
    },
  };
}

const minute = 60_000;

/** Nearest rank: every figure is one that somebody really waited. */
function waitsOf(waits: readonly number[]): Waits {
  const sorted = waits.toSorted((a, b) => a - b);
  const rank = (share: number): number | undefined => {
    const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    return found === undefined ? undefined : Math.round((found / minute) * 10) / 10;
  };
  return { count: sorted.length, median: rank(0.5), most: rank(0.9) };
}

/** Sorted by name, not by number: nobody is ranked. */
function loadsIn(
  events: readonly CaseEvent[],
  besides: ReadonlyMap<PropagandistId, number>,
): readonly Load[] {
  const people = new Map<PropagandistId, { helped: Set<string>; closed: Set<string> }>(
    [...besides.keys()].map((who) => [who, { helped: new Set(), closed: new Set() }]),
  );
  for (const { moment, by, case: of, outcome } of events) {
    if (by === undefined || (moment !== "claimed" && moment !== "closed")) continue;
    const load = people.get(by) ?? { helped: new Set(), closed: new Set() };
    people.set(by, load);
    if (moment === "claimed") load.helped.add(of);
    else if (outcome !== "unreached") load.closed.add(of);
  }
  return [...people]
    .map(([who, { helped, closed }]) => ({
      who,
      helped: helped.size,
      closed: closed.size,
      beside: besides.get(who) ?? 0,
    }))
    .toSorted((a, b) => a.who.localeCompare(b.who));
}

/** The first day of the next month. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}
