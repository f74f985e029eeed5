import { describe, expect, test } from "vitest";
import {
  dayName,
  dayOf,
  daysAfter,
  hourOf,
  hourOffered,
  instantOf,
} from "../../src/bot/web/desk/calendar.ts";
import {
  badgeOf,
  calledIn,
  inOrder,
  newlyUnread,
  newlyWaiting,
  titleOf,
} from "../../src/bot/web/desk/lists.ts";
import { waited } from "../../src/bot/web/desk/waited.ts";
import type { DeskCard, DeskCases } from "../../src/bot/web/wire/cases.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const aCard = (card: Partial<DeskCard>): DeskCard => ({
  id: "1",
  state: "waiting",
  reason: "bấm Gặp người giúp",
  waitingSince: 0,
  unread: 0,
  channel: "web",
  ...card,
});

const lists = (cases: Partial<DeskCases>): DeskCases => ({
  waiting: [],
  mine: [],
  others: [],
  closed: [],
  ...cases,
});

describe("how long somebody waits", () => {
  test.each([
    [40 * second, "40 giây", "dưới 1 phút"],
    [4 * minute + 5 * second, "4 phút 5 giây", "4 phút"],
    [4 * minute, "4 phút 0 giây", "4 phút"],
    [65 * minute, "1 giờ 5 phút", "1 giờ 5 phút"],
    [2 * hour, "2 giờ", "2 giờ"],
    [49 * hour, "2 ngày 1 giờ", "2 ngày 1 giờ"],
    [-5 * second, "0 giây", "dưới 1 phút"],
  ])("%d ms is said as %s, and in a list as %s", (time, exactly, roughly) => {
    expect(waited(time, "vi", "seconds")).toBe(exactly);
    expect(waited(time, "vi")).toBe(roughly);
  });

  test("English counts one and many", () => {
    expect(waited(minute, "en")).toBe("1 minute");
    expect(waited(2 * hour + 3 * minute, "en")).toBe("2 hours 3 minutes");
  });
});

describe("days and hours are those of Vietnam on every phone", () => {
  const at = Date.parse("2026-11-22T17:30:00Z"); // half past midnight of the 23rd in Vietnam

  test("a day begins at midnight in Vietnam", () => {
    expect(dayOf(at)).toBe("2026-11-23");
    expect(hourOf(at)).toBe("00:30");
    expect(instantOf("2026-11-23", "00:30")).toBe(at);
  });

  test("days near by have names, others a weekday and a date", () => {
    expect(dayName("2026-11-23", "2026-11-23", "vi")).toBe("Hôm nay");
    expect(dayName("2026-11-22", "2026-11-23", "vi")).toBe("Hôm qua");
    expect(dayName("2026-11-25", "2026-11-23", "vi")).toBe("Ngày kia");
    expect(dayName("2026-12-01", "2026-11-23", "vi")).toBe("Thứ Ba 1/12");
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  });

  test("a meeting today is offered an hour from now at least, on another day in the morning", () => {
    const tenPastTwo = instantOf("2026-11-23", "14:10");
    expect(hourOffered("2026-11-23", tenPastTwo)).toBe("16:00");
    expect(hourOffered("2026-11-23", instantOf("2026-11-23", "14:00"))).toBe("15:00");
    expect(hourOffered("2026-11-24", tenPastTwo)).toBe("08:00");
  });
});

describe("the lists", () => {
  test("who has waited longest stands first", () => {
    const waiting = [
      aCard({ id: "late", waitingSince: 9 }),
      aCard({ id: "early", waitingSince: 2 }),
    ];

    expect(inOrder(waiting).map(({ id }) => id)).toEqual(["early", "late"]);
  });

  test("a case is new once, and anew when it goes back to waiting", () => {
    const none = lists({});
    const one = lists({ waiting: [aCard({ id: "1" })] });

    expect(newlyWaiting(undefined, one)).toEqual([]);
    expect(newlyWaiting(none, one).map(({ id }) => id)).toEqual(["1"]);
    expect(newlyWaiting(one, one)).toEqual([]);
    expect(newlyWaiting(lists({ others: [aCard({ id: "1" })] }), one)).toHaveLength(1);
  });

  test("being called in by whoever helps is news once, and counts also off duty", () => {
    const before = lists({ others: [aCard({ id: "1", state: "claimed" })] });
    const asked = lists({ others: [aCard({ id: "1", state: "claimed", invited: true })] });

    expect(calledIn(before)).toEqual([]);
    expect(newlyWaiting(before, asked).map(({ id }) => id)).toEqual(["1"]);
    expect(newlyWaiting(asked, asked)).toEqual([]);
    expect([badgeOf(before, false), badgeOf(asked, false)]).toEqual([0, 1]);
  });

  test("only more unread than before is news", () => {
    const two = lists({ mine: [aCard({ id: "1", unread: 2 })] });
    const three = lists({ mine: [aCard({ id: "1", unread: 3 })] });

    expect(newlyUnread(two, three)).toHaveLength(1);
    expect(newlyUnread(three, two)).toEqual([]);
    expect(newlyUnread(undefined, three)).toEqual([]);
  });

  test("the badge counts who waits only while on duty, and my unread always", () => {
    const cases = lists({ waiting: [aCard({})], mine: [aCard({ id: "2", unread: 3 })] });

    expect(badgeOf(cases, true)).toBe(4);
    expect(badgeOf(cases, false)).toBe(3);
    expect(badgeOf(undefined, true)).toBe(0);
  });

  test("a person is called by form of address and village, as far as known", () => {
    expect(titleOf({ address: "bà", village: "Nà Khau" }, "Người này")).toBe("Bà · Nà Khau");
    expect(titleOf({ village: "Nà Khau" }, "Người này")).toBe("Người này · Nà Khau");
    expect(titleOf({}, "Người này")).toBe("Người này");
  });
});
