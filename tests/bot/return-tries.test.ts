/** Missing return codes: guessing is hopeless, and nobody who has a code is shut out by whoever guesses. */
import { expect, test } from "vitest";
import { returnTries } from "../../src/bot/conversations/return-tries.ts";
import { newReturnCode, plainReturnCode, returnCodeIn, returnThings } from "../../src/bot/ids.ts";
import { placeOf } from "../../src/bot/web/place-of.ts";

const minute = 60_000;
const aDay = 24 * 60 * minute;

/** Guesses wrongly from so many places, each with ever new chats, until nobody lets it; how often it was let. */
function guesses(
  tries: ReturnType<typeof returnTries>,
  places: number,
  from: number,
  until: number,
): number {
  let allowed = 0;
  for (let now = from; now < until; now += 5 * minute)
    for (let place = 0; place < places; place += 1)
      for (let chat = 0; chat < 40; chat += 1) {
        const who = { chat: `${now} ${place} ${chat}`, place: `192.0.2.${place}` };
        if (!tries.allows(who, now)) break;
        tries.missed(who, `code ${now} ${place} ${chat}`, now);
        allowed += 1;
      }
  return allowed;
}

test("one place guesses six hundred times a day, however many chats it opens", () => {
  expect(guesses(returnTries(), 1, 0, aDay)).toBe(600);
});

test("a hundred places guess few times more than all places together may", () => {
  expect(guesses(returnTries(), 100, 0, aDay)).toBeLessThanOrEqual(3000 + 20 * 100);
});

test("whoever has a code is let in while others guess all day, and may slip now and then", () => {
  const tries = returnTries();
  guesses(tries, 100, 0, 12 * 60 * minute);
  const ba = { chat: "ba", place: "203.0.113.9" };
  const now = 12 * 60 * minute;

  for (let slip = 0; slip < 5; slip += 1) tries.missed(ba, `slip ${slip}`, now);
  expect(tries.allows(ba, now)).toBe(true);
  for (let slip = 5; slip < 20; slip += 1)
    tries.missed({ ...ba, chat: `neighbour ${slip}` }, `slip ${slip}`, now);
  expect(tries.allows(ba, now)).toBe(false);
  expect(tries.allows(ba, now + aDay)).toBe(true);
});

test("a village behind one address, everybody slipping twice, still lets in the last one", () => {
  const tries = returnTries();
  const place = "203.0.113.9";
  let refused = 0;
  for (let who = 0; who < 299; who += 1)
    for (const slip of [1, 2]) {
      const trying = { chat: `r${who}`, place };
      const now = who * 4 * minute;
      if (!tries.allows(trying, now)) refused += 1;
      tries.missed(trying, `${who} ${slip}`, now);
    }

  expect(refused).toBe(0);
  expect(tries.allows({ chat: "the last one", place }, 299 * 4 * minute)).toBe(true);
});

test("a practice evening of forty opens the page with no chat yet, slips, and nobody waits", () => {
  const tries = returnTries();
  const place = "203.0.113.9";
  for (let slip = 0; slip < 119; slip += 1) tries.missed({ place }, `code ${slip}`, 0);

  expect(tries.allows({ place }, minute)).toBe(true);
  tries.missed({ place }, "one more", 0);
  expect(tries.allows({ place }, minute)).toBe(false);
});

test("the same wrong code again counts for nothing", () => {
  const tries = returnTries();
  const ba = { chat: "ba", place: "203.0.113.9" };
  for (let again = 0; again < 1000; again += 1) tries.missed(ba, "one digit wrong", again);

  expect(tries.allows(ba, 1000)).toBe(true);
});

test("a chat of a platform is a place of its own", () => {
  const tries = returnTries();
  for (let count = 0; count < 6; count += 1) tries.missed({ chat: "one" }, `code ${count}`, 0);

  expect(tries.allows({ chat: "one" }, 0)).toBe(false);
  expect(tries.allows({ chat: "other" }, 0)).toBe(true);
  expect(tries.allows({ chat: "one" }, 10 * minute)).toBe(true);
});

test("every word of a code is another one without marks, and codes are drawn from all of them", () => {
  const plain = returnThings.map(plainReturnCode);
  expect(new Set(plain).size).toBe(64);

  const words = new Set<string>();
  for (let count = 0; count < 2000; count += 1) {
    const code = newReturnCode();
    expect(returnCodeIn(`mã của tôi: ${code} nhé`)).toBe(plainReturnCode(code));
    for (const word of code.split(" ").slice(0, 3)) words.add(word);
  }
  expect(words.size).toBe(64);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:12:3400::1", "2001:db8:12:34ff:aaaa:bbbb:cccc:dddd"],
  ["2001:db8::1", "2001:0db8:0:0::ffff"],
  ["fe80::1%eth0", "fe80::2"],
])("%s and %s are one place", (one, other) => {
  expect(placeOf(one)).toBe(placeOf(other));
});

test.each([
  ["203.0.113.9", "203.0.113.10"],
  ["2001:db8:12:3400::1", "2001:db8:12:3500::1"],
  ["2001:db8::1", "2001:db9::1"],
])("%s and %s are two places", (one, other) => {
  expect(placeOf(one)).not.toBe(placeOf(other));
});
