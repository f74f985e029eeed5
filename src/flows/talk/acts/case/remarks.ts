/**
 * Remarks about a case, as the resident's conversation passes them round: it knows who helps, who asked and what
 * is still open, and never the words. Those are in the store, and read where they are shown.
 */
import { cardOf, cardText } from "../../../cases/card.ts";
import { nameOf } from "../../../cases/name.ts";
import { nextThere, onDuty } from "../../../cases/routing.ts";
import type { Helper, InboundOf } from "../../../inbound.ts";
import { minute, nextBeginning, sayWhen } from "../../../time/calendar.ts";
import type { Instant, Language, PropagandistId } from "../../../vocabulary.ts";
import type { RosterEntry } from "../../library.ts";
import type { Case, OpenQuestion } from "../../saved.ts";
import { effect, inBoth, phrase, type Talk, withSaved } from "../../talk.ts";
import { refuse } from "./claim.ts";
import { officeTelephone } from "./kept.ts";
import { lineNote, noteTo } from "./notes.ts";
import { speakersOf } from "./speak.ts";

type Remarked = InboundOf<"case-remarked">;

export function remarked(talk: Talk, note: Remarked): Talk {
  const of = talk.saved.case;
  if (of?.id !== note.case)
    return note.as === "note" ? done(talk) : refuse(talk, note.case, note.by, "closed");
  switch (note.as) {
    case "note":
      return done(tell(talk, note, others(of, note.by)));
    case "question":
      return question(talk, of, note);
    case "answer":
      return answered(talk, of, note);
  }
}

const done = (talk: Talk): Talk => effect(talk, { do: "answer-act", ok: true });

const others = (of: Case, by: Helper): readonly PropagandistId[] =>
  speakersOf(of).flatMap(({ id }) => (id === by.id ? [] : [id]));

/** The same line for each of them, once. */
function tell(
  talk: Talk,
  { by, case: id, key, as, of }: Remarked,
  to: readonly PropagandistId[],
  card?: (language: Language) => string,
): Talk {
  return [...new Set(to)].reduce(
    (soFar, who) =>
      noteTo(soFar, who, ({ name, language }) => ({
        ...{ kind: "remarked", case: id, name, by: by.name, key, as, of },
        card: card?.(language),
      })),
    talk,
  );
}

const coordinators = (talk: Talk, by: Helper): readonly RosterEntry[] =>
  talk.world.roster.filter((p) => p.coordinator === true && p.id !== by.id);

/** The case stays with whoever asks; who can answer is told now, or when one of them is there again. */
function question(talk: Talk, of: Case, note: Remarked): Talk {
  if (!speakersOf(of).some(({ id }) => id === note.by.id))
    return refuse(talk, of.id, note.by, "not-yours");
  const { key, by } = note;
  const asked: OpenQuestion = { case: of.id, key, by, at: talk.world.now };
  const questions = [...(of.questions ?? []), asked];
  const kept = withSaved(talk, { case: { ...of, questions } });
  const there = coordinators(talk, by).filter((p) => p.onDuty);
  const told = there.length === 0 ? later(kept, of) : tell(kept, note, ids(there), card(kept, of));
  const line = there.length === 0 ? "question-later" : "question-asked";
  const valuesFor = (desk: Talk): Readonly<Record<string, string>> =>
    there.length === 0
      ? {
          when: sayWhen(askedAgainAt(talk, of), talk.world.now, desk.saved.language),
          phone: officeTelephone(desk),
        }
      : { names: there.map((p) => p.name).join(", ") };
  const says = inBoth(talk, (desk) =>
    phrase(desk, line, { ...valuesFor(desk), name: nameOf(talk, desk.saved.language) }),
  );
  const heard = noteTo(told, by.id, (reader) =>
    lineNote(of.id, reader, line, valuesFor(reader.desk)),
  );
  return effect(heard, { do: "answer-act", ok: true, says });
}

const ids = (people: readonly RosterEntry[]): readonly PropagandistId[] => people.map((p) => p.id);

const card = (talk: Talk, of: Case) => (language: Language) => {
  const waited = Math.round((talk.world.now - of.openedAt) / minute);
  return cardText(talk, cardOf(talk, of), waited, language);
};

/** Of the conversation and not of the case: whoever has the case meanwhile, the question waits. */
const later = (talk: Talk, of: Case): Talk =>
  effect(talk, {
    do: "timer",
    name: questionTimer,
    scope: "conversation",
    at: askedAgainAt(talk, of),
    about: of.id,
  });

export const questionTimer = "case-question";

/** When a coordinator is there again, as far as that is known; else when the hours of helping next begin. */
function askedAgainAt(talk: Talk, of: Case): Instant {
  const { now, library, roster } = talk.world;
  const anyone = { case: of.id, wants: "anyone", discreet: false } as const;
  const known = nextThere(
    roster.filter((p) => p.coordinator === true),
    anyone,
  );
  const beginning = nextBeginning(library.desk.hours, now);
  return known !== undefined && known.at > now ? Math.min(known.at, beginning) : beginning;
}

/** Nobody could be asked then: whoever is there now is, and while nobody is, it is tried again. */
export function askQuestionsAgain(talk: Talk, of: Case): Talk {
  const { questions = [] } = of;
  if (questions.length === 0) return talk;
  const anyone = { case: of.id, wants: "anyone", discreet: false } as const;
  const there = onDuty(talk.world.roster, anyone).filter((p) => p.coordinator === true);
  if (there.length === 0) return later(talk, of);
  return questions.reduce(
    (soFar, { key, by }) =>
      tell(
        soFar,
        { kind: "case-remarked", case: of.id, by, key, as: "question" },
        ids(there).filter((id) => id !== by.id),
        card(talk, of),
      ),
    talk,
  );
}

/** Everybody who helps reads it, and the other coordinators see that it is answered; a second answer adds to it. */
function answered(talk: Talk, of: Case, note: Remarked): Talk {
  const isCoordinator = talk.world.roster.some((p) => p.id === note.by.id && p.coordinator);
  if (!isCoordinator) return refuse(talk, of.id, note.by, "not-yours");
  const { questions = [] } = of;
  const asker = questions.find(({ key }) => key === note.of)?.by.id;
  const left = questions.filter(({ key }) => key !== note.of);
  const kept = withSaved(talk, {
    case: { ...of, questions: left.length === 0 ? undefined : left },
  });
  const to = [
    ...others(of, note.by),
    ...(asker === undefined ? [] : [asker]),
    ...ids(coordinators(talk, note.by).filter((p) => p.onDuty)),
  ];
  return done(tell(kept, note, to));
}
