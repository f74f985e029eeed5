/** What a resident sends besides words: a change of them, taking them back, where they are. */
import type { InboundOf } from "../../../inbound.ts";
import { placeLine } from "../../../words/place-line.ts";
import { effect, inBoth, phrase, sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { tell } from "../helping/side.ts";
import { lineNote, noteTo } from "./notes.ts";
import { tellPerson } from "./speak.ts";

export function tellEdited(talk: Talk, text: string): Talk {
  return tellPerson(
    talk,
    inBoth(talk, (desk) => phrase(desk, "edited", { text })),
  );
}

/** Kept only with the case: closing it takes the place out of every thread again. */
export function tellPlace(talk: Talk, at: Parameters<typeof placeLine>[0]): Talk {
  const of = talk.saved.case;
  if (of === undefined || of.state.is === "waiting") return talk;
  const kept = withSaved(talk, {
    case: { ...of, places: [...(of.places ?? []), talk.world.revision] },
  });
  const told = tellPerson(kept, placeLine(at), { place: true });
  return sayPhrase(told, "place-sent", { name: of.state.by.name });
}

/**
 * Their words to a person are gone here at once, and wherever they were carried to, also when that person has left
 * since. What was said to the machine is its answer to a question: going back changes that.
 */
export function recallOwn(talk: Talk, turn: number): Talk {
  const line = talk.saved.said?.find((said) => said.turn === turn);
  if (line === undefined) return sayPhrase(talk, "not-recalled");
  const left = withSaved(talk, { said: talk.saved.said?.filter((said) => said !== line) });
  return line.to.reduce(
    (soFar, id) =>
      noteTo(soFar, id, ({ name }) => ({
        kind: "resident-said",
        case: line.case,
        name,
        text: "",
        of: turn,
        recalled: true,
      })),
    effect(left, { do: "recall", turn }),
  );
}

/** Messages can be sent again: why it was silent, and to whoever helps that their old words stayed behind. */
export function tellReachedAgain(talk: Talk, { owes, lost }: InboundOf<"reached-again">): Talk {
  if (talk.saved.helping !== undefined && !talk.saved.guiding)
    return owes ? tell(talk, phrase(talk, "zalo-again-helper")) : talk;
  const of = talk.saved.case;
  const told =
    lost && of !== undefined && of.state.is !== "waiting"
      ? noteTo(talk, of.state.by.id, (reader) => lineNote(of.id, reader, "zalo-again-old-words"))
      : talk;
  return owes ? sayPhrase(told, "zalo-again") : told;
}

/** Who wrote hears that it did not arrive, or that nobody knows, and what to do instead. */
export function tellUndelivered(talk: Talk, note: InboundOf<"undelivered">): Talk {
  const of = talk.saved.case;
  if (of === undefined || of.state.is === "waiting") return talk;
  const { phone } = of;
  const line = note.perhaps === true ? "perhaps-arrived" : "not-arrived";
  return noteTo(talk, of.state.by.id, (reader) =>
    phone === undefined
      ? lineNote(of.id, reader, line)
      : lineNote(of.id, reader, `${line}-call`, { phone }),
  );
}
