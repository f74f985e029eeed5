/** What no message to anybody may look like. */
import type { Reply } from "../../src/flows/index.ts";

const most = 5;

/** Faults of one turn's messages; `toResident` adds what only residents are promised. */
export function faultsIn(said: readonly Reply[], toResident: boolean): string[] {
  const faults: string[] = [];
  const machine = said.filter((reply) => reply.from === "machine");
  for (const { text, choices } of machine) {
    if (text.trim() === "") faults.push("an empty message");
    if (/\{[^}]*\}/.test(text)) faults.push(`a place not filled: ${text}`);
    if (/undefined|NaN|\[object/.test(text)) faults.push(`a value not known: ${text}`);
    if (/ {2}/.test(text)) faults.push(`two spaces: ${text}`);
    if (/ [,.!?;:](?!\d)/.test(text)) faults.push(`a space before a mark: ${text}`);
    if (/(^|[^.])\.\.(?!\.)|[,;:]\.|\?\./.test(text)) faults.push(`two marks: ${text}`);
    if (toResident && /^\p{Ll}/u.test(text)) faults.push(`begins small: ${text}`);
    if (choices.length > most) faults.push(`${choices.length} choices`);
    if (new Set(choices.map((c) => c.says)).size < choices.length)
      faults.push(`two buttons alike: ${choices.map((c) => c.says).join(" | ")}`);
    for (const choice of choices)
      if (/\{|undefined/.test(choice.says) || choice.says.trim() === "")
        faults.push(`a button reads “${choice.says}”`);
  }
  const sentences = machine.flatMap(({ text }) => sentencesOf(text));
  const twice = sentences.find((s, at) => s.length > 12 && sentences.indexOf(s) < at);
  if (twice !== undefined && toResident) faults.push(`said twice: ${twice}`);
  return faults;
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((s) => s.trim())
    .filter((s) => s !== "");
}
