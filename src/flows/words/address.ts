/** Forms of address come in pairs: what we call the resident, and what we call ourselves. */
import type { Language } from "../vocabulary.ts";

export const addresses = ["cu", "ong", "ba", "bac", "co", "chu", "anh", "chi", "em"] as const;
export type Address = (typeof addresses)[number];

const pairs: Record<Address, { readonly you: string; readonly me: string }> = {
  cu: { you: "cụ", me: "cháu" },
  ong: { you: "ông", me: "cháu" },
  ba: { you: "bà", me: "cháu" },
  bac: { you: "bác", me: "cháu" },
  co: { you: "cô", me: "cháu" },
  chu: { you: "chú", me: "cháu" },
  anh: { you: "anh", me: "em" },
  chi: { you: "chị", me: "em" },
  em: { you: "em", me: "mình" },
};

/** How a propagandist reads it on a card. */
export function addressWord(address: Address): string {
  return pairs[address].you;
}

const capital = (word: string) => word.charAt(0).toLocaleUpperCase("vi") + word.slice(1);

/** Words after which a pronoun cannot simply be left out. */
const needsSomebody = /(^|\s)(của|cho|với|giúp|nhờ|hỏi|mời|và|gặp|tên|báo)\s+\{you\}/giu;

/** "{You} cần gì?": without the pronoun it would be curt. */
const opensWithQuestion = /^\{You\}[,\s]+([^.!?…]*?)(?:\s*ạ)?\?/u;
const laterQuestion = /(?<=[.!?…:]\s+)\{You\}[,\s]+(\p{L}[^.!?…]*?)(?:\s*ạ)?\?/gu;

/**
 * Puts the pair into a text. Without an address no pronoun is used: the place closes up, the sentence
 * begins with a capital again, a question begins with "Dạ" and ends with "ạ", and we are "máy".
 */
export function withAddress(
  text: string,
  address: Address | undefined,
  language: Language,
): string {
  if (language === "en")
    return text
      .replaceAll(/\{you\}/g, "you")
      .replaceAll("{You}", "You")
      .replaceAll("{me}", "I")
      .replaceAll("{Me}", "I");
  if (address !== undefined) {
    const { you, me } = pairs[address];
    return text
      .replaceAll("{you}", you)
      .replaceAll("{You}", capital(you))
      .replaceAll("{me}", me)
      .replaceAll("{Me}", capital(me));
  }
  const closed = text
    .replace(opensWithQuestion, "Dạ, $1 ạ?")
    .replaceAll(laterQuestion, (_whole, question: string) => `${capital(question)} ạ?`)
    .replaceAll("{me}", "máy")
    .replaceAll("{Me}", "Máy")
    .replaceAll(needsSomebody, "$1$2 mình")
    .replaceAll(/\s*\{you\}\s*\?/gi, " ạ?")
    .replaceAll(/ạ ạ\?/g, "ạ?")
    .replaceAll(/\{you\} ơi,?\s*/gi, "")
    .replaceAll(/([,;:]?)\s*\{you\}(?=[\s,.!;:]|$)/g, (_whole, mark: string) => mark)
    .replaceAll(/\{You\}[,\s]*(\p{L})/gu, (_whole, letter: string) =>
      letter.toLocaleUpperCase("vi"),
    )
    .replaceAll(/\{[yY]ou\}/g, "")
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/\s+([,.!?;:])/g, "$1")
    .replaceAll(
      /([.!?…]\s+|\n)(\p{Ll})/gu,
      (_whole, before: string, letter: string) => before + letter.toLocaleUpperCase("vi"),
    )
    .trim();
  // A sign, "trang có chữ…", is no sentence: only what lost its pronoun begins with a capital again.
  return /^\{(you|me)\}/i.test(text) ? capital(closed) : closed;
}
