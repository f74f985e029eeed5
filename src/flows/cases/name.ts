/** How a resident is spoken of among propagandists: never by a name. */
import type { Talk } from "../talk/talk.ts";
import type { Language } from "../vocabulary.ts";
import { addressWord } from "../words/address.ts";

const words = {
  vi: { somebody: "một người", from: "ở" },
  en: { somebody: "somebody", from: "in" },
} as const;

/** "cụ ở Nà Khau", "cụ in Nà Khau": how a case is named among propagandists. */
export function nameOf(talk: Talk, language: Language = "vi"): string {
  const { address, village } = talk.saved;
  const { somebody, from } = words[language];
  const who = address === undefined ? somebody : addressWord(address);
  return village === undefined ? who : `${who} ${from} ${village.says}`;
}
