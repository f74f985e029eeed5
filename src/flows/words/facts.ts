/** Quotes dated values. A lapsed or unknown one is never quoted: the office is asked instead. */
import type { Facts } from "../authoring/flow-schema.ts";
import { dayOf } from "../time/calendar.ts";
import type { Instant, Language } from "../vocabulary.ts";

const askTheOffice = { vi: "(hỏi cán bộ xã)", en: "(ask at the commune office)" } as const;

/** The value as it is said today, or nothing when it may not be quoted. */
export function factOn(
  facts: Facts,
  id: string,
  now: Instant,
  language: Language,
): string | undefined {
  const fact = facts[id];
  const today = dayOf(now);
  if (fact === undefined || today < fact.from || today > fact.until) return undefined;
  return typeof fact.value === "string" ? fact.value : fact.value[language];
}

export function quoteFacts(text: string, facts: Facts, now: Instant, language: Language): string {
  return text.replaceAll(
    /\{fact:([a-z0-9-]+)\}/g,
    (_whole, id: string) => factOn(facts, id, now, language) ?? askTheOffice[language],
  );
}
