/** A question's answers given in whole sentences instead of by their buttons. */
import { expect, test } from "vitest";
import { answered } from "../../src/flows/understanding/answered.ts";
import { intent, textOf } from "./understanding-readers.ts";

interface Row {
  readonly answers: readonly string[];
  readonly text: string;
  /** The label of the answer given; undefined when it is none of them. */
  readonly given: string | undefined;
}

function rowsIn(name: string): readonly Row[] {
  const [, ...lines] = textOf(`tests/eval/${name}.tsv`).trim().split("\n");
  return lines.map((line) => {
    const [answers = "", text = "", given] = line.split("\t");
    return { answers: answers.split(" / "), text, given: given === "-" ? undefined : given };
  });
}

const shown = (labels: readonly string[]) => labels.map((label) => ({ id: label, words: [label] }));

function measure(rows: readonly Row[]) {
  const read = rows.map(({ answers, text, given }) => ({
    given,
    got: intent(text, { kind: "choose", choices: shown(answers) }).choice,
  }));
  return {
    right: read.filter(({ given, got }) => given === got).length / rows.length,
    wrong: read.filter(({ given, got }) => got !== undefined && given !== got).length / rows.length,
  };
}

test.each(["answers-dev", "answers-second", "answers-third"])(
  "%s: an answer in somebody's own words is taken, and hardly ever for another",
  (name) => {
    const { right, wrong } = measure(rowsIn(name));

    expect(right).toBeGreaterThanOrEqual(0.92);
    expect(wrong).toBeLessThanOrEqual(0.02);
  },
);

const phone = shown(["Máy cảm ứng (vuốt)", "Máy bấm phím", "Không có máy nào"]);
const card = shown(["Có, còn hạn", "Có, hết hạn rồi", "Chưa có, hoặc bị mất"]);

test.each([
  ["bà làm gì có máy", phone, "Không có máy nào"],
  ["máy thì vuốt vuốt ấy", phone, "Máy cảm ứng (vuốt)"],
  ["bi mat the roi", card, "Chưa có, hoặc bị mất"],
  ["thẻ của bà hết hạn mất rồi", card, "Có, hết hạn rồi"],
])("“%s” is heard under its own “not”, and between commas", (text, answers, given) => {
  expect(answered(text, answers)?.id).toBe(given);
});

test("a level is named by its own number, whatever its place in the list", () => {
  const levels = shown(["Mức 2", "Mức 1", "Không thấy báo"]);

  const said = intent("mức một thôi", { kind: "choose", choices: levels });
  const counted = intent("1", { kind: "choose", choices: levels });

  expect(said.choice).toBe("Mức 1");
  expect(counted.choice).toBe("Mức 2");
});

test("who asks has not answered", () => {
  expect(answered("bấm phím là máy gì hả cháu", phone)).toBeUndefined();
  expect(answered("có mất thẻ không", card)).toBeUndefined();
  expect(answered("hết hạn thì sao?", card)).toBeUndefined();
});

test("what two answers share chooses neither", () => {
  expect(answered("bà có máy", shown(["Máy cảm ứng", "Máy bấm phím"]))).toBeUndefined();
});
