/** The moments of a case that nobody had to press for. */
import { nameOf } from "../../../cases/card.ts";
import { everyone } from "../../../cases/routing.ts";
import { afterQuiet, hour, minute, sayWhen } from "../../../time/calendar.ts";
import type { Case } from "../../saved.ts";
import { sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { backToWaiting, call, others, villageOf, waitingSince, waitUntil } from "./call.ts";
import { current, keepCase, timer } from "./kept.ts";
import { noteTo } from "./notes.ts";

/** The moments of a case that nobody had to press for. */
export function caseTimer(talk: Talk, name: string): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  const { world } = talk;
  switch (name) {
    case "case-widen": {
      if (of.state.is !== "waiting") return talk;
      const people = everyone(others(talk), of.wants, villageOf(talk));
      const wider: Case = { ...of, state: { ...of.state, rung: "everyone" } };
      const called = call(withSaved(talk, { case: wider }), wider, people, "why-everyone");
      const officeAt = of.openedAt + world.library.desk.routing["office-after-minutes"] * minute;
      const more = current(called).called.length > of.called.length;
      const line = more ? "called-wider" : "called-nobody-more";
      return sayPhrase(keepCase(called, current(called), officeAt), line, {
        minutes: Math.max(1, Math.round((officeAt - world.now) / minute)),
      });
    }
    case "case-office":
      return of.state.is === "waiting" ? waitUntil(talk, of, "nobody-came") : talk;
    case "case-again": {
      if (of.state.is === "claimed") return talk;
      const waiting: Case =
        of.state.is === "waiting"
          ? of
          : { ...of, state: { is: "waiting", since: world.now, rung: "later" } };
      const people = everyone(others(talk), of.wants, villageOf(talk));
      // Called anew: everybody sees the card again.
      const called = call(withSaved(talk, { case: waiting }), waiting, people, "why-again", true);
      if (people.length === 0) return waitUntil(called, current(called), "still-nobody");
      const officeAt = world.now + world.library.desk.routing["office-after-minutes"] * minute;
      const again: Case = {
        ...current(called),
        state: { is: "waiting", since: waitingSince(waiting), rung: "everyone" },
      };
      return sayPhrase(
        keepCase(timer(called, again, "case-office", officeAt), again, officeAt),
        "called-again",
        {
          count: people.length,
          minutes: world.library.desk.routing["office-after-minutes"],
        },
      );
    }
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
      const told = noteTo(talk, of.state.by.id, {
        kind: "meeting",
        case: of.id,
        name: nameOf(talk),
        at: of.state.meetAt,
        place: of.state.place,
        when,
      });
      if (when === "after") {
        // Who met them says how it went; when nobody says, everybody is called again next day.
        const at = afterQuiet(world.now + 24 * hour);
        return keepCase(timer(told, of, "case-again", at), of, at);
      }
      return sayPhrase(told, when === "eve" ? "meet-tomorrow" : "meet-soon", {
        name: of.state.by.name,
        when: sayWhen(of.state.meetAt, world.now, talk.saved.language),
        place: of.state.place,
      });
    }
    default:
      return talk;
  }
}
