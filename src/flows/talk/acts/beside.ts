/** A propagandist sits beside somebody and presses for them: asked first, marked from the beginning, theirs once moved. */
import type { Helper } from "../../inbound.ts";
import { dayOf } from "../../time/calendar.ts";
import { blank } from "../saved.ts";
import { ask, effect, label, phrase, say, type Talk, withSaved } from "../talk.ts";

export const sitDown = (talk: Talk, by: Helper): Talk => withSaved(talk, { beside: { by } });

/** One sentence to read aloud. Whose conversation it is has not said a word yet. */
export function askBeside(talk: Talk): Talk {
  const { name = "", role = "" } = talk.saved.beside?.by ?? {};
  return ask(talk, phrase(talk, "beside-ask", { name, role }), [
    label(talk, "beside-yes", "yes"),
    label(talk, "beside-no", "no"),
  ]);
}

/** From here on it is counted, for whoever sits there and in the figures; of the resident nothing is. */
export function agreed(talk: Talk): Talk {
  const { beside } = talk.saved;
  return beside === undefined ? talk : effect(talk, { do: "sat-beside", who: beside.by.id });
}

export function notAgreed(talk: Talk): Talk {
  const { language } = talk.saved;
  const gone = effect({ ...talk, saved: { ...blank, language } }, { do: "erase" });
  return say(gone, phrase(gone, "beside-not-agreed"));
}

/** Whoever sat beside is the last who helped: next time they are called first, if being remembered is agreed to by then. */
export function whoSatBeside(talk: Talk): Talk["saved"]["lastHelper"] {
  const { beside, keep, lastHelper } = talk.saved;
  return beside === undefined || keep === "no"
    ? lastHelper
    : { id: beside.by.id, on: dayOf(talk.world.now) };
}

/** On their own phone nobody sits beside; but moving there first, to begin there together, still counts once. */
export function noteMoved(before: Talk): Talk {
  const { beside, journeys } = before.saved;
  if (beside === undefined) return before;
  const talk = withSaved(before, { lastHelper: whoSatBeside(before) });
  return withSaved(talk, {
    beside: journeys.length === 0 ? { ...beside, moved: true } : undefined,
  });
}
