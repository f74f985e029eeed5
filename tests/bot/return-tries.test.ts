/** Missing return codes: guessing is hopeless, and nobody who has a code is shut out by whoever guesses. */
import { expect, test } from "vitest";
import { returnTries } from "../../src/bot/conversations/return-tries.ts";
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
        tries.missed(who, now);
        allowed += 1;
      }
  return allowed;
}

test("one place guesses sixty times a day, however many chats it opens", () => {
  expect(guesses(returnTries(), 1, 0, aDay)).toBe(60);
});

test("a hundred places guess few times more than all places together may", () => {
  expect(guesses(returnTries(), 100, 0, aDay)).toBeLessThanOrEqual(300 + 2 * 100);
});

test("whoever has a code is let in while others guess all day, and may slip once", () => {
  const tries = returnTries();
  guesses(tries, 100, 0, 12 * 60 * minute);
  const ba = { chat: "ba", place: "203.0.113.9" };
  const now = 12 * 60 * minute;

  expect(tries.allows(ba, now)).toBe(true);
  tries.missed(ba, now);
  expect(tries.allows(ba, now)).toBe(true);
  tries.missed(ba, now);
  expect(tries.allows(ba, now)).toBe(false);
  expect(tries.allows(ba, now + aDay)).toBe(true);
});

test("a chat of a platform is a place of its own", () => {
  const tries = returnTries();
  for (let count = 0; count < 6; count += 1) tries.missed({ chat: "one" }, 0);

  expect(tries.allows({ chat: "one" }, 0)).toBe(false);
  expect(tries.allows({ chat: "other" }, 0)).toBe(true);
  expect(tries.allows({ chat: "one" }, 10 * minute)).toBe(true);
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
