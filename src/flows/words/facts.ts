/** Quotes dated values. A lapsed or unknown one is never quoted: the office is asked instead. */
import type { Facts } from "../authoring/flow-schema.ts";
import { dayOf, sayDay } from "../time/calendar.ts";
import { addWorkingDays, announcedIn, readSpan, touchesGuess } from "../time/working-days.ts";
import type { Day, Instant, Language } from "../vocabulary.ts";

type Fact = Facts[string];

const askTheOffice = { vi: "(hỏi cán bộ xã)", en: "(ask at the commune office)" } as const;

function quotable(facts: Facts, id: string, now: Instant): Fact | undefined {
  const fact = facts[id];
  const today = dayOf(now);
  return fact === undefined || today < fact.from || today > fact.until ? undefined : fact;
}

/** The value as it is said today, or nothing when it may not be quoted. */
export function factOn(
  facts: Facts,
  id: string,
  now: Instant,
  language: Language,
): string | undefined {
  const fact = quotable(facts, id, now);
  return fact === undefined ? undefined : sayFact(fact, language);
}

/** A value as it is said: a number of working days with its words, days off by their names. */
export function sayFact({ kind, value }: Fact, language: Language): string {
  if (typeof value !== "string") return value[language];
  if (kind === "working-days") {
    if (language === "vi") return `${value} ngày làm việc`;
    return value === "1" ? "1 working day" : `${value} working days`;
  }
  const span = kind === "days-off" || kind === "days-worked" ? readSpan(value) : undefined;
  if (span === undefined) return value;
  const [first, last] = span.map((day) => sayDay(day, language));
  if (first === last) return first ?? value;
  return language === "vi" ? `từ ${first} đến ${last}` : `from ${first} to ${last}`;
}

/**
 * The day by which something filed on `filed` is due, by a fact of kind working-days; nothing when that may not
 * be quoted now. The announcements counted with are those that may be relied on now.
 */
export function dueDay(facts: Facts, id: string, filed: Day, now: Instant): Day | undefined {
  const fact = quotable(facts, id, now);
  return fact?.kind !== "working-days"
    ? undefined
    : addWorkingDays(filed, Number(fact.value), announcedIn(facts, dayOf(now)));
}

/** "thứ Năm ngày 26 tháng 11", with "khoảng" where Tết or National Day on the way is not announced yet. */
function sayDue(
  facts: Facts,
  id: string,
  filed: Day,
  now: Instant,
  language: Language,
): string | undefined {
  const due = dueDay(facts, id, filed, now);
  if (due === undefined) return undefined;
  const about = touchesGuess(filed, due, announcedIn(facts, dayOf(now)));
  const day = sayDay(due, language);
  if (!about) return day;
  return language === "vi" ? `khoảng ${day}` : `about ${day}`;
}

/** Puts facts, and days counted from `filed` by them, into a text. */
export function quoteFacts(
  text: string,
  facts: Facts,
  now: Instant,
  language: Language,
  filed: Day = dayOf(now),
): string {
  return text
    .replaceAll(
      /\{fact:([a-z0-9-]+)\}/g,
      (_whole, id: string) => factOn(facts, id, now, language) ?? askTheOffice[language],
    )
    .replaceAll(
      /\{due:([a-z0-9-]+)\}/g,
      (_whole, id: string) => sayDue(facts, id, filed, now, language) ?? askTheOffice[language],
    );
}
