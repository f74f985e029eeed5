/** People in the middle of a guide that is published anew: what becomes of each, judged without the code that decides it. */
import {
  blank,
  type Flow,
  type Journey,
  type Library,
  type StepId,
} from "../../../src/flows/index.ts";
import { type Player, type Town, theLibrary, town } from "../talk.ts";
import { end, flowOf, type Guide, type Sketch, waysOf, wordsOf } from "./edits.ts";

type Answers = Journey["answers"];

/** A commune whose only guides are these editions of one; earlier ones stay known. */
export function communeWith(first: Guide) {
  const editions = new Map<string, { readonly flow: Flow; readonly guide: Guide }>();
  const libraryOf = (guide: Guide): Library => {
    const flow = flowOf(guide);
    editions.set(flow.edition, { flow, guide });
    return {
      ...theLibrary(),
      flows: new Map([[flow.id, flow]]),
      edition: (id) => editions.get(id)?.flow,
    };
  };
  let newest = libraryOf(first);
  const commune = town({ library: newest });
  return {
    commune,
    guideOf: (journey: Journey): Guide => editions.get(journey.edition)?.guide ?? first,
    publish(guide: Guide) {
      newest = libraryOf(guide);
      commune.publish(newest);
    },
    newest: () => newest.flows.get(flowId)?.edition,
  };
}
export type Commune = ReturnType<typeof communeWith>;

const flowId = "bai-thu";

/** Somebody who has said everything about themselves, and only walks. */
export function walker(commune: Town, name: string): Player {
  const person = commune.player(name);
  person.chat.saved = { ...blank, address: "ba", keep: "yes", remind: "no", taughtWayBack: true };
  person.arrives(flowId);
  return person;
}

export const journeyOf = (person: Player): Journey | undefined =>
  person.saved.guiding ? person.saved.journeys.at(-1) : undefined;

/** Which way somebody takes from where they stand: straight on, or off. */
export type Way = "on" | "off";

/** Answers the step stood on. */
export function answerHere(person: Player, guide: Guide, way: Way): void {
  declinesHelp(person);
  const step = guide.steps.get(journeyOf(person)?.step ?? "");
  switch (step?.kind) {
    case "do":
      if (way === "on" || step.off === undefined) person.presses("done");
      else {
        person.presses("trouble");
        if (declinesHelp(person)) person.presses("trouble");
        person.presses("t:out");
      }
      return;
    case "choose":
      person.presses(way === "on" ? "c:on" : `c:${step.choice}`);
      return;
    case "ask":
      person.types("3");
      return;
    case "hand-over":
      person.presses("take-back");
      return;
    case "tell":
    case undefined:
      throw new Error(`nobody can stand on ${journeyOf(person)?.step}`);
  }
}

/** To and fro looks like being stuck: help is offered, once a day for one step. */
function declinesHelp(person: Player): boolean {
  if (person.saved.state !== "guided.offering") return false;
  person.presses("no");
  return true;
}

/** The way from a step that comes sooner to the end. */
export function shortestWay(guide: Guide, from: StepId): Way {
  const distance = new Map<StepId, number>([[end, 0]]);
  for (let round = 0; round <= guide.steps.size; round += 1)
    for (const [id, step] of guide.steps) {
      const far = Math.min(
        ...waysOf(step).map((to) => distance.get(to) ?? Number.POSITIVE_INFINITY),
      );
      if (
        far < Number.POSITIVE_INFINITY &&
        far + 1 < (distance.get(id) ?? Number.POSITIVE_INFINITY)
      )
        distance.set(id, far + 1);
    }
  const [on = end, off = on] =
    guide.steps.get(from) === undefined ? [] : waysOf(guide.steps.get(from) as Sketch);
  return (distance.get(off) ?? 99) < (distance.get(on) ?? 99) ? "off" : "on";
}

