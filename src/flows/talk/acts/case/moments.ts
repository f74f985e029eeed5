/** The moments of a case that nobody had to press for. */

import { backToWaiting, callAgain, callOffice, passOver, widen } from "../../../cases/calling.ts";
import type { InboundOf } from "../../../inbound.ts";
import { afterQuiet, hour, sayWhen } from "../../../time/calendar.ts";
import { sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { placeTold } from "../meeting-places.ts";
import { keepCase, timer } from "./kept.ts";
import { noteTo } from "./notes.ts";
import { askQuestionsAgain, questionTimer } from "./remarks.ts";

/** What they do not read is no reason to wait: whoever holds it in a chat that takes nothing cannot answer there. */
export const losesHolder = (talk: Talk, note: InboundOf<"case-unheard">): boolean => {
  const of = talk.saved.case;
  return (
    of?.id === note.case &&
    of.state.is === "claimed" &&
    of.state.by.id === note.by.id &&
    note.held !== true &&
    note.here === true
  );
};

/** The next ones are called as soon as nobody of those called so far can read of it. */
export function callOthers(talk: Talk, note: InboundOf<"case-unheard">): Talk {
  const of = talk.saved.case;
  if (of === undefined || of.id !== note.case) return talk;
  if (losesHolder(talk, note)) return backToWaiting(talk, of, note.by, "helper-unheard");
  if (of.state.is !== "waiting" || of.rang?.includes(note.by.id) !== true) return talk;
  const unheard = [...new Set([...(of.unheard ?? []), note.by.id])];
  const noted = withSaved(talk, { case: { ...of, unheard } });
  return of.rang.every((id) => unheard.includes(id)) ? passOver(noted, { ...of, unheard }) : noted;
}

/** The moments of a case that nobody had to press for. */
export function caseTimer(talk: Talk, name: string): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  const { world } = talk;
  switch (name) {
    case "case-widen":
      return widen(talk, of);
    case "case-office":
      return callOffice(talk, of);
    case "case-again":
      return callAgain(talk, of);
    case questionTimer:
      return askQuestionsAgain(talk, of);
    case "case-silent":
    case "case-idle":
      return of.state.is === "claimed"
        ? backToWaiting(
            talk,
            of,
            of.state.by,
            name === "case-silent" ? "helper-silent" : "helper-idle",
          )
        : talk;
    case "meet-eve":
    case "meet-hour":
    case "meet-after": {
      if (of.state.is !== "resting") return talk;
      const when = name === "meet-eve" ? "eve" : name === "meet-hour" ? "hour" : "after";
      const { meetAt, place } = of.state;
      const told = noteTo(talk, of.state.by.id, ({ name }) => ({
        kind: "meeting",
        case: of.id,
        name,
        at: meetAt,
        place,
        when,
      }));
      if (when === "after") {
        // Who met them says how it went; when nobody says, everybody is called again next day.
        const at = afterQuiet(world.now + 24 * hour);
        return keepCase(timer(told, of, "case-again", at), of, at);
      }
      return sayPhrase(told, when === "eve" ? "meet-tomorrow" : "meet-soon", {
        name: of.state.by.name,
        when: sayWhen(of.state.meetAt, world.now, talk.saved.language),
        place: placeTold(talk, of.state.place, "resident"),
      });
    }
    default:
      return talk;
  }
}
