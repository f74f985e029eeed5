/** Includes become steps: under their own names, leading on where the include leads. */
import { describe, expect, test } from "vitest";
import { compile, moveOf } from "../../src/flows/authoring/compile.ts";
import { CannotExpand, type Catalogue, expand } from "../../src/flows/authoring/expand.ts";
import {
  type AuthoredFlow,
  type AuthoredFragment,
  flowSchema,
  fragmentSchema,
} from "../../src/flows/authoring/flow-schema.ts";
import type { EditionId } from "../../src/flows/vocabulary.ts";

const words = (text: string) => ({ vi: text, en: text });
const edition = "edition" as EditionId;

const doing = (to: string, more: object = {}) => ({
  kind: "do",
  says: words("do"),
  sign: words("sign"),
  "leads-to": to,
  ...more,
});
const telling = (to: string) => ({ kind: "tell", says: words("tell"), "leads-to": to });
const ending = (outcome = "done") => ({ kind: "finish", outcome, says: words("end") });
const including = (fragment: string, to: string) => ({ kind: "include", fragment, "leads-to": to });

function aFlow(steps: Record<string, object>, more: object = {}): AuthoredFlow {
  return flowSchema.parse({
    flow: "outer",
    field: "account",
    tone: "plain",
    says: words("Outer"),
    "asked-as": ["one", "two", "three"],
    sources: ["sample"],
    "review-by": "2027-01-01",
    begins: Object.keys(steps)[0],
    renamed: {},
    steps,
    ...more,
  });
}

function aFragment(fragment: string, steps: Record<string, object>): AuthoredFragment {
  return fragmentSchema.parse({
    fragment,
    sources: ["sample"],
    "review-by": "2027-01-01",
    begins: Object.keys(steps)[0],
    steps,
  });
}

const catalogue = (
  fragments: readonly AuthoredFragment[],
  flows: readonly AuthoredFlow[] = [],
): Catalogue => ({
  flows: new Map(flows.map((flow) => [flow.flow, flow])),
  fragments: new Map(fragments.map((fragment) => [fragment.fragment, fragment])),
});

describe("expanding", () => {
  test("an included step stands under the include's name, and its done finish leads on", () => {
    const inner = aFragment("inner", { press: doing("over"), over: ending() });
    const flow = aFlow({
      before: doing("part"),
      part: including("inner", "after"),
      after: ending(),
    });

    const { steps } = expand(flow, catalogue([inner]));

    expect(Object.keys(steps)).toEqual(["before", "after", "part/press"]);
    expect(steps["before"]).toMatchObject({ "leads-to": "part/press" });
    expect(steps["part/press"]).toMatchObject({ "leads-to": "after" });
  });

  test("other endings of an included part stay endings", () => {
    const inner = aFragment("inner", {
      ask: {
        kind: "choose",
        says: words("?"),
        choices: {
          yes: { says: words("yes"), "leads-to": "over" },
          no: { says: words("no"), "leads-to": "elsewhere" },
        },
      },
      over: ending(),
      elsewhere: ending("elsewhere"),
    });
    const flow = aFlow({ part: including("inner", "after"), after: ending() });

    const expanded = expand(flow, catalogue([inner]));

    expect(expanded.begins).toBe("part/ask");
    expect(expanded.steps["part/ask"]).toMatchObject({
      choices: { yes: { "leads-to": "after" }, no: { "leads-to": "part/elsewhere" } },
    });
    expect(expanded.steps["part/elsewhere"]).toMatchObject({
      kind: "finish",
      outcome: "elsewhere",
    });
  });

  test("parts within parts keep the whole way in their names", () => {
    const innermost = aFragment("innermost", { press: doing("over"), over: ending() });
    const inner = aFragment("inner", {
      deep: including("innermost", "next"),
      next: doing("over"),
      over: ending(),
    });
    const flow = aFlow({ part: including("inner", "after"), after: ending() });

    const { begins, steps } = expand(flow, catalogue([innermost, inner]));

    expect(begins).toBe("part/deep/press");
    expect(steps["part/deep/press"]).toMatchObject({ "leads-to": "part/next" });
    expect(steps["part/next"]).toMatchObject({ "leads-to": "after" });
  });

  test("one include may lead straight to another, and the same part may be used twice", () => {
    const inner = aFragment("inner", { press: doing("over"), over: ending() });
    const flow = aFlow({
      one: including("inner", "two"),
      two: including("inner", "after"),
      after: ending(),
    });

    const { steps } = expand(flow, catalogue([inner]));

    expect(steps["one/press"]).toMatchObject({ "leads-to": "two/press" });
    expect(steps["two/press"]).toMatchObject({ "leads-to": "after" });
  });

  test("troubles, hand-overs and reminders inside a part find their steps again", () => {
    const inner = aFragment("inner", {
      day: {
        kind: "ask",
        answer: "date",
        says: words("?"),
        example: words("24/11"),
        "leads-to": "press",
      },
      press: doing("over", {
        troubles: { lost: { says: words("lost"), "leads-to": "somebody" } },
        reminds: [{ on: "day", "plus-days": 1, says: words("remember") }],
      }),
      somebody: { kind: "hand-over", says: words("a person"), "leads-to": "over" },
      over: ending(),
    });
    const flow = aFlow({ part: including("inner", "after"), after: ending() });

    const { steps } = expand(flow, catalogue([inner]));

    expect(steps["part/press"]).toMatchObject({
      troubles: { lost: { "leads-to": "part/somebody" } },
      reminds: [{ on: "part/day" }],
    });
    expect(steps["part/somebody"]).toMatchObject({ "leads-to": "after" });
  });

  test("a part may be entered further on: what only lies before is left out, and its names with it", () => {
    const early = aFragment("early", { knock: doing("over"), over: ending() });
    const inner = {
      ...aFlow(
        {
          ask: {
            kind: "choose",
            says: words("?"),
            choices: {
              yes: { says: words("yes"), "leads-to": "press" },
              no: { says: words("no"), "leads-to": "first" },
            },
          },
          first: including("early", "press"),
          press: doing("over", {
            troubles: { lost: { says: words("lost"), "leads-to": "elsewhere" } },
          }),
          elsewhere: ending("elsewhere"),
          over: ending(),
        },
        { renamed: { question: "ask", push: "press" } },
      ),
      flow: "inner",
    };
    const flow = aFlow({
      before: doing("part"),
      part: { kind: "include", flow: "inner", begins: "press", "leads-to": "after" },
      after: ending(),
    });

    const { steps, renamed } = expand(flow, catalogue([early], [inner]));

    expect(Object.keys(steps)).toEqual(["before", "after", "part/press", "part/elsewhere"]);
    expect(steps["before"]).toMatchObject({ "leads-to": "part/press" });
    expect(renamed).toEqual({ "part/push": "part/press" });
  });

  test("a part may be entered at one of its own parts, but at no step it does not have", () => {
    const early = aFragment("early", { knock: doing("over"), over: ending() });
    const inner = aFragment("inner", {
      ask: doing("first"),
      first: including("early", "over"),
      over: ending(),
    });
    const entering = (begins: string) =>
      aFlow({ part: { ...including("inner", "after"), begins }, after: ending() });

    expect(expand(entering("first"), catalogue([early, inner]))).toMatchObject({
      begins: "part/first/knock",
      steps: { "part/first/knock": { "leads-to": "after" } },
    });
    expect(() => expand(entering("nowhere"), catalogue([early, inner]))).toThrow(
      expect.objectContaining({ constructor: CannotExpand, step: "part" }),
    );
  });

  test("steps renamed in an included flow are renamed in the one that includes it", () => {
    const inner = {
      ...aFlow({ press: doing("over"), over: ending() }, { renamed: { push: "press" } }),
      flow: "inner",
    };
    const flow = aFlow(
      { part: { kind: "include", flow: "inner", "leads-to": "after" }, after: ending() },
      { renamed: { end: "after" } },
    );

    expect(expand(flow, catalogue([], [inner])).renamed).toEqual({
      end: "after",
      "part/push": "part/press",
    });
  });

  test("a part that is not there, or contains itself, is refused with the step that names it", () => {
    const round = aFragment("round", { again: including("round", "over"), over: ending() });
    const missing = aFlow({ part: including("nowhere", "after"), after: ending() });
    const circular = aFlow({ part: including("round", "after"), after: ending() });

    expect(() => expand(missing, catalogue([]))).toThrow(
      expect.objectContaining({ constructor: CannotExpand, step: "part" }),
    );
    expect(() => expand(circular, catalogue([round]))).toThrow(
      expect.objectContaining({ constructor: CannotExpand, step: "again" }),
    );
  });
});

