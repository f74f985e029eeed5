/** After a guide's end: "thế là xong hẳn chưa", "giờ chỉ chờ thôi à", "có phải ra xã nữa không". */
import { fold, wordsOf } from "./fold.ts";

/** A longer message tells something beside it. */
const longest = 14;

const beside = "(?: (?:the|vay|chau|em|con|co|chu|anh|chi|oi|nhe|nay|day))*";
const asked = `${beside} (?:khong|ko|k|hok|chua|a|ha|u|nhi|chu|hay sao)(?: (?:khong|ko|chua|a|ha|nhi))?${beside}$`;

const there =
  "(?:xa|uy ban|ubnd|tru so|trung tam|cong an|cho (?:nao|do)|do|day|dau|ngoai (?:do|xa|ay)|tren (?:xa|do|ay)|noi|buu dien|truong|tinh)";
const thereAgain = new RegExp(
  `\\b(?:phai|can|khoi)(?: (?:phai|can|tu|minh|chay|mat cong))* (?:ra|di|len|den|toi|xuong|quay lai|chay)(?: (?:ra|di|len|den|toi|lai|tan))? (?:${there}|lay|nhan|ky|gap)(?: \\S+){0,3}?${asked}`,
);

const onlyWaits = new RegExp(
  `\\b(?:chi|cu|gio|la|con|thi|nha|moi|ngoi|phai)(?: (?:co|viec|can|phai|o|ngoi|nha|la))* (?:cho|doi)(?: (?:thoi|tin|giay|ket qua|ngay hen|o nha|la|duoc|ho|xa|nua|tiep|goi|nhan))*(?: (?:phai|dung))?${asked}`,
);

const wholly =
  "(?:(?:da|chua|la|thi|the|vay|viec|moi) )*xong(?: (?:han|het|that|ca|hoan toan|viec|dut diem))*(?: roi)?";
const isAll = new RegExp(
  `^(?:(?:the|vay|gio|nhu the|nhu vay|viec nay|cai nay|ba|toi|minh) )*${wholly}(?: (?:phai|dung))?${asked}`,
);

const moreToDo = new RegExp(
  `\\b(?:con|co phai|phai|can)(?: (?:phai|can|thieu|lam|nop|bo sung|minh))* (?:gi|buoc nao|viec nao|viec gi|giay nao|giay gi|them|them gi)(?: (?:nua|them|khac|lam|can|phai))*${asked}`,
);
/** When, how long and how are questions of their own. */
const other = /\b(?:bao gio|khi nao|luc nao|may gio|bao lau|may ngay|bao nhieu|lam sao|the nao)\b/;

/** Whether it asks if that was all: what is left, whether one only waits, whether one must go there. */
export function asksWhatIsLeft(text: string): boolean {
  const folded = fold(text);
  if (folded.split(" ").length > longest || other.test(folded)) return false;
  return isAsked(text) && [thereAgain, onlyWaits, isAll, moreToDo].some((way) => way.test(folded));
}

const called: ReadonlySet<string> = new Set(["cháu", "em", "con", "cô", "chú", "anh", "chị", "ơi"]);

/** With marks "ạ" is only polite, unless what stands before it asks; and "đổi" is no waiting. */
function isAsked(text: string): boolean {
  const words = wordsOf(text).map(({ said }) => said);
  if (words.includes("đổi")) return false;
  const [before, last] = words.filter((word) => !called.has(word)).slice(-2);
  return last !== "ạ" || before === "không" || before === "chưa";
}
