/** The morning letter: what is stuck, once, at seven, on working days; and nothing when there is nothing. */
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { sendLettersDue } from "../../src/bot/desk/daily-letter.ts";
import { letterText } from "../../src/bot/desk/letter-words.ts";
import { type Stuck, stuckCases } from "../../src/bot/desk/stuck-cases.ts";
import { makeLog } from "../../src/bot/log.ts";
import type { ConversationId, PropagandistId } from "../../src/flows/index.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import {
  commune,
  type RunningVillage,
  runningVillage,
  telegram,
  web,
} from "../support/village/running-village.ts";

beforeAll(prepare, 120_000);

const hour = 60 * 60 * 1000;
/** Monday 23 November 2026, 16:00 in Vietnam; the 24th is Culture Day, no working day, so the 25th writes. */
const monday = Date.parse("2026-11-23T09:00:00Z");
const wednesdayAtSeven = Date.parse("2026-11-25T00:00:00Z");

let village: RunningVillage;
let heard: string[];

beforeEach(async () => {
  heard = [];
  village = runningVillage({
    library: theLibrary(),
    now: monday,
    sent: ({ peer, reply }) => {
      if (peer === "chief") heard.push(reply.text);
    },
  });
  const id = "chief" as PropagandistId;
  const chat = () => "chat-chief" as ConversationId;
  const { id: conversation } = village.store.conversationOf(telegram, "chief", chat, monday);
  village.store.savePropagandist({
    ...{ id, commune, name: "Điều phối (mẫu)", role: "cán bộ xã", rank: "coordinator" },
    ...{ woman: false, office: true, villages: [], groups: [], knows: [], speaks: ["vi"] },
    ...{ hours: [], absences: [], duty: false, language: "vi", joinedAt: 0, conversation },
  });
});
afterEach(() => village.close());

const letters = () =>
  sendLettersDue({
    store: village.store,
    conversations: village.conversations,
    library: theLibrary,
    clock: { now: () => village.now, sleep: async () => undefined },
    log: makeLog("silent"),
  });

async function asks(): Promise<void> {
  for (const text of ["gặp người giúp", "Nà Khau", "ai cũng được"])
    await village.does(web, "r1", { kind: "words", text, masked: [] });
  await village.settle();
}

async function to(at: number): Promise<void> {
  for (let due = village.store.nextTimerAt(); due !== undefined && due <= at; ) {
    village.passTo(due);
    await village.settle();
    due = village.store.nextTimerAt();
  }
  village.passTo(at);
  await village.settle();
}

test("tells a coordinator in their chat what is stuck, once, and without saying who it is", async () => {
  await asks();
  await to(wednesdayAtSeven - hour);
  heard.length = 0;
  expect(await letters()).toBe(0);

  await to(wednesdayAtSeven);
  const sent = [await letters(), await letters()];
  await village.settle();

  expect(sent).toEqual([1, 0]);
  const letter = heard.filter((text) => text.includes("đang kẹt"));
  expect(letter).toHaveLength(1);
  expect(letter[0]).toContain("Nà Khau");
  expect(letter[0]).toContain("chưa ai nhận");
});

test("comes in the language its coordinator has set, guide and all", async () => {
  const chief = village.store.propagandist("chief" as PropagandistId);
  if (chief === undefined) throw new Error("no coordinator");
  village.store.savePropagandist({ ...chief, language: "en" });
  await village.does(web, "r1", { kind: "words", text: "tra cứu hồ sơ", masked: [] });
  await asks();
  await to(wednesdayAtSeven);
  heard.length = 0;

  await letters();
  await village.settle();

  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(
    /^📋 1 case is stuck this morning:\n1\. Nà Khau, (?:[ -~]+): nobody has taken it, 1 day\nOpen the/u,
  );
});

test("is not written on a holiday, nor at the weekend, nor in the afternoon", async () => {
  await asks();
  for (const at of ["2026-11-24T00:10:00Z", "2026-11-28T00:10:00Z", "2026-11-30T08:00:00Z"]) {
    village.passTo(Date.parse(at));
    expect(await letters()).toBe(0);
  }
});

test("is not written when nothing is stuck", async () => {
  village.passTo(wednesdayAtSeven);

  expect(await letters()).toBe(0);
  expect(stuckCases(village.store, commune, village.now)).toEqual([]);
});

test("on a bad day whom nobody has comes first, a private matter is not named, and the rest is counted", async () => {
  await asks();
  const [asked] = village.store.cases(commune, village.now);
  if (asked === undefined) throw new Error("nobody asked");
  const one = (why: Stuck["why"], hours: number, more: Partial<Stuck["case"]> = {}): Stuck => ({
    case: {
      ...asked,
      ...more,
      card: { ...asked.card, village: "Nà Khau", flow: "Đăng ký khai sinh" },
    },
    why,
    since: hours * hour,
  });
  const stuck = [
    ...[200, 150, 100, 90, 80, 70, 60, 50].map((hours) => one("held", hours)),
    one("meeting-past", 5),
    one("waiting", 4, { discreet: true }),
    one("waiting", 3),
    one("waiting", 2),
  ];

  expect(letterText({ stuck, visits: [] }, "vi")).toBe(
    [
      "📋 Sáng nay có 12 việc đang kẹt:",
      "1. Nà Khau, việc riêng: chưa ai nhận, 4 giờ",
      "2. Nà Khau, Đăng ký khai sinh: chưa ai nhận, 3 giờ",
      "3. Nà Khau, Đăng ký khai sinh: chưa ai nhận, 2 giờ",
      "4. Nà Khau, Đăng ký khai sinh: đã quá giờ hẹn, chưa báo kết quả, 5 giờ",
      "5. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 8 ngày",
      "6. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 6 ngày",
      "7. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 4 ngày",
      "8. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 3 ngày",
      "9. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 3 ngày",
      "10. Nà Khau, Đăng ký khai sinh: có người nhận, chưa xong, 2 ngày",
      "… và 2 việc nữa.",
      "Mở trang điều phối để giao lại hoặc nhận lấy.",
    ].join("\n"),
  );
});
