/**
 * "Làm lại từ đầu": a telephone that threw somebody back, a slip to be mended, or the wish to begin this guide anew.
 * None of them is the wish for something else.
 */
import { fold } from "./fold.ts";

export type StartOver = "made-to" | "slipped" | "wished";

const doing =
  "(?:lam|dang nhap|nhap|khai|dien|go|bam|chup|vao|dang ky|ky|tai|gui|quet|xac nhan|xac thuc)";
const again = `${doing}(?: \\S+){0,2} lai\\b`;

const madeTo = [
  new RegExp(
    `\\b(?:bat|doi|keu|bao|yeu cau|cu|phai|toan|hay|sao|tu nhien|bi)(?: \\S+){0,3} ${again}`,
  ),
  new RegExp(`\\b${doing} di ${doing} lai\\b`),
  /\b(?:ve|quay (?:ve|lai)|nhay ve|tro ve|ra)(?: \S+){0,2} (?:tu dau|dau tien|lai tu dau)\b/,
  /\b(?:makes? me|have to|had to)(?: \w+){0,3} (?:again|start over)\b/,
];
const slipped = /\b(?:nham|lon|sai|lo tay)\b.*\b(?:lam|tra loi|chon|khai) lai\b/;
const wished =
  /\b(?:(?:lam|bat dau|khai|di|chi|huong dan)(?: \S+){0,1} lai (?:tu dau|het|ca)|bat dau lai|lam lai tu dau|start (?:over|again)|begin again)\b/;

/** What has come back here is another matter than this step; "chỉ lại bước này" asks for the step. */
const repeats = /\b(?:buoc nay|cau nay|cau hoi nay|this step)\b/;

const longest = 14;

export function startOver(text: string): StartOver | undefined {
  const folded = fold(text);
  if (folded.split(" ").length > longest || repeats.test(folded)) return undefined;
  if (slipped.test(folded)) return "slipped";
  if (madeTo.some((pattern) => pattern.test(folded))) return "made-to";
  return wished.test(folded) ? "wished" : undefined;
}
