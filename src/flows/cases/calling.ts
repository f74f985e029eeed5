/**
 * Calling people for a case, rung by rung, and telling the resident who is called, why, and until when. Before
 * `everyone-after` only near people are called; then everybody, a few at a time; at `office-after` the office,
 * with its telephone. After that the machine keeps the case and calls again.
 */

import type { Helper } from "../inbound.ts";
import { current, keepCase, officeTelephone, scopeOf, timer } from "../talk/acts/case/kept.ts";
import { noteTo } from "../talk/acts/case/notes.ts";
import { placeTold } from "../talk/acts/meeting-places.ts";
import type { RosterEntry } from "../talk/library.ts";
import type { Case } from "../talk/saved.ts";
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
} from "../talk/talk.ts";
import { minute, sayWhen } from "../time/calendar.ts";
import type { CaseId, ConversationId, Instant, PropagandistId } from "../vocabulary.ts";
import type { PhraseId } from "../words/phrases.ts";
import { cardOf, cardText } from "./card.ts";
import { inMinutes } from "./duty.ts";
import { needOf, others } from "./need.ts";
import { recentHelp } from "./reopen.ts";
import { type Call, ladder, mayMeet, nextCall, nextThere, nextTry, type Step } from "./routing.ts";
import { because, namesOf, whyCalled } from "./why.ts";

type Waiting = Case & { readonly state: Extract<Case["state"], { is: "waiting" }> };

const isWaiting = (of: Case): of is Waiting => of.state.is === "waiting";

const roundOf = (of: Waiting): Instant => of.state.round ?? of.state.since;

/** A step of the ladder this case stands on; a round that ended in vain goes on with everyone. */
function stepOf(of: Waiting): Step {
  const { rung } = of.state;
  return ladder.find((step) => step === rung) ?? "everyone";
}

/** Shows the card in their own chats to people who have not seen it, or to all of them `anew`. */
function ring(
  talk: Talk,
  of: Waiting,
  people: readonly RosterEntry[],
  why: (who: RosterEntry) => string,
  anew = false,
): Talk {
  const waited = Math.round((talk.world.now - of.openedAt) / minute);
  const card = cardOf(talk, of);
  const told = people.filter(
    (p) => p.conversation !== undefined && (anew || !of.told.includes(p.conversation)),
  );
  const chats = told.map((p) => p.conversation as ConversationId);
  const ids = people.map((p) => p.id);
  const called: Case = {
    ...of,
    told: [...new Set([...of.told, ...chats])],
    called: [...new Set([...of.called, ...ids])],
    rang: [...new Set([...(of.rang ?? []), ...ids])],
    rungs: [...new Set([...(of.rungs ?? []), of.state.rung])],
  };
  const notes = told.map((p) => ({
    do: "note" as const,
    to: p.conversation as ConversationId,
    note: {
      kind: "called" as const,
      case: of.id,
      card: cardText(talk, card, waited, p.language),
      why: why(p),
      ...(p.id === of.reopens?.by.id ? { reopens: of.reopens.case } : {}),
    },
  }));
  const rung = of.state.rung;
  const telling = { do: "tell" as const, case: of.id, what: "needs-help" as const, who: ids };
  return withSaved(effect(talk, { do: "call", case: of.id, rung, who: ids }, telling, ...notes), {
    case: called,
  });
}

const waitingOf = (talk: Talk): Waiting => {
  const of = current(talk);
  if (!isWaiting(of)) throw new Error("the case does not wait");
  return of;
};

const onRung = (of: Waiting, rung: Waiting["state"]["rung"]): Waiting => ({
  ...of,
  state: { ...of.state, rung },
});

