/** "Còn mấy bước nữa?", "sắp xong chưa?": how much of the guide is still ahead. */
import { fold } from "./fold.ts";

const asks =
  /\b(?:con (?:may|bao nhieu|nhieu) (?:buoc|cau|cai|viec|muc|trang)|con (?:lau|nhieu|dai) (?:khong|ko|k|nua khong|nua ko|the)|con lau (?:nua )?moi|(?:sap|gan) (?:xong|het|toi|den) (?:chua|khong|ko)|(?:bao gio|khi nao|luc nao|chung nao|may gio) (?:moi |thi )?(?:xong|het)|lam (?:den|toi) dau roi|dang o (?:buoc|dau|cho) nao|dang o dau|(?:buoc|cau) (?:thu )?may roi|how (?:many steps|much (?:is )?left|long (?:is this|will this|does this))|where am i|are we done)\b/;
/** A paper's own time is another question. */
const ofPapers = /\b(?:ho so|giay|ket qua|the|can cuoc|so|tien|lay|nhan|tra)\b/;

const longest = 9;

export function asksHowFar(text: string): boolean {
  const folded = fold(text);
  return folded.split(" ").length <= longest && asks.test(folded) && !ofPapers.test(folded);
}
