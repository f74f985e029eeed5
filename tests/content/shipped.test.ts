/** The guides that ship: nothing wrong in them, every step met, everybody comes out. */
import { describe, expect, test } from "vitest";
import { describeProblems } from "../../src/bot/content/describe-problems.ts";
import type { Arrival, Flow, Move } from "../../src/flows/authoring/compile.ts";
import type { StepId } from "../../src/flows/index.ts";
import { flows, problems } from "./shipped.ts";

test("the shipped content has no errors", () => {
  const errors = problems.filter(({ weight }) => weight === "error");

  expect(describeProblems(errors, "en")).toBe("Nothing is wrong.");
});

test("at least the six guides of the first road are there", () => {
  const first = [
    "cai-vneid",
    "dinh-danh-muc-2",
    "dang-nhap-cong",
    "quen-mat-khau-vneid",
    "khai-sinh",
    "tra-cuu-ho-so",
  ];

  expect(flows.map(({ id }) => id)).toEqual(expect.arrayContaining(first));
});

describe.each(flows.map((flow) => ({ name: flow.id, flow })))("$name", ({ flow }) => {
  const walk = walkThrough(flow);

  test("every step is met by walking", () => {
    expect(Object.keys(flow.steps).filter((id) => !walk.met.has(id))).toEqual([]);
  });

  test("every choice and every trouble is taken on the walk, and leads to a step that waits", () => {
    const written = Object.entries(flow.steps).flatMap(([id, step]) => {
      if (step.kind === "choose")
        return Object.keys(step.choices).map((choice) => `${id} → ${choice}`);
      if (step.kind === "do")
        return Object.keys(step.troubles ?? {}).map((trouble) => `${id} ! ${trouble}`);
      return [];
    });

    expect(written.filter((one) => !walk.taken.has(one))).toEqual([]);
    for (const { step } of walk.arrivals) expect(flow.stepAt(step).kind).not.toBe("tell");
  });

  test("from every step a finish or a person can be reached", () => {
    const ending = new Set<StepId>();
    for (let before = -1; before !== ending.size; ) {
      before = ending.size;
      for (const [id, step] of Object.entries(flow.steps)) {
        if (step.kind === "finish" || step.kind === "hand-over") ending.add(id);
        else if ((walk.leads.get(id) ?? []).some((next) => ending.has(next))) ending.add(id);
      }
    }

    expect(
      [...walk.met].filter((id) => flow.stepAt(id).kind !== "tell" && !ending.has(id)),
    ).toEqual([]);
  });

  test("nobody is told more than one thing before the next question", () => {
    expect(walk.arrivals.filter(({ told }) => told.length > 1)).toEqual([]);
  });
});

/** Goes everywhere a resident can go: each answer of each step once, breadth first from the beginning. */
function walkThrough(flow: Flow) {
  const met = new Set<StepId>();
  const taken = new Set<string>();
  const leads = new Map<StepId, StepId[]>();
  const arrivals: Arrival[] = [];
  const toVisit: StepId[] = [];

  const arrive = (arrival: Arrival, from?: StepId) => {
    arrivals.push(arrival);
    for (const told of arrival.told) met.add(told);
    if (from !== undefined) leads.set(from, [...(leads.get(from) ?? []), arrival.step]);
    if (met.has(arrival.step)) return;
    met.add(arrival.step);
    toVisit.push(arrival.step);
  };

  arrive(flow.beginning);
  for (let id = toVisit.shift(); id !== undefined; id = toVisit.shift()) {
    for (const { name, move } of movesFrom(flow, id)) {
      taken.add(name);
      if (move !== undefined) arrive(flow.follow(id, move), id);
    }
  }
  return { met, taken, leads, arrivals };
}

/** Every answer a step takes; a trouble that is mended on the spot moves nobody. */
function movesFrom(
  flow: Flow,
  id: StepId,
): ReadonlyArray<{ readonly name: string; readonly move: Move | undefined }> {
  const step = flow.stepAt(id);
  switch (step.kind) {
    case "gather":
    case "do":
      return [
        { name: `${id} → done`, move: { type: "done" } },
        ...Object.entries(step.troubles ?? {}).map(([trouble, { "leads-to": to }]) => ({
          name: `${id} ! ${trouble}`,
          move: to === undefined ? undefined : ({ type: "trouble", trouble } as const),
        })),
      ];
    case "choose":
      return Object.keys(step.choices).map((choice) => ({
        name: `${id} → ${choice}`,
        move: { type: "choice", choice } as const,
      }));
    case "ask":
      return [{ name: `${id} → value`, move: { type: "value" } }];
    case "hand-over":
      return step["leads-to"] === undefined
        ? []
        : [{ name: `${id} → helped`, move: { type: "helped" } }];
    case "tell":
    case "finish":
      return [];
  }
}
