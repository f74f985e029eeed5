/** What a resident sends besides words: a change of them, taking them back, where they are. */
import { nameOf } from "../../../cases/name.ts";
import type { InboundOf } from "../../../inbound.ts";
import { placeLine } from "../../../words/place-line.ts";
import { effect, phrase, sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { noteTo } from "./notes.ts";
import { tellPerson, tellSpeakers } from "./speak.ts";

const desk = (talk: Talk): Talk => withSaved(talk, { language: "vi", address: undefined });

export function tellEdited(talk: Talk, text: string): Talk {
  return tellPerson(talk, phrase(desk(talk), "edited", { text }));
}

/** Kept only with the case: closing it takes the place out of every thread again. */
export function tellPlace(talk: Talk, at: Parameters<typeof placeLine>[0]): Talk {
  const of = talk.saved.case;
  if (of?.state.is !== "claimed") return talk;
  const kept = withSaved(talk, {
    case: { ...of, places: [...(of.places ?? []), talk.world.revision] },
  });
  const told = tellPerson(kept, placeLine(at), { place: true });
  return sayPhrase(told, "place-sent", { name: of.state.by.name });
}

/** Their words are gone here at once, and wherever they were carried to. */
export function recallOwn(talk: Talk, turn: number): Talk {
  const gone = effect(talk, { do: "recall", turn });
  const of = talk.saved.case;
  if (of === undefined) return gone;
  return tellSpeakers(gone, of, phrase(desk(talk), "recalled-resident", { name: nameOf(talk) }), {
    of: turn,
    recalled: true,
  });
}

/** Who wrote hears that it did not arrive, and what to do instead. */
export function tellUndelivered(talk: Talk, _note: InboundOf<"undelivered">): Talk {
  const of = talk.saved.case;
  if (of === undefined || of.state.is === "waiting") return talk;
  const says = phrase(desk(talk), of.phone === undefined ? "not-arrived" : "not-arrived-call", {
    name: nameOf(talk),
    phone: of.phone ?? "",
  });
  return noteTo(talk, of.state.by.id, { kind: "refused", case: of.id, name: nameOf(talk), says });
}
