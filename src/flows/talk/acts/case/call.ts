/** Calling people to a case: the first ones, more of them, all of them again. */
import { cardOf, cardText, nameOf } from "../../../cases/card.ts";
import { everyone, firstCall, nextTry } from "../../../cases/routing.ts";
import type { Helper } from "../../../inbound.ts";
import { minute, sayWhen } from "../../../time/calendar.ts";
import type { CaseId, Instant } from "../../../vocabulary.ts";
import type { PhraseId } from "../../../words/phrases.ts";
import type { RosterEntry } from "../../library.ts";
import type { Case } from "../../saved.ts";
import {
  activeJourney,
  ask,
  effect,
  flowOf,
  label,
  phrase,
  say,
  sayPhrase,
  type Talk,
  withSaved,
} from "../../talk.ts";
import { current, keepCase, officeTelephone, scopeOf, timer } from "./kept.ts";
import { noteTo } from "./notes.ts";

/** The roster without the resident themself: a propagandist may need help too. */
export function others(talk: Talk): readonly RosterEntry[] {
  return talk.world.roster.filter((p) => p.conversation !== talk.world.conversation);
}

/** The resident's village as the roster knows it. */
export const villageOf = (talk: Talk): string | undefined =>
  talk.saved.village?.id ?? talk.saved.village?.says;

/** Shows the card in their own chats to people who have not seen it, or to all of them `anew`. */
export function call(
  talk: Talk,
  of: Case,
  people: readonly RosterEntry[],
  why: PhraseId,
  anew = false,
): Talk {
  const card = cardText(
    talk,
    cardOf(talk, of),
    Math.round((talk.world.now - of.openedAt) / minute),
  );
  const desk = withSaved(talk, { language: "vi", address: undefined });
  const chats = people.flatMap((p) =>
    p.conversation === undefined || (!anew && of.told.includes(p.conversation))
      ? []
      : [p.conversation],
  );
  const called: Case = {
    ...of,
    told: [...new Set([...of.told, ...chats])],
    called: [...new Set([...of.called, ...people.map((p) => p.id)])],
  };
  const notes = chats.map((to) => ({
    do: "note" as const,
    to,
    note: { kind: "called" as const, case: of.id, card, why: phrase(desk, why) },
  }));
  return withSaved(effect(talk, ...notes), { case: called });
}

/** Opens a case: somebody is called, and the resident hears who and until when. */
export function openCase(talk: Talk, reason: string, wants: Case["wants"]): Talk {
  const { world } = talk;
  const { desk } = world.library;
  const { now } = world;
  const journey = activeJourney(talk);
  // A private guide never calls the own village unasked, neither now nor when the call is widened.
  const avoidsOwnVillage = journey !== undefined && flowOf(talk, journey).private;
  const allowed = wants === "anyone" && avoidsOwnVillage ? "other-village" : wants;
  const first = firstCall(others(talk), allowed, villageOf(talk));
  const opened: Case = {
    id: `${world.conversation}.k${world.revision.toString(36)}` as CaseId,
    reason,
    wants: allowed,
    openedAt: now,
    ...(journey === undefined ? {} : { journey: journey.id }),
    told: [],
    called: [],
    state: { is: "waiting", since: now, rung: first.rung },
  };
  const unmet = (allowed === "woman" || allowed === "office") && !existsFor(talk, allowed);
  const begun = unmet && first.called.length > 0 ? sayPhrase(talk, "wish-unmet") : talk;
  const called = call(
    withSaved(begun, { case: opened }),
    opened,
    first.called,
    first.rung === "village" ? "why-your-village" : "why-everyone",
  );
  const { routing } = desk;
  const officeAt = now + routing["office-after-minutes"] * minute;
  switch (first.rung) {
    case "village": {
      const widenAt = now + routing["everyone-after-minutes"] * minute;
      const timed = timer(
        timer(called, opened, "case-widen", widenAt),
        opened,
        "case-office",
        officeAt,
      );
      return sayPhrase(keepCase(timed, current(called), widenAt), "called-village", {
        count: first.called.length,
        names: namesOf(first.called),
        minutes: routing["everyone-after-minutes"],
      });
    }
    case "everyone": {
      const timed = timer(called, opened, "case-office", officeAt);
      return sayPhrase(keepCase(timed, current(called), officeAt), "called-everyone", {
        count: first.called.length,
        names: namesOf(first.called),
        minutes: routing["office-after-minutes"],
      });
    }
    case "office":
    case "later":
      return waitUntil(called, opened, "nobody-on-duty");
  }
}

