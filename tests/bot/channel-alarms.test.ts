/** What a channel needs a person for: each stands on the desk and in `channels`, with what to do, and goes by itself. */
import { afterEach, beforeAll, expect, test } from "vitest";
import { alarmWords } from "../../src/bot/desk/alarm-words.ts";
import { channelAlarms } from "../../src/bot/desk/channel-alarms.ts";
import { channelsReport, describeChannels } from "../../src/bot/reports/channels.ts";
import { keepPlans } from "../../src/bot/store/monthly-plans.ts";
import type { AccountId } from "../../src/flows/index.ts";
import { prepare } from "../support/talk.ts";
import { type OaHouse, oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare, 120_000);

const ba = "2468135790246813579";
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let house: OaHouse;
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
});

/** Somebody has written, and was answered. */
async function inUse(): Promise<void> {
  house = await oaHouse();
  await says("xin chào");
  expect(alarms()).toEqual([]);
}
async function says(text: string): Promise<void> {
  const before = house.heard(ba).length;
  house.emulator.sendsText(ba, text);
  await house.until(() => house.heard(ba).length > before);
}
const rowOf = () => {
  const row = house.store.findByPeer(house.channel.sender.account, ba);
  if (row === undefined) throw new Error("no conversation");
  return row;
};
/** The machine says something by itself. */
async function speaks(key: string): Promise<void> {
  await house.conversations.note(rowOf().id, key, {
    kind: "staff-said",
    text: "Chào bà",
    masked: [],
  });
}
const alarms = () =>
  channelAlarms(house.store, "tan-an", house.clock.now()).map(({ account: _, ...alarm }) => alarm);
/** What `channels` prints. */
function printed(): string {
  const now = house.clock.now();
  const found = channelAlarms(house.store, "tan-an", now);
  return describeChannels(channelsReport(house.store, "tan-an", now), ({ id }) =>
    found.filter(({ account }) => account === id).map((alarm) => alarmWords(alarm).vi),
  );
}
const raised = (what: string) =>
  house.until(() => alarms().some((each) => each.what === what), { step: 5000 });

test("the right to send nears its end while Zalo cannot be reached: days before, with the command that renews it", async () => {
  await inUse();
  house.emulator.failsTokens(...Array.from({ length: 3000 }, () => ({ is: "502" }) as const));

  await house.pass(78 * day);
  await raised("zalo-consent-ends");

  expect(alarms()).toContainEqual({ what: "zalo-consent-ends", days: 12 });
  expect(printed()).toMatch(/! Còn 12 ngày .* zalo-consent/);
});

test("Zalo is not reached for an hour", async () => {
  await inUse();
  house.emulator.failsTokens(...Array.from({ length: 3000 }, () => ({ is: "502" }) as const));
  await house.pass(23 * hour);
  await raised("not-reached");
  expect(printed()).toContain("Xem mạng của máy chủ");
});

test("the account is stopped by Zalo, and works again", async () => {
  await inUse();
  house.emulator.fails({ is: "refuses", error: -224 });
  house.emulator.sendsText(ba, "bà đây");
  await raised("zalo-stopped");
  expect(printed()).toMatch(/lần bị từ chối cuối .* package-too-low/);
  expect(printed()).toContain("oa.zalo.me");

  await house.until(() => alarms().length === 0, { step: 30_000 });
});

test("the webhook was switched off, which nobody tells: we speak, and hear nothing of it", async () => {
  await inUse();
  await house.pass(2 * minute);
  house.emulator.deliversTo(undefined);
  await speaks("first");
  await house.pass(25 * minute);
  await raised("webhook-silent");
  expect(printed()).toContain("bật lại");

  house.emulator.deliversTo(async (event) => (await house.channel.handleWebhook(event)).status);
  house.emulator.sendsText(ba, "bà đây");
  await house.until(() => alarms().length === 0, { step: 5000 });
});

test("nobody writes for days", async () => {
  await inUse();
  await house.pass(3 * day + hour);
  expect(alarms()).toEqual([{ what: "nobody-writes", days: 3 }]);
  await says("bà đây");
  await house.until(() => alarms().length === 0, { step: 5000 });
});

test("events carry a mac that fits nothing; one that fits ends it, and a forger alone raises nothing for long", async () => {
  await inUse();
  const forged = async (count: number): Promise<void> => {
    for (let each = 0; each < count; each += 1) {
      const raw = Buffer.from(`{"event_name":"user_send_text","timestamp":"${house.clock.now()}"}`);
      const { status } = await house.channel.handleWebhook({
        raw,
        signature: "mac=00",
        timestamp: undefined,
      });
      expect(status).toBe(401);
    }
  };
  await forged(4);
  await house.pass(2 * minute);
  expect(alarms()).toEqual([]);
  await forged(1);
  await raised("mac-refused");
  expect(alarms()).toEqual([{ what: "mac-refused", times: 5 }]);
  expect(printed()).toContain("ZALO_OA_SECRET_KEY");

  await says("bà đây");
  await house.until(() => alarms().length === 0, { step: 5000 });
});

test("somebody blocked the account: their helper should telephone", async () => {
  await inUse();
  house.emulator.fails({ is: "refuses", error: -244 });
  house.emulator.sendsText(ba, "bà đây");
  await raised("people-unreached");
  expect(alarms()).toEqual([{ what: "people-unreached", people: 1 }]);
  expect(printed()).toContain("gọi điện");
});

test("the window is closed for somebody: their helper should telephone, and what is kept goes out when they write", async () => {
  await inUse();
  await house.pass(49 * hour);
  await speaks("one");
  await speaks("two");
  await raised("people-held");
  expect(alarms()).toEqual([{ what: "people-held", people: 1 }]);
  expect(printed()).toContain("tự gửi khi họ nhắn lại");

  await says("bà đây");
  await house.until(() => alarms().length === 0, { step: 5000 });
});

test.each([
  { used: 79, what: undefined, says: "còn / left this month: 21" },
  {
    used: 80,
    what: { what: "nearly-used-up", of: "messages", left: 20, monthly: 100 },
    says: "mua thêm gói",
  },
  { used: 100, what: { what: "used-up", of: "messages", monthly: 100 }, says: "mồng 1 tháng sau" },
])("of a month's hundred messages $used are used", async ({ used, what, says: words }) => {
  house = await oaHouse();
  const bot = "zalo-bot:1" as AccountId;
  house.store.account({ id: bot, commune: "tan-an", channel: "zalo-bot" });
  keepPlans(house.store, bot, [{ of: "messages", monthly: 100, counts: "sent" }]);

  for (let each = 0; each < used; each += 1) house.store.countMessage(bot, "2026-11", "outbound");

  expect(alarms().filter(({ what: each }) => each.includes("used-up"))).toEqual(
    what === undefined ? [] : [what],
  );
  expect(printed()).toContain(words);
});
