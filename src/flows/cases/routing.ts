/** Who is called for a case, and when the next thing happens if nobody comes. Plain values in and out. */
import type { Desk } from "../authoring/settings-schema.ts";
import type { RosterEntry } from "../talk/library.ts";
import type { Case } from "../talk/saved.ts";
import { minute, nextBeginning } from "../time/calendar.ts";
import type { Instant } from "../vocabulary.ts";

export type Rung = Extract<Case["state"], { is: "waiting" }>["rung"];

export interface Call {
  readonly rung: Rung;
  readonly called: readonly RosterEntry[];
}

/** The people a resident's wish allows; when it leaves nobody, everybody: help comes before preference. */
function wished(
  roster: readonly RosterEntry[],
  wants: Case["wants"],
  village: string | undefined,
): readonly RosterEntry[] {
  const fits = (p: RosterEntry): boolean => {
    switch (wants) {
      case "anyone":
        return true;
      case "other-village":
        return village === undefined || !p.villages.includes(village);
      case "woman":
        return p.woman;
      case "office":
        return p.office;
    }
  };
  const fitting = roster.filter(fits);
  return fitting.length > 0 ? fitting : roster;
}

/** The first people called: those on duty in the village, else everybody on duty, else nobody yet. */
export function firstCall(
  roster: readonly RosterEntry[],
  wish: {
    readonly wants: Case["wants"];
    readonly village: string | undefined;
    readonly avoidsOwnVillage: boolean;
  },
): Call {
  const wants = wish.wants === "anyone" && wish.avoidsOwnVillage ? "other-village" : wish.wants;
  const onDuty = wished(
    roster.filter((p) => p.onDuty),
    wants,
    wish.village,
  );
  if (onDuty.length === 0) return { rung: "later", called: [] };
  const village = wish.village;
  const near =
    wants === "anyone" && village !== undefined
      ? onDuty.filter((p) => p.villages.includes(village))
      : [];
  return near.length > 0 ? { rung: "village", called: near } : { rung: "everyone", called: onDuty };
}

/** Everybody on duty now. */
export function everyone(
  roster: readonly RosterEntry[],
  wants: Case["wants"],
  village: string | undefined,
): readonly RosterEntry[] {
  return wished(
    roster.filter((p) => p.onDuty),
    wants,
    village,
  );
}

/** When all are called again: soon while people are on duty, else when the helping hours next begin. */
export function nextTry(desk: Desk, roster: readonly RosterEntry[], now: Instant): Instant {
  const soon = now + desk.routing["again-after-minutes"] * minute;
  return roster.some((p) => p.onDuty) ? soon : nextBeginning(desk.hours, now);
}
