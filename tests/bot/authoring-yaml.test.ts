/** An officer's change touches one place of a file, and nothing else of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { CannotWrite, withValue } from "../../src/bot/authoring/edit-yaml.ts";
import { isUnitRecord, type Place, unitsIn } from "../../src/bot/authoring/place.ts";
import { rebase } from "../../src/bot/authoring/rebase.ts";
import { lineDifference, wordDifference } from "../../src/bot/authoring/word-difference.ts";

const content = join(import.meta.dirname, "..", "..", "content");
const file = `# who it is for
steps:
  one:
    says: { vi: "Một", en: One }   # short
    kind: do

  # the second
  two: { kind: ask, says: { vi: 'Hai', en: "Two" }, example: { vi: Ví dụ, en: "12" } }
  three:
    kind: tell
    says:
      vi: >
        Ba dòng
        dài.
      en: "Three"
review-by: 2027-02-15 # half a year
`;
const says = (step: string): Place => ["steps", step, "says"];

test("one text is replaced; comments, order, quotes and blank lines stay", () => {
  const after = withValue(file, says("one"), { vi: 'Một: "hai" # ba', en: "One" });

  expect(after).toBe(file.replace('"Một"', '"Một: \\"hai\\" # ba"'));
});

test("each value keeps the quotes it had, and is quoted where it would read otherwise", () => {
  expect(withValue(file, says("two"), { vi: "Hai 'nữa'", en: "Two" })).toContain("'Hai ''nữa'''");
  expect(withValue(file, ["review-by"], "2028-01-01")).toBe(
    file.replace("2027-02-15", "2028-01-01"),
  );
  expect(withValue(file, says("one"), { vi: "Một", en: "no" })).toMatch(/en: "?no"?/);
  expect(withValue(file, says("one"), { vi: "Một", en: "a: b, c" })).toContain('en: "a: b, c"');
});

test("what was a number stays one as long as digits are written", () => {
  const days = "time:\n  value: 5\n  kind: working-days\n";

  expect(withValue(days, ["time", "value"], "7")).toBe(days.replace("5", "7"));
  expect(withValue(days, ["time", "value"], "sáu")).toContain("value: sáu\n");
});

test("a text over several lines becomes one in quotes, and the line after it stands", () => {
  const after = withValue(file, says("three"), { vi: "Ba", en: "Three" });

  expect(after).toContain('      vi: "Ba"\n      en: "Three"\n');
});

test("what was not there is written beside its neighbour, and can be taken away again", () => {
  for (const step of ["one", "two"]) {
    const place: Place = ["steps", step, "explain"];
    const after = withValue(file, place, { vi: "Kỹ hơn", en: "More" });

    expect((parse(after) as typeof file & { steps: never }).steps[step]).toHaveProperty("explain");
    expect(withValue(after, place, undefined)).toBe(file);
  }
  const approved = withValue(file, ["approved-by"], { name: "Ma Thị Thơm", on: "2026-11-30" });
  expect(approved).toBe(`${file}approved-by: { name: "Ma Thị Thơm", on: "2026-11-30" }\n`);
});

test("the first of a guide's answers brings their part, and the last one takes it away", () => {
  const guide = "flow: a\nasked-as:\n  - mot # so\n  - hai\n# from where\nsources: [a]\n";
  const [cost, time, papers] = ["cost", "time", "papers"].map((of): Place => ["about", of]);
  const words = { vi: "Năm: ngày", en: "Five" };
  if (cost === undefined || time === undefined || papers === undefined) throw new Error("three");

  const one = withValue(guide, papers, words);
  expect(one).toBe(
    guide.replace("  - hai\n", '  - hai\nabout:\n  papers: { vi: "Năm: ngày", en: "Five" }\n'),
  );
  const three = withValue(withValue(one, cost, words), time, words);
  expect(Object.keys((parse(three) as { about: object }).about)).toEqual([
    "papers",
    "cost",
    "time",
  ]);

  const two = withValue(three, papers, undefined);
  expect(Object.keys((parse(two) as { about: object }).about)).toEqual(["cost", "time"]);
  expect(withValue(withValue(two, time, undefined), cost, undefined)).toBe(guide);
});

test("a place that is not there, and a file that is no YAML, are refused", () => {
  expect(() => withValue(file, ["steps", "nine", "says"], { vi: "x", en: "x" })).toThrow(
    CannotWrite,
  );
  expect(() => withValue("a: [", ["a"], "b")).toThrow(CannotWrite);
});

test("in every file that ships, a text changed and changed back leaves the same bytes", () => {
  const paths = ["flows", "fragments", "facts"].flatMap((folder) =>
    readdirSync(join(content, folder))
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join(content, folder, name)),
  );
  let tried = 0;
  for (const path of paths) {
    const text = readFileSync(path, "utf8");
    const texts = [...unitsIn(parse(text))].filter(
      ([, unit]) => isUnitRecord(unit) && "vi" in unit,
    );
    for (const [key, unit] of [texts[0], texts.at(-1)].flatMap((one) => (one ? [one] : []))) {
      if (!isUnitRecord(unit)) continue;
      const place = JSON.parse(key) as Place;
      const there = withValue(text, place, { ...unit, vi: `${unit["vi"]} mới` });
      expect(there).not.toBe(text);
      expect(withValue(there, place, unit)).toBe(text);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(50);
});

test("a draft is written again on a file that somebody changed elsewhere", () => {
  const mine = withValue(file, says("one"), { vi: "Của tôi", en: "One" });
  const theirs = withValue(file, says("two"), { vi: "Của họ", en: "Two" });

  const { text, conflicts } = rebase(file, mine, theirs);

  expect(conflicts).toEqual([]);
  expect(text).toContain("Của tôi");
  expect(text).toContain("Của họ");
});

test("the same place changed by both is shown, and nothing of it is lost", () => {
  const mine = withValue(file, says("one"), { vi: "Của tôi", en: "One" });
  const theirs = withValue(file, says("one"), { vi: "Của họ", en: "One" });

  expect(rebase(file, mine, theirs).conflicts).toEqual([
    {
      place: says("one"),
      base: { vi: "Một", en: "One" },
      mine: { vi: "Của tôi", en: "One" },
      theirs: { vi: "Của họ", en: "One" },
    },
  ]);
});

test("words are compared as words, lines as lines", () => {
  expect(wordDifference("bấm nút xanh", "bấm  nút đỏ to")).toEqual([
    { is: "same", text: "bấm nút " },
    { is: "gone", text: "xanh" },
    { is: "new", text: "đỏ to" },
  ]);
  expect(lineDifference("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\ne\ng", 1)).toBe("  e\n- f\n+ g");
});
