/** The judge of the crash tests must notice what it is there for: each mistake planted once. */
import { expect, test } from "vitest";
import { misdelivered } from "../support/process/judge.ts";

const sent = (record: string) =>
  [...record].flatMap((words, index, all) =>
    words === "|"
      ? []
      : [{ words, life: all.slice(0, index).filter((each) => each === "|").length }],
  );

test.each([
  ["each once, in order", "abc", "abc", 0],
  ["a kill between two", "abc", "a|bc", 0],
  ["the one under way repeated after a kill", "abc", "ab|bc", 1],
  ["one for every kill", "abc", "a|a|ab|bc|c", 4],
  ["the same words due twice", "aab", "aab", 0],
  ["the same words due twice, and repeated", "aab", "a|aab", 1],
  ["the same words due twice, and something else repeated later", "aabc", "a|ab|bc", 1],
])("%s is right", (_name, expected, record, repeats) => {
  expect(misdelivered([...expected], sent(record))).toEqual({ complaints: [], repeats });
});

test.each([
  ["a lost message", "abc", "ac"],
  ["the last one never sent", "abc", "ab"],
  ["another order", "abc", "acb"],
  ["a repeat without a kill", "abc", "abbc"],
  ["two repeats for one kill", "abc", "ab|abc"],
  ["a repeat that is not the first of its life", "abcd", "abc|dc"],
  ["something that was never decided", "abc", "axbc"],
])("%s is noticed", (_name, expected, record) => {
  expect(misdelivered([...expected], sent(record)).complaints).not.toEqual([]);
});
