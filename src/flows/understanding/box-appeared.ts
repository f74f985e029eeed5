/** "Nó hiện cái bảng hỏi đồng ý": something came up on the screen by itself, which the step does not name. */
import { fold } from "./fold.ts";

const appears = "(?:hien|nhay|bat|xuat hien|tu dung co|tu nhien co|pops?|appeared)";
const box = "(?:bang|khung|cua so|hop thoai|thong bao|o (?:vuong|nho|trang)|box|window|popup)";
const wants = "(?:hoi|bao|doi|bat|xin|cho phep|dong y|asks?|allow|agree)";
const appeared = new RegExp(
  `\\b${appears}(?: \\S+){0,3}? ${box}\\b(?: \\S+){0,3}? ${wants}\\b|\\b${appears}(?: (?:ra|len))?(?: \\S+){0,3}? (?:hoi|xin|doi)(?: \\S+){0,3} (?:cho phep|dong y)\\b`,
);
/** That nothing comes up, or what the step itself looks for, is another matter. */
const otherwise =
  /\b(?:khong|ko|k|chang|cha|chua|het|mat) (?:thay|hien|nhay|ra|len)\b|\b(?:ma|otp|mat khau)\b/;

/** A longer message tells something beside it. */
const longest = 14;

export function boxAppeared(text: string): boolean {
  const folded = fold(text);
  if (folded.split(" ").length > longest || otherwise.test(folded)) return false;
  return appeared.test(folded);
}
