/** "Nút nào?", "giờ bấm vào đâu": looks for what is to be pressed at the step. */
import { fold } from "./fold.ts";

const press = "(?:bam|an|nhan|go|cham|chon|vao|tim)";
const place = "(?:nut|cho|o|dong|muc|cai|hinh|chu)";
const which = "(?:nao|gi|dau|cho nao|o dau)";

const asks = [
  /\b(?:nut|dong|o|muc) (?:nao|gi)\b/,
  new RegExp(`\\b${press}(?: (?:vao|tiep|cai|${place}))* ${which}\\b`),
  /\b(?:nut|dong)(?: (?:do|ay|kia|day|bam|can bam))?(?: (?:nam|la|no))? (?:o )?(?:dau|cho nao)\b/,
  /\b(?:which button|what do i press|where do i press|what to press|where is the button)\b/,
];

/** It was looked for and is not there, it was pressed already, or anything would do: something else is the matter. */
const otherwise =
  /\b(?:(?:khong|ko|k|chang|cha|hong|deo|chua) (?:thay|co|duoc|ra|hien|len|nhan|tim)|cung|duoc|roi|mai|nham|hoai|bao|nua ha)\b/;

/** Longer than this it is a story in which a button comes up. */
const longest = 9;

export function asksWhichPress(text: string): boolean {
  const folded = fold(text);
  if (folded.split(" ").length > longest || otherwise.test(folded)) return false;
  return asks.some((pattern) => pattern.test(folded));
}
