/** The number people can check and call: the commune's own, or while that is missing the national line. */
import type { Facts } from "../authoring/flow-schema.ts";
import type { Desk } from "../authoring/settings-schema.ts";
import type { Instant, Language } from "../vocabulary.ts";
import { factOn } from "./facts.ts";

/** Nothing where neither may be quoted today. */
export function telephoneOf(
  { desk, facts }: { readonly desk: Desk; readonly facts: Facts },
  now: Instant,
  language: Language,
): string | undefined {
  return desk.telephone ?? factOn(facts, desk["telephone-fact"], now, language);
}
