/** "Mã quay lại", "đổi sang Zalo", "làm tiếp ở máy khác": somebody wants to go on in another place. */
import { fold } from "./fold.ts";

/** Longer than this it is a story in which another telephone comes up. */
const longest = 70;

const place =
  "(?:cai |chiec )?(?:may|dien thoai|dt|cho|noi) (?:khac|moi|kia|con|chau|cua \\w+)|may tinh|zalo|telegram|tele|trang web|web";
const code = /\b(?:ma quay lai|return code)\b/;
const goesOn = new RegExp(
  `\\b(?:lam tiep|tiep tuc|lam not|noi tiep|go on|continue)(?: \\w+){0,2} (?:o|tren|qua|sang|ben|bang|on|in) (?:${place}|another (?:phone|device|place|chat))\\b`,
);
/** Without "go on" only the name of a chat is clear: changing telephones is also a guide of its own. */
const changes =
  /\b(?:chuyen|doi|sang|qua)(?: (?:sang|qua))? (?:zalo|telegram|tele|trang web|web)\b|\b(?:switch|move|change) to (?:zalo|telegram|the web)\b/;
const refuses = /\b(?:khong|chua|dung|ko|k) (?:muon|can|phai|duoc)?\b/;

export function wantsElsewhere(text: string): boolean {
  if (text.length > longest) return false;
  const folded = fold(text);
  if (code.test(folded)) return true;
  return !refuses.test(folded) && (goesOn.test(folded) || changes.test(folded));
}
