/** A month of Zalo messages ends in the middle of what people do; the next one begins. */
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerAfterMonth } from "../../src/bot/desk/after-month.ts";
import { keepPlans } from "../../src/bot/store/monthly-plans.ts";
import type { MonthlyPlan, PropagandistId } from "../../src/flows/index.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import { type BotHouse, botHouse } from "../support/zalo-bot/house.ts";
import { oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare, 120_000);

const minute = 60_000;
const hour = 60 * minute;
/** 30 November 2026, a Monday, 16:00 in Vietnam. */
const lastAfternoon = Date.parse("2026-11-30T09:00:00Z");
const justAfterMidnight = Date.parse("2026-11-30T17:05:00Z");
const firstMorning = Date.parse("2026-11-30T23:31:00Z");
const plan = (monthly: number): MonthlyPlan => ({ of: "messages", monthly, counts: "sent" });
const dung = { id: "dung" as PropagandistId, name: "Dũng (mẫu)", role: "trưởng thôn" };

describe("on the bot platform", () => {
  let house: BotHouse;
  afterEach(() => house.end());

  const ba = () => house.emulator.person("Liên");
  const row = () => {
    const found = house.store.findByPeer(house.account, ba().id);
    if (found === undefined) throw new Error("no conversation");
    return found;
  };
  async function says(text: string): Promise<void> {
    ba().sends(text);
    await house.settles();
  }
  /** In a guide, and from then on nothing is left. */
  async function runsOut(at = lastAfternoon): Promise<number> {
    house = await botHouse(at, plan(2));
    await says("bà muốn tra cứu hồ sơ");
    await says("1");
    await says("bà chưa hiểu");
    await says("có ai không");
    expect(ba().reads()).toHaveLength(2);
    expect(house.store.parkedReplies().map(({ why }) => why)).toContain("allowance-used-up");
    return ba().reads().length;
  }
  const since = (count: number) => ba().reads().slice(count);

  test("whoever was left without an answer hears why in the morning, once, and is asked what stands open", async () => {
    const before = await runsOut();
    await house.comesTo(justAfterMidnight);
    expect(since(before)).toEqual([]);

    await house.comesTo(firstMorning);
    await house.comesTo(firstMorning + hour);

    expect(since(before)).toHaveLength(1);
    expect(since(before)[0]).toMatch(/Zalo của xã hết tin.*\n1\. /s);
    expect(house.store.messagesIn(house.account, "2026-12").outbound).toBe(1);
    await says("1");
    expect(since(before)).toHaveLength(2);
  });

  test("whoever writes at night has their answer, and hears nothing more in the morning", async () => {
    const before = await runsOut();
    await house.comesTo(justAfterMidnight);
    await says("máy ơi");
    const answered = since(before).length;
    expect(answered).toBeGreaterThan(0);

    await house.comesTo(firstMorning);

    expect(since(before)).toHaveLength(answered);
  });

  test("a larger package in the middle of a month does the same", async () => {
    const before = await runsOut(Date.parse("2026-11-12T03:00:00Z"));
    await house.comesTo(house.clock.now() + hour);
    expect(since(before)).toEqual([]);

    house = await house.restart(plan(100));
    await house.comesTo(house.clock.now() + minute);

    expect(since(before)).toHaveLength(1);
  });

  /** Dũng has the case, and the month ends between them. */
  async function helped(at: number): Promise<void> {
    house = await botHouse(at, plan(100));
    await says("bà muốn tra cứu hồ sơ");
    await says("1");
    for (const words of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Ai giúp cũng được"])
      if (row().saved.case === undefined) await says(words);
    const of = row().saved.case?.id;
    if (of === undefined) throw new Error("no case");
    await house.conversations.note(row().id, "claim", { kind: "case-claim", case: of, by: dung });
    await house.settles();
    keepPlans(house.store, house.account, [plan(1)]);
    house = await house.restart(plan(1));
  }
  async function writes(text: string): Promise<void> {
    const of = row().saved.case?.id;
    if (of === undefined) throw new Error("no case");
    await house.conversations.note(row().id, text, {
      kind: "case-say",
      case: of,
      by: dung,
      text,
      masked: [],
    });
    await house.settles();
  }

  test("a neighbour's words of the day before arrive joined, as they were", async () => {
    await helped(lastAfternoon);
    const before = ba().reads().length;
    await writes("bà ơi mai cháu qua nhé");
    await writes("bà nhớ mang sổ");
    expect(since(before)).toEqual([]);

    house = await house.restart(plan(100));
    await house.comesTo(justAfterMidnight);
    expect(since(before)).toEqual([]);
    await house.comesTo(firstMorning);

    expect(since(before).filter((text) => text.includes("bà ơi") || text.includes("sổ"))).toEqual([
      "Dũng (mẫu) (trưởng thôn):\nbà ơi mai cháu qua nhé\n\nbà nhớ mang sổ",
    ]);
  });

  test("older words of theirs stay behind", async () => {
    await helped(Date.parse("2026-11-27T03:00:00Z"));
    const before = ba().reads().length;
    await writes("chiều nay bà ra xã nhé");

    house = await house.restart(plan(100));
    await house.comesTo(firstMorning);

    expect(since(before).join("\n")).not.toContain("chiều nay");
    expect(house.store.keptBack(house.account).map(({ why }) => why)).toEqual(
      expect.arrayContaining(["answered-anew"]),
    );
  });
});

describe("on the Official Account", () => {
  const ba = "2468135790246813579";

  test.each([
    ["within 48 hours of their last word they are answered", 24, true],
    ["after that they are not written to; what was kept goes out when they write", 60, false],
  ])("%s", async (_, hoursLater, answered) => {
    let house = await oaHouse();
    try {
      const says = async (text: string, settled = true) => {
        const before = house.heard(ba).length;
        house.emulator.sendsText(ba, text);
        await house.until(() => !settled || house.heard(ba).length > before);
        await house.pass(2000);
      };
      const row = () => house.store.findByPeer(house.channel.sender.account, ba);
      await says("bà muốn tra cứu hồ sơ");
      for (const words of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Ai giúp cũng được"])
        if (row()?.saved.case === undefined) await says(words);
      // An open case keeps the conversation, whatever was agreed to.
      expect(row()?.saved.case).toBeDefined();
      house = await house.restart({ plans: [plan(1)] });
      keepPlans(house.store, house.channel.sender.account, [plan(1)]);
      await says("bà đây", false);
      await house.until(() =>
        house.store.parkedReplies().some(({ why }) => why === "allowance-used-up"),
      );
      const before = house.heard(ba).length;
      await house.pass(hoursLater * hour);
      expect(house.heard(ba)).toHaveLength(before);

      house = await house.restart({ plans: [] });
      keepPlans(house.store, house.channel.sender.account, []);
      const { store, conversations, clock } = house;
      await answerAfterMonth({ store, conversations, library: theLibrary, clock });
      await house.pass(2000);

      const said = house.heard(ba).slice(before).join("\n");
      expect(said.includes("Zalo của xã hết tin")).toBe(answered);
      if (!answered) expect(said).toBe("");
    } finally {
      await house.end();
    }
  });
});
