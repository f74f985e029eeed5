/** A case from asking to closing, on the resident's side. It belongs to this conversation; claims arrive here. */
import { cardOf, cardText, nameOf } from "../../cases/card.ts";
import { everyone, firstCall, nextTry } from "../../cases/routing.ts";
import { guardHelperMessage } from "../../helper-guard.ts";
import type { HandBack, Helper, InboundOf } from "../../inbound.ts";
import { MASK } from "../../secrets.ts";
import {
  addDays,
  afterQuiet,
  dayOf,
  hour,
  instantOf,
  minute,
  sayWhen,
} from "../../time/calendar.ts";
import type { CaseId, ConversationId, Instant } from "../../vocabulary.ts";
import { factOn } from "../../words/facts.ts";
import type { PhraseId } from "../../words/phrases.ts";
import type { CaseRow } from "../effect.ts";
import type { RosterEntry } from "../library.ts";
import type { Case, Journey } from "../saved.ts";
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
  withJourney,
  withSaved,
} from "../talk.ts";
import { finish, putAt, record, resume } from "./guide.ts";

/** The number shown when nobody has come: the commune's own, or while that is missing the national line. */
export function officeTelephone(talk: Talk): string {
  const { library, now } = talk.world;
  return (
    library.desk.telephone ??
    factOn(library.facts, library.desk["telephone-fact"], now, talk.saved.language) ??
    ""
  );
}

function rowOf(talk: Talk, of: Case, change: Partial<CaseRow> = {}): CaseRow {
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const flow = journey === undefined ? undefined : flowOf(talk, journey);
  return {
    id: of.id,
    state: of.state.is,
    openedAt: of.openedAt,
    waitingSince: of.state.is === "waiting" ? of.state.since : of.openedAt,
    claimedBy: of.state.is === "waiting" ? undefined : of.state.by.id,
    called: of.called,
    wants: of.wants,
    village: talk.saved.village?.id ?? talk.saved.village?.says,
    field: flow?.field,
    flow: flow?.id,
    card: cardOf(talk, of),
    phone: of.phone,
    nextAt: of.nextAt,
    ...change,
  };
}

const scopeOf = (id: CaseId) => `case:${id}` as const;

function timer(talk: Talk, of: Case, name: string, at: Instant): Talk {
  return effect(talk, { do: "timer", name, scope: scopeOf(of.id), at, about: of.id });
}

function keepCase(talk: Talk, changed: Case, nextAt: Instant): Talk {
  const timed: Case = { ...changed, nextAt };
  const kept = withSaved(talk, { case: timed });
  return effect(kept, { do: "case", row: rowOf(kept, timed) });
}

/** The row as it stands after a turn that moved the resident but not the case. */
export function refreshCase(talk: Talk): Talk {
  const of = talk.saved.case;
  return of === undefined ? talk : effect(talk, { do: "case", row: rowOf(talk, of) });
}

export function keepPhone(talk: Talk, phone: string): Talk {
  const of = talk.saved.case;
  return of === undefined
    ? talk
    : sayPhrase(withSaved(talk, { case: { ...of, phone } }), "phone-kept");
}

/** The roster without the resident themself: a propagandist may need help too. */
function others(talk: Talk): readonly RosterEntry[] {
  return talk.world.roster.filter((p) => p.conversation !== talk.world.conversation);
}

/** The resident's village as the roster knows it. */
const villageOf = (talk: Talk): string | undefined =>
  talk.saved.village?.id ?? talk.saved.village?.says;

