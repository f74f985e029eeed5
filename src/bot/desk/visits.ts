/**
 * A week's visits, from Monday on: meetings that were agreed, by village and day, with who goes and what came
 * of it. A coordinator has all of them, whoever helps has their own. What is done stands apart from what is to come.
 */
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  villageKey,
  weekdayOf,
} from "../../flows/index.ts";
import { shownName } from "../conversations/roster.ts";
import type { CaseLine } from "../store/cases.ts";
import type { MeetingLine } from "../store/meetings.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

const dayLength = 24 * 60 * 60 * 1000;

/** A month back and a month ahead, and the rest of those weeks. */
export const weeksShown = 5;

export interface KnownVisit extends Pick<MeetingLine, "at" | "place" | "went"> {
  readonly case: CaseLine;
  readonly who: PropagandistRow["id"];
  /** Who goes, as residents see the name. */
  readonly goes: string;
  /** A list is printed and lies about: what a private matter is about is told to whoever goes, and to nobody else. */
  readonly hidden: boolean;
}

/** Who was visited has been forgotten: that there was a visit stays. */
export interface ForgottenVisit extends Pick<KnownVisit, "who" | "goes" | "went"> {
  readonly day: Day;
  /** The id of a village we know. */
  readonly village?: string | undefined;
}

export type Visit = KnownVisit | ForgottenVisit;

export interface VillageVisits<V extends Visit = Visit> {
  /** As it is said, or its id where only that is left; empty where it is not known. */
  readonly village: string;
  readonly days: readonly { readonly day: Day; readonly visits: readonly V[] }[];
}

/** What came of visits that are over: the task was finished or moved on, it was not, nobody has said. */
export interface Tally {
  readonly well: number;
  readonly not: number;
  readonly unsaid: number;
}

export interface Visits {
  readonly from: Day;
  readonly until: Day;
  readonly coming: readonly VillageVisits[];
  /** What was called off before its day was never a visit. */
  readonly past: readonly VillageVisits[];
  readonly tally: Tally;
}

type Reads = Pick<Store, "meetings" | "pastVisits" | "case" | "propagandist">;

/** `week`: 0 is the one with today in it and goes on for seven days from today, -1 the one before. */
export function visitsOf(store: Reads, who: PropagandistRow, now: Instant, week = 0): Visits {
  const today = dayOf(now);
  const monday = addDays(today, 7 * week - ((weekdayOf(today) + 6) % 7));
  // Whoever looks on a Sunday wants to see tomorrow.
  const end = week === 0 ? addDays(today, 7) : addDays(monday, 7);
  const theirs = (met: { readonly who: PropagandistRow["id"] }): boolean =>
    who.rank === "coordinator" || met.who === who.id;
  const all = store
    .meetings(who.commune, instantOf(monday, "00:00"), instantOf(end, "00:00"))
    .filter(theirs)
    .flatMap((met) => visitAt(store, met, who.id));
  const over = ({ at, endedAt }: Pick<MeetingLine, "at" | "endedAt">): boolean =>
    dayOf(at) < today || endedAt !== undefined;
  const past: readonly Visit[] = [
    ...all.filter(
      (visit) =>
        over(visit) &&
        dayOf(visit.at) <= today &&
        (visit.endedAt === undefined || dayOf(visit.endedAt) >= dayOf(visit.at)),
    ),
    ...store
      .pastVisits(who.commune, monday, end)
      .filter(theirs)
      .map((visit) => ({ ...visit, goes: goesBy(store, visit.who) })),
  ];
  return {
    from: monday,
    until: addDays(end, -1),
    coming: byVillage(all.filter((visit) => !over(visit))),
    past: byVillage(past),
    tally: {
      well: past.filter(({ went }) => cameOf(went) === "well").length,
      not: past.filter(({ went }) => cameOf(went) === "not").length,
      unsaid: past.filter(({ went }) => cameOf(went) === "unsaid").length,
    },
  };
}

/** Whether the task moved on at this visit; nobody may have said. */
export function cameOf(went: string | undefined): keyof Tally {
  if (went === undefined) return "unsaid";
  return went === "finished" || went === "done-up-to" ? "well" : "not";
}

/** How many there are in that week, to come and over. */
export function visitsIn(store: Reads, who: PropagandistRow, now: Instant, week: number): number {
  const { coming, past } = visitsOf(store, who, now, week);
  return [...coming, ...past]
    .flatMap(({ days }) => days)
    .reduce((sum, { visits }) => sum + visits.length, 0);
}

/** Today's of the whole commune that are still to come. */
export function visitsOn(
  store: Reads,
  commune: string,
  now: Instant,
): readonly VillageVisits<KnownVisit>[] {
  const begins = instantOf(dayOf(now), "00:00");
  const open = store
    .meetings(commune, begins, begins + dayLength)
    .filter(({ endedAt }) => endedAt === undefined);
  return byVillage(open.flatMap((met) => visitAt(store, met)));
}

const goesBy = (store: Reads, id: PropagandistRow["id"]): string => {
  const goes = store.propagandist(id);
  return goes === undefined ? "" : shownName(goes);
};

function visitAt(
  store: Reads,
  met: MeetingLine,
  reader?: PropagandistRow["id"],
): (KnownVisit & Pick<MeetingLine, "endedAt">)[] {
  const of = store.case(met.case);
  if (of === undefined) return [];
  const hidden = of.discreet === true && met.who !== reader;
  return [{ ...met, case: of, goes: goesBy(store, met.who), hidden }];
}

const villageOf = (visit: Visit): string =>
  ("case" in visit ? visit.case.card.village : visit.village) ?? "";
const dayIn = (visit: Visit): Day => ("case" in visit ? dayOf(visit.at) : visit.day);

/** Villages as they are spelled first; within each, day by day and hour by hour. */
function byVillage<V extends Visit>(visits: readonly V[]): readonly VillageVisits<V>[] {
  const villages = new Map<string, { village: string; days: Map<Day, V[]> }>();
  for (const visit of visits) {
    const said = villageOf(visit);
    const key = villageKey(said);
    const village = villages.get(key) ?? { village: said, days: new Map<Day, V[]>() };
    villages.set(key, village);
    const day = dayIn(visit);
    village.days.set(day, [...(village.days.get(day) ?? []), visit]);
  }
  return [...villages.values()]
    .map(({ village, days: each }) => ({
      village,
      days: [...each]
        .map(([day, ofDay]) => ({ day, visits: ofDay }))
        .toSorted((a, b) => a.day.localeCompare(b.day)),
    }))
    .toSorted((a, b) =>
      // Where nobody knows the village comes last.
      a.village === "" || b.village === ""
        ? Number(a.village === "") - Number(b.village === "")
        : a.village.localeCompare(b.village, "vi"),
    );
}
