/**
 * Every outcome at every step of guides made at random, with the guide edited while somebody helps and again
 * afterwards, and what is kept becoming JSON and being parsed between any two turns: the resident stands at the right
 * step, the case ends as it was said to, and everybody gets to the end. Planted mistakes show that it is noticed.
 */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { HandBack, PropagandistId, StepId } from "../../src/flows/index.ts";
import { aGuide, anEdit, edited, end, type Guide, type Sketch } from "../support/editions/edits.ts";
import { goOn, keepsAnswers, meets } from "../support/editions/judged.ts";
import {
  answerHere,
  communeWith,
  journeyOf,
  walker,
  waysToEach,
} from "../support/editions/people.ts";
import { aStepTooFar, everyMistakeIsNoticed, isPlanted } from "../support/editions/planted.ts";
import { day, morning, type Player } from "../support/talk.ts";

const mistakes = [
  "a step too far",
  "answers dropped",
  "a missing paper finishes",
  "a meeting closes",
  "in person is forgotten",
  "the newest edition is taken",
] as const;
const planted = (mistake: (typeof mistakes)[number]) => isPlanted(mistake);

vi.mock(import("../../src/flows/journey/place.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    place: (flow, answers, wish) => {
      const placed = real.place(flow, answers, wish);
      if (planted("answers dropped")) return { ...placed, answers: {}, aside: {} };
      return planted("a step too far") ? aStepTooFar(flow, placed) : placed;
    },
  };
});
vi.mock(import("../../src/flows/talk/acts/case/end.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    handBack: (talk, of, by, result) => {
      if (planted("a missing paper finishes") && result.outcome === "needs-paper")
        return real.handBack(talk, of, by, { outcome: "finished" });
      if (planted("a meeting closes") && result.outcome === "meet")
        return real.handBack(talk, of, by, { outcome: "still-here" });
      const ended = real.handBack(talk, of, by, result);
      const journeys = ended.saved.journeys.map((j) => ({
        ...j,
        ...(planted("in person is forgotten") ? { helped: "in-chat" as const } : {}),
        ...(planted("the newest edition is taken")
          ? { edition: talk.world.library.flows.get(j.flow)?.edition ?? j.edition }
          : {}),
      }));
      return { ...ended, saved: { ...ended.saved, journeys } };
    },
  };
});

const by = { id: "dung" as PropagandistId, name: "Dung (mẫu)", role: "trưởng thôn" };

/** Only its resident can answer it; a helper may say of tasks alone that they are done. */
const isQuestion = ({ kind }: Sketch): boolean =>
  kind === "choose" || kind === "ask" || kind === "hand-over";

/** The steps from one on that a helper can go through with somebody, and the question that stops them. */
function ahead(guide: Guide, from: StepId): readonly StepId[] {
  const found: StepId[] = [];
  for (let at = from; at !== end && !found.includes(at); ) {
    const step = guide.steps.get(at);
    if (step === undefined) break;
    found.push(at);
    if (isQuestion(step)) break;
    at = step.next;
  }
  return found;
}

/** Where somebody stands once everything up to a step is done, by the rules and not by the program. */
function afterDoneUpTo(guide: Guide, from: StepId, upTo: StepId): StepId {
  let passed = false;
  for (const at of ahead(guide, from)) {
    const step = guide.steps.get(at);
    if (step === undefined || isQuestion(step)) return at;
    if (passed && step.kind !== "tell") return at;
    if (at === upTo) passed = true;
  }
  return end;
}

function outcomes(guide: Guide, at: StepId): readonly HandBack[] {
  return [
    { outcome: "still-here" },
    { outcome: "needs-paper", paper: "giấy chứng sinh" },
    { outcome: "in-person", where: "công an xã" },
    { outcome: "unreached" },
    { outcome: "meet", at: morning + day, place: "nhà văn hoá" },
    { outcome: "finished" },
    ...ahead(guide, at)
      .filter((id) => guide.steps.get(id)?.kind === "do")
      .map((step) => ({ outcome: "done-up-to" as const, step })),
  ];
}

/** On a step, with Dung helping. */
function claimed(person: Player): void {
  person.chat.saved = { ...person.saved, village: { id: "na-khau", says: "Nà Khau" } };
  person.commands("human");
  if (person.saved.asking !== undefined) person.presses("w:anyone");
  const of = person.saved.case?.id;
  if (of === undefined) throw new Error(`no case was opened in ${person.saved.state}`);
  person.sends({ kind: "case-claim", case: of, by });
  expect(person.saved.case?.state.is).toBe("claimed");
}

const edits = fc.array(anEdit, { minLength: 1, maxLength: 3 });
const theProperty = fc.property(
  aGuide,
  edits,
  edits,
  fc.record({ recall: fc.boolean(), presses: fc.boolean() }),
  (guide, meanwhile, afterwards, { recall, presses }) => {
    const commune = communeWith(guide);
    const people = [...waysToEach(guide)].flatMap(([step, ways]) =>
      outcomes(guide, step).map((result, at) => {
        const person = walker(commune.commune, `${step}-${at}`);
        for (const way of ways) answerHere(person, guide, way);
        claimed(person);
        return { person, step, result };
      }),
    );
    const now = edited(guide, meanwhile, recall);
    commune.publish(now);

    for (const one of people) endsRightly(guide, one.person, one.step, one.result);

    const later = edited(now, afterwards, recall);
    commune.publish(later);
    for (const { person } of people) {
      meets(person, commune, later, { presses });
      for (let count = 0; journeyOf(person) !== undefined && count < 60; count += 1)
        goOn(person, commune, undefined);
      expect(person.saved.journeys).toEqual([]);
    }
  },
);

/** What one tap did, in the guide as it was when the helping began. */
function endsRightly(guide: Guide, person: Player, step: StepId, result: HandBack): void {
  const before = journeyOf(person);
  const of = person.saved.case?.id;
  if (before === undefined || of === undefined) throw new Error("nobody is being helped");
  const where = `${step}: ${JSON.stringify(result)}`;

  person.sends({ kind: "case-hand-back", case: of, by, result });

  const rests = result.outcome === "meet";
  expect(person.saved.case?.state.is, where).toBe(rests ? "resting" : undefined);
  const row = person.chat.effects.flatMap((e) => (e.do === "case" ? [e.row] : [])).at(-1);
  expect(row, where).toMatchObject(
    rests ? { state: "resting" } : { state: "closed", outcome: result.outcome },
  );
  const to = result.outcome === "done-up-to" ? afterDoneUpTo(guide, step, result.step) : step;
  const after = journeyOf(person);
  if (result.outcome === "finished" || to === end) {
    expect(after, where).toBeUndefined();
    return;
  }
  expect(after?.step, where).toBe(to);
  expect(after?.edition, where).toBe(before.edition);
  expect(after?.helped, where).toBe(
    rests || result.outcome === "in-person" ? "in-person" : "in-chat",
  );
  expect(person.saved.state, where).toBe("guided.step");
  if (after !== undefined) keepsAnswers(before, after, guide, []);
}

const runs = (count: number) => fc.assert(theProperty, { numRuns: count, seed: 20261122 });

test("however a case ends, whatever was edited meanwhile, the resident stands at the right step", () => {
  runs(30);
}, 120_000);

everyMistakeIsNoticed(mistakes, () => runs(60));
