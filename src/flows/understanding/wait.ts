/** "Đợi tí", "đang làm", "gần xong rồi": still at it, so nothing went wrong and nothing is asked. */
import { fold } from "./fold.ts";

const waits = [
  /\b(?:doi|khoan)\b(?: (?:da|cho|cai|ti|tis|chut|lat|mot|1|it|xiu|phut|toi|em|ba|ong|bac|cu|co|chu|anh|chi|chau|may|tao|minh))+/,
  // Folded, "chờ" is also "cho": it is waiting only for a little while.
  /\bcho(?: (?:mot|1|toi|em|ba|ong|bac|cu|co|chu|anh|chi|chau|tao|minh|it))* (?:ti|tis|chut|lat|xiu|phut|da)\b/,
  /\bdoi(?: \S+){0,2} (?:di tim|lay|deo|mo|xem|doc|bat|sac|tim|hoi)\b/,
  /\b(?:tu tu|thong tha|cham thoi|khoan da|de (?:toi|em|ba|ong|bac|cu|co|chu|anh|chi|chau|tao|minh)(?: \S+)? (?:xem|tim|lay|thu|doc|lam|bam|mo|hoi))\b/,
  /\bhoi(?: \S+){1,3} (?:da|cai da|xem da)$/,
  /\bdang (?:lam|tai|tim|mo|dien|go|chup|xem|doc|viet|lay|chay|load|bam|cai|chon|gui|bat|sac)\b/,
  /\b(?:gan|sap) (?:xong|duoc|toi|den)\b/,
  /\b(?:wait|hold on|just a (?:moment|minute|second)|one moment|almost done|still doing|working on it)\b/,
];

/** What went wrong, what was long waited for, and what is put off to another time is no "wait a little". */
const other =
  /\b(?:khong|ko|k|loi|sai|mai|hoai|lau|hom|chieu|toi nay|tuan|thang|ve|nguoi|goi|quen|mat|het|hong|treo|giup|bao gio|the nao|sao|gi|dau|quay|nghi|not|error)\b/;

/** Longer than this it tells more than that. */
const longest = 10;

/** True when somebody only asks for a little patience. */
export function asksToWait(text: string): boolean {
  const folded = fold(text.normalize("NFC").replace(/chờ/giu, "đợi"));
  if (folded.split(" ").length > longest || /\?\s*$/.test(text)) return false;
  return !other.test(folded) && waits.some((pattern) => pattern.test(folded));
}
