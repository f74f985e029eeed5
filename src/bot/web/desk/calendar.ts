/**
 * Days and hours in Asia/Ho_Chi_Minh, whatever the phone believes. Vietnam keeps UTC+7 all year.
 * A day is "2026-11-22", an hour "08:00".
 */
const ahead = 7 * 3_600_000;
const wholeDay = 24 * 3_600_000;

export const dayOf = (at: number): string => new Date(at + ahead).toISOString().slice(0, 10);

export const hourOf = (at: number): string => new Date(at + ahead).toISOString().slice(11, 16);

export const instantOf = (day: string, hour: string): number =>
  Date.parse(`${day}T${hour}:00.000Z`) - ahead;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * wholeDay).toISOString().slice(0, 10);

/** "Hôm nay", "Hôm qua", "thứ Ba 24/11". */
export function dayName(day: string, today: string, language: "vi" | "en"): string {
  return nearName(day, today, language) ?? weekdayAndDate(day, language);
}

/** "Hôm nay, Thứ Ba 24/11": still right when it is read tomorrow, on paper. */
export function dayNameAndDate(day: string, today: string, language: "vi" | "en"): string {
  const date = weekdayAndDate(day, language);
  const name = nearName(day, today, language);
  return name === undefined ? date : `${name}, ${date}`;
}

const nearName = (day: string, today: string, language: "vi" | "en"): string | undefined =>
  near.find(([days]) => day === daysAfter(today, days))?.[1][language];

/** "Thứ Ba 24/11". */
export function weekdayAndDate(day: string, language: "vi" | "en"): string {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  const [, month, date] = day.split("-").map(Number);
  return `${weekdays[language][weekday]} ${date}/${month}`;
}

const near: readonly (readonly [number, { readonly vi: string; readonly en: string }])[] = [
  [0, { vi: "Hôm nay", en: "Today" }],
  [-1, { vi: "Hôm qua", en: "Yesterday" }],
  [1, { vi: "Ngày mai", en: "Tomorrow" }],
  [2, { vi: "Ngày kia", en: "The day after tomorrow" }],
];

const weekdays = {
  vi: ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

/** The hour first offered for a meeting on that day: in the morning, or today an hour from now at least. */
export function hourOffered(day: string, now: number): string {
  if (day !== dayOf(now)) return "08:00";
  const next = new Date(now + ahead + 2 * 3_600_000 - 1).getUTCHours();
  return next >= 7 && next <= 19 ? `${String(next).padStart(2, "0")}:00` : "19:00";
}

/** "2026-11" as people say it: "11/2026". */
export const monthSaid = (month: string): string =>
  `${Number(month.slice(5))}/${month.slice(0, 4)}`;
