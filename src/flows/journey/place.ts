/**
 * Where somebody stands in a flow, given what is known. Hand-back, done-up-to, recall, correcting and
 * which-screen all come here, so that nobody is ever put behind a question they were not asked.
 */
import { type Flow, type Move, moveOf } from "../authoring/compile.ts";
import type { Step } from "../authoring/expand.ts";
import { isTask, troublesOf } from "../steps/troubles.ts";
import type { Answer } from "../talk/saved.ts";
import type { StepId } from "../vocabulary.ts";

export interface Placed {
  readonly step: StepId;
  /** The questions and tasks behind this one, oldest first. */
  readonly path: readonly StepId[];
  readonly answers: Readonly<Record<StepId, Answer>>;
  /** Answers that are not on this road. */
  readonly aside: Readonly<Record<StepId, Answer>>;
  /** Telling steps passed after the last answered step, in order. */
  readonly told: readonly StepId[];
}

/**
 * Walks from the beginning over what is answered and stops at the first step that is not.
 * `doneUpTo`: tasks on the way count as done, by a helper, up to and including that step;
 * `until`: tasks on the way count as done up to that step, where the walk stops, answered or not.
 * In both, a question without an answer stops the walk earlier; a target off this road changes nothing.
 */
export function place(
  flow: Flow,
  answers: Readonly<Record<StepId, Answer>>,
  wish: { readonly doneUpTo?: StepId; readonly until?: StepId } = {},
): Placed {
  const target = wish.doneUpTo ?? wish.until;
  const walked = walk(flow, answers, target, wish.until !== undefined);
  return target === undefined || walked.met || walked.openQuestion
    ? walked.placed
    : walk(flow, answers, undefined, false).placed;
}

function walk(
  flow: Flow,
  answers: Readonly<Record<StepId, Answer>>,
  target: StepId | undefined,
  stopThere: boolean,
) {
  const path: StepId[] = [];
  const used: Record<StepId, Answer> = {};
  let met = target === undefined;
  let openQuestion = false;
  let at = flow.beginning;

  // Every step is met at most once: an answered loop ("try again") stops where it closes.
  while (!path.includes(at.step)) {
    if (at.step === target && stopThere) {
      met = true;
      break;
    }
    const step = flow.stepAt(at.step);
    const given = answers[at.step];
    const assumed: Answer | undefined =
      !met && isTask(step) && (given === undefined || isInPart(step, given))
        ? { kind: "done", by: "helper" }
        : given;
    const move = assumed === undefined ? undefined : moveAgain(step, assumed);
    if (move === undefined || assumed === undefined) {
      openQuestion = step.kind === "choose" || step.kind === "ask" || step.kind === "hand-over";
      break;
    }
    used[at.step] = assumed;
    path.push(at.step);
    if (at.step === target) met = true;
    at = flow.follow(at.step, move);
  }
  const aside = Object.fromEntries(
    Object.entries(answers).filter(([id]) => !Object.hasOwn(used, id)),
  );
  const placed: Placed = { step: at.step, path, answers: used, aside, told: at.told };
  return { placed, met, openQuestion };
}

/** Some of the papers were ticked: a helper who says that more is done has seen the rest. */
const isInPart = (step: Step, answer: Answer): boolean =>
  answer.kind === "ticked" && moveOf(step, answer) === undefined;

/**
 * The steps behind a step on which somebody already stands, oldest first, when their own answers lead to it and
 * nothing but steps marked `optional: true` was left out on the way; otherwise nothing.
 */
export function roadTo(
  flow: Flow,
  answers: Readonly<Record<StepId, Answer>>,
  target: StepId,
): readonly StepId[] | undefined {
  const path: StepId[] = [];
  const met = new Set<StepId>();
  let at = flow.beginning.step;
  while (at !== target) {
    if (met.has(at)) return undefined;
    met.add(at);
    const step = flow.stepAt(at);
    const given = answers[at];
    const again = given === undefined ? undefined : moveAgain(step, given);
    const move = again ?? leftOut(step);
    if (move === undefined) return undefined;
    if (again !== undefined) path.push(at);
    at = flow.follow(at, move).step;
  }
  return path;
}

/** How an optional step is passed by somebody who never met it; a choice cannot be, nobody knows which. */
function leftOut(step: Step): Move | undefined {
  if (isTask(step) && step.optional === true) return { type: "done" };
  if (step.kind === "ask" && step.optional === true) return { type: "value" };
  return undefined;
}

/** The move an earlier answer makes again; a trouble that led elsewhere leads there again. */
function moveAgain(step: Step, answer: Answer): Move | undefined {
  if (answer.kind !== "trouble") return moveOf(step, answer);
  const target = troublesOf(step)[answer.trouble]?.["leads-to"];
  return target === undefined ? undefined : { type: "trouble", trouble: answer.trouble };
}

/** What lies before somebody as far as their own answers lead: tasks and what is told on the way, in order. */
export interface RoadAhead {
  readonly steps: readonly StepId[];
  /** The question at which it is not known how it goes on; nothing at an end. */
  readonly forksAt: StepId | undefined;
}

/** From the step stood on to its first open fork. */
export function roadAhead(
  flow: Flow,
  answers: Readonly<Record<StepId, Answer>>,
  from: StepId,
): RoadAhead {
  const steps: StepId[] = [];
  const seen = new Set<StepId>();
  let at: StepId = from;
  while (!seen.has(at)) {
    seen.add(at);
    const step: Step = flow.stepAt(at);
    if (isTask(step)) steps.push(at);
    const known: Answer | undefined = answers[at];
    const move: Move | undefined = isTask(step)
      ? { type: "done" }
      : known === undefined || at === from
        ? undefined
        : moveAgain(step, known);
    if (move === undefined) return { steps, forksAt: step.kind === "finish" ? undefined : at };
    const next = flow.follow(at, move);
    steps.push(...next.told);
    at = next.step;
  }
  return { steps, forksAt: undefined };
}

/** The tasks a helper may say are done, in order, from the step stood on to the first open fork of its road. */
export const stepsAhead = (
  flow: Flow,
  answers: Readonly<Record<StepId, Answer>>,
  from: StepId,
): StepId[] => roadAhead(flow, answers, from).steps.filter((id) => isTask(flow.stepAt(id)));

/** What was done and told behind somebody, oldest first. */
export function roadBehind(
  flow: Flow,
  { answers, path }: { readonly answers: Placed["answers"]; readonly path: readonly StepId[] },
): readonly StepId[] {
  const after = path.flatMap((id) => {
    const step = flow.stepAt(id);
    const given = answers[id];
    const move = given === undefined ? undefined : moveAgain(step, given);
    const told = move === undefined ? [] : flow.follow(id, move).told;
    return isTask(step) ? [id, ...told] : told;
  });
  return [...flow.beginning.told, ...after];
}
