/** Where somebody stands, given what is known of their answers. */
import { describe, expect, test } from "vitest";
import { compile } from "../../src/flows/authoring/compile.ts";
import type { ExpandedFlow, Step } from "../../src/flows/authoring/expand.ts";
import { place, roadBehind, stepsAhead } from "../../src/flows/journey/place.ts";
import { surelyAfter } from "../../src/flows/journey/surely-ahead.ts";
import type { Answer } from "../../src/flows/talk/saved.ts";
import type { EditionId } from "../../src/flows/vocabulary.ts";

const words = (text: string) => ({ vi: text, en: text });
const doing = (to: string): Step => ({
  kind: "do",
  says: words("do"),
  sign: words("sign"),
  "leads-to": to,
});

/** hello! → open → married? → (yes) news! → form → over · (no) proof → form */
const expanded: ExpandedFlow = {
  id: "sample",
  field: "justice",
  tone: "plain",
  private: false,
  recall: false,
  reviewed: false,
  says: words("Sample"),
  about: {},
  begins: "hello",
  renamed: {},
  steps: {
    hello: { kind: "tell", says: words("hello"), "leads-to": "open" },
    open: doing("married"),
    married: {
      kind: "choose",
      says: words("?"),
      choices: {
        yes: { says: words("yes"), "leads-to": "news" },
        no: { says: words("no"), "leads-to": "proof" },
      },
    },
    news: { kind: "tell", says: words("news"), "leads-to": "form" },
    proof: doing("form"),
    form: doing("over"),
    over: { kind: "finish", outcome: "done", says: words("over") },
  },
};
const flow = compile(expanded, "edition" as EditionId);

const done: Answer = { kind: "done", by: "resident" };
const helped: Answer = { kind: "done", by: "helper" };
const chose = (choice: string): Answer => ({ kind: "choice", choice });

describe("placing by answers alone", () => {
  test("nobody who answered nothing is moved", () => {
    expect(place(flow, {})).toEqual({
      step: "open",
      path: [],
      answers: {},
      aside: {},
      told: ["hello"],
    });
  });

  test("the first unanswered step is where they stand, however much comes after it", () => {
    const placed = place(flow, { open: done, form: done });

    expect(placed).toMatchObject({
      step: "married",
      path: ["open"],
      answers: { open: done },
      aside: { form: done },
    });
  });

  test("answers of a branch that was left are kept aside and not used", () => {
    const placed = place(flow, { open: done, married: chose("yes"), proof: done });

    expect(placed).toMatchObject({ step: "form", aside: { proof: done }, told: ["news"] });
  });

  test("an answer that no longer fits its step stops there", () => {
    expect(place(flow, { open: done, married: chose("perhaps"), form: done })).toMatchObject({
      step: "married",
    });
  });

  test("everything answered ends at the finish", () => {
    expect(
      place(flow, { open: done, married: chose("no"), proof: done, form: done }),
    ).toMatchObject({
      step: "over",
      path: ["open", "married", "proof", "form"],
    });
  });

  test("an answered round stops where it closes", () => {
    const round = compile(
      {
        ...expanded,
        begins: "open",
        steps: { ...expanded.steps, open: doing("form"), form: doing("open") },
      },
      "round" as EditionId,
    );

    expect(place(round, { open: done, form: done })).toMatchObject({
      step: "open",
      path: ["open", "form"],
    });
  });
});

describe("placing by what a helper did", () => {
  test("done up to a task: the tasks on the way count as the helper's", () => {
    const placed = place(flow, { married: chose("no") }, { doneUpTo: "proof" });

    expect(placed).toMatchObject({
      step: "form",
      answers: { open: helped, married: chose("no"), proof: helped },
    });
  });

  test("done up to a task behind an open question: the question is asked first", () => {
    expect(place(flow, {}, { doneUpTo: "form" })).toMatchObject({
      step: "married",
      answers: { open: helped },
    });
  });

  test("a task that is not on this road changes nothing", () => {
    expect(place(flow, { open: done, married: chose("yes") }, { doneUpTo: "proof" })).toMatchObject(
      { step: "form", answers: { open: done, married: chose("yes") } },
    );
    expect(place(flow, { open: done }, { doneUpTo: "nowhere" })).toMatchObject({
      step: "married",
      answers: { open: done },
    });
  });

  test("until a step: one stands there, answered or not", () => {
    expect(place(flow, { married: chose("no") }, { until: "proof" })).toMatchObject({
      step: "proof",
      answers: { open: helped },
    });
    expect(
      place(flow, { open: done, married: chose("no"), proof: done, form: done }, { until: "open" }),
    ).toMatchObject({ step: "open", path: [] });
  });

  test("the tasks ahead are listed up to the first open question", () => {
    expect(stepsAhead(flow, {}, "open")).toEqual(["open"]);
    expect(stepsAhead(flow, { married: chose("no") }, "open")).toEqual(["open", "proof", "form"]);
    expect(stepsAhead(flow, { married: chose("no") }, "proof")).toEqual(["proof", "form"]);
  });

  test("behind somebody lies what they did and what they were told on their way, in its order", () => {
    const answers = { open: done, married: chose("yes") };

    expect(roadBehind(flow, { answers, path: ["open", "married"] })).toEqual([
      "hello",
      "open",
      "news",
    ]);
    expect(roadBehind(flow, { answers: {}, path: [] })).toEqual(["hello"]);
  });

  test("behind an open question only what every answer comes by is sure", () => {
    expect(surelyAfter(flow, "married")).toEqual(["form"]);
    expect(surelyAfter(flow, "open")).toEqual(["form"]);
  });

  test("a way that leaves before the matter is done makes nothing unsure, one that does it otherwise does", () => {
    const leading = (to: Step) =>
      compile(
        { ...expanded, steps: { ...expanded.steps, news: doing("elsewhere"), elsewhere: to } },
        "edition" as EditionId,
      );
    const first = { kind: "finish", outcome: "elsewhere", says: words("first the card") } as const;

    expect(surelyAfter(leading(first), "married")).toEqual(["proof", "form"]);
    expect(surelyAfter(leading({ ...first, outcome: "done" }), "married")).toEqual([]);
  });
});
