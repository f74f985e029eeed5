/** Whether a push is still worth sending when its turn comes, and what it says: never a word of anybody's. */
import { createHash } from "node:crypto";
import {
  afterQuiet,
  type Instant,
  isThere,
  type Library,
  type Tidings,
} from "../../../flows/index.ts";
import { dutyOf } from "../../conversations/roster.ts";
import type { CaseLine } from "../../store/cases.ts";
import type { PropagandistRow } from "../../store/people.ts";
import type { Push } from "../../store/pushes.ts";
import type { Store } from "../../store/store.ts";
import { isBeside, isInvited, listsFor, unreadFor } from "../cases.ts";

const minute = 60 * 1000;
const hour = 60 * minute;

/** How long it is worth delivering, and whether a telephone that sleeps is woken for it. */
const manner: Readonly<
  Record<Tidings, { readonly lasts: number; readonly urgency: "high" | "normal" }>
> = {
  "needs-help": { lasts: hour, urgency: "high" },
  "called-in": { lasts: hour, urgency: "high" },
  message: { lasts: 12 * hour, urgency: "high" },
  colleague: { lasts: 12 * hour, urgency: "high" },
  given: { lasts: 12 * hour, urgency: "high" },
  meeting: { lasts: 2 * hour, urgency: "normal" },
};

/** What the browser is handed; the page's wire says the same. */
export interface Told {
  readonly what: Tidings;
  readonly case: string;
  readonly village?: string | undefined;
  readonly language: "vi" | "en";
  readonly waiting: number;
  readonly quiet: boolean;
  readonly at: Instant;
}

export interface Telling {
  readonly told: Told;
  readonly headers: Readonly<Record<string, string>>;
}

/** Undefined: it is over, too late, or for somebody who has gone off duty since. */
export function worthTelling(
  store: Store,
  library: Library,
  push: Push,
  now: Instant,
): Telling | undefined {
  const { lasts, urgency } = manner[push.what];
  const left = push.at + lasts - now;
  const who = store.propagandist(push.who);
  const of = store.case(push.case);
  if (left <= 0 || who === undefined || of === undefined) return undefined;
  if (who.commune !== of.commune || !holds(store, push.what, who, of, now)) return undefined;
  return {
    told: {
      what: push.what,
      case: of.id,
      village: villageOf(library, of),
      language: who.language,
      waiting: waitingFor(store, who, now),
      quiet: isQuiet(who, now),
      at: push.at,
    },
    headers: {
      ttl: String(Math.ceil(left / 1000)),
      urgency,
      // Of one case the service keeps the newest alone for a telephone that is off.
      topic: createHash("sha256").update(of.id).digest("base64url").slice(0, 32),
    },
  };
}

function holds(
  store: Store,
  what: Tidings,
  who: PropagandistRow,
  of: CaseLine,
  now: Instant,
): boolean {
  const mine = of.state !== "closed" && of.claimedBy === who.id;
  switch (what) {
    case "needs-help":
      return of.state === "waiting" && dutyOf(who, now).onDuty;
    case "called-in":
      return isInvited(who, of) && dutyOf(who, now).onDuty;
    case "message":
      return (mine || isBeside(who, of)) && unreadFor(store, who.id, of) > 0;
    case "colleague":
      // A coordinator is asked about a case that is somebody else's.
      return (
        mine ||
        isBeside(who, of) ||
        (who.rank === "coordinator" && of.state !== "closed" && dutyOf(who, now).onDuty)
      );
    case "given":
      return mine && of.state === "claimed";
    case "meeting":
      return mine && of.state === "resting";
  }
}

/** Whose hours are written down rings by them; everybody else sleeps at night and rests at Tết. */
function isQuiet(who: PropagandistRow, now: Instant): boolean {
  return afterQuiet(now) !== now && !(who.hours.length > 0 && isThere(who, now));
}

function villageOf({ places }: Library, of: CaseLine): string | undefined {
  if (of.discreet === true) return undefined;
  return places.communes
    .find(({ id }) => id === of.commune)
    ?.villages?.find(({ id }) => id === of.village)?.says;
}

/** The same number as on the page: people waiting, while on duty, and unread messages. */
function waitingFor(store: Store, who: PropagandistRow, now: Instant): number {
  const { waiting, mine } = listsFor(store, who, now);
  const unread = mine.reduce((sum, of) => sum + unreadFor(store, who.id, of), 0);
  return (who.duty ? waiting.length : 0) + unread;
}
