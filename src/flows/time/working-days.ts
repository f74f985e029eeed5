/**
 * The days on which offices work: Monday to Friday, without the public holidays of article 112 of the Labour
 * Code (45/2019/QH14) and Vietnamese Culture Day (Resolution 28/2026/QH16, from 2026). A holiday of article
 * 112 that falls on a Saturday or Sunday is made up on the next working day (article 111(3)); Culture Day is
 * not in that article and is not made up. Which five days are Tết and which neighbour of 2 September is free
 * the Prime Minister decides for each year: what is announced comes from `content/facts/`, and what is not
 * announced yet is a guess (`touchesGuess`).
 */
import type { Day } from "../vocabulary.ts";
import { addDays, weekdayOf } from "./calendar.ts";
import { solarOf } from "./lunar.ts";

/** First and last day. */
type Span = readonly [Day, Day];

/** What the government has announced beyond the law: days made free, and rest days worked instead. */
export interface Announced {
  readonly off: readonly Span[];
  readonly worked: readonly Span[];
}

const nothing: Announced = { off: [], worked: [] };

/** "2027-02-04 đến 2027-02-10", or one day, as facts of kind days-off and days-worked write it. */
const spanPattern = /^(\d{4}-\d{2}-\d{2})(?: (?:đến|to) (\d{4}-\d{2}-\d{2}))?$/;

export function readSpan(text: string): Span | undefined {
  const [, first, last = first] = spanPattern.exec(text) ?? [];
  if (first === undefined || last === undefined || last < first) return undefined;
  return [first, last].every((day) => isDate(day)) ? [first, last] : undefined;
}

const isDate = (day: Day): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

/** What is read here of a fact of `content/facts/`. */
interface Dated {
  readonly kind: string;
  readonly value: unknown;
  readonly from: Day;
  readonly until: Day;
}

/** The announcements that may be relied on today; a lapsed one counts as not made. */
export function announcedIn(facts: Readonly<Record<string, Dated>>, today: Day): Announced {
  const spans = (kind: "days-off" | "days-worked") =>
    Object.values(facts).flatMap((fact): Span[] => {
      if (fact.kind !== kind || today < fact.from || today > fact.until) return [];
      const span = typeof fact.value === "string" ? readSpan(fact.value) : undefined;
      return span === undefined ? [] : [span];
    });
  return { off: spans("days-off"), worked: spans("days-worked") };
}

const within = ([first, last]: Span, day: Day): boolean => first <= day && day <= last;
const meets = (one: Span, other: Span): boolean => one[0] <= other[1] && other[0] <= one[1];
const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Around Tết, every day that one of the ways of announcing it has made free, or may. */
const tetWindow = (year: number): Span => {
  const first = solarOf(1, 1, year);
  return [addDays(first, -3), addDays(first, 8)];
};
const nationalWindow = (year: number): Span => [`${year}-08-31`, `${year}-09-05`];

const tetIsAnnounced = (year: number, { off }: Announced): boolean =>
  off.some((span) => within(span, solarOf(1, 1, year)));
const nationalDayIsAnnounced = (year: number, { off }: Announced): boolean =>
  off.some((span) => meets(span, [`${year}-09-01`, `${year}-09-03`]));

/** The commonest announcement: the eve and the first four days. */
const guessedTet = (year: number): Day[] =>
  [-1, 0, 1, 2, 3].map((ahead) => addDays(solarOf(1, 1, year), ahead));

/** The neighbour that makes the longer rest, as announced every year since 2021. */
const guessedNeighbour = (year: number): Day =>
  [0, 1, 4].includes(weekdayOf(`${year}-09-02`)) ? `${year}-09-03` : `${year}-09-01`;

/** The first year in which 24 November is free. */
const cultureDaySince = 2026;

/** Every public holiday of a year and the days made up for those on a weekend, announcements left out. */
function holidaysOf(year: number, announced: Announced): ReadonlySet<Day> {
  const nationalDay: Day = `${year}-09-02`;
  const madeUp = [
    `${year}-01-01`,
    ...(tetIsAnnounced(year, announced) ? [] : guessedTet(year)),
    solarOf(10, 3, year),
    `${year}-04-30`,
    `${year}-05-01`,
    // An announcement says itself what is made up.
    ...(nationalDayIsAnnounced(year, announced) ? [] : [nationalDay, guessedNeighbour(year)]),
  ];
  const off = new Set([
    ...madeUp,
    nationalDay,
    ...(year >= cultureDaySince ? [`${year}-11-24`] : []),
  ]);
  for (const holiday of madeUp.filter(isWeekend).toSorted()) {
    let next = addDays(holiday, 1);
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
    off.add(next);
  }
  return off;
}

/** Answers for one day after the other without working out a year twice. */
function workingDays(announced: Announced): (day: Day) => boolean {
  const years = new Map<number, ReadonlySet<Day>>();
  return (day) => {
    if (announced.worked.some((span) => within(span, day))) return true;
    if (isWeekend(day) || announced.off.some((span) => within(span, day))) return false;
    const known = years.get(yearOf(day)) ?? holidaysOf(yearOf(day), announced);
    years.set(yearOf(day), known);
    return !known.has(day);
  };
}

export function isWorkingDay(day: Day, announced: Announced = nothing): boolean {
  return workingDays(announced)(day);
}

/**
 * The day that is `count` working days after a day. The day itself, on which something is filed, does not
 * count: a time limit in days begins on the day after the event that starts it (Civil Code 91/2015/QH13,
 * article 147(2) and (3)). Filed on Friday 20 November 2026, three working days end on Thursday 26 November:
 * the weekend and Culture Day lie between.
 */
export function addWorkingDays(day: Day, count: number, announced: Announced = nothing): Day {
  const isWorked = workingDays(announced);
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorked(at)) left -= 1;
  }
  return at;
}

/** Whether days after `from`, up to `until`, may be free or not depending on what is still to be announced. */
export function touchesGuess(from: Day, until: Day, announced: Announced): boolean {
  const counted: Span = [addDays(from, 1), until];
  for (let year = yearOf(from); year <= yearOf(until); year += 1) {
    if (!tetIsAnnounced(year, announced) && meets(tetWindow(year), counted)) return true;
    if (!nationalDayIsAnnounced(year, announced) && meets(nationalWindow(year), counted))
      return true;
  }
  return false;
}
