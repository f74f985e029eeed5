/** A coordinator gives a case to somebody, or takes it over: whoever had it hears so, and the new one begins. */
import type { InboundOf } from "../../../inbound.ts";
import type { Case } from "../../saved.ts";
import { effect, type Talk, withSaved } from "../../talk.ts";
import { claim, refuse } from "./claim.ts";
import { noteTo } from "./notes.ts";

/** The case is open, and somebody else's than it shall be. */
export function assignable(talk: Talk, { case: id, to }: InboundOf<"case-assign">): boolean {
  const of = talk.saved.case;
  return of?.id === id && !(of.state.is === "claimed" && of.state.by.id === to.id);
}

export function give(talk: Talk, note: InboundOf<"case-assign">): Talk {
  const of = talk.saved.case;
  if (of?.id !== note.case) return refuse(talk, note.case, note.by, "closed");
  if (!assignable(talk, note)) return effect(talk, { do: "answer-act", ok: true });
  const given = claim(freed(talk, of, note), { kind: "case-claim", case: of.id, by: note.to });
  // Who took it over themselves knows.
  if (note.by.id === note.to.id) return given;
  return effect(given, { do: "tell", case: of.id, what: "given", who: [note.to.id] });
}

/** As if nobody had it; who had it, and who talked beside, hear to whom it goes. */
function freed(talk: Talk, of: Case, { to }: InboundOf<"case-assign">): Talk {
  if (of.state.is === "waiting") return talk;
  const earlier = [of.state.by, ...(of.beside ?? [])].filter(({ id }) => id !== to.id);
  const told = earlier.reduce(
    (soFar, { id }) =>
      noteTo(soFar, id, ({ name }) => ({
        kind: "gone",
        case: of.id,
        why: "reassigned",
        by: to.name,
        name,
      })),
    talk,
  );
  const free: Case = {
    ...of,
    told: [],
    beside: undefined,
    invited: undefined,
    state: { is: "waiting", since: of.openedAt, rung: "everyone" },
  };
  return withSaved(told, { case: free });
}
