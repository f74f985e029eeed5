/** While a person has been called and nobody has come yet: asking after them, and no longer wanting them. */
import { fold } from "./fold.ts";

const after =
  /\b(?:(?:cho|doi) (?:mai|hoai|lau|moi|den bao gio|toi bao gio|bao lau)|con (?:cho|doi)|(?:co|thay) (?:ai|nguoi)(?: \S+){0,2} (?:chua|khong|ko|chua vay)|(?:chua|khong|ko|chang|cha)(?: \S+){0,2} ai\b|(?:bao gio|khi nao|luc nao) (?:thi |moi )?(?:co|den|toi|nhan)|ai (?:nhan|giup|den|goi|tra loi)(?: \S+){0,2} chua|nguoi (?:giup )?(?:dau|o dau)|anybody there|anyone there|still waiting|nobody (?:comes|answers|came))\b/;
/** Too short to be about anything else. */
const impatient =
  /^(?:(?:sao|gi|ma) )*lau (?:the|vay|qua|roi|lam)(?: (?:roi|a|chau|em))*$|^how long\b/;
const enough =
  /\b(?:(?:khong|ko|k|chang|cha) (?:can|phai|nho) (?:giup|nguoi|ai|goi|nua)|khoi (?:can|giup|goi|phai|nho|phien)|thoi khoi|no need|not needed|don t need)\b/;
/** A code or a page may be waited for as well; and ending the task itself is another wish. */
const other =
  /\b(?:ma|otp|trang|web|mang|song|tin nhan|app|vneid|cong|nut|lam nua|lam viec nay|nop nua|dang ky nua)\b/;

const longest = 12;

export type OfAwaited = "asks-after" | "enough";

export function ofAwaited(text: string): OfAwaited | undefined {
  const folded = fold(text);
  if (folded.split(" ").length > longest || other.test(folded)) return undefined;
  if (enough.test(folded)) return "enough";
  return after.test(folded) || impatient.test(folded) ? "asks-after" : undefined;
}
