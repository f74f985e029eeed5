/** Choices where there are no buttons: a short numbered list under the words, answered by typing. */
import type { Language, Reply } from "../../../flows/index.ts";
import { composed, longestText, shortened, textPieces } from "./text-pieces.ts";

/** Longer labels are cut; five of them always fit one message. */
const longestLabel = 100;

const howToAnswer: Readonly<Record<"numbers" | "words", Readonly<Record<Language, string>>>> = {
  numbers: {
    vi: "Gõ số, hoặc viết bằng lời.",
    en: "Type the number, or write it in words.",
  },
  words: { vi: "Hoặc gõ đúng chữ này:", en: "Or type exactly these words:" },
};

/** The list alone; empty where nothing is offered. */
export function numberedChoices(
  { choices, byWords }: Pick<Reply, "choices" | "byWords">,
  language: Language,
): string {
  if (choices.length === 0) return "";
  const labels = choices.map(({ says }) => shortened(says, longestLabel));
  // Where digits are an answer of their own, a number before a choice would be a trap.
  return byWords === true
    ? [howToAnswer.words[language], ...labels.map((label) => `- ${label}`)].join("\n")
    : [...labels.map((label, k) => `${k + 1}. ${label}`), howToAnswer.numbers[language]].join("\n");
}

/** What a reply says as messages: the list stands whole under the last words, or in a message of its own. */
export function messagesWithChoices(
  text: string,
  list: string,
  longest = longestText,
): readonly string[] {
  const pieces = textPieces(text, longest);
  if (list === "") return pieces;
  const last = pieces.at(-1) ?? "";
  const whole = last === "" ? composed(list) : `${last}\n\n${composed(list)}`;
  return whole.length <= longest ? [...pieces.slice(0, -1), whole] : [...pieces, composed(list)];
}
