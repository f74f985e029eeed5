/** Placing somebody in a shipped guide: never behind a question they were not asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveOf } from "../../src/flows/authoring/compile.ts";
import type { Flow, StepId } from "../../src/flows/index.ts";
import { place } from "../../src/flows/journey/place.ts";
import { isTask } from "../../src/flows/steps/troubles.ts";
import type { Answer } from "../../src/flows/talk/saved.ts";
import { flows } from "./shipped.ts";

/** Any set of answers: to steps of the flow, fitting or not, and to steps of long ago. */
function answersFor(flow: Flow): fc.Arbitrary<Record<StepId, Answer>> {
  const some = Object.entries(flow.steps).map(
    ([id, step]): fc.Arbitrary<[StepId, Answer] | undefined> => {
      const fitting: readonly Answer[] =
        step.kind === "choose"
          ? Object.keys(step.choices).map((choice) => ({ kind: "choice", choice }))
          : step.kind === "ask"
            ? [{ kind: "value", value: "3" }]
            : [{ kind: "done", by: "resident" }];
      const odd: Answer = { kind: "choice", choice: "long-gone" };
      return fc.oneof(
        {
          weight: 7,
          arbitrary: fc.constantFrom(...fitting).map((answer): [StepId, Answer] => [id, answer]),
        },
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant<[StepId, Answer]>([id, odd]) },
      );
    },
  );
  return fc
    .tuple(...some)
    .map((entries) =>
      Object.fromEntries([
        ...entries.filter((entry) => entry !== undefined),
        ["step-of-an-old-edition", { kind: "done", by: "resident" }],
      ]),
    );
}

function wishFor(flow: Flow) {
  const step = fc.constantFrom(...Object.keys(flow.steps), "no-such-step");
  return fc.oneof(
    fc.constant({}),
    step.map((doneUpTo) => ({ doneUpTo })),
    step.map((until) => ({ until })),
  );
}

describe.each(flows.map((flow) => ({ name: flow.id, flow })))("$name", ({ flow }) => {
  test("placing never skips an unanswered question", () => {
    fc.assert(
      fc.property(answersFor(flow), wishFor(flow), (answers, wish) => {
        const placed = place(flow, answers, wish);

        // The path is walked again, each step by an answer it was really given.
        let at = flow.beginning;
        for (const id of placed.path) {
          expect(at.step).toBe(id);
          const step = flow.stepAt(id);
          const given = answers[id];
          const used = placed.answers[id];
          if (!isTask(step)) expect(used).toEqual(given);
          // Only tasks may count as done without the resident's word, and only for a helper.
          if (given === undefined)
            expect([isTask(step), used]).toEqual([true, { kind: "done", by: "helper" }]);
          const move = used === undefined ? undefined : moveOf(step, used);
          expect(move).toBeDefined();
          if (move !== undefined) at = flow.follow(id, move);
        }
        expect(placed.step).toBe(at.step);
        expect(placed.told).toEqual(at.told);
      }),
      { numRuns: 60 },
    );
  });

  test("placing loses no answer: each one is used on the road or kept aside", () => {
    fc.assert(
      fc.property(answersFor(flow), wishFor(flow), (answers, wish) => {
        const { answers: used, aside } = place(flow, answers, wish);

        for (const [id, answer] of Object.entries(answers)) {
          const kept = Object.hasOwn(used, id) ? used[id] : aside[id];
          expect(kept).toEqual(answer);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("without a wish nothing is counted as done that nobody did", () => {
    fc.assert(
      fc.property(answersFor(flow), (answers) => {
        const placed = place(flow, answers);

        expect(Object.keys(answers)).toEqual(expect.arrayContaining(Object.keys(placed.answers)));
      }),
      { numRuns: 30 },
    );
  });
});
