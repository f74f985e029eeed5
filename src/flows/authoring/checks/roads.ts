/** Whether every step can be reached, leads somewhere, and ends. */

import type { StepId } from "../../vocabulary.ts";
import { type ExpandedFlow, targetsOf } from "../expand.ts";
import { didYouMean, type Fault, nearest, wrong } from "./fault.ts";
import { authoredTargets, type Part, type Reading, spotOf } from "./parts.ts";

export function roadFaults({ parts }: Reading): Fault[] {
  return parts.flatMap((part) => [
    ...unknownTargets(part),
    ...unreachable(part),
    ...withoutEnd(part),
    ...tellings(part),
  ]);
}

function unknownTargets(part: Part): Fault[] {
  const known = Object.keys(part.steps);
  const begins = Object.hasOwn(part.steps, part.begins)
    ? []
    : [
        wrong(
          { file: part.file, at: ["begins"] },
          {
            vi: `bắt đầu ở "${part.begins}", không có bước nào tên như vậy.`,
            en: `begins at "${part.begins}", which is not a step of it.`,
          },
          didYouMean(part.begins, known),
        ),
      ];
  const leads = Object.entries(part.steps).flatMap(([id, step]) =>
    authoredTargets(step)
      .filter(({ target }) => !Object.hasOwn(part.steps, target))
      .map(({ target, at }) =>
        wrong(
          spotOf(part, id, ...at),
          {
            vi: `đi tới "${target}", không có bước nào tên như vậy.`,
            en: `leads to "${target}", which is not a step of this ${part.kind}.`,
          },
          didYouMean(target, known),
        ),
      ),
  );
  return [...begins, ...leads];
}

function unreachable(part: Part): Fault[] {
  const known = Object.keys(part.steps);
  const targets = (id: StepId): StepId[] => {
    const step = Object.hasOwn(part.steps, id) ? part.steps[id] : undefined;
    if (step === undefined) return [];
    // A misspelt target is complained about already; what was meant by it counts as reached.
    return authoredTargets(step).map(({ target }) => meant(part, target) ?? target);
  };
  const begins = meant(part, part.begins);
  if (begins === undefined) return [];
  const reached = new Set<StepId>([begins]);
  for (const id of reached) for (const target of targets(id)) reached.add(target);
  const missed = known.filter((id) => !reached.has(id));
  return firstOnes(missed, targets).map((id) =>
    wrong(
      spotOf(part, id),
      { vi: "không có đường nào đi tới bước này.", en: "is a step nothing leads to." },
      {
        vi: "Cho một bước khác đi tới đây (leads-to), hoặc bỏ bước này.",
        en: "Let another step lead here, or remove it.",
      },
    ),
  );
}

const meant = (part: Part, target: StepId): StepId | undefined =>
  Object.hasOwn(part.steps, target) ? target : nearest(target, Object.keys(part.steps));

/** Of steps with the same fault, those that no other of them leads to: mending these mends the rest. */
function firstOnes(ids: readonly StepId[], targets: (id: StepId) => readonly StepId[]): StepId[] {
  const led = new Set(ids.flatMap((id) => targets(id).filter((target) => target !== id)));
  const first = ids.filter((id) => !led.has(id));
  const covered = new Set<StepId>();
  for (const id of [...first, ...ids]) {
    if (covered.has(id)) continue;
    if (!first.includes(id)) first.push(id);
    const road = new Set([id]);
    for (const at of road) for (const target of targets(at)) road.add(target);
    for (const at of road) covered.add(at);
  }
  return first;
}

const isOwn = (id: StepId) => !id.includes("/");

