/**
 * Tiny broken guides, one fault each. Every one is the sound guide with one line spoilt, and is noticed
 * with its file and line; the sound one raises nothing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeProblems } from "../../src/bot/content/describe-problems.ts";
import { examineContent } from "../../src/bot/content/read-content.ts";
import { change, corpus, facts, mourning, says, sending } from "./broken-guides.ts";
import { folderWith } from "./folder.ts";

const today = "2026-11-22";

test("the sound guide raises nothing", () => {
  expect(describeProblems(examineContent(folderWith(), today).problems, "en")).toBe(
    "Nothing is wrong.",
  );
});

test("the corpus is wide", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40);
});

describe("one fault each", () => {
  test.each(corpus)("$fault", (broken) => {
    const changes = [broken.change].flat();
    const file = broken.file ?? changes[0]?.file ?? "";
    const dir = folderWith(...changes);

    const { problems } = examineContent(dir, today);

    expect(
      problems.map(({ file: place, step, weight, en }) => ({
        file: place,
        step,
        weight,
        says: en.says,
      })),
    ).toEqual([
      {
        file,
        step: broken.step,
        weight: broken.warning === true ? "warning" : "error",
        says: expect.stringMatching(broken.says),
      },
    ]);
    expect(problems[0]?.line).toBe(
      broken.on === undefined
        ? undefined
        : lineOf(readFileSync(join(dir, file), "utf8"), broken.on),
    );
    // Authors read Vietnamese first: nothing is said in English alone.
    expect(problems[0]?.says).not.toBe(problems[0]?.en.says);
  });
});

function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`the changed file has no "${words}"`);
  return text.slice(0, at).split("\n").length;
}

test("what is wrong in several files is listed at once, by file and line, though one of them cannot be read", () => {
  const dir = folderWith(
    change(sending, "kind: do", "kind: [do"),
    change(mourning, "leads-to: read-aloud", "leads-to: read-alod"),
    change(facts, "source: sample", "source: simple"),
  );

  const places = examineContent(dir, today).problems.map(
    ({ file, line, weight }) => `${weight} ${file}:${line}`,
  );

  // What uses the unread fragment is not blamed for it.
  expect(places).toEqual([
    "error facts/cay.yaml:6",
    "error flows/tin-buon.yaml:17",
    "error fragments/gui-don.yaml:8",
  ]);
});

test("a problem is printed with its place, what it says and the way out, in both languages", () => {
  const { problems } = examineContent(
    folderWith(says("leads-to: about-day\n", "leads-to: about-dya\n")),
    today,
  );

  expect(describeProblems(problems, "vi")).toBe(
    'content/flows/cay-giong.yaml:39, bước "day-given":\n  đi tới "about-dya", không có bước nào tên như vậy.\n  Có phải ý là "about-day" không?\n\n1 chỗ phải sửa.',
  );
  expect(describeProblems(problems, "en")).toBe(
    'content/flows/cay-giong.yaml:39, step "day-given":\n  leads to "about-dya", which is not a step of this flow.\n  Did you mean "about-day"?\n\n1 to be mended.',
  );
});
