/**
 * Which villages lie beside each other, as coordinators say it on the desk: whose people are called next when nobody
 * of the resident's own village comes. What `content/desk.yaml` says of it counts as well.
 */
import { z } from "zod";
import { villageKey } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";

export type Beside = readonly [string, string];

const kept = z.array(z.tuple([z.string(), z.string()]));
const nameOf = (commune: string): string => `villages-beside/${commune}`;

export function villagesBeside(store: Pick<Store, "setting">, commune: string): readonly Beside[] {
  const found = store.setting(nameOf(commune));
  return found === undefined ? [] : kept.parse(JSON.parse(found));
}

const samePair = ([a, b]: Beside, [c, d]: Beside): boolean => {
  const one = [villageKey(a), villageKey(b)].toSorted();
  const other = [villageKey(c), villageKey(d)].toSorted();
  return one[0] === other[0] && one[1] === other[1];
};

/** From the next turn on they are beside each other, or are not; said twice it is one pair. */
export function sayBeside(
  store: Pick<Store, "setting" | "setSetting">,
  commune: string,
  pair: Beside,
  beside: boolean,
): void {
  const others = villagesBeside(store, commune).filter((one) => !samePair(one, pair));
  store.setSetting(nameOf(commune), JSON.stringify(beside ? [...others, pair] : others));
}

/** The villages beside any of these. */
export function besideOf(pairs: readonly Beside[], villages: readonly string[]): readonly string[] {
  const own = new Set(villages.map(villageKey).filter((key) => key !== ""));
  return pairs.flatMap(([a, b]) => [
    ...(own.has(villageKey(a)) ? [b] : []),
    ...(own.has(villageKey(b)) ? [a] : []),
  ]);
}
