/** The number of a choice as people type it who have no button. */
import { expect, test } from "vitest";
import { numberSaid } from "../../src/flows/talk/read/number-said.ts";

test.each([
  ["1", 1],
  ["1.", 1],
  ["(2)", 2],
  ["2)", 2],
  ["３", 3],
  ["1️⃣", 1],
  ["số 1", 1],
  ["So 2 a", 2],
  ["chọn 1", 1],
  ["bà chọn số 3 nhé", 3],
  ["bam nut 2", 2],
  ["phương án 2", 2],
  ["option 4", 4],
  ["một", 1],
  ["hai ạ", 2],
  ["số ba", 3],
  ["chọn số năm", 5],
  ["so tu", 4],
  ["12", 12],
])("%s is %i", (typed, number) => {
  expect(numberSaid(typed)).toBe(number);
});

test.each([
  "bà",
  "Nam",
  "tư",
  "ba ơi",
  "1 cái áo size M",
  "hai con",
  "2026",
  "số",
  "chọn",
  "2 3",
  "",
])("%s is none", (typed) => {
  expect(numberSaid(typed)).toBeUndefined();
});
