/** The ways in that somebody at the desk looks after: a coordinator every village's and person's, others their own. */
import type { Instant, Library, PropagandistId } from "../../flows/index.ts";
import { dayOf, villageKey } from "../../flows/index.ts";
import { villageSays, villagesOf } from "../content/villages.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import type { WayInCount, WayInRow, WayTo } from "../store/ways-in.ts";
import type { Came, ListedWay } from "./listed-way.ts";
import { openings, wayInto, whoseWay } from "./village-links.ts";

export type WaysStore = Pick<
  Store,
  | "channels"
  | "endWayIn"
  | "propagandist"
  | "propagandists"
  | "setting"
  | "wayIn"
  | "wayInCounts"
  | "wayInOf"
  | "waysIn"
>;

const helps = ({ rank, joinedAt, leftAt }: PropagandistRow): boolean =>
  (rank === "propagandist" || rank === "coordinator") &&
  joinedAt !== undefined &&
  leftAt === undefined;

/** Whether they may see, print and renew this one. */
export const looksAfter = (
  who: Pick<PropagandistRow, "id" | "rank">,
  way: Pick<WayInRow, "propagandist" | "endedAt">,
): boolean =>
  way.endedAt === undefined && (who.rank === "coordinator" || way.propagandist === who.id);

/** Villages first, people after them. What has none yet gets one. */
export function waysFor(
  store: WaysStore,
  library: Library,
  who: PropagandistRow,
  at: { readonly now: Instant; readonly webRoot: string },
): ListedWay[] {
  const { commune } = who;
  const wanted = who.rank === "coordinator" ? allOf(store, library, commune) : [mine(who.id)];
  const made = wanted.map((to) => wayInto(store, { commune, ...to }, at).plain);
  const counts = store.wayInCounts(commune);
  const open = store.waysIn(commune).filter((way) => looksAfter(who, way));
  const extra = open.filter(({ code }) => !made.includes(code));
  const month = dayOf(at.now).slice(0, 7);
  return [...made, ...extra.map(({ code }) => code)].flatMap((code): ListedWay[] => {
    const way = open.find((one) => one.code === code);
    if (way === undefined) return [];
    const { zalo, telegram } = openings(store, commune, code);
    const { plain, code: spoken, link } = wayInto(store, { commune, ...toOf(way) }, at);
    const its = counts.filter((one) => one.code === code);
    return [
      {
        plain,
        code: spoken,
        link,
        ...whoseWay(store, library, way),
        opens: [
          "web",
          ...(zalo === null ? [] : ["zalo" as const]),
          ...(telegram === null ? [] : ["telegram" as const]),
        ],
        month: sum(its.filter((one) => one.month === month)),
        ever: sum(its),
        ...(made.includes(code) ? {} : { extra: true }),
      },
    ];
  });
}

const mine = (propagandist: PropagandistId): WayTo => ({ propagandist });

const toOf = ({ village, propagandist }: WayInRow): WayTo => ({
  ...(village === undefined ? {} : { village }),
  ...(propagandist === undefined ? {} : { propagandist }),
});

/** Every village that is known or that somebody goes to, and everybody who can be called. */
function allOf(store: WaysStore, library: Library, commune: string): WayTo[] {
  const people = store.propagandists(commune).filter(helps);
  const villages = new Map(villagesOf(library).map(({ id, says }) => [villageKey(says), id]));
  for (const name of people.flatMap((person) => person.villages)) {
    const key = villageKey(villageSays(library, name));
    if (key !== "" && !villages.has(key)) villages.set(key, name.trim());
  }
  return [
    ...[...villages.values()].map((village) => ({ village })),
    ...people.map(({ id }) => mine(id)),
  ];
}

const none: Came = { opened: 0, came: 0, begun: 0 };
const sum = (counts: readonly WayInCount[]): Came =>
  counts.reduce(
    (soFar, { opened, came, begun }) => ({
      opened: soFar.opened + opened,
      came: soFar.came + came,
      begun: soFar.begun + begun,
    }),
    none,
  );

/** A village that stands on no list yet gets a way in of its own. */
export function addVillage(
  store: WaysStore,
  library: Library,
  commune: string,
  name: string,
  at: { readonly now: Instant; readonly webRoot: string },
): void {
  const known = villagesOf(library).find(({ says }) => villageKey(says) === villageKey(name));
  wayInto(store, { commune, village: known?.id ?? name }, at);
}
