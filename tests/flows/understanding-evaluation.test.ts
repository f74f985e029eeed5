import { expect, test } from "vitest";
import { evaluate } from "../../src/flows/understanding/evaluate.ts";
import { entries, intent, need, rowsIn } from "./understanding-readers.ts";

const readers = { need, intent };

test("the development sentences are understood well enough to ship", () => {
  const measured = evaluate(rowsIn("utterances-dev"), readers);

  expect(measured.top1).toBeGreaterThanOrEqual(0.88);
  expect(measured.top3).toBeGreaterThanOrEqual(0.96);
  expect(measured.falseAccept).toBeLessThan(0.06);
  expect(measured.inguide).toBeGreaterThanOrEqual(0.92);
  expect(measured.falseYes).toBe(0);
});

test("sentences written from the titles alone are understood as well", () => {
  const measured = evaluate(rowsIn("utterances-titles-only"), readers);

  expect(measured.top1).toBeGreaterThanOrEqual(0.88);
  expect(measured.top3).toBeGreaterThanOrEqual(0.96);
  expect(measured.falseAccept).toBeLessThan(0.06);
  expect(measured.inguide).toBeGreaterThanOrEqual(0.92);
  expect(measured.falseYes).toBe(0);
});

test.each(["utterances-stories", "utterances-fresh", "utterances-last"])(
  "%s, written to find what was still missing, stay understood",
  (name) => {
    const measured = evaluate(rowsIn(name), readers);

    expect(measured.top1).toBeGreaterThanOrEqual(0.88);
    expect(measured.top3).toBeGreaterThanOrEqual(0.96);
    expect(measured.falseAccept).toBeLessThan(0.07);
    expect(measured.falseYes).toBe(0);
  },
);

test("every row is counted once, under its style and under its label", () => {
  const rows = rowsIn("utterances-dev");
  const { perStyle, perLabel, misses } = evaluate(rows, readers);
  const styled = Object.values(perStyle).reduce(
    (sum, s) => sum + s.top1.of + s.falseAccept.of + s.inguide.of,
    0,
  );
  const labelled = Object.values(perLabel).reduce((sum, tally) => sum + tally.of, 0);
  const right = Object.values(perLabel).reduce((sum, tally) => sum + tally.right, 0);

  expect(styled).toBe(rows.length);
  expect(labelled).toBe(rows.length);
  expect(right + misses.length).toBe(rows.length);
});

test("all thirty-two needs are recognised by their own titles, in both languages", () => {
  expect(entries).toHaveLength(32);
  for (const { flow, title } of entries) {
    expect(need(title.vi).flows[0], title.vi).toBe(flow);
    expect(need(title.en).flows[0], title.en).toBe(flow);
  }
});

test("a reader that offers everything is caught by the measure", () => {
  const offersAll = () => ({
    verdict: "some" as const,
    flows: ["khai-sinh", "khai-tu", "ket-hon"],
    scores: [1, 1, 1],
  });
  const saysDone = () => ({ intent: "done" as const, confidence: 1 });
  const measured = evaluate(rowsIn("utterances-dev"), { need: offersAll, intent: saysDone });

  expect(measured.falseAccept).toBe(1);
  expect(measured.top1).toBeLessThan(0.1);
  expect(measured.falseYes).toBeGreaterThan(30);
});
