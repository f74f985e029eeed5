/**
 * The week's visits: meetings that were agreed, by village and day, with who goes. A coordinator has all of them,
 * whoever helps has their own. What is done stands apart from what is to come.
 */
import { type Day, dayOf, type Instant, instantOf, villageKey } from "../../flows/index.ts";
import { shownName } from "../conversations/roster.ts";
import type { CaseLine } from "../store/cases.ts";
import type { MeetingLine } from "../store/meetings.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

const dayLength = 24 * 60 * 60 * 1000;
const days = 7;

export interface Visit extends Pick<MeetingLine, "at" | "place" | "went"> {
  readonly case: CaseLine;
  readonly who: PropagandistRow["id"];
  /** Who goes, as residents see the name. */
  readonly goes: string;
  /** A list is printed and lies about: what a private matter is about is told to whoever goes, and to nobody else. */
  readonly hidden: boolean;
}

export interface VillageVisits {
  /** As it is said; empty where it is not known. */
  readonly village: string;
  readonly days: readonly { readonly day: Day; readonly visits: readonly Visit[] }[];
}

export interface Visits {
  /** Today and the six days after it, without what is over already. */
  readonly coming: readonly VillageVisits[];
  /** The six days before today, and what of today is over; what was called off before its day was never a visit. */
  readonly past: readonly VillageVisits[];
}

type Reads = Pick<Store, "meetings" | "case" | "propagandist">;

export function visitsOf(store: Reads, who: PropagandistRow, now: Instant): Visits {
  const today = dayOf(now);
  const begins = instantOf(today, "00:00");
  const all = store
    .meetings(who.commune, begins - (days - 1) * dayLength, begins + days * dayLength)
    .filter((met) => who.rank === "coordinator" || met.who === who.id)
    .flatMap((met) => visitAt(store, met, who.id));
  const over = ({ at, endedAt }: Pick<MeetingLine, "at" | "endedAt">): boolean =>
    dayOf(at) < today || endedAt !== undefined;
  return {
    coming: byVillage(all.filter((visit) => !over(visit))),
    past: byVillage(
      all.filter(
        ({ at, endedAt }) =>
          over({ at, endedAt }) &&
          dayOf(at) <= today &&
          (endedAt === undefined || dayOf(endedAt) >= dayOf(at)),
      ),
    ),
  };
}

/** Today's of the whole commune that are still to come. */
export function visitsOn(store: Reads, commune: string, now: Instant): readonly VillageVisits[] {
  const begins = instantOf(dayOf(now), "00:00");
  const open = store
    .meetings(commune, begins, begins + dayLength)
    .filter(({ endedAt }) => endedAt === undefined);
  return byVillage(open.flatMap((met) => visitAt(store, met)));
}

function visitAt(
  store: Reads,
  met: MeetingLine,
  reader?: PropagandistRow["id"],
): (Visit & Pick<MeetingLine, "endedAt">)[] {
  const of = store.case(met.case);
  if (of === undefined) return [];
  const goes = store.propagandist(met.who);
  const hidden = of.discreet === true && met.who !== reader;
  return [{ ...met, case: of, goes: goes === undefined ? "" : shownName(goes), hidden }];
}

/** Villages as they are spelled first; within each, day by day and hour by hour. */
function byVillage(visits: readonly Visit[]): readonly VillageVisits[] {
  const villages = new Map<string, { village: string; days: Map<Day, Visit[]> }>();
  for (const visit of visits) {
    const said = visit.case.card.village ?? "";
    const key = villageKey(said);
    const village = villages.get(key) ?? { village: said, days: new Map<Day, Visit[]>() };
    villages.set(key, village);
    const day = dayOf(visit.at);
    village.days.set(day, [...(village.days.get(day) ?? []), visit]);
  }
  return [...villages.values()]
    .map(({ village, days: each }) => ({
      village,
      days: [...each].map(([day, ofDay]) => ({ day, visits: ofDay })),
    }))
    .toSorted((a, b) =>
      // Where nobody knows the village comes last.
      a.village === "" || b.village === ""
        ? Number(a.village === "") - Number(b.village === "")
        : a.village.localeCompare(b.village, "vi"),
    );
}