describe("compiling", () => {
  const flow = compile(
    expand(
      aFlow({
        hello: telling("press"),
        press: doing("news", {
          troubles: { lost: { says: words("lost"), "leads-to": "somebody" } },
        }),
        news: telling("ask"),
        ask: {
          kind: "choose",
          says: words("?"),
          choices: {
            yes: { says: words("yes"), "leads-to": "over" },
            no: { says: words("no"), "leads-to": "press" },
          },
        },
        somebody: { kind: "hand-over", says: words("a person") },
        over: ending(),
      }),
      catalogue([]),
    ),
    edition,
  );

  test("telling steps are passed and named on the way, also at the very beginning", () => {
    expect(flow.beginning).toEqual({ step: "press", told: ["hello"] });
    expect(flow.follow("press", { type: "done" })).toEqual({ step: "ask", told: ["news"] });
  });

  test("each answer and each trouble leads its own way", () => {
    expect(flow.follow("ask", { type: "choice", choice: "yes" }).step).toBe("over");
    expect(flow.follow("ask", { type: "choice", choice: "no" }).step).toBe("press");
    expect(flow.follow("press", { type: "trouble", trouble: "lost" }).step).toBe("somebody");
  });

  test("what a step does not understand is our mistake, and thrown", () => {
    expect(() => flow.follow("ask", { type: "done" })).toThrow(/nothing follows done at step ask/);
    expect(() => flow.stepAt("nowhere")).toThrow(/has no step nowhere/);
  });

  test("an answer moves again only where it still fits", () => {
    expect(moveOf(flow.stepAt("ask"), { kind: "choice", choice: "yes" })).toEqual({
      type: "choice",
      choice: "yes",
    });
    expect(moveOf(flow.stepAt("ask"), { kind: "choice", choice: "perhaps" })).toBeUndefined();
    expect(moveOf(flow.stepAt("press"), { kind: "value", value: "3" })).toBeUndefined();
    expect(moveOf(flow.stepAt("somebody"), { kind: "done", by: "helper" })).toBeUndefined();
    expect(moveOf(flow.stepAt("over"), { kind: "done", by: "helper" })).toBeUndefined();
  });
});
