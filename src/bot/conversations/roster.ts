/** Who can be called, as a turn sees them: everybody who has joined, with whether they are there right now. */
import {
  addressWord,
  type Instant,
  isThere,
  type RosterEntry,
  thereAgain,
} from "../../flows/index.ts";
import type { PropagandistRow, WorkingGroup } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { besideOf, villagesBeside } from "./beside-villages.ts";

/** Calls of so long count when load is shared out. */
const recently = 7 * 24 * 60 * 60 * 1000;

const nothing = { open: 0, calls: 0 } as const;

/** The name residents see: "Cô Hoa". */
export function shownName({ form, name }: Pick<PropagandistRow, "form" | "name">): string {
  if (form === undefined) return name;
  const word = addressWord(form);
  // Somebody wrote it into the name already.
  if (name.toLocaleLowerCase("vi").startsWith(`${word} `)) return name;
  return `${word.charAt(0).toLocaleUpperCase("vi")}${word.slice(1)} ${name}`;
}

/** Authors write and managers read; neither is called, nor is anybody who has not joined. */
const canBeCalled = ({ rank, joinedAt }: PropagandistRow): boolean =>
  joinedAt !== undefined && (rank === "propagandist" || rank === "coordinator");

export function rosterOf(
  store: Pick<Store, "propagandists" | "groups" | "load" | "setting">,
  commune: string,
  now: Instant,
): readonly RosterEntry[] {
  const groups = new Map(store.groups(commune).map((group) => [group.id, group]));
  const load = store.load(commune, now - recently);
  const beside = villagesBeside(store, commune);
  return store
    .propagandists(commune)
    .filter(canBeCalled)
    .map((p) => ({
      id: p.id,
      name: shownName(p),
      role: p.role,
      woman: p.woman,
      office: p.office,
      coordinator: p.rank === "coordinator",
      villages: p.villages,
      groups: p.groups,
      groupVillages: villagesOf(p, groups),
      besideVillages: besideOf(beside, p.villages),
      knows: p.knows,
      speaks: p.speaks,
      language: p.language,
      ...(load.get(p.id) ?? nothing),
      ...dutyOf(p, now),
      ...(p.conversation === undefined ? {} : { conversation: p.conversation }),
      ...(p.photo === undefined ? {} : { photo: p.photo }),
      ...(p.unheardSince === undefined ? {} : { unheardSince: p.unheardSince }),
    }));
}

function villagesOf(
  { groups }: PropagandistRow,
  known: ReadonlyMap<string, WorkingGroup>,
): readonly string[] {
  return [...new Set(groups.flatMap((id) => known.get(id)?.villages ?? []))];
}

/** Whether somebody is called now, and if not, from when on, as far as that is known. */
export function dutyOf(
  person: Pick<PropagandistRow, "duty" | "hours" | "absences">,
  now: Instant,
): { readonly onDuty: boolean; readonly freeAt?: Instant } {
  // Whoever has switched off said "not now", and not until when.
  if (!person.duty) return { onDuty: false };
  if (isThere(person, now)) return { onDuty: true };
  const freeAt = thereAgain(person, now);
  return { onDuty: false, ...(freeAt === undefined ? {} : { freeAt }) };
}
