/** A case as it is kept: its row for the desk, its timers, its end. */
import { cardOf } from "../../../cases/card.ts";
import { rememberHelper } from "../../../cases/remember.ts";
import { recentOf } from "../../../cases/reopen.ts";
import { isWithin } from "../../../time/calendar.ts";
import type { CaseId, Instant } from "../../../vocabulary.ts";
import { telephoneOf } from "../../../words/telephone.ts";
import type { CaseRow } from "../../effect.ts";
import type { Case } from "../../saved.ts";
import { effect, flowOf, sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { askLater } from "./afterwards.ts";
import { dropped } from "./dropped.ts";
import { noteTo } from "./notes.ts";

/** Said in place of a number when none may be quoted any more. */
const theOffice = { vi: "ủy ban xã", en: "the commune office" } as const;

/** What is said where nobody has come. */
export function officeTelephone(talk: Talk): string {
  const { language } = talk.saved;
  return telephoneOf(talk.world.library, talk.world.now, language) ?? theOffice[language];
}

function rowOf(talk: Talk, of: Case, change: Partial<CaseRow> = {}): CaseRow {
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const flow = journey === undefined ? undefined : flowOf(talk, journey);
  return {
    id: of.id,
    state: of.state.is,
    openedAt: of.openedAt,
    withinHours: isWithin(talk.world.library.desk.hours, of.openedAt),
    waitingSince: of.state.is === "waiting" ? of.state.since : of.openedAt,
    claimedBy: of.state.is === "waiting" ? undefined : of.state.by.id,
    called: of.called,
    rung: of.state.is === "waiting" ? of.state.rung : undefined,
    discreet: of.discreet,
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

export const scopeOf = (id: CaseId) => `case:${id}` as const;

export function timer(talk: Talk, of: Case, name: string, at: Instant): Talk {
  return effect(talk, { do: "timer", name, scope: scopeOf(of.id), at, about: of.id });
}

export function keepCase(talk: Talk, changed: Case, nextAt: Instant): Talk {
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

export function current(talk: Talk): Case {
  if (talk.saved.case === undefined) throw new Error("no case is open");
  return talk.saved.case;
}

/** The meeting stands, and nobody speaks meanwhile: the machine does. */
export function withoutStaff(talk: Talk, of: Case): Talk {
  if (of.state.is !== "resting") return talk;
  const { staff: _, ...state } = of.state;
  return effect(withSaved(talk, { case: { ...of, state } }), {
    do: "end-timer",
    name: "case-idle",
  });
}

/** Closes the case; the row stays for the desk and the figures. */
export function close(before: Talk, of: Case, outcome: string): Talk {
  const talk = askLater(rememberHelper(before, of, outcome), of, outcome);
  const row = rowOf(talk, of, { state: "closed", outcome, phone: undefined, nextAt: undefined });
  const forgotten = (of.places ?? []).map((turn) => ({ do: "recall" as const, turn }));
  const closed = effect(
    tellBeside(talk, of),
    ...forgotten,
    { do: "case", row },
    { do: "end-scope", scope: scopeOf(of.id) },
  );
  // What was never passed on is nobody's in the next case.
  return withSaved(dropped(closed, closed.saved.photos), {
    case: undefined,
    recent: recentOf(talk, of, outcome),
  });
}

/** Whoever talked beside the holder hears that it is over. */
function tellBeside(talk: Talk, of: Case): Talk {
  return (of.beside ?? []).reduce(
    (soFar, { id }) =>
      noteTo(soFar, id, ({ name }) => ({ kind: "gone", case: of.id, why: "closed", name })),
    talk,
  );
}
