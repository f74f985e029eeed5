/** What is asked of a task as a whole, at any of its steps: "bao giờ thì có", "nộp ở đâu", "cần giấy gì". */
import type { Matter } from "../authoring/flow-schema.ts";
import { asksForCost, withoutCost } from "./anywhere.ts";
import { fold } from "./fold.ts";

/** A longer message tells something beside it. */
const longest = 14;

const units = "(?:ngay|hom|tuan|thang)";
const ready = "(?:xong|co|duoc|nhan|lay|linh|tra|ve|cap|ra|giai quyet|hoan thanh)";
const time = new RegExp(
  [
    `\\b(?:bao gio|bao lau|khi nao|chung nao)(?: nua)? (?:thi |la |moi |ma )*(?:\\S+ ){0,3}?${ready}\\b`,
    `\\b(?:mat|het|ton|cho|doi) (?:khoang |chung )?(?:bao lau|(?:may|bao nhieu) ${units})\\b`,
    `\\b(?:may|bao nhieu) ${units}(?: nua)? (?:thi |la |moi )*(?:xong|co|duoc|lay|nhan|tra)\\b`,
    "\\b(?:how long|how many days|when (?:will|do|can) (?:it|i|we))\\b",
  ].join("|"),
);

const things =
  "(?: (?:ho so|giay(?: to| nay)?|don|cai nay|cai do|viec nay|ket qua|tien|the(?: nay)?|no|nay))*";
const place = "(?:dau|cho nao|noi nao|co quan nao)";
const where = new RegExp(
  [
    `\\b(?:nop|lam|xin|lay|nhan|linh|dang ky|mang|gui)${things} (?:o|tai|ra|den|toi|len) ${place}\\b`,
    `\\b(?:ra|di|den|toi|len|nop|gui)${things} ${place}\\b`,
    "\\bwhere (?:do|can|should|must) (?:i|we)\\b",
  ].join("|"),
);

const papers = new RegExp(
  [
    "\\b(?:can|mang|phai co|chuan bi|doi)(?: theo| san| them| nop| den| co| mang)* (?:nhung |may |cac )?(?:loai )?(?:giay(?: to)?|ho so) (?:gi|nao)\\b",
    "\\b(?:giay to|ho so) (?:gom|can)(?: co)? (?:nhung )?(?:gi|nao)\\b",
    "\\b(?:can|phai) (?:mang |co |chuan bi )+(?:theo )?(?:nhung )?(?:cai )?gi\\b",
    "\\bcan nhung gi\\b",
    "\\b(?:what|which) (?:papers|documents)\\b",
  ].join("|"),
);

/** A button, a page or a person is asked for, and not the task. */
const ofScreens =
  /\b(?:nut|o nao|cho nay|bam|an vao|muc nao|man hinh|trang nay|dong nao|(?:buc|tam|cai) (?:anh|hinh|ma)|co (?:nguoi|ai)|nguoi giup|can bo|tin nhan|otp|mat khau|duong link|button|screen|page|code|people|person|anybody|someone)\b/;
/** "Chưa làm bao giờ", "bà không đi đâu": nothing is asked. "Không biết" asks all the more. */
const denied = /\b(?:chua|khong|chang|cha|deo|never)\b(?! (?:biet|ro|hieu|nho))/;

/** Undefined where no such thing is asked. */
export function matterAsked(text: string): Matter | undefined {
  const folded = fold(text).replace(/\b(?:ko|k|kg|hok|hong)\b/g, "khong");
  if (folded.split(" ").length > longest) return undefined;
  if (asksForCost(folded)) return "cost";
  // "… được không", "… phải không" only ask.
  const said = folded.replace(/\b(?:duoc|phai|dung|co) khong$/, "").replace(/ (?:khong|chua)$/, "");
  if (ofScreens.test(said) || denied.test(said)) return undefined;
  return (["papers", "where", "time"] as const).find((matter) => patterns[matter].test(said));
}

const wishToAsk =
  /^(?:(?:ba|toi|em|chau|con|ong|bac|co|chu|anh|chi|minh) )?(?:muon |cho |xin )?hoi (?:la |xem |ve )?/;
const patterns = { papers, where, time };

/** The other words, which may say of which task: "khai sinh" of "khai sinh mất bao nhiêu tiền". */
export function besideMatter(text: string, matter: Matter): string {
  const folded = fold(text);
  const rest = matter === "cost" ? withoutCost(folded) : folded.replace(patterns[matter], " ");
  return rest.replaceAll(/ +/g, " ").trim().replace(wishToAsk, "");
}
