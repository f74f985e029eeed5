/** Every step of every shipped guide; all outcomes at each of them are `npm run test:long`. */
import { expect, test } from "vitest";
import { everyStep } from "../support/every-step.ts";
import { town } from "../support/talk.ts";

everyStep("in-turn");

test.each([
  "ừ",
  "dạ vâng",
  "oke cháu",
  "được",
  "đang làm",
  "xong chưa nhỉ",
  "chưa xong",
  "hiểu rồi",
])("“%s” is not “done”", (words) => {
  const p = town().player("ba");
  p.arrives("tra-cuu-ho-so");
  p.presses("Có mã đây");
  p.presses("Không cần nhớ");
  const { step } = p;
  p.types(words);
  expect(p.step).toBe(step);
});

test("a need in the very first message is taken up at once", () => {
  const p = town().player("ba");
  p.types("bà muốn làm khai sinh cho cháu");
  expect(p.step).toBe("linked");
});