/** Opens a case: somebody is called, and the resident hears who and until when. */
export function openCase(
  talk: Talk,
  reason: Case["reason"],
  wants: Case["wants"],
  { reopens, avoid }: { readonly reopens?: Case["reopens"]; readonly avoid?: PropagandistId } = {},
): Talk {
  const { world } = talk;
  const { now } = world;
  const journey = activeJourney(talk);
  // A private guide never calls the own village unasked, neither now nor when the call is widened.
  const discreet = journey !== undefined && flowOf(talk, journey).private;
  const opened: Waiting = {
    id: `${world.conversation}.k${world.revision.toString(36)}` as CaseId,
    reason,
    wants,
    openedAt: now,
    ...(journey === undefined ? {} : { journey: journey.id }),
    ...(discreet ? { discreet: true as const } : {}),
    ...(reopens === undefined ? {} : { reopens }),
    told: [],
    called: [],
    // As if they had been called in this round already.
    rang: avoid === undefined ? [] : [avoid],
    state: { is: "waiting", since: now, rung: "later", round: now },
  };
  const begun = withSaved(talk, { case: opened });
  const first = nextCall(
    world.library.desk,
    others(talk),
    needOf(begun, opened),
    "helped-before",
    opened.rang ?? [],
  );
  if (first === undefined) return waitUntil(begun, opened, "nobody-on-duty");
  const wish = wants === "woman" || wants === "office" ? wants : undefined;
  const unmet = wish !== undefined && !others(talk).some((p) => p[wish]);
  return climb(unmet ? sayPhrase(begun, "wish-unmet") : begun, opened, first, "called-first");
}

/** The same helper again, and what was written to them meanwhile; who is not there is named, and others are called. */
export function openAgain(talk: Talk): Talk {
  const recent = recentHelp(talk);
  const afterwards = talk.saved.asking?.afterwards;
  if (recent === undefined || afterwards?.go !== "open-case") return talk;
  const { words = [], ...closed } = recent;
  const begun = withSaved(talk, { asking: undefined, recent: closed });
  const there = talk.world.roster.some((p) => p.id === recent.by.id && p.onDuty);
  const told = there ? begun : sayPhrase(begun, "again-not-there", { name: recent.by.name });
  const opened = openCase(told, afterwards.reason, recent.wants, { reopens: closed });
  const of = current(opened);
  return words.length === 0 ? opened : withSaved(opened, { case: { ...of, messages: words } });
}

/** Calls these people, sets what happens if none of them comes, and says so where the resident waits for it. */
function climb(
  talk: Talk,
  of: Waiting,
  next: Call,
  line: "called-first" | "called-next" | undefined,
): Talk {
  const { now, library } = talk.world;
  const limits = limitsOf(talk, of);
  const on = onRung(of, next.rung);
  const why = (who: RosterEntry) => whyCalled(talk, next.rung, who, who.language);
  const rung = ring(withSaved(talk, { case: on }), on, next.people, why);
  const called = waitingOf(rung);

  const narrow = next.rung !== "everyone" && now < limits.everyoneAt;
  const soon = now + library.desk.routing["next-after-minutes"] * minute;
  const further = nextCall(
    library.desk,
    others(talk),
    needOf(rung, called),
    next.rung,
    called.rang ?? [],
  );
  const nearBy = narrow && further !== undefined && further.rung !== "everyone";
  const widenAt = nearBy
    ? Math.min(soon, limits.everyoneAt)
    : narrow
      ? limits.everyoneAt
      : further === undefined || soon >= limits.officeAt
        ? undefined
        : soon;
  // The rest of one rung is called without a word: what was told holds until the next rung.
  const toldAt = !narrow
    ? limits.officeAt
    : nearBy && further?.rung !== next.rung
      ? (widenAt ?? limits.everyoneAt)
      : limits.everyoneAt;
  const timed = timer(rung, called, "case-office", limits.officeAt);
  const widened = widenAt === undefined ? timed : timer(timed, called, "case-widen", widenAt);
  const kept = keepCase(widened, called, toldAt);
  if (line === undefined) return kept;
  return sayPhrase(kept, line, {
    names: namesOf(next.people),
    because: because(kept, next.rung, of.discreet === true),
    otherwise: phrase(kept, narrow ? "then-more" : "then-phone", {
      minutes: inMinutes(toldAt - now),
    }),
  });
}

function limitsOf(
  talk: Talk,
  of: Waiting,
): { readonly everyoneAt: Instant; readonly officeAt: Instant } {
  const { routing } = talk.world.library.desk;
  return {
    everyoneAt: roundOf(of) + routing["everyone-after-minutes"] * minute,
    officeAt: roundOf(of) + routing["office-after-minutes"] * minute,
  };
}

/** Nobody called so far can read of it: the next ones now, and without any the telephone. */
export function passOver(talk: Talk, of: Case): Talk {
  if (!isWaiting(of)) return talk;
  const from = stepOf(of);
  const next = nextCall(
    talk.world.library.desk,
    others(talk),
    needOf(talk, of),
    from,
    of.rang ?? of.called,
  );
  if (next !== undefined) return climb(talk, of, next, "called-next");
  const calmed = effect(
    talk,
    { do: "end-timer", name: "case-widen" },
    { do: "end-timer", name: "case-office" },
  );
  return callOffice(calmed, of);
}

