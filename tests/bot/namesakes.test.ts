/** Two neighbours called alike are told apart on the desk, and nobody is renamed under somebody's hands. */
import { expect, test } from "vitest";
import { namesakes } from "../../src/bot/desk/namesakes.ts";
import type { CaseId, ConversationId } from "../../src/flows/index.ts";

const aCase = (name: string, openedAt: number, closedAt?: number, address = "bà") => ({
  id: name as CaseId,
  conversation: `of ${name}` as ConversationId,
  openedAt,
  closedAt,
  card: { address, village: "Nà Khau" },
});
const told = (...cases: ReturnType<typeof aCase>[]) => Object.fromEntries(namesakes(cases));

test("the first keeps the bare name, whoever comes while she is there gets a number", () => {
  expect(told(aCase("b", 2), aCase("c", 3), aCase("a", 1))).toEqual({ b: 2, c: 3 });
});

test("one who is called otherwise needs no number", () => {
  expect(told(aCase("a", 1), aCase("b", 2, undefined, "ông"))).toEqual({});
});

test("when the first has gone the others keep their numbers, and a newcomer takes the free name", () => {
  const [a, b, c] = [aCase("a", 1, 5), aCase("b", 2), aCase("c", 3)];

  expect(told(a, b, c)).toEqual({ b: 2, c: 3 });
  expect(told(a, b, c, aCase("d", 6))).toEqual({ b: 2, c: 3 });
});
