/** Who is called for a case, and when the next thing happens if nobody comes. Plain values in and out. */
import type { Desk } from "../authoring/settings-schema.ts";
import type { RosterEntry } from "../talk/library.ts";
import type { Case } from "../talk/saved.ts";
import { dayOf, isWithin, minute, nextBeginning } from "../time/calendar.ts";
import { villageKey } from "../understanding/places.ts";
import type { Instant } from "../vocabulary.ts";

export type Rung = Extract<Case["state"], { is: "waiting" }>["rung"];

export interface Call {
  readonly rung: Rung;
  readonly called: readonly RosterEntry[];
}

/** A resident writes the village as they spell it, a coordinator as they do. */
function worksIn(person: RosterEntry, village: string): boolean {
  const key = villageKey(village);
  return key !== "" && person.villages.some((own) => villageKey(own) === key);
}

/**
 * The people on duty whom a resident's wish allows. Who asked for another village has a reason and is never sent
 * a neighbour; a woman or the office is waited for while the commune has one at all, else help comes first.
 */
export function everyone(
  roster: readonly RosterEntry[],
  wants: Case["wants"],
  village: string | undefined,
): readonly RosterEntry[] {
  const onDuty = roster.filter((p) => p.onDuty);
  switch (wants) {
    case "anyone":
      return onDuty;
    case "other-village":
      return onDuty.filter((p) => village === undefined || !worksIn(p, village));
    case "woman":
      return roster.some((p) => p.woman) ? onDuty.filter((p) => p.woman) : onDuty;
    case "office":
      return roster.some((p) => p.office) ? onDuty.filter((p) => p.office) : onDuty;
  }
}

/** The first people called: those on duty in the village, else everybody on duty, else nobody yet. */
export function firstCall(
  roster: readonly RosterEntry[],
  wants: Case["wants"],
  village: string | undefined,
): Call {
  const allowed = everyone(roster, wants, village);
  if (allowed.length === 0) return { rung: "later", called: [] };
  const near =
    wants === "anyone" && village !== undefined ? allowed.filter((p) => worksIn(p, village)) : [];
  return near.length > 0
    ? { rung: "village", called: near }
    : { rung: "everyone", called: allowed };
}

/**
 * When all are called again: soon while it is an hour at which people help, else when those hours next begin.
 * `tries` earlier calls in vain double the pause, so that nobody is written to all day.
 */
export function nextTry(desk: Desk, tries: number, now: Instant): Instant {
  const soon = now + desk.routing["again-after-minutes"] * 2 ** Math.min(tries, 4) * minute;
  return isWithin(desk.hours, soon) && dayOf(soon) === dayOf(now)
    ? soon
    : nextBeginning(desk.hours, now);
}