/** A limit has passed and nobody has come: the next rung, once everybody is due also the widest. */
export function widen(talk: Talk, of: Case): Talk {
  if (!isWaiting(of)) return talk;
  const { desk } = talk.world.library;
  const { everyoneAt, officeAt } = limitsOf(talk, of);
  // The limits were made shorter while this case was being called.
  if (talk.world.now >= officeAt) return callOffice(talk, of);
  const wide = talk.world.now >= everyoneAt;
  const here = stepOf(of);
  const from = wide ? "everyone" : here;
  const next = nextCall(desk, others(talk), needOf(talk, of), from, of.rang ?? of.called);
  if (!wide && (next === undefined || next.rung === "everyone"))
    return keepCase(timer(talk, of, "case-widen", everyoneAt), of, everyoneAt);
  if (next === undefined) {
    const everybody = keepCase(talk, onRung(of, "everyone"), officeAt);
    return here === "everyone"
      ? everybody
      : sayPhrase(everybody, "called-nobody-more", {
          otherwise: phrase(talk, "then-phone", { minutes: inMinutes(officeAt - talk.world.now) }),
        });
  }
  return climb(talk, of, next, next.rung === here ? undefined : "called-next");
}

/** Long enough: the office is called besides, and the resident is given its telephone. */
export function callOffice(before: Talk, of: Case): Talk {
  if (!isWaiting(of)) return before;
  // Where the limits were changed meanwhile, the timers of the old ones may still stand.
  const talk = effect(
    before,
    { do: "end-timer", name: "case-widen" },
    { do: "end-timer", name: "case-office" },
  );
  const roster = others(talk);
  const need = needOf(talk, of);
  const office = roster.filter(
    (p) =>
      p.office && p.onDuty && mayMeet(p, need, roster) && !(of.rang ?? of.called).includes(p.id),
  );
  const on = onRung(of, "office");
  const why = (who: RosterEntry) => whyCalled(talk, "office", undefined, who.language);
  const called =
    office.length === 0
      ? withSaved(talk, { case: on })
      : ring(withSaved(talk, { case: on }), on, office, why);
  return waitUntil(called, waitingOf(called), "nobody-came");
}

/** A new round: from the top when nobody was ever called, else everybody, who all see the card again. */
export function callAgain(talk: Talk, of: Case): Talk {
  if (of.state.is === "claimed") return talk;
  const { now, library } = talk.world;
  const since = isWaiting(of) ? of.state.since : now;
  const waiting: Waiting = {
    ...of,
    rang: [],
    unheard: undefined,
    state: { is: "waiting", since, rung: "later", round: now },
  };
  const begun = withSaved(talk, { case: waiting });
  const from = of.called.length === 0 ? "helped-before" : "everyone";
  const next = nextCall(library.desk, others(talk), needOf(begun, waiting), from, []);
  if (next === undefined) return waitUntil(begun, waiting, "still-nobody");
  if (next.rung !== "everyone") return climb(begun, waiting, next, "called-first");
  return callEveryone(begun, waiting, next, "called-again", {});
}

/** Everybody, a few at a time, those near first; the office's telephone comes after its limit. */
function callEveryone(
  talk: Talk,
  of: Waiting,
  next: Call,
  line: PhraseId,
  values: Readonly<Record<string, string>>,
): Talk {
  const { now } = talk.world;
  const on = onRung(of, "everyone");
  const why = (who: RosterEntry) => whyCalled(talk, "later", who, who.language);
  const rung = ring(withSaved(talk, { case: on }), on, next.people, why, true);
  const { officeAt } = limitsOf(talk, on);
  const timed = timer(rung, on, "case-office", officeAt);
  const soon = now + talk.world.library.desk.routing["next-after-minutes"] * minute;
  const widened = next.more ? timer(timed, on, "case-widen", soon) : timed;
  return sayPhrase(keepCase(widened, waitingOf(rung), officeAt), line, {
    ...values,
    count: next.people.length,
    minutes: inMinutes(officeAt - now),
  });
}

