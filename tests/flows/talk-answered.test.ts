/** Questions of a guide answered in sentences: what was understood is said, and may be taken back. */
import { beforeAll, expect, test } from "vitest";
import { type Player, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const heardBy = (p: Player) => p.heard.join("\n");

/** At the first question of the guide for the identity card, agreed to be remembered. */
function atTheCard() {
  const ba = town().player("ba");
  ba.types("bà muốn làm thẻ căn cước");
  return ba;
}

test("an answer gathered from a sentence is said before the guide goes on", () => {
  const ba = atTheCard();
  ba.types("thẻ của bà mờ hết chữ rồi");

  expect(heardBy(ba)).toContain(
    "Dạ, cháu hiểu là: Mất, gãy, mờ thẻ. Chưa đúng thì nhắn “quay lại”.",
  );
});

test("an answer in its own words, or pressed, is not said again", () => {
  const typed = atTheCard();
  typed.types("Mất, gãy, mờ thẻ");
  const pressed = atTheCard();
  pressed.presses("Mất, gãy, mờ thẻ");

  expect(heardBy(typed)).not.toContain("hiểu là");
  expect(heardBy(pressed)).not.toContain("hiểu là");
  expect(typed.saved.journeys[0]?.answers).toEqual(pressed.saved.journeys[0]?.answers);
});

test("words that name the need may answer the guide's first question", () => {
  const ba = town().player("ba");
  ba.types("bà bị mất thẻ căn cước");
  ba.presses("Có, nhớ giúp tôi");
  ba.types("quay lại");

  expect(heardBy(ba)).toContain("Dạ, cháu hiểu là: Mất, gãy, mờ thẻ");
  expect(ba.saved.journeys[0]?.path).toEqual([]);
  expect(ba.heard.at(-1)).toContain("Bà cần việc nào?");
});

test.each([
  "bà muốn làm thẻ căn cước",
  "bà chưa mất thẻ, chỉ muốn làm căn cước",
  "hôm nọ đi chợ về mưa to quá bà trượt chân rơi xuống suối mất cả ví có thẻ căn cước ở trong",
])("“%s” leaves the first question to be answered", (need) => {
  const ba = town().player("ba");
  ba.types(need);

  expect(heardBy(ba)).not.toContain("hiểu là");
});

test("a sentence consents to nothing", () => {
  const ba = atTheCard();
  ba.presses("Mất, gãy, mờ thẻ");
  ba.types("nhớ giúp tôi cái tên xã mới với");

  expect(ba.saved.keep).toBeUndefined();
});
