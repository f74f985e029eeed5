/** While a person has been called and nobody has come yet: asking after them, and no longer wanting them. */
import { fold } from "./fold.ts";

const after =
  /\b(?:lau (?:the|vay|qua|roi|lam)|(?:cho|doi) (?:mai|hoai|lau|moi|den bao gio|toi bao gio|bao lau)|con (?:cho|doi)|sao (?:chua|khong|mai|ko|lau)|(?:co|thay) (?:ai|nguoi)(?: \S+){0,2} (?:chua|khong|ko|chua vay)|(?:chua|khong|ko|chang|cha)(?: \S+){0,2} ai\b|bao gio (?:co|moi co|thi co)|khi nao (?:co|moi co|thi co)|ai (?:nhan|giup|den|goi|tra loi)(?: \S+){0,2} chua|nguoi (?:dau|giup dau)|dau roi|sap den chua|where is|how long|anybody there|anyone there|still waiting|no one|nobody)\b/;
const enough =
  /\b(?:(?:khong|ko|k|chang|cha) (?:can|phai|nho) (?:giup|nguoi|ai|goi|nua)|khoi (?:can|giup|goi|phai|nho|phien)|thoi khoi|thoi khong can|lam duoc roi|tu duoc roi|xong roi khoi|no need|never mind|not needed|don t need)\b/;
/** Ending the task itself is another wish, and is asked about. */
const ofTask = /\b(?:lam nua|lam viec nay|nop nua|dang ky nua)\b/;

const longest = 12;

export type OfAwaited = "asks-after" | "enough";

export function ofAwaited(text: string): OfAwaited | undefined {
  const folded = fold(text);
  if (folded.split(" ").length > longest || ofTask.test(folded)) return undefined;
  if (enough.test(folded)) return "enough";
  return after.test(folded) ? "asks-after" : undefined;
}