/** Whoever held it does not any more: everybody else is called, and both are told. */
export function backToWaiting(
  talk: Talk,
  of: Case,
  by: Helper,
  line: "helper-silent" | "helper-idle" | "helper-released" | "helper-unheard",
): Talk {
  const { now, library } = talk.world;
  const calmed = effect(talk, { do: "end-scope", scope: scopeOf(of.id) });
  const why = line === "helper-released" ? "released" : "silent";
  // Who talked beside the holder hears where the case went, and is called again like everybody.
  const told = [by, ...(of.beside ?? [])].reduce(
    (soFar, one) =>
      noteTo(soFar, one.id, ({ name }) => ({
        kind: "gone",
        case: of.id,
        why: one.id === by.id ? why : "released",
        by: one.name,
        name,
      })),
    calmed,
  );
  const waiting: Waiting = {
    ...of,
    beside: undefined,
    invited: undefined,
    told: [],
    rang: [by.id],
    unheard: undefined,
    state: { is: "waiting", since: now, rung: "everyone", round: now },
  };
  const begun = withSaved(told, { case: waiting });
  const next = nextCall(library.desk, others(talk), needOf(begun, waiting), "everyone", [by.id]);
  return next === undefined
    ? waitUntil(sayPhrase(begun, line, { name: by.name }), waiting, "nobody-on-duty")
    : callEveryone(begun, waiting, next, `${line}-others`, { name: by.name });
}

/** Nobody can come now: says when they are called again and who is there then, and gives the telephone. */
function waitUntil(
  talk: Talk,
  of: Waiting,
  line: "nobody-on-duty" | "nobody-came" | "still-nobody",
): Talk {
  const { desk } = talk.world.library;
  const { now } = talk.world;
  const tries = of.tries ?? 0;
  const there = line === "nobody-came" ? undefined : nextThere(others(talk), needOf(talk, of));
  const at = nextTry(desk, tries, now, there?.at);
  const waiting = onRung({ ...of, tries: tries + 1 }, line === "nobody-came" ? "office" : "later");
  const timed = keepCase(timer(talk, of, "case-again", at), waiting, at);
  const values = {
    when: sayWhen(at, now, talk.saved.language),
    phone: officeTelephone(talk),
    name: there?.who.name ?? "",
  };
  const named = line === "nobody-on-duty" && there !== undefined && there.at === at;
  const text = phrase(timed, named ? "nobody-until" : line, values);
  const choices = [
    ...(of.messages === undefined ? [label(timed, "leave-message")] : []),
    ...(of.phone === undefined ? [label(timed, "call-me")] : []),
  ];
  return choices.length === 0
    ? say(timed, text)
    : ask(timed, text, [...choices, label(timed, "go-on", "repeat")]);
}

/** Already called: says how it stands instead of calling twice. */
export function sayWaiting(talk: Talk): Talk {
  const { state, phone, nextAt } = current(talk);
  const values = { phone: officeTelephone(talk) };
  // At night nobody has been called yet: "called already" would have them listen for a bell all night.
  const later = state.is === "waiting" && state.rung === "later" ? nextAt : undefined;
  const text =
    state.is === "resting"
      ? phrase(talk, "already-meeting", {
          ...values,
          name: state.by.name,
          when: sayWhen(state.meetAt, talk.world.now, talk.saved.language),
          place: placeTold(talk, state.place, "resident"),
        })
      : later === undefined
        ? phrase(talk, "already-called", values)
        : phrase(talk, "nobody-on-duty", {
            ...values,
            when: sayWhen(later, talk.world.now, talk.saved.language),
          });
  // Asked for meanwhile: going on is doing without it, and no wish to be asked once more.
  const asked = talk.saved.asking?.what;
  return ask(talk, text, [
    label(talk, "go-on", asked === "phone" || asked === "message" ? "skip" : "repeat"),
    ...(phone === undefined ? [label(talk, "call-me")] : []),
    label(talk, "leave-message"),
    label(talk, "no-help-needed", "take-back"),
  ]);
}

/** The most that is kept of what somebody leaves for whoever helps. */
const messagesKept = 5;

export function leaveMessage(talk: Talk, text: string): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  const messages = [...(of.messages ?? []), text].slice(-messagesKept);
  return sayPhrase(withSaved(talk, { case: { ...of, messages } }), "message-kept");
}

/** What was left while nobody was there is read by whoever comes. */
export function passOnLeft(talk: Talk, by: Helper): Talk {
  const of = current(talk);
  const { messages, ...rest } = of;
  if (messages === undefined) return talk;
  return messages.reduce(
    (soFar, text) =>
      noteTo(soFar, by.id, ({ name }) => ({ kind: "resident-said", case: of.id, name, text })),
    withSaved(talk, { case: rest }),
  );
}
