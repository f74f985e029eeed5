/** A month of Zalo messages runs low, and ends: coordinators hear it once each, in time to do something. */
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { allowance } from "../../src/bot/channels/zalo/allowance.ts";
import { letterText } from "../../src/bot/desk/letter-words.ts";
import { sendMonthNotesDue } from "../../src/bot/desk/month-notes.ts";
import { makeLog } from "../../src/bot/log.ts";
import { keepPlans } from "../../src/bot/store/monthly-plans.ts";
import type { AccountId, ConversationId, PropagandistId } from "../../src/flows/index.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import {
  commune,
  type RunningVillage,
  runningVillage,
  telegram,
} from "../support/village/running-village.ts";

beforeAll(prepare, 120_000);

const hour = 60 * 60 * 1000;
/** Monday 23 November 2026, 16:00 in Vietnam. */
const monday = Date.parse("2026-11-23T09:00:00Z");
const zalo = "zalo-bot:1" as AccountId;
const plan = { of: "messages", monthly: 10, counts: "both" } as const;

let village: RunningVillage;
let heard: string[];

beforeEach(() => {
  heard = [];
  village = runningVillage({
    library: theLibrary(),
    now: monday,
    sent: ({ peer, reply }) => heard.push(`${peer}: ${reply.text}`),
  });
  village.store.account({ id: zalo, commune, channel: "zalo-bot" });
  keepPlans(village.store, zalo, [plan]);
  person("chief", "coordinator");
  person("dung", "propagandist");
});
afterEach(() => village.close());

function person(name: string, rank: "coordinator" | "propagandist"): void {
  const chat = () => `chat-${name}` as ConversationId;
  const { id: conversation } = village.store.conversationOf(telegram, name, chat, monday);
  village.store.savePropagandist({
    ...{ id: name as PropagandistId, commune, name: `${name} (mẫu)`, role: "xã", rank },
    ...{ woman: false, office: true, villages: [], groups: [], knows: [], speaks: ["vi"] },
    ...{ hours: [], absences: [], duty: false, language: "vi", joinedAt: 0, conversation },
  });
}

const clock = { now: () => village.now, sleep: async () => undefined };
function uses(count: number): void {
  const spent = allowance({
    account: zalo,
    plans: [plan],
    store: village.store,
    clock,
    log: makeLog("silent"),
  });
  for (let k = 0; k < count; k += 1) spent.count("outbound");
}
/** A minute later, as the house does. */
async function look(): Promise<void> {
  village.passTo(village.now + 60_000);
  const { store, conversations } = village;
  await sendMonthNotesDue({ store, conversations, library: theLibrary, clock });
  await village.settle();
}
const told = (sign: string) => heard.filter((text) => text.includes(sign));

test("four fifths are told once to each coordinator, also after a restart, and the end once more", async () => {
  uses(7);
  await look();
  expect(heard).toEqual([]);

  uses(1);
  await look();
  await village.kill();
  await look();
  uses(1);
  await look();
  expect(told("⚠️")).toHaveLength(1);
  expect(told("⚠️")[0]).toMatch(/^chief: .*còn 2 trong 10 tin.*thứ Ba ngày 1 tháng 12/s);

  uses(1);
  await look();
  await village.kill();
  await look();
  expect(told("⛔")).toHaveLength(1);
  expect(told("⛔")[0]).toContain("trang web vẫn chạy");
  expect(heard).toHaveLength(2);
});

test("a crash between the note and what remembers it tells nobody twice", async () => {
  uses(8);
  await look();
  village.store.setSetting(`month-told:${zalo}`, "");

  await look();

  expect(told("⚠️")).toHaveLength(1);
});

test("the next month is told of anew", async () => {
  uses(8);
  await look();
  village.passTo(Date.parse("2026-12-15T03:00:00Z"));
  await look();
  expect(heard).toHaveLength(1);

  uses(10);
  await look();

  expect(told("⛔")[0]).toContain("thứ Sáu ngày 1 tháng 1");
});

test.each([
  ["billed", "zalo-oa:1", /tính tiền.*còn 1 trong 5/s, /quá 48 giờ.*gọi điện.*trả lời như thường/s],
  ["pictures", "zalo-oa:1", /Ảnh.*còn 1 trong 5/s, /hết 5 ảnh.*đường dẫn/s],
] as const)("of an Official Account's month of %s both are told", async (of, id, low, end) => {
  const oa = id as AccountId;
  village.store.account({ id: oa, commune, channel: "zalo-oa" });
  keepPlans(village.store, oa, [{ of, monthly: 5, counts: "sent" }]);
  const use = (): void => void village.store.countMessage(oa, "2026-11", of);
  for (let k = 0; k < 4; k += 1) use();
  await look();
  expect(heard).toEqual([expect.stringMatching(low)]);

  use();
  await look();
  await look();

  expect(heard.slice(1)).toEqual([expect.stringMatching(end)]);
});

test("what happens at night is told in the morning", async () => {
  village.passTo(monday + 5 * hour);
  uses(8);
  await look();
  expect(heard).toEqual([]);

  village.passTo(monday + 15 * hour);
  await look();

  expect(told("⚠️")).toHaveLength(1);
});

test("the morning letter says it too, as long as it is so", () => {
  const letter = (of: "messages" | "billed" | "pictures", used: number, language: "vi" | "en") =>
    letterText({ stuck: [], visits: [], months: [{ of, used, monthly: 10 }] }, language);

  expect([letter("messages", 7, "vi"), letter("messages", 7, "en")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(letter("messages", 9, "vi")).toContain("còn 1 trong 10 tin");
  expect(letter("messages", 9, "en")).toContain("1 of 10 left");
  expect(letter("billed", 9, "vi")).toContain("còn 1 trong 10");
  expect(letter("billed", 10, "vi")).toContain("gọi điện");
  expect(letter("billed", 10, "en")).toContain("Telephone");
  expect(letter("pictures", 10, "vi")).toContain("đường dẫn");
  expect(letter("pictures", 10, "en")).toContain("a link");
  expect(letter("messages", 12, "vi")).toContain("hết 10 tin");
  expect(letter("messages", 12, "en")).toContain("10 messages of this month are used up");
});
