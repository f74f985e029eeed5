/** Days on which offices work, against the years whose holidays are known, and the days guides count with them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/flows/index.ts";
import { addDays, instantOf, weekdayOf } from "../../src/flows/time/calendar.ts";
import {
  type Announced,
  addWorkingDays,
  announcedIn,
  isWorkingDay,
} from "../../src/flows/time/working-days.ts";
import { quoteFacts } from "../../src/flows/words/facts.ts";
import { theLibrary } from "../support/talk.ts";

const weekdaysOff = (year: number, announced?: Announced): string[] =>
  daysOf(year).filter(
    (day) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5 && !isWorkingDay(day, announced),
  );

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

describe("a year as it was kept", () => {
  test("2023: holidays on three weekends are made up", () => {
    const announced: Announced = {
      off: [
        ["2023-01-20", "2023-01-26"],
        ["2023-09-01", "2023-09-04"],
      ],
      worked: [],
    };

    expect(weekdaysOff(2023, announced)).toEqual([
      // New Year on a Sunday, Tết, the Hùng Kings on Saturday 29 April, 30 April on a Sunday.
      ...["2023-01-02", "2023-01-20", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26"],
      ...["2023-05-01", "2023-05-02", "2023-05-03", "2023-09-01", "2023-09-04"],
    ]);
  });

  test("2026: what was announced, a swapped Saturday, and the first Culture Day", () => {
    const announced: Announced = {
      off: [
        ["2026-01-02", "2026-01-02"],
        ["2026-02-16", "2026-02-20"],
        ["2026-08-31", "2026-09-02"],
      ],
      worked: [
        ["2026-01-10", "2026-01-10"],
        ["2026-08-22", "2026-08-22"],
      ],
    };

    expect(weekdaysOff(2026, announced)).toEqual([
      ...["2026-01-01", "2026-01-02"],
      ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
      ...["2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02"],
      "2026-11-24",
    ]);
    expect(isWorkingDay("2026-08-22", announced)).toBe(true);
    expect(isWorkingDay("2026-08-29", announced)).toBe(false);
  });

  test("2027: as the shipped facts announce it", () => {
    expect(weekdaysOff(2027, announcedIn(theLibrary().facts, "2026-11-22"))).toEqual([
      "2027-01-01",
      ...["2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"],
      ...["2027-04-16", "2027-04-30", "2027-05-03", "2027-09-02", "2027-09-03", "2027-11-24"],
    ]);
  });

  test("the shape of 2026 is guessed right before anything is announced", () => {
    expect(weekdaysOff(2026)).toEqual([
      "2026-01-01",
      ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
      ...["2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24"],
    ]);
  });
});

describe("counting", () => {
  test.each([
    ["2026-11-20", 3, "2026-11-26"],
    ["2026-11-22", 3, "2026-11-26"],
    ["2026-11-23", 1, "2026-11-25"],
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-12-31", 1, "2027-01-04"],
    ["2027-02-03", 1, "2027-02-11"],
    ["2027-04-29", 1, "2027-05-04"],
  ])("%s and %i working days is %s", (from, count, until) => {
    expect(addWorkingDays(from, count, announcedIn(theLibrary().facts, "2026-11-22"))).toBe(until);
  });

  test("a count ends on a working day, with exactly that many on the way", () => {
    const aDay = fc.integer({ min: 0, max: 366 * 30 }).map((ahead) => addDays("2025-01-01", ahead));

    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 45 }), (from, count) => {
        const until = addWorkingDays(from, count);
        let worked = 0;
        for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
          if (isWorkingDay(day)) worked += 1;

        expect(worked).toBe(count);
        expect(isWorkingDay(until)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a guide says", () => {
  const facts: Facts = {
    ...theLibrary().facts,
    "three-days": aCount("3", "2029-12-31"),
    "old-days": aCount("3", "2026-11-19"),
    "a-fee": { ...aCount("3", "2029-12-31"), kind: "money", value: "8.000 đồng" },
  };
  const says = (text: string, today: string, filed = today, language: "vi" | "en" = "vi") =>
    quoteFacts(text, facts, instantOf(today, "09:00"), language, filed);

  test("the day is named in words that can be read aloud", () => {
    expect(says("Xong {due:three-days}.", "2026-11-20")).toBe("Xong thứ Năm ngày 26 tháng 11.");
    expect(says("Ready by {due:three-days}.", "2026-11-20", "2026-11-20", "en")).toBe(
      "Ready by Thursday 26 November.",
    );
    expect(says("Trong {fact:three-days}.", "2026-11-20")).toBe("Trong 3 ngày làm việc.");
  });

  test("a day after a Tết that is announced is certain, and after one that is not is about", () => {
    expect(says("{due:three-days}", "2027-02-02")).toBe("thứ Sáu ngày 12 tháng 2");
    expect(says("{due:three-days}", "2028-01-21")).toBe("khoảng thứ Tư ngày 2 tháng 2");
    expect(says("{due:three-days}", "2028-01-21", "2028-01-21", "en")).toBe(
      "about Wednesday 2 February",
    );
  });

  test("counted from the day of filing, it stays what it was", () => {
    expect(says("{due:three-days}", "2026-11-25", "2026-11-20")).toBe("thứ Năm ngày 26 tháng 11");
  });

  test.each(["old-days", "a-fee", "nowhere"])("by %s no day is named", (id) => {
    expect(says(`{due:${id}}`, "2026-11-20")).toBe("(hỏi cán bộ xã)");
  });

  function aCount(value: string, until: string): Facts[string] {
    const days = { from: "2026-01-01", until, checked: "2026-01-01" };
    return { value, kind: "working-days", source: "some", ...days };
  }
});
