/** "Nhờ thằng cháu nó bấm hộ được không": somebody of the house would press for them. */
import { fold } from "./fold.ts";

// A bare "cháu" is the machine itself.
const kin =
  "(?:(?:thang|con|dua|may dua) (?:chau|con|ut|ca|be|em)|con (?:trai|gai|dau|re|toi|minh|no)|chau (?:noi|ngoai|trai|gai|toi|dich ton|no)|nguoi nha|vo(?: toi)?|chong(?: toi)?|anh em|hang xom|my (?:son|daughter|grandson|granddaughter|husband|wife|family|child))";
const lets = new RegExp(
  `\\b(?:nho|de|cho|bao|goi|can|may co|have|let|ask)(?: \\S+){0,2} ${kin}(?: no)?(?: \\S+){0,2} (?:lam|bam|go|nhap|khai|an|xem|do it|press|help)\\b`,
);
const may =
  /\b(?:duoc (?:khong|ko|k|hong|chu)|co duoc|duoc ha|duoc a|ok khong|ho|giup|may i|can i|ok)\b/;

const longest = 14;

export function wantsFamilyToPress(text: string): boolean {
  const folded = fold(text);
  return folded.split(" ").length <= longest && lets.test(folded) && may.test(folded);
}
