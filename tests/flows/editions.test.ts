/**
 * A guide is edited at random and published under people standing on each of its steps. Nobody is dropped,
 * no answer is lost, no step is skipped, and whoever is recalled hears so once. Planted mistakes show that this
 * would be noticed.
 */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { aGuide, anEdit, type Edit, edited } from "../support/editions/edits.ts";
import { goOn, meets } from "../support/editions/judged.ts";
import {
  answerHere,
  communeWith,
  journeyOf,
  type Way,
  walker,
  waysToEach,
} from "../support/editions/people.ts";
import { aStepTooFar, everyMistakeIsNoticed, isPlanted } from "../support/editions/planted.ts";

const mistakes = [
  "a step too far",
  "answers dropped",
  "placed at the beginning",
  "any road will do",
  "every step means the same",
  "no step means the same",
] as const;
const planted = (mistake: (typeof mistakes)[number]) => isPlanted(mistake);

vi.mock(import("../../src/flows/journey/place.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    place: (flow, answers, wish) => {
      const placed = real.place(flow, answers, wish);
      if (planted("answers dropped")) return { ...placed, aside: {} };
      if (planted("placed at the beginning"))
        return { ...placed, step: flow.beginning.step, path: [] };
      return planted("a step too far") ? aStepTooFar(flow, placed) : placed;
    },
    roadTo: (...all) => (planted("any road will do") ? [] : real.roadTo(...all)),
  };
});
vi.mock(import("../../src/flows/authoring/means-the-same.ts"), async (original) => {
  const real = await original();
  return {
    meansTheSame: (...all) =>
      planted("every step means the same") ||
      (!planted("no step means the same") && real.meansTheSame(...all)),
  };
});

/** One publication: what was done to the guide, and how each person meets it. */
interface Round {
  readonly edits: readonly Edit[];
  readonly recall: boolean;
  /** Presses what was shown before, or comes back to the chat. */
  readonly presses: boolean;
  /** Steps gone on with before the next publication. */
  readonly goesOn: number;
}
const aRound: fc.Arbitrary<Round> = fc.record({
  edits: fc.array(anEdit, { minLength: 1, maxLength: 4 }),
  recall: fc.boolean(),
  presses: fc.boolean(),
  goesOn: fc.nat(2),
});

/** What somebody does last before the guide changes: stands still, or writes one of these. */
const poses = ["on the step", "quay lại", "không làm được", "tạm nghỉ", "khác"] as const;

const theProperty = fc.property(
  aGuide,
  fc.array(aRound, { minLength: 1, maxLength: 3 }),
  fc.array(fc.constantFrom<Way>("on", "off"), { minLength: 6, maxLength: 6 }),
  fc.constantFrom(...poses),
  (guide, rounds, ways, pose) => {
    const commune = communeWith(guide);
    const people = [...waysToEach(guide)].map(([step, taken]) => {
      const person = walker(commune.commune, `on-${step}`);
      for (const way of taken) answerHere(person, guide, way);
      expect(journeyOf(person)?.step).toBe(step);
      if (pose !== "on the step") person.types(pose);
      return person;
    });

    let now = guide;
    for (const round of rounds) {
      now = edited(now, round.edits, round.recall);
      commune.publish(now);
      for (const person of people) meets(person, commune, now, round);
      for (let count = 0; count < round.goesOn; count += 1)
        for (const person of people) goOn(person, commune, ways[count]);
    }
    for (const person of people) {
      for (let count = 0; journeyOf(person) !== undefined && count < 60; count += 1)
        goOn(person, commune, count < ways.length ? ways[count] : undefined);
      expect(person.saved.state).toBe("finished");
      expect(person.heard.at(-1)).toContain("Hết bài thử.");
    }
  },
);

const runs = (count: number) => fc.assert(theProperty, { numRuns: count, seed: 20261122 });

test("whatever an author does to a guide, everybody in the middle of it gets to its end", () => {
  runs(40);
}, 120_000);

everyMistakeIsNoticed(mistakes, () => runs(120));