/** The ways that lead from the beginning to each step that can be stood on. */
export function waysToEach(guide: Guide): ReadonlyMap<StepId, readonly Way[]> {
  const ways = new Map<StepId, readonly Way[]>();
  const open: Array<readonly [StepId, readonly Way[]]> = [[guide.begins, []]];
  for (const [id, taken] of open) {
    const step = guide.steps.get(id);
    if (step === undefined || ways.has(id)) continue;
    if (step.kind === "tell") {
      open.push([step.next, taken]);
      continue;
    }
    ways.set(id, taken);
    for (const [at, to] of waysOf(step).entries())
      open.push([to, [...taken, at === 0 ? "on" : "off"]]);
  }
  return ways;
}

/** Where an answer leads from a step, or nothing when it is no answer to it. */
function after(step: Sketch, given: Answers[StepId] | undefined): StepId | undefined {
  if (step.kind === "tell") return step.next;
  if (given === undefined) return undefined;
  switch (given.kind) {
    case "done":
      return step.kind === "do" || step.kind === "hand-over" ? step.next : undefined;
    case "value":
      return step.kind === "ask" ? step.next : undefined;
    case "choice":
      if (step.kind !== "choose") return undefined;
      if (given.choice === "on") return step.next;
      return given.choice === step.choice ? (step.off ?? step.next) : undefined;
    case "trouble":
      return step.kind === "do" ? step.off : undefined;
    case "ticked":
      return undefined;
  }
}

/** Walks by answers alone. `until` stops there; `optional` passes optional steps nobody answered. */
export function walked(
  guide: Guide,
  answers: Answers,
  { until, optional = false }: { readonly until?: StepId; readonly optional?: boolean } = {},
): { readonly stops: StepId; readonly told: readonly StepId[] } {
  const met = new Set<StepId>();
  const told: StepId[] = [];
  let at = guide.begins;
  while (at !== until && !met.has(at)) {
    met.add(at);
    const step = guide.steps.get(at);
    if (step === undefined) break;
    if (step.kind === "tell") told.push(at);
    const passable = optional && step.optional && (step.kind === "do" || step.kind === "ask");
    const next = after(step, answers[at]) ?? (passable ? step.next : undefined);
    if (next === undefined) break;
    at = next;
  }
  return { stops: at, told };
}

/** What must become of somebody, by the rules and not by the program. */
export function fateOf(
  journey: Journey,
  old: Guide,
  now: Guide,
): { readonly is: "moves" | "stays" } | { readonly is: "recalled"; readonly to: StepId } {
  const rename = (id: StepId): StepId => now.renamed[id] ?? id;
  const answers = Object.fromEntries(
    Object.entries(journey.answers).map(([id, given]) => [rename(id), given]),
  );
  const before = old.steps.get(journey.step);
  const step = rename(journey.step);
  const same =
    before !== undefined &&
    meansTheSame(before, now.steps.get(step), rename) &&
    walked(now, answers, { until: step, optional: true }).stops === step;
  if (same) return { is: "moves" };
  return now.recall ? { is: "recalled", to: walked(now, answers).stops } : { is: "stays" };
}

function meansTheSame(
  before: Sketch,
  now: Sketch | undefined,
  rename: (id: StepId) => StepId,
): boolean {
  if (now === undefined || before.kind !== now.kind) return false;
  if (before.kind !== "choose") return true;
  return (
    before.choice === now.choice &&
    rename(before.next) === now.next &&
    rename(before.off ?? before.next) === (now.off ?? now.next)
  );
}

/** Steps before the one stood on that were neither answered nor may be left out. */
export function skippedBy(journey: Journey, guide: Guide): string | undefined {
  const { stops } = walked(guide, journey.answers, { until: journey.step, optional: true });
  return stops === journey.step ? undefined : `${stops}, standing on ${journey.step}`;
}

export const saysOf = (guide: Guide, id: StepId): string => {
  const step = guide.steps.get(id);
  return step === undefined ? "" : wordsOf(id, step);
};
