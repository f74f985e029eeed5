/** How many came by codes in a month, by village: a helper's card counts for theirs while they go to a single one. */
import type { Library } from "../../flows/index.ts";
import { villageSays } from "../content/villages.ts";
import type { Store } from "../store/store.ts";
import type { WayInRow } from "../store/ways-in.ts";
import { csv } from "./csv.ts";

const header = ["village", "opened", "came", "begun"] as const;

/** `month` is "2026-11". Ended codes count too: they were used while they held. */
export function waysCsv(
  store: Pick<Store, "propagandist" | "waysIn" | "wayInCounts">,
  library: Library,
  commune: string,
  month: string,
): string {
  const ways = new Map(store.waysIn(commune).map((way) => [way.code, way]));
  const rows = new Map<string, readonly [number, number, number]>();
  for (const { code, month: of, opened, came, begun } of store.wayInCounts(commune)) {
    if (of !== month) continue;
    const village = villageOf(ways.get(code));
    const [o, c, b] = rows.get(village) ?? [0, 0, 0];
    rows.set(village, [o + opened, c + came, b + begun]);
  }
  return csv([
    header,
    ...[...rows]
      .toSorted(([a], [b]) => a.localeCompare(b, "vi"))
      .map(([village, counts]) => [village, ...counts.map(String)]),
  ]);

  function villageOf(way: WayInRow | undefined): string {
    const { village, propagandist } = way ?? {};
    const theirs = propagandist === undefined ? [] : store.propagandist(propagandist)?.villages;
    const [only, ...others] = (theirs ?? []).filter((name) => name !== "");
    const named = village ?? (others.length === 0 ? only : undefined);
    return named === undefined ? "" : villageSays(library, named);
  }
}
