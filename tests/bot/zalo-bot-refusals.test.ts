/** Each number the bot platform says no with, played to its end: what the person reads, and what the desk says. */
import { afterEach, beforeAll, expect, test } from "vitest";
import { channelAlarms } from "../../src/bot/desk/channel-alarms.ts";
import { prepare } from "../support/talk.ts";
import type { Fault } from "../support/zalo-bot/faults.ts";
import { type BotHouse, botHouse } from "../support/zalo-bot/house.ts";

beforeAll(prepare, 120_000);

/** 24 November 2026, a Tuesday, 9:00 in Vietnam. */
const morning = Date.parse("2026-11-24T02:00:00Z");

let house: BotHouse;
afterEach(() => house.end());

const ba = () => house.emulator.person("Liên");
const row = () => house.store.findByPeer(house.account, ba().id);
const waits = (): boolean => {
  const found = row();
  return found === undefined || house.store.waiting(found.id).length > 0;
};
async function says(text: string): Promise<void> {
  ba().sends(text);
  for (let round = 0; round === 0 || (waits() && round < 60); round += 1) await house.settles();
  expect(waits()).toBe(false);
}
const ofPeople = () =>
  channelAlarms(house.store, "tan-an", house.clock.now())
    .map(({ what }) => what)
    .filter((what) => what.startsWith("people-"));
const refusal = (code: number | string, description = ""): Fault => ({
  kind: "refusal",
  code,
  description,
});

test.each<
  [string, Fault, "arrives" | "people-unreached" | "people-unanswered", string | undefined]
>([
  ["400 of its words", refusal(400, "text is invalid"), "people-unanswered", "text-refused"],
  ["400 of nothing known", refusal(400, "no"), "people-unanswered", "refused"],
  ["400 of the chat", refusal(400, "chat_id is wrong"), "people-unreached", "chat-not-found"],
  ["401", refusal(401, "Unauthorized"), "arrives", "wrong-token"],
  ["403", refusal(403, "Forbidden"), "arrives", "forbidden"],
  ["403 as a word", refusal("403", "Forbidden"), "arrives", "forbidden"],
  ["404", refusal(404, "Not Found"), "people-unanswered", "no-such-method"],
  ["408", refusal(408, "Request timeout"), "people-unanswered", "nothing-new"],
  ["429", { kind: "too-many" }, "arrives", "too-many-requests"],
  ["500", refusal(500, "Internal"), "arrives", undefined],
  ["502", { kind: "gateway" }, "arrives", undefined],
  ["503", refusal(503, "Unavailable"), "arrives", undefined],
  ["a page of a Wi-Fi", { kind: "web-page" }, "arrives", undefined],
  ["a connection that breaks", { kind: "reset" }, "arrives", undefined],
  ["a number nobody knows", refusal(418, "teapot"), "people-unanswered", "refused"],
])("%s once, of an answer", async (_, fault, end, why) => {
  house = await botHouse(morning, { of: "messages", monthly: 3000, counts: "both" });
  house.emulator.breaks({ method: "sendMessage", fault });

  await says("xin chào");

  expect(ba().reads()).toHaveLength(end === "arrives" ? 1 : 0);
  expect(ofPeople()).toEqual(end === "arrives" ? [] : [end]);
  const [line] = house.store.channels("tan-an");
  expect(line?.stands?.refusal?.why).toBe(why);

  // Whoever writes again is answered, and reads nothing twice.
  await says("bà muốn tra cứu hồ sơ");
  expect(ba().reads()).toHaveLength(end === "arrives" ? 2 : 1);
  expect(new Set(ba().reads()).size).toBe(ba().reads().length);
  if (end !== "people-unreached") expect(ofPeople()).toEqual([]);
});
