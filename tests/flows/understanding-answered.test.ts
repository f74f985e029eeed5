/** A question's answers given in whole sentences instead of by their buttons. */
import { beforeAll, describe, expect, test } from "vitest";
import { troublesOf } from "../../src/flows/steps/troubles.ts";
import { answered } from "../../src/flows/understanding/answered.ts";
import { fold } from "../../src/flows/understanding/fold.ts";
import type { InGuide } from "../../src/flows/understanding/intents.ts";
import { prepare, theLibrary } from "../support/talk.ts";
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

const buttons = [
  { id: "done", words: ["Xong rồi"], button: true },
  { id: "trouble", words: ["Không làm được"], button: true },
  { id: "explain", words: ["Chỉ kỹ hơn"], button: true },
  { id: "human", words: ["Gặp người giúp"], button: true },
];

const atATask = (troubles: readonly string[]): InGuide => ({
  kind: "do",
  choices: buttons,
  troubles: shown(troubles),
});

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

test("what goes wrong at a task is told in somebody's own words", () => {
  const read = rowsIn("troubles-dev").map(({ answers, text, given }) => ({
    given,
    got: intent(text, atATask(answers)).trouble,
  }));
  const wrong = read.filter(({ given, got }) => got !== undefined && given !== got);

  expect(read.filter(({ given, got }) => given === got).length / read.length).toBeGreaterThan(0.92);
  expect(wrong).toEqual([]);
});

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

describe("every trouble of every shipped guide", () => {
  beforeAll(prepare, 120_000);

  const told: ReadonlyArray<readonly [string, (label: string) => string]> = [
    ["as its author wrote it", (label) => label],
    ["without marks", fold],
    ["to somebody", (label) => `${fold(label)} roi chau`],
    ["of the machine, with the “rồi” of what is done", (label) => `nó ${label} rồi`],
    ["after the press", (label) => `bấm xong ${label}`],
  ];

  test.each(told)("told %s is heard as itself, and never as done", (_how, tell) => {
    const lists = [...theLibrary().flows.values()].flatMap((flow) =>
      Object.values(flow.steps).map((step) =>
        Object.entries(troublesOf(step)).map(([trouble, { says }]) => ({
          id: trouble,
          words: [says.vi, says.en],
        })),
      ),
    );
    const read = lists.flatMap((troubles) =>
      troubles.map(({ id, words: [label = ""] }) => {
        const text = tell(label.toLowerCase());
        const {
          intent: meant,
          choice,
          trouble,
        } = intent(text, {
          kind: "do",
          choices: buttons,
          troubles,
        });
        return { text, itself: trouble === id, done: meant === "done" || choice === "done" };
      }),
    );

    expect(read.length).toBeGreaterThan(1000);
    expect(read.filter(({ itself }) => itself).length / read.length).toBeGreaterThan(0.99);
    expect(read.filter(({ done }) => done)).toEqual([]);
  });
});