/** A step from which neither an end nor a person can be reached. Included steps are judged where they are written. */
function withoutEnd(part: Part): Fault[] {
  const { expanded } = part;
  if (expanded === undefined) return [];
  const ending = endingSteps(expanded);
  const lost = Object.keys(expanded.steps).filter((id) => isOwn(id) && !ending.has(id));
  const targets = (id: StepId) => {
    const step = Object.hasOwn(expanded.steps, id) ? expanded.steps[id] : undefined;
    return step === undefined ? [] : targetsOf(step);
  };
  return firstOnes(lost, targets).map((id) =>
    wrong(
      spotOf(part, id),
      {
        vi: "từ bước này đi mãi không tới chỗ kết thúc, cũng không gặp được người.",
        en: "cannot reach a finish or a person from here.",
      },
      {
        vi: "Cho một lựa chọn hay chỗ vướng dẫn tới finish hoặc hand-over.",
        en: "Let a choice or a trouble lead to a finish or a hand-over.",
      },
    ),
  );
}

/** Also steps before what is complained about elsewhere: a target that is none, a round of tellings. */
function endingSteps(flow: ExpandedFlow): Set<StepId> {
  const ending = new Set<StepId>();
  const before = new Map<StepId, StepId[]>();
  for (const [id, step] of Object.entries(flow.steps)) {
    if (step.kind === "finish" || step.kind === "hand-over") ending.add(id);
    for (const target of targetsOf(step)) {
      before.set(target, [...(before.get(target) ?? []), id]);
      if (!Object.hasOwn(flow.steps, target)) ending.add(id);
    }
    if (circleFrom(flow, id).length > 0) ending.add(id);
  }
  for (const id of ending) for (const earlier of before.get(id) ?? []) ending.add(earlier);
  return ending;
}

function nextTelling(flow: ExpandedFlow, id: StepId): StepId | undefined {
  const kindOf = (one: StepId) =>
    Object.hasOwn(flow.steps, one) ? flow.steps[one]?.kind : undefined;
  const step = kindOf(id) === "tell" ? flow.steps[id] : undefined;
  const next = step?.kind === "tell" ? step["leads-to"] : undefined;
  return next !== undefined && kindOf(next) === "tell" ? next : undefined;
}

/** The round of telling steps this one stands in; empty when it stands in none. */
function circleFrom(flow: ExpandedFlow, id: StepId): StepId[] {
  const road = [id];
  for (let at = nextTelling(flow, id); at !== undefined; at = nextTelling(flow, at)) {
    if (at === id) return road;
    if (road.includes(at)) return [];
    road.push(at);
  }
  return [];
}

/** Telling steps: never in a round, and never two in a row, because each is a message of its own. */
function tellings(part: Part): Fault[] {
  const { expanded } = part;
  if (expanded === undefined) return [];
  const circling = new Set<StepId>();
  return Object.keys(expanded.steps).flatMap((id): Fault[] => {
    const next = nextTelling(expanded, id);
    if (next === undefined || circling.has(id)) return [];
    const round = circleFrom(expanded, id);
    for (const one of round) circling.add(one);
    if (!writtenHere([id, next, ...round])) return [];
    const spot = spotOf(part, headOf(id));
    if (round.length > 0) {
      const road = [...round, id].join(" → ");
      return [
        wrong(
          spot,
          {
            vi: `vòng quanh không hỏi gì: ${road}.`,
            en: `goes round without a question: ${road}.`,
          },
          {
            vi: "Trong vòng phải có một bước chờ trả lời: do, choose hoặc ask.",
            en: "Put a step that waits into the round: do, choose or ask.",
          },
        ),
      ];
    }
    return [
      wrong(
        spot,
        {
          vi: `là lời báo, rồi "${next}" lại là lời báo nữa: hai tin liền nhau.`,
          en: `only tells, and "${next}" after it only tells: two messages in a row.`,
        },
        { vi: "Gộp hai lời làm một, hoặc bỏ bớt.", en: "Make them one, or leave one out." },
      ),
    ];
  });
}

const headOf = (id: StepId): StepId => id.split("/")[0] ?? id;

/** Steps of one and the same include are written in its own file, and complained about there. */
function writtenHere(ids: readonly StepId[]): boolean {
  return ids.some(isOwn) || new Set(ids.map(headOf)).size > 1;
}
