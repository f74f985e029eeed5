/** Whether every step can be reached, leads somewhere, and ends. */

import type { StepId } from "../../vocabulary.ts";
import { targetsOf } from "../compile.ts";
import type { ExpandedFlow } from "../expand.ts";
import { didYouMean, type Fault, wrong } from "./fault.ts";
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
  if (!Object.hasOwn(part.steps, part.begins)) return [];
  const reached = new Set<StepId>([part.begins]);
  for (const id of reached) {
    const step = part.steps[id];
    if (step !== undefined) for (const { target } of authoredTargets(step)) reached.add(target);
  }
  return Object.keys(part.steps)
    .filter((id) => !reached.has(id))
    .map((id) =>
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

const isOwn = (id: StepId) => !id.includes("/");

/** A step from which neither an end nor a person can be reached. Included steps are judged where they are written. */
function withoutEnd(part: Part): Fault[] {
  if (part.expanded === undefined) return [];
  const ending = endingSteps(part.expanded);
  return Object.entries(part.expanded.steps)
    .filter(
      ([id, step]) =>
        isOwn(id) &&
        !ending.has(id) &&
        targetsOf(step).every((target) => Object.hasOwn(part.expanded?.steps ?? {}, target)),
    )
    .map(([id]) =>
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

function endingSteps(flow: ExpandedFlow): Set<StepId> {
  const ending = new Set<StepId>();
  const before = new Map<StepId, StepId[]>();
  for (const [id, step] of Object.entries(flow.steps)) {
    if (step.kind === "finish" || step.kind === "hand-over") ending.add(id);
    for (const target of targetsOf(step)) before.set(target, [...(before.get(target) ?? []), id]);
  }
  for (const id of ending) for (const earlier of before.get(id) ?? []) ending.add(earlier);
  return ending;
}

/** Telling steps: never in a circle, and never two in a row, because each is a message of its own. */
function tellings(part: Part): Fault[] {
  const { expanded } = part;
  if (expanded === undefined) return [];
  const nextTell = (id: StepId): StepId | undefined => {
    const step = Object.hasOwn(expanded.steps, id) ? expanded.steps[id] : undefined;
    if (step?.kind !== "tell") return undefined;
    const next = step["leads-to"];
    return Object.hasOwn(expanded.steps, next) && expanded.steps[next]?.kind === "tell"
      ? next
      : undefined;
  };
  const circling = new Set<StepId>();
  const faults: Fault[] = [];
  for (const id of Object.keys(expanded.steps)) {
    const road = [id];
    for (let at = nextTell(id); at !== undefined && !road.includes(at); at = nextTell(at))
      road.push(at);
    const last = road.at(-1) ?? id;
    if (nextTell(last) === id && !circling.has(id)) {
      for (const one of road) circling.add(one);
      if (writtenHere(road)) {
        faults.push(
          wrong(
            spotOf(part, headOf(id)),
            {
              vi: `vòng quanh không hỏi gì: ${[...road, id].join(" → ")}.`,
              en: `goes round without a question: ${[...road, id].join(" → ")}.`,
            },
            {
              vi: "Trong vòng phải có một bước chờ bà con: do, choose hoặc ask.",
              en: "Put a step that waits into the round: do, choose or ask.",
            },
          ),
        );
      }
    }
  }
  for (const id of Object.keys(expanded.steps)) {
    const next = nextTell(id);
    if (next === undefined || circling.has(id) || !writtenHere([id, next])) continue;
    faults.push(
      wrong(
        spotOf(part, headOf(id)),
        {
          vi: `là lời báo, rồi "${next}" lại là lời báo nữa: hai tin liền nhau.`,
          en: `only tells, and "${next}" after it only tells: two messages in a row.`,
        },
        { vi: "Gộp hai lời làm một, hoặc bỏ bớt.", en: "Make them one, or leave one out." },
      ),
    );
  }
  return faults;
}

const headOf = (id: StepId): StepId => id.split("/")[0] ?? id;

/** Steps of one and the same include are written in its own file, and complained about there. */
function writtenHere(ids: readonly StepId[]): boolean {
  return ids.some(isOwn) || new Set(ids.map(headOf)).size > 1;
}
