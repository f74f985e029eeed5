/** What an Official Account may use up in a month: messages after 48 hours, pictures, and messages where they are counted. */
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { alarmWords } from "../../src/bot/desk/alarm-words.ts";
import { channelAlarms } from "../../src/bot/desk/channel-alarms.ts";
import { channelsReport, describeChannels } from "../../src/bot/reports/channels.ts";
import { keepPlans } from "../../src/bot/store/monthly-plans.ts";
import type { MonthlyPlan, PropagandistId } from "../../src/flows/index.ts";
import { prepare } from "../support/talk.ts";
import { type OaHouse, type OaHouseOptions, oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare, 120_000);

const ba = "2468135790246813579";
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const jpeg = new Uint8Array(readFileSync(new URL("../support/media/square.jpg", import.meta.url)));
const plan = (of: MonthlyPlan["of"], monthly: number): MonthlyPlan => ({
  of,
  monthly,
  counts: "sent",
});

let house: OaHouse;
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
});

/** Somebody has written, and was answered. */
async function inUse(
  settings: OaHouseOptions["settings"] = {},
  more: Omit<OaHouseOptions, "settings"> = {},
): Promise<void> {
  house = await oaHouse({ ...more, settings });
  keepPlans(house.store, house.channel.sender.account, settings.plans ?? []);
  await says("xin chào");
}
async function says(text: string): Promise<void> {
  const before = house.heard(ba).length;
  house.emulator.sendsText(ba, text);
  await house.until(
    () => house.heard(ba).length > before && house.store.waiting(rowOf().id).length === 0,
  );
}
const rowOf = () => {
  const row = house.store.findByPeer(house.channel.sender.account, ba);
  if (row === undefined) throw new Error("no conversation");
  return row;
};
const counted = (month = "2026-11") => house.store.messagesIn(house.channel.sender.account, month);
/** The machine says something by itself, and it goes out or is kept. */
async function speaks(key: string): Promise<void> {
  await house.conversations.note(rowOf().id, key, { kind: "staff-said", text: key, masked: [] });
  await house.conversations.note(rowOf().id, `${key} alarm`, {
    kind: "house-alarm",
    what: "zalo-stopped",
  });
  await house.until(() => house.store.waiting(rowOf().id).length === 0);
}
const parked = () => house.store.parkedReplies().map(({ why }) => why);
const alarms = () => channelAlarms(house.store, "tan-an", house.clock.now());
const printed = () =>
  describeChannels(channelsReport(house.store, "tan-an", house.clock.now()), () =>
    alarms().map((alarm) => alarmWords(alarm).vi),
  );

test("everything sent and received is counted, and shown where nobody set a limit", async () => {
  await inUse();
  await says("bà muốn tra cứu hồ sơ");
  house.emulator.repeatsEvent();
  await house.emulator.settled();

  expect(counted()).toMatchObject({ inbound: 2, outbound: house.heard(ba).length, billed: 0 });
  expect(printed()).toContain(`nhận / received 2, gửi / sent ${house.heard(ba).length}\n`);
});

test("after 48 hours a message is billed, up to what the commune pays for; then it is kept", async () => {
  await inUse({ billedFor: 7 * day, plans: [plan("billed", 10)] }, { inARow: 100 });
  await house.pass(49 * hour);
  for (let each = 1; counted().billed < 7; each += 1) await speaks(`lần ${each}`);
  expect(alarms()).toEqual([]);

  for (let each = 8; counted().billed < 10; each += 1) await speaks(`lần ${each}`);
  const heard = house.heard(ba).length;
  await speaks("quá tay");

  expect(house.heard(ba)).toHaveLength(heard);
  expect(parked()).toContain("billed-used-up");
  expect(alarms()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: "used-up", of: "billed", monthly: 10 }),
      expect.objectContaining({ what: "people-held", people: 1 }),
    ]),
  );
  expect(printed()).toContain("còn / left this month: 0 trong / of 10 tin có tính tiền");

  // Whoever writes is free again: what was kept goes out, and costs nothing.
  await says("bà đây");
  expect(counted().billed).toBe(10);
});