/** Shows the card in their own chats to people who have not seen it, or to all of them `anew`. */
function call(
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

function current(talk: Talk): Case {
  if (talk.saved.case === undefined) throw new Error("no case is open");
  return talk.saved.case;
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
function waitUntil(
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

const waitingSince = (of: Case): Instant =>
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

/** Leaves a note in a propagandist's own chat, when they have one. */
function noteTo(
  talk: Talk,
  who: Helper["id"],
  note: InboundOf<
    "called" | "yours" | "gone" | "resident-said" | "resident-sent" | "refused" | "meeting"
  >,
): Talk {
  const chat = talk.world.roster.find((p) => p.id === who)?.conversation;
  return chat === undefined ? talk : effect(talk, { do: "note", to: chat, note });
}

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
    : noteTo(told, of.state.by.id, {
        kind: "gone",
        case: of.id,
        why: "withdrawn",
        name: nameOf(talk),
      });
}

/** Everybody who was shown the card, but one, hears where the case went. */
function noteGone(
  talk: Talk,
  of: Case,
  why: InboundOf<"gone">["why"],
  by: Helper | undefined,
  except: ConversationId | undefined,
): Talk {
  const notes = of.told
    .filter((to) => to !== except)
    .map((to) => ({
      do: "note" as const,
      to,
      note: { kind: "gone" as const, case: of.id, why, by: by?.name, name: nameOf(talk) },
    }));
  return effect(talk, ...notes);
}

function backToWaiting(
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

/** The first claim in the queue wins. */
export function claim(talk: Talk, { by, case: id }: InboundOf<"case-claim">): Talk {
  const of = talk.saved.case;
  if (of?.id !== id) return refuse(talk, id, by, "closed");
  if (of.state.is === "claimed" && of.state.by.id === by.id)
    return effect(talk, { do: "answer-act", ok: true });
  if (of.state.is !== "waiting") return refuse(talk, id, by, "taken", of.state.by.name);
  const { now, library, roster } = talk.world;
  const silentAt = now + library.desk.routing["silent-claim-minutes"] * minute;
  const chat = roster.find((p) => p.id === by.id)?.conversation;
  // From here on only the holder is told of it: the others hear now, once, who has it.
  const claimed: Case = {
    ...of,
    told: chat === undefined ? [] : [chat],
    tries: 0,
    state: { is: "claimed", by, since: now, spoke: false },
  };
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const helped =
    journey === undefined
      ? talk
      : record(
          withJourney(talk, {
            ...journey,
            helped: journey.helped === "in-person" ? "in-person" : "in-chat",
          }),
          journey,
          "helped",
        );
  const calmed = effect(helped, { do: "end-scope", scope: scopeOf(id) });
  const timed = timer(
    timer(calmed, claimed, "case-silent", silentAt),
    claimed,
    "case-idle",
    now + 12 * hour,
  );
  const kept = keepCase(timed, claimed, silentAt);
  const gone = noteGone(kept, of, "taken", by, chat);
  const card = cardOf(gone, claimed);
  const winner = noteTo(gone, by.id, {
    kind: "yours",
    case: id,
    name: nameOf(talk),
    card: `${cardText(gone, card, Math.round((now - of.openedAt) / minute))}${phoneLine(gone, of)}`,
    steps: card.steps.map(({ id: step, says }) => ({ id: step, says })),
  });
  const told = ask(winner, phrase(winner, "claimed", { name: by.name, role: by.role }), [
    label(winner, "take-back"),
  ]);
  return effect(told, { do: "answer-act", ok: true });
}

/** The number a resident wants to be called at; read by whoever claimed, and nobody else. */
function phoneLine(talk: Talk, of: Case): string {
  if (of.phone === undefined) return "";
  const desk = withSaved(talk, { language: "vi", address: undefined });
  return `\n${phrase(desk, "card-phone", { phone: of.phone })}`;
}

function refuse(
  talk: Talk,
  id: CaseId,
  by: Helper,
  reason: "taken" | "closed" | "not-yours",
  holder?: string,
): Talk {
  const desk = withSaved(talk, { language: "vi", address: undefined });
  const says =
    reason === "taken"
      ? phrase(desk, "refused-taken", { name: holder ?? "" })
      : phrase(desk, reason === "closed" ? "refused-closed" : "refused-not-yours");
  const told = noteTo(talk, by.id, { kind: "refused", case: id, name: nameOf(talk), says });
  return effect(told, { do: "answer-act", ok: false, reason, says });
}

/** The holder's words, photo or voice, or an outcome; anybody else's is refused. */
export function fromHelper(
  talk: Talk,
  note: InboundOf<"case-release" | "case-say" | "case-send" | "case-hand-back">,
): Talk {
  const of = talk.saved.case;
  if (of?.id !== note.case) return refuse(talk, note.case, note.by, "closed");
  if (of.state.is === "waiting" || of.state.by.id !== note.by.id)
    return refuse(
      talk,
      note.case,
      note.by,
      of.state.is === "waiting" ? "not-yours" : "taken",
      of.state.is === "waiting" ? undefined : of.state.by.name,
    );
  switch (note.kind) {
    case "case-release":
      return effect(backToWaiting(talk, of, note.by, "helper-released"), {
        do: "answer-act",
        ok: true,
      });
    case "case-say":
      return speak(talk, of, note);
    case "case-send": {
      const stopped = stoppedFor(talk, note.caption, note.caption.includes(MASK));
      if (stopped !== undefined) return stop(talk, of, note.by, stopped);
      const said = say(spoken(talk, of), note.caption, {
        from: note.by,
        media: { id: note.media, form: note.form },
      });
      return effect(said, { do: "share-media", media: note.media }, { do: "answer-act", ok: true });
    }
    case "case-hand-back":
      return effect(handBack(talk, of, note.by, note.result), { do: "answer-act", ok: true });
  }
}

function spoken(talk: Talk, of: Case): Talk {
  if (of.state.is !== "claimed") return talk;
  const answered = keepCase(
    effect(talk, { do: "end-timer", name: "case-silent" }),
    { ...of, state: { ...of.state, spoke: true } },
    talk.world.now + 12 * hour,
  );
  return timer(answered, of, "case-idle", talk.world.now + 12 * hour);
}

/** Why a helper's words may not reach the resident, as the helper reads it. */
function stoppedFor(talk: Talk, text: string, secret: boolean): string | undefined {
  const desk = withSaved(talk, { language: "vi", address: undefined });
  if (secret) return phrase(desk, "stopped-secret");
  const guard = guardHelperMessage(text, talk.world.library.desk["official-hosts"]);
  return guard.ok ? undefined : phrase(desk, `stopped-${guard.reason}`);
}

function stop(talk: Talk, of: Case, by: Helper, says: string): Talk {
  const told = noteTo(talk, by.id, { kind: "refused", case: of.id, name: nameOf(talk), says });
  return effect(told, { do: "answer-act", ok: false, reason: "stopped", says });
}

function speak(talk: Talk, of: Case, note: InboundOf<"case-say">): Talk {
  const stopped = stoppedFor(talk, note.text, note.masked.length > 0);
  if (stopped !== undefined) return stop(talk, of, note.by, stopped);
  return effect(say(spoken(talk, of), note.text, { from: note.by }), {
    do: "answer-act",
    ok: true,
  });
}

/** What the resident writes while a person holds the case. */
export function tellPerson(talk: Talk, text: string): Talk {
  const of = current(talk);
  if (of.state.is !== "claimed") return talk;
  const told = noteTo(talk, of.state.by.id, {
    kind: "resident-said",
    case: of.id,
    name: nameOf(talk),
    text,
  });
  return awaitAnswer(told, of);
}

export function sendPerson(
  talk: Talk,
  media: InboundOf<"photo">["media"],
  form: "photo" | "voice",
  caption: string,
): Talk {
  const of = current(talk);
  if (of.state.is !== "claimed") return talk;
  const told = noteTo(effect(talk, { do: "share-media", media }), of.state.by.id, {
    kind: "resident-sent",
    case: of.id,
    name: nameOf(talk),
    media,
    form,
    caption,
  });
  return awaitAnswer(told, of);
}

/** From the first unanswered message on, the holder has as long as a silent claim may last. */
function awaitAnswer(talk: Talk, of: Case): Talk {
  if (of.state.is !== "claimed" || !of.state.spoke) return talk;
  const at = talk.world.now + talk.world.library.desk.routing["silent-claim-minutes"] * minute;
  const unanswered: Case = { ...of, state: { ...of.state, spoke: false } };
  return keepCase(timer(talk, of, "case-silent", at), unanswered, at);
}

/** Closes the case; the row stays for the desk and the figures. */
function close(talk: Talk, of: Case, outcome: string): Talk {
  const row = rowOf(talk, of, { state: "closed", outcome, phone: undefined, nextAt: undefined });
  return withSaved(effect(talk, { do: "case", row }, { do: "end-scope", scope: scopeOf(of.id) }), {
    case: undefined,
  });
}

/** The resident goes on alone: whoever was called, or holds it, hears that. */
export function takeBack(talk: Talk): Talk {
  const of = current(talk);
  const told =
    of.state.is === "waiting"
      ? noteGone(talk, of, "taken-back", undefined, undefined)
      : noteTo(talk, of.state.by.id, {
          kind: "gone",
          case: of.id,
          why: "taken-back",
          name: nameOf(talk),
        });
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
function handBack(talk: Talk, of: Case, by: Helper, result: HandBack): Talk {
  const values = { name: by.name, role: by.role };
  const inPerson = result.outcome === "meet" || result.outcome === "in-person";
  const guided = withItsGuide(talk, of, inPerson ? "in-person" : undefined);
  const hasGuide = guided.saved.guiding && guided.saved.journeys.at(-1)?.id === of.journey;
  const counted = noteTo(guided, by.id, {
    kind: "gone",
    case: of.id,
    why: result.outcome === "meet" ? "meeting" : "closed",
    name: nameOf(talk),
  });
  switch (result.outcome) {
    case "still-here":
      return sayPhrase(close(counted, of, result.outcome), "back-still-here", values);
    case "done-up-to": {
      const told = sayPhrase(close(counted, of, result.outcome), "back-done-up-to", values);
      return hasGuide ? putAt(told, { doneUpTo: result.step }) : told;
    }
    case "finished": {
      const told = sayPhrase(close(counted, of, result.outcome), "back-finished", values);
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
      const resting: Case = {
        ...of,
        state: { is: "resting", by, meetAt: result.at, place: result.place },
      };
      const calmed = effect(counted, { do: "end-scope", scope: scopeOf(of.id) });
      const eve = instantOf(addDays(dayOf(result.at), -1), "19:00");
      const moments: ReadonlyArray<readonly [string, Instant]> = [
        ["meet-eve", eve],
        ["meet-hour", result.at - hour],
        ["meet-after", afterQuiet(Math.max(result.at, talk.world.now) + 2 * hour)],
      ];
      const timed = moments
        .filter(([, at]) => at > talk.world.now && afterQuiet(at) === at)
        .reduce((soFar, [name, at]) => timer(soFar, resting, name, at), calmed);
      return sayPhrase(keepCase(timed, resting, result.at), "back-meet", {
        ...values,
        when: sayWhen(result.at, talk.world.now, talk.saved.language),
        place: result.place,
      });
    }
  }
}