const existsFor = (talk: Talk, wants: "woman" | "office"): boolean =>
  others(talk).some((p) => (wants === "woman" ? p.woman : p.office));

const namesOf = (people: readonly RosterEntry[]): string =>
  people
    .slice(0, 3)
    .map((p) => p.name)
    .join(", ");

/** Nobody can come now: says when all are called again, and gives the telephone. */
export function waitUntil(
  talk: Talk,
  of: Case,
  line: "nobody-on-duty" | "nobody-came" | "still-nobody",
): Talk {
  const tries = of.tries ?? 0;
  const at = nextTry(talk.world.library.desk, tries, talk.world.now);
  const timed = keepCase(
    timer(talk, of, "case-again", at),
    {
      ...current(talk),
      tries: tries + 1,
      state: {
        is: "waiting",
        since: waitingSince(of),
        rung: line === "nobody-came" ? "office" : "later",
      },
    },
    at,
  );
  const text = phrase(timed, line, {
    when: sayWhen(at, talk.world.now, talk.saved.language),
    phone: officeTelephone(talk),
  });
  return of.phone === undefined
    ? ask(timed, text, [label(timed, "call-me"), label(timed, "go-on", "repeat")])
    : say(timed, text);
}

export const waitingSince = (of: Case): Instant =>
  of.state.is === "waiting" ? of.state.since : of.openedAt;

/** Already called: says how it stands instead of calling twice. */
export function sayWaiting(talk: Talk): Talk {
  const { state, phone } = current(talk);
  const values = { phone: officeTelephone(talk) };
  const text =
    state.is === "resting"
      ? phrase(talk, "already-meeting", {
          ...values,
          name: state.by.name,
          when: sayWhen(state.meetAt, talk.world.now, talk.saved.language),
          place: state.place,
        })
      : phrase(talk, "already-called", values);
  return ask(talk, text, [
    label(talk, "go-on", "repeat"),
    ...(phone === undefined ? [label(talk, "call-me")] : []),
    label(talk, "no-help-needed", "take-back"),
  ]);
}

export function backToWaiting(
  talk: Talk,
  of: Case,
  by: Helper,
  line: "helper-silent" | "helper-idle" | "helper-released",
): Talk {
  const { now, library } = talk.world;
  const calmed = effect(talk, { do: "end-scope", scope: scopeOf(of.id) });
  const told = noteTo(calmed, by.id, {
    kind: "gone",
    case: of.id,
    why: line === "helper-released" ? "released" : "silent",
    by: by.name,
    name: nameOf(talk),
  });
  const waiting: Case = { ...of, told: [], state: { is: "waiting", since: now, rung: "everyone" } };
  const people = everyone(others(talk), of.wants, villageOf(talk)).filter((p) => p.id !== by.id);
  const called = call(withSaved(told, { case: waiting }), waiting, people, "why-again");
  if (people.length === 0)
    return waitUntil(sayPhrase(called, line, { name: by.name }), current(called), "nobody-on-duty");
  const officeAt = now + library.desk.routing["office-after-minutes"] * minute;
  return sayPhrase(
    keepCase(timer(called, waiting, "case-office", officeAt), current(called), officeAt),
    `${line}-others`,
    { name: by.name, minutes: library.desk.routing["office-after-minutes"] },
  );
}
