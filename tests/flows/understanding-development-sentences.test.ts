import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fold } from "../../src/flows/understanding/fold.ts";
import { rowsIn, textOf } from "./understanding-readers.ts";

const sentences = rowsIn("utterances-dev")
  .map(({ text }) => fold(text))
  // One word is vocabulary; "thoát" cannot be kept out of a dictionary.
  .filter((folded) => folded.includes(" "));

/** Every piece of text in a parsed YAML file. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value instanceof Object ? Object.values(value).flatMap(textsIn) : [];
}

/** What stands between quotes, semicolons and line ends of a program. */
const piecesOf = (program: string): readonly string[] => program.split(/[\n;"'`]/);

function copiesIn(file: string, text: string): readonly string[] {
  const phrases = (file.endsWith(".yaml") ? textsIn(parse(text)) : piecesOf(text)).map(fold);
  const whole = new Set(phrases);
  const inARow = phrases.join("\n");
  return sentences.filter(
    (sentence) =>
      whole.has(sentence) || (sentence.split(" ").length >= 5 && inARow.includes(sentence)),
  );
}

const root = new URL("../../", import.meta.url).pathname;
const files = globSync(["src/flows/understanding/*.ts", "content/**/*.yaml"], {
  cwd: root,
});

test("no development sentence stands in content or code", () => {
  expect(files.length).toBeGreaterThan(10);
  const copies = files.flatMap((file) =>
    copiesIn(file, textOf(file)).map((sentence) => `${file}: ${sentence}`),
  );

  expect(copies).toEqual([]);
});

test("a planted development sentence is noticed", () => {
  const [first] = rowsIn("utterances-dev");

  expect(copiesIn("planted.yaml", `asked-as:\n  - ${first?.text.toUpperCase()}\n`)).toHaveLength(1);
  expect(
    copiesIn("planted.ts", `const words = "khai sinh; ${first?.text}; khai tử";`),
  ).toHaveLength(1);
});
