import type { Words } from "./words.ts";

/** Vietnam keeps one clock all year, seven hours before UTC; the phone's own zone may be wrong. */
const ahead = 7 * 3_600_000;
const dayLength = 86_400_000;

/** The calendar day in Vietnam, as a number that grows by one each day. */
export function dayOf(instant: number): number {
  return Math.floor((instant + ahead) / dayLength);
}

export function dayName(
  day: number,
  today: number,
  words: Pick<Words, "today" | "yesterday">,
): string {
  if (day === today) return words.today;
  if (day === today - 1) return words.yesterday;
  const date = new Date(day * dayLength);
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
}

export function timeOf(instant: number): string {
  return new Date(instant + ahead).toISOString().slice(11, 16);
}

/** 67 → "1:07" */
export function lasting(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${`0${Math.floor(seconds) % 60}`.slice(-2)}`;
}
