/** Days, hours and holidays as the commune lives them. The only place that knows the time zone. */
import type { Day, Instant } from "../vocabulary.ts";
import { solarOf } from "./lunar.ts";

/** Vietnam keeps UTC+7 the whole year (Asia/Ho_Chi_Minh). */
const offset = 7 * 60 * 60 * 1000;
export const minute = 60 * 1000;
export const hour = 60 * minute;
const dayLength = 24 * hour;

export function dayOf(at: Instant): Day {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** Minutes since midnight, local. */
export function minuteOfDay(at: Instant): number {
  return Math.floor(((at + offset) % dayLength) / minute);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The instant of a local wall-clock time, `"07:30"`. */
export function instantOf(day: Day, time: string): Instant {
  return Date.parse(`${day}T${time}:00Z`) - offset;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** Two days before Lunar New Year's Day to the fifth of its month: the days on which nobody is nudged. */
export function isTet(day: Day): boolean {
  const first = solarOf(1, 1, Number(day.slice(0, 4)));
  return addDays(first, -2) <= day && day <= addDays(first, 4);
}

const quietFrom = 20 * 60 + 30;
const quietUntil = 6 * 60 + 30;

/** The first moment at or after `at` at which a reminder may be written: 6:30–20:30, not at Tết. */
export function afterQuiet(at: Instant): Instant {
  let now = at;
  for (;;) {
    const today = dayOf(now);
    const minutes = minuteOfDay(now);
    if (isTet(today) || minutes >= quietFrom) now = instantOf(addDays(today, 1), "06:30");
    else if (minutes < quietUntil) now = instantOf(today, "06:30");
    else return now;
  }
}

/** One stretch of time in a week, as `desk.yaml` writes it. */
export interface WeekHours {
  /** 0 is Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

export function isWithin(hours: readonly WeekHours[], at: Instant): boolean {
  const day = dayOf(at);
  if (isTet(day)) return false;
  return hours.some(
    (h) =>
      h.days.includes(weekdayOf(day)) &&
      instantOf(day, h.from) <= at &&
      at < instantOf(day, h.until),
  );
}

/** The next moment at which these hours begin, strictly after `at`; 30 days ahead when none are written. */
export function nextBeginning(hours: readonly WeekHours[], at: Instant): Instant {
  for (let ahead = 0; ahead < 30; ahead++) {
    const day = addDays(dayOf(at), ahead);
    if (isTet(day)) continue;
    const beginnings = hours
      .filter((h) => h.days.includes(weekdayOf(day)))
      .map((h) => instantOf(day, h.from))
      .filter((begins) => begins > at)
      .toSorted((a, b) => a - b);
    const first = beginnings[0];
    if (first !== undefined) return first;
  }
  return at + 30 * dayLength;
}

const weekdays = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
] as const;

/** "thứ Năm ngày 26 tháng 11", "Thursday 26 November": in words, so that it is read aloud as it is said. */
export function sayDay(day: Day, language: "vi" | "en"): string {
  const [, month = 1, date] = day.split("-").map(Number);
  const name = weekdays[language][weekdayOf(day)] ?? "";
  return language === "vi"
    ? `${name} ngày ${date} tháng ${month}`
    : `${name} ${date} ${months[month - 1]}`;
}

/** "7 giờ 30". */
export function sayTime(at: Instant, language: "vi" | "en"): string {
  const minutes = minuteOfDay(at);
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  if (language === "en") return `${hours}:${rest}`;
  return rest === "00" ? `${hours} giờ` : `${hours} giờ ${rest}`;
}

/** "7 giờ 30 hôm nay", "8 giờ sáng mai…": when something will be, seen from now. */
export function sayWhen(at: Instant, now: Instant, language: "vi" | "en"): string {
  const day = dayOf(at);
  const time = sayTime(at, language);
  if (day === dayOf(now)) return language === "vi" ? `${time} hôm nay` : `today at ${time}`;
  if (day === addDays(dayOf(now), 1))
    return language === "vi" ? `${time} ngày mai` : `tomorrow at ${time}`;
  return language === "vi" ? `${time}, ${sayDay(day, "vi")}` : `${sayDay(day, "en")} at ${time}`;
}