test("what Zalo says it took off the package counts, however young the last word", async () => {
  await inUse({ billedFor: 7 * day, plans: [plan("billed", 10)] });
  expect(counted().billed).toBe(0);

  house.emulator.quotaType = "reply";
  await says("bà hỏi");
  expect(counted().billed).toBe(0);
  house.emulator.quotaType = "sub_quota";
  await says("bà hỏi nữa");

  expect(counted().billed).toBeGreaterThan(0);
});

test("where a month's messages are limited, four fifths are told, reminders spared, and the rest kept", async () => {
  await inUse({ plans: [plan("messages", 5)] });
  for (let each = 0; house.heard(ba).length < 4; each += 1) await says(`bà hỏi lần ${each}`);
  expect(alarms()).toMatchObject([{ what: "nearly-used-up", of: "messages", left: 1 }]);

  await says("bà hỏi nữa");
  house.emulator.sendsText(ba, "có ai không");
  await house.until(() => parked().includes("allowance-used-up"));

  expect(house.heard(ba)).toHaveLength(5);
  expect(alarms()).toMatchObject([
    { what: "used-up", of: "messages", monthly: 5 },
    { what: "people-wait-for-month", people: 1 },
  ]);
});

test("when Zalo itself takes no more, the desk says so until it takes one again", async () => {
  await inUse();
  house.emulator.fails({ is: "refuses", error: -211 });
  house.emulator.sendsText(ba, "bà hỏi");
  await house.until(() => alarms().some(({ what }) => what === "takes-no-more"));
  expect(printed()).toContain("hết hạn mức gửi tin");
  const before = house.heard(ba).length;

  house = await house.restart();
  expect(alarms()).toMatchObject([{ what: "takes-no-more" }]);
  await house.until(() => house.heard(ba).length > before, { step: 60_000 });

  await house.until(() => alarms().length === 0);
});

/** A neighbour has the case and sends a photo. */
async function sendsPhoto(caption = ""): Promise<void> {
  const { id } = rowOf();
  const media = house.store.addMedia({
    conversation: id,
    form: "photo",
    type: "image/jpeg",
    bytes: jpeg,
    at: house.clock.now(),
  });
  const by = { id: "dung" as PropagandistId, name: "Dũng (mẫu)", role: "trưởng thôn" };
  await says("bà muốn tra cứu hồ sơ");
  for (const words of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Ai giúp cũng được"])
    if (rowOf().saved.case === undefined) {
      await house.pass(2000);
      await says(words);
    }
  const of = rowOf().saved.case?.id;
  if (of === undefined) throw new Error("nobody was called");
  await house.until(() => house.store.waiting(id).length === 0);
  await house.conversations.note(id, "claim", { kind: "case-claim", case: of, by });
  await house.conversations.note(id, "send", {
    kind: "case-send",
    case: of,
    by,
    media,
    form: "photo",
    caption,
  });
  await house.until(() => house.store.waiting(id).length === 0);
}

test.each([
  [
    "by our own count",
    () => house.store.countMessage(house.channel.sender.account, "2026-11", "pictures"),
  ],
  ["by Zalo's", () => house.emulator.failsUploads({ is: "refuses", error: -211 })],
  [
    "as it does not like this one",
    () => house.emulator.failsUploads({ is: "refuses", error: -201 }),
  ],
] as const)(
  "a person's picture that is not taken, %s, can be opened by its address",
  async (_, uses) => {
    await inUse({ plans: [plan("pictures", 1)] });
    uses();

    await sendsPhoto("nút này bà nhé");

    const newest = house.emulator.sees(ba).at(-1);
    expect(newest?.picture).toBeUndefined();
    expect(newest?.text).toMatch(
      /Dũng \(mẫu\).*\nnút này bà nhé\nZalo không gửi được ảnh này\. Bấm vào đây để xem: https:/,
    );
  },
);

test("pictures carried up are counted", async () => {
  await inUse({ plans: [plan("pictures", 5000)] });
  await sendsPhoto();

  expect(house.emulator.sees(ba).at(-1)?.picture).toBeDefined();
  expect(counted().pictures).toBe(house.emulator.uploads);
});
