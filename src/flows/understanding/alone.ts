/** "Thôi để tôi tự làm": no person is wanted after all. */
import { fold } from "./fold.ts";

const alone =
  /\b(?:tu (?:lam|bam|mo|thu|xem|lo)|lam mot minh|mot minh (?:lam|duoc)|on my own|by myself|go on alone|do it myself)\b/;

/** Longer than this it is a story, or a question about doing it alone. */
const longest = 8;

export function wantsToGoOnAlone(text: string): boolean {
  const folded = fold(text);
  if (folded.split(" ").length > longest || /\?\s*$/.test(text)) return false;
  return alone.test(folded) && !/\b(?:khong|ko|k|chua|sao|the nao|kieu gi|duoc ha)\b/.test(folded);
}
