/** Who helped is remembered with consent, so that the same person is called next time; and how they are introduced. */
import type { Helper } from "../inbound.ts";
import type { Case } from "../talk/saved.ts";
import { say, type Talk, withSaved } from "../talk/talk.ts";
import { dayOf } from "../time/calendar.ts";

/** After these nobody has helped. */
const inVain: ReadonlySet<string> = new Set(["unreached", "withdrawn"]);

export function rememberHelper(talk: Talk, of: Case, outcome: string): Talk {
  if (of.state.is === "waiting" || talk.saved.keep !== "yes" || inVain.has(outcome)) return talk;
  if (of.state.is === "claimed" && outcome === "taken-back" && !of.state.spoke) return talk;
  return withSaved(talk, { lastHelper: { id: of.state.by.id, on: dayOf(talk.world.now) } });
}

/** Their likeness once, where the page does not show it beside every message of theirs. */
export function showFace(talk: Talk, by: Helper): Talk {
  const photo = talk.world.roster.find((p) => p.id === by.id)?.photo;
  if (photo === undefined || talk.world.channel === "web") return talk;
  return say(talk, `${by.name} (${by.role})`, { media: { id: photo, form: "photo" } });
}
