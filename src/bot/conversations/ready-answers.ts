/** What propagandists say often: shared by the commune, and each one's own. */
import { z } from "zod";
import type { Library } from "../../flows/index.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

const kept = z.array(z.string());

const sharedName = (commune: string): string => `answers:${commune}`;
const ownName = (who: PropagandistRow): string => `answers:${who.commune}:${who.id}`;

function read(store: Store, name: string): readonly string[] | undefined {
  const found = store.setting(name);
  return found === undefined ? undefined : kept.parse(JSON.parse(found));
}

/** The coordinator's list, or the one `desk.yaml` begins with. */
export function answersFor(
  store: Store,
  library: Library,
  who: PropagandistRow,
): { readonly shared: readonly string[]; readonly own: readonly string[] } {
  const begun = (library.desk.answers ?? []).map((answer) => answer[who.language]);
  return {
    shared: read(store, sharedName(who.commune)) ?? begun,
    own: read(store, ownName(who)) ?? [],
  };
}

export function keepShared(store: Store, commune: string, answers: readonly string[]): void {
  store.setSetting(sharedName(commune), JSON.stringify(answers));
}

export function keepOwn(store: Store, who: PropagandistRow, answers: readonly string[]): void {
  store.setSetting(ownName(who), JSON.stringify(answers));
}
