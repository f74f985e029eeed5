/** How a case ends: taken back, erased, or by one tap of the person who helped. */
import { withStaff } from "../../../cases/held.ts";
import type { HandBack, Helper } from "../../../inbound.ts";
import { addDays, afterQuiet, dayOf, hour, instantOf, sayWhen } from "../../../time/calendar.ts";
import type { Instant } from "../../../vocabulary.ts";
import type { Case, Journey } from "../../saved.ts";
import { effect, sayPhrase, type Talk, withJourney, withSaved } from "../../talk.ts";
import { finish, putAt, record, resume } from "../guide.ts";
import { placeTold } from "../meeting-places.ts";
import { isPractising, leavePractice } from "../practice.ts";
import { close, current, keepCase, officeTelephone, scopeOf, timer, withoutStaff } from "./kept.ts";
import { noteGone, noteTo } from "./notes.ts";

/** The resident wants everything erased: whoever was called hears that nobody needs to come. */
export function withdraw(talk: Talk): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  // What helpers are told outlives the erasure, so it no longer says how they are addressed or where they live.
  const unnamed = withSaved(talk, { address: undefined, village: undefined });
  return close(tellWithdrawn(unnamed, of), of, "withdrawn");
}

function tellWithdrawn(talk: Talk, of: Case): Talk {
  const holder =
    of.state.is === "waiting"
      ? undefined
      : talk.world.roster.find(
          (p) => p.id === (of.state.is === "waiting" ? undefined : of.state.by.id),
        )?.conversation;
  const told = noteGone(talk, of, "withdrawn", undefined, holder);
  return of.state.is === "waiting"
    ? told
    : noteTo(told, of.state.by.id, ({ name }) => ({
        kind: "gone",
        case: of.id,
        why: "withdrawn",
        name,
      }));
}

/** The resident goes on alone: whoever was called, or holds it, hears that. */
export function takeBack(talk: Talk): Talk {
  const of = current(talk);
  // The meeting with a neighbour stands: it is staff in Zalo whom they go on without.
  if (withStaff(of)) return sayPhrase(withoutStaff(talk, of), "taken-back");
  const told =
    of.state.is === "waiting"
      ? noteGone(talk, of, "taken-back", undefined, undefined)
      : noteTo(talk, of.state.by.id, ({ name }) => ({
          kind: "gone",
          case: of.id,
          why: "taken-back",
          name,
        }));
  return sayPhrase(close(told, of, "taken-back"), "taken-back");
}

/** The case's own guide comes on top again, whatever the resident did meanwhile. */
function withItsGuide(talk: Talk, of: Case, helped: Journey["helped"] | undefined): Talk {
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  if (journey === undefined) return talk;
  const counted = helped === undefined ? journey : { ...journey, helped };
  const back = resume(withJourney(talk, counted), journey.id);
  return helped === undefined ? back : record(back, counted, "helped");
}

/** One tap ends the helping; where the guide goes on is decided here, saying so is one line. */
export function handBack(talk: Talk, of: Case, by: Helper, result: HandBack): Talk {
  const values = { name: by.name, role: by.role };
  const inPerson = result.outcome === "meet" || result.outcome === "in-person";
  const guided = withItsGuide(talk, of, inPerson ? "in-person" : undefined);
  const hasGuide = guided.saved.guiding && guided.saved.journeys.at(-1)?.id === of.journey;
  const counted = noteTo(guided, by.id, ({ name }) => ({
    kind: "gone",
    case: of.id,
    ...(result.outcome === "meet"
      ? { why: "meeting" as const }
      : { why: "closed" as const, outcome: result.outcome }),
    name,
  }));
  switch (result.outcome) {
    case "still-here":
      return sayPhrase(close(counted, of, result.outcome), "back-still-here", values);
    case "done-up-to": {
      const told = sayPhrase(close(counted, of, result.outcome), "back-done-up-to", values);
      return hasGuide ? putAt(told, { doneUpTo: result.step }) : told;
    }
    case "finished": {
      const closed = close(counted, of, result.outcome);
      if (hasGuide && isPractising(guided))
        return leavePractice(sayPhrase(closed, "back-finished-practice", values));
      const told = sayPhrase(closed, "back-finished", values);
      return hasGuide ? finish(told, "finished-with-help") : told;
    }
    case "needs-paper":
      return sayPhrase(
        close(counted, of, result.outcome),
        result.paper === undefined || result.paper === ""
          ? "back-needs-paper"
          : "back-needs-named-paper",
        { ...values, paper: result.paper ?? "" },
      );
    case "in-person":
      return sayPhrase(
        close(counted, of, result.outcome),
        result.where === undefined || result.where === "" ? "back-in-person" : "back-in-person-at",
        { ...values, where: result.where ?? "" },
      );
    case "unreached":
      return sayPhrase(close(counted, of, result.outcome), "back-unreached", {
        ...values,
        phone: officeTelephone(talk),
      });
    case "meet": {
      // It is said as "tại {place}" wherever it stands.
      const place = result.place.replace(/^(?:tại|ở)\s+(?=\S)/iu, "");
      const resting: Case = {
        ...of,
        state: { is: "resting", by, meetAt: result.at, place },
      };
      const calmed = effect(counted, { do: "end-scope", scope: scopeOf(of.id) });
      const eve = instantOf(addDays(dayOf(result.at), -1), "19:00");
      const moments: ReadonlyArray<readonly [string, Instant]> = [
        ["meet-eve", eve],
        ["meet-hour", result.at - hour],
        ["meet-after", afterQuiet(Math.max(result.at, talk.world.now) + 2 * hour)],
      ];
      const timed = moments
        // A morning meeting is reminded of when the quiet hours end, if that is still before it.
        .map(([name, at]) => [name, afterQuiet(at)] as const)
        .filter(([name, at]) => at > talk.world.now && (name === "meet-after" || at < result.at))
        .reduce((soFar, [name, at]) => timer(soFar, resting, name, at), calmed);
      return sayPhrase(keepCase(timed, resting, result.at), "back-meet", {
        ...values,
        when: sayWhen(result.at, talk.world.now, talk.saved.language),
        place: placeTold(talk, place, "resident"),
      });
    }
  }
}
