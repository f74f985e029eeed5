/** A propagandist sits beside somebody and presses for them: asked first, marked from the beginning, theirs once moved. */
import type { Helper } from "../../inbound.ts";
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

export function notAgreed(talk: Talk): Talk {
  const { language } = talk.saved;
  const gone = effect({ ...talk, saved: { ...blank, language } }, { do: "erase" });
  return say(gone, phrase(gone, "beside-not-agreed"));
}

/** On their own phone nobody sits beside; but moving there first, to begin there together, still counts once. */
export function noteMoved(talk: Talk): Talk {
  const { beside, journeys } = talk.saved;
  if (beside === undefined) return talk;
  return withSaved(talk, {
    beside: journeys.length === 0 ? { ...beside, moved: true } : undefined,
  });
}
