/** One person's turns around a publication, judged by the rules of `people.ts`. */
import { expect } from "vitest";
import type { Journey } from "../../../src/flows/index.ts";
import type { Player } from "../talk.ts";
import { end, type Guide } from "./edits.ts";
import {
  answerHere,
  type Commune,
  fateOf,
  journeyOf,
  saysOf,
  shortestWay,
  skippedBy,
  type Way,
} from "./people.ts";

/** The first turn of one person after a publication, judged. */
export function meets(
  person: Player,
  commune: Commune,
  now: Guide,
  round: { readonly presses: boolean },
): void {
  const before = journeyOf(person);
  if (before === undefined) return;
  const old = commune.guideOf(before);
  const said = person.heard.length;
  const onStep = person.saved.state === "guided.step";
  const presses = round.presses && onStep;
  const stayedFor = before.stays;
  const newest = commune.newest();
  const settled = newest === before.edition || newest === stayedFor;
  const fate = settled ? ({ is: "stays" } as const) : fateOf(before, old, now);

  if (presses) answerHere(person, old, "on");
  else person.arrives();

  const heard = person.heard.slice(said).join("\n");
  const after = journeyOf(person);
  // In the middle of a side question, or of an offer of help, it is that which is shown.
  const shown = !presses && onStep && person.saved.state === "guided.step";
  expect(heard.split("Bài hướng dẫn vừa đổi").length - 1).toBe(fate.is === "recalled" ? 1 : 0);
  if (after === undefined) {
    // Through: they answered the last step, or of what they had done nothing is left to do.
    expect(fate.is === "recalled" ? fate.to === end : presses).toBe(true);
    return;
  }
  keepsAnswers(before, after, commune.guideOf(after), presses ? [before.step] : []);
  expect(skippedBy(after, commune.guideOf(after))).toBeUndefined();
  switch (fate.is) {
    case "stays":
      expect(after.edition).toBe(before.edition);
      if (shown) expect(heard).toContain(saysOf(old, before.step));
      return;
    case "moves":
      expect(after.edition).toBe(newest);
      if (!presses) {
        expect(after.step).toBe(now.renamed[before.step] ?? before.step);
        if (shown) expect(heard).toContain(saysOf(now, after.step));
      }
      return;
    case "recalled":
      expect(after.edition).toBe(newest);
      expect(after.step).toBe(fate.to);
      expect(heard).toContain(saysOf(now, fate.to));
      return;
  }
}

/** Every answer is still there, under its step's name of today, unless that step was answered anew. */
export function keepsAnswers(
  before: Journey,
  after: Journey,
  now: Guide,
  anew: readonly string[],
): void {
  const name = (id: string) => (after.edition === before.edition ? id : (now.renamed[id] ?? id));
  const kept = { ...after.aside, ...after.answers };
  for (const [id, given] of Object.entries({ ...before.aside, ...before.answers })) {
    if (anew.includes(id)) continue;
    expect(kept[name(id)], `the answer to ${id}`).toEqual(given);
  }
}

/** Answers where they stand; nothing moves them but that. */
export function goOn(person: Player, commune: Commune, way: Way | undefined): void {
  const journey = journeyOf(person);
  if (journey === undefined) return;
  const guide = commune.guideOf(journey);
  const said = person.heard.length;
  if (person.saved.state !== "guided.step") person.types("nhắc lại");
  answerHere(person, guide, way ?? shortestWay(guide, journey.step));
  const after = journeyOf(person);
  // Between two publications nobody is told anything, and nobody changes editions.
  expect(person.heard.slice(said).join()).not.toContain("Bài hướng dẫn vừa đổi");
  if (after === undefined) return;
  expect(after.edition).toBe(journey.edition);
  keepsAnswers(journey, after, guide, [journey.step]);
  expect(skippedBy(after, guide)).toBeUndefined();
}
