/** When a propagandist is there: their own hours in a week, and the days they are away. Reads no clock. */
import { z } from "zod";
import {
  addDays,
  dayOf,
  instantOf,
  isTet,
  minute,
  type WeekHours,
  weekdayOf,
} from "../time/calendar.ts";
import { lunarDayOf } from "../time/lunar.ts";
import type { Day, Instant } from "../vocabulary.ts";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const weekHoursSchema = z
  .strictObject({
    /** 0 is Sunday. */
    days: z.array(z.int().min(0).max(6)).min(1),
    from: clockTime,
    until: clockTime,
  })
  // A night is written as two stretches: a day is a calendar date.
  .refine(({ from, until }) => from < until, { message: "hours end after they begin" });

const why = z.string().max(60).optional();

/** Days on which somebody is away, by the calendar they live by. */
export const absenceSchema = z.discriminatedUnion("on", [
  /** A harvest, an illness: the first and the last day of it. */
  z
    .strictObject({ on: z.literal("days"), from: z.iso.date(), until: z.iso.date(), why })
    .refine(({ from, until }) => from <= until, {
      message: "the last day is not before the first",
    }),
  /** Market day, or the day one sings in church. */
  z.strictObject({
    on: z.literal("weekdays"),
    days: z.array(z.int().min(0).max(6)).min(1),
    why,
  }),
  /** "ngày mồng một và ngày rằm": days of every lunar month. */
  z.strictObject({ on: z.literal("lunar"), days: z.array(z.int().min(1).max(30)).min(1), why }),
  z.strictObject({ on: z.literal("tet"), why }),
]);
export type Absence = Readonly<z.infer<typeof absenceSchema>>;

export function isAway(absences: readonly Absence[], day: Day): boolean {
  return absences.some((absence) => falls(absence, day));
}

function falls(absence: Absence, day: Day): boolean {
  switch (absence.on) {
    case "days":
      return absence.from <= day && day <= absence.until;
    case "weekdays":
      return absence.days.includes(weekdayOf(day));
    case "lunar":
      return absence.days.includes(lunarDayOf(day));
    case "tet":
      return isTet(day);
  }
}

export interface Hours {
  /** Missing hours say nothing: the switch alone counts then. */
  readonly hours: readonly WeekHours[];
  readonly absences: readonly Absence[];
}

/** Whether they are there at this moment, as far as hours and absences tell. */
export function isThere({ hours, absences }: Hours, at: Instant): boolean {
  const day = dayOf(at);
  if (isAway(absences, day)) return false;
  if (hours.length === 0) return true;
  return (
    !isTet(day) && hours.some((h) => begins(h, day) <= at && at < ends(h, day) && onDay(h, day))
  );
}

const begins = (of: WeekHours, day: Day): Instant => instantOf(day, of.from);
const ends = (of: WeekHours, day: Day): Instant => instantOf(day, of.until);
const onDay = (of: WeekHours, day: Day): boolean => of.days.includes(weekdayOf(day));

/** Further ahead nobody is told anything. */
const daysLookedAhead = 40;

/** The next moment after `at` at which they are there again; nothing when that is not known. */
export function thereAgain(of: Hours, at: Instant): Instant | undefined {
  for (let ahead = 0; ahead < daysLookedAhead; ahead += 1) {
    const day = addDays(dayOf(at), ahead);
    const beginnings =
      of.hours.length === 0
        ? [instantOf(day, "06:30")]
        : of.hours.filter((h) => onDay(h, day)).map((h) => begins(h, day));
    const next = beginnings.filter((b) => b > at && isThere(of, b)).toSorted((a, b) => a - b)[0];
    if (next !== undefined) return next;
  }
  return undefined;
}

/** A minute at least, as it is told. */
export const inMinutes = (milliseconds: number): number =>
  Math.max(1, Math.round(milliseconds / minute));
