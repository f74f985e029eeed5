/** What a conversation says about whom to call for its case. */
import type { RosterEntry } from "../talk/library.ts";
import type { Case, Saved } from "../talk/saved.ts";
import { flowOf, type Talk } from "../talk/talk.ts";
import { dayOf } from "../time/calendar.ts";
import { recentHelp } from "./reopen.ts";
import type { Need } from "./routing.ts";

/** The roster without the resident themself: a propagandist may need help too. */
export function others(talk: Talk): readonly RosterEntry[] {
  return talk.world.roster.filter((p) => p.conversation !== talk.world.conversation);
}

/** The resident's village as the roster knows it. */
const villageOf = (talk: Talk): string | undefined =>
  talk.saved.village?.id ?? talk.saved.village?.says;

/** Who helped last: within the day, or longer ago as long as the resident agrees to be remembered. */
export function lastHelperOf(talk: Talk): Saved["lastHelper"] {
  const recent = recentHelp(talk);
  if (recent !== undefined) return { id: recent.by.id, on: dayOf(recent.at) };
  return talk.saved.keep === "yes" ? talk.saved.lastHelper : undefined;
}

export function needOf(talk: Talk, of: Case): Need {
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const flow = journey === undefined ? undefined : flowOf(talk, journey);
  return {
    case: of.id,
    wants: of.wants,
    discreet: of.discreet === true,
    village: villageOf(talk),
    speech: talk.saved.speech,
    flow: flow?.id,
    field: flow?.field,
    helper: lastHelperOf(talk)?.id ?? talk.saved.introducedBy,
  };
}
