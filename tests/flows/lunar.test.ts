/** Vietnam's lunar calendar against an ephemeris that shares no formula with ours, and against known days. */
import { SearchMoonPhase, SearchSunLongitude } from "astronomy-engine";
import { expect, test } from "vitest";
import { solarOf } from "../../src/flows/time/lunar.ts";

const hours = 60 * 60 * 1000;
const dayLength = 24 * hours;

test.each([
  // Vietnam's own days, where they are not China's.
  [1985, "1985-01-21"],
  [2007, "2007-02-17"],
  [2030, "2030-02-02"],
  [2053, "2053-02-18"],
  // As calendars have printed them.
  [1976, "1976-01-31"],
  [1995, "1995-01-31"],
  [2020, "2020-01-25"],
  [2023, "2023-01-22"],
  [2024, "2024-02-10"],
  [2025, "2025-01-29"],
  [2026, "2026-02-17"],
  [2027, "2027-02-06"],
  [2028, "2028-01-26"],
  [2029, "2029-02-13"],
])("Tết %i is on %s", (year, day) => {
  expect(solarOf(1, 1, year)).toBe(day);
});

test.each([
  ["the Hùng Kings' day of 2025", 10, 3, 2025, "2025-04-07"],
  ["the Hùng Kings' day of 2026", 10, 3, 2026, "2026-04-26"],
  ["the Hùng Kings' day after the leap second month of 2023", 10, 3, 2023, "2023-04-29"],
  ["the full moon of the seventh month of 2025, after a leap sixth", 15, 7, 2025, "2025-09-06"],
  ["the mid-autumn of 2020, after a leap fourth", 15, 8, 2020, "2020-10-01"],
  ["the day the kitchen gods leave, in the January after", 23, 12, 2025, "2026-02-10"],
  ["the eve of Tết in a year whose last month has only 29 days", 30, 12, 2024, "2025-01-28"],
])("%s", (_name, day, month, year, solar) => {
  expect(solarOf(day, month, year)).toBe(solar);
});

// Two months of 1,572 from 1970 to 2100 differ, in 2072 and 2085: new moons within a minute of midnight.
test("every month from 1980 to 2060 begins where the ephemeris puts it", () => {
  const ours: string[] = [];
  const theirs: string[] = [];
  for (let year = 1980; year <= 2060; year++)
    for (let month = 1; month <= 12; month++) {
      ours.push(`${month}/${year} ${solarOf(1, month, year)}`);
      theirs.push(`${month}/${year} ${byEphemeris(month, year)}`);
    }

  expect(ours).toEqual(theirs);
});

/** The months from the eleventh of the year before to the tenth of this one, from new moons and solar terms. */
function byEphemeris(month: number, year: number): string {
  const from = monthWithSolstice(month >= 11 ? year : year - 1);
  const to = monthWithSolstice(month >= 11 ? year + 1 : year);
  const begins = [from];
  while ((begins.at(-1) ?? to) < to) begins.push(newMoonFrom((begins.at(-1) ?? to) + 2));
  const twelve = begins.length === 13;
  const leap = twelve
    ? -1
    : begins.findIndex((day, at) => at > 0 && !holdsTerm(day, begins[at + 1] ?? to));
  const ordinary = begins.filter((_, at) => at !== leap);
  return new Date((ordinary[(month + 1) % 12] ?? 0) * dayLength).toISOString().slice(0, 10);
}

const localDay = (date: Date) => Math.floor((date.getTime() + 7 * hours) / dayLength);
const startOf = (day: number) => new Date(day * dayLength - 7 * hours);

function newMoonFrom(day: number): number {
  const moon = SearchMoonPhase(0, startOf(day), 40);
  if (moon === null) throw new Error("no new moon within forty days");
  return localDay(moon.date);
}

function monthWithSolstice(year: number): number {
  const solstice = SearchSunLongitude(270, new Date(Date.UTC(year, 11, 15)), 15);
  if (solstice === null) throw new Error("no solstice in December");
  const day = localDay(solstice.date);
  let begins = newMoonFrom(day - 31);
  for (let next = newMoonFrom(begins + 2); next <= day; next = newMoonFrom(begins + 2))
    begins = next;
  return begins;
}

/** Whether the sun enters a new twelfth of its circle in the days from one new moon to the next. */
function holdsTerm(from: number, until: number): boolean {
  for (let longitude = 0; longitude < 360; longitude += 30) {
    const enters = SearchSunLongitude(longitude, startOf(from), 40);
    if (enters !== null && localDay(enters.date) < until) return true;
  }
  return false;
}
