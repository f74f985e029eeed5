/**
 * When words may count as "done".
 *
 * A false yes sends somebody past a step they never did, so doubt always wins: any negation,
 * hindrance, question, condition or promise in the text, and it is not done.
 */
import { fold, wordsOf } from "./fold.ts";

// Something is said to be finished, not merely possible.
const finished =
  /\b(xong|xog|hoan thanh|hoan tat|thanh cong|roi|r|ui|oi|da (bam|an|nhan|lam|nhap|dien|vao|gui|nop|chon|tai|cai|mo|chup|ky|quet|dang nhap|thay|hien|qua|duoc|ok)|tiep (di|tuc|theo|nao)?|done|finished|complete|completed|worked|i did|i have|pressed|clicked|next|(sang|qua|chuyen) (duoc )?(trang|buoc|cai|man|muc))\b/;

// A question about the next step is asked by somebody who has finished this one.
const onward = /\b(tiep|gi nua|sao nua|next|gio (lam|bam|vao|sao)|lam gi (nua|tiep)|buoc sau)\b/;

// Each of these alone is enough to doubt. Written folded: marks are often missing.
const doubt: readonly RegExp[] = [
  // not, not yet
  /\b(chua|chx|khong|ko|kg|hok|hong|hem|k|chang|cha|deo|dell|del|dech)\b/,
  /\b(not|never|cannot|can t|cant|don t|dont|doesn t|didn t|didnt|won t|haven t|havent|isn t|isnt|hasn t|yet|nothing|hardly)\b/,
  // "xong … đâu", "đâu có xong", "nào đã xong", "gì mà xong"
  /\b(nao da|nao co|gi ma|the nao ma|lam gi co|lay dau ra|con lau|con khuya|lam sao ma|sao ma|xong xuoi gi|het cach|bo tay|chiu)\b/,
  // nearly, half, about to, in the middle of it
  /\b(gan|sap|suyt|mot nua|nua chung|nua roi|do dang|lam do|lo do|dang(?! (nhap|ky|ki|xuat|tai|len))|moi (chi )?(duoc|xong|lam|bam|dien|nhap|vao)|con (mot|1|hai|2|may|vai|nua|thieu|it|chut|phan)|it nua|chut nua|ti nua|lat nua|tam duoc|tam on|almost|nearly|half|soon|still|about to)\b/,
  // wishes, conditions, promises, orders
  /\b(neu|khi nao|bao gio|luc nao|may gio|mong|muon|de (xong|lam|bam|em|toi|ba|ong|bac|mai)|cho xong|phai|can xong|ho(?! (so|khau|ten))|giup|doi|cho ti|cho chut|cho em|cho toi lam|tu tu|mai lam|chieu lam|se|dinh|hua|if|when|will|would|wait|want|should|must|try|trying)\b/,
  // hindrances
  /\b(loi|sai|hong|nham|so cu|may cu|sim|quen|tit|treo|ket|tac|tu choi|that bai|van (bi|the|vay|nhu|con|cu|dung|o)|bi (loi|khoa|vang|thoat|mat|ket|treo|tra|tu choi|lag|dung|do|dung|dut)|het (pin|mang|han|tien|dung luong|data|gio|hoi)|mat (mang|song|tieng|tich|roi|het|luon)|bao (loi|sai|do|het|la sai)|yeu|cham|quay (mai|vong|tron|quay|lai|ve)|xoay|lag|thoat ra|vang ra|tat (may|ngom|mat|nguon)|sap nguon|error|fail|failed|wrong|stuck|problem|expired|rejected|crash\w*)\b/,
  /\b(nhung|ma no|ma sao|the ma|vay ma|ma van|tuong|lo (tay|bam|an|chon|nhap|xoa|gui|nhan)|lon (roi|nut)|ngo|hinh nhu|chac la|chac gi|co le|khong chac|gia ma|but|maybe|think|thought|probably)\b/,
  // long trouble: "làm mãi", "mãi mới", "hoài"
  /\b(lam mai|bam mai|cho mai|doi mai|mai ma|mai ch|mai moi|hoai|mai van)\b/,
  /\b(met|chan|kho|ban|nan|muon|buon ngu|mo mat|doi|so|lo|buc|tuc|xau|gia) (roi|qua|lam|r)\b/,
  /\bxong (chua|phim|doi|xuoi gi|cai (gi|con|nu)|duoc (da|thi)|roi thi|thi|bang|noi)\b/,
];

// Question words doubt too, unless they ask for the next step.
const asking =
  /\b(dau(?! (tien|roi))|the nao|nhu nao|kieu gi|sao|gi|a ha|ha|chang|u ha|what|how|why)\b/;

const supposes =
  /^(?:the|vay|nhu (?:the|vay)) (?:la |thi )*(?:da )?xong(?: roi| het| han)* (?:a|ha|u)$/;

/** "Xong chưa nhỉ?", "thế đã xong chưa": whether it is done is what they ask. */
export function asksWhetherDone(text: string): boolean {
  return /^(?:the|vay|khong biet|chau oi|oi|a|u|la|thi|nay|gio|da|duoc|nhu (?:the|vay))?(?: (?:la|thi|da|nay|cai nay|nhu the|nhu vay))* ?xong(?: han| het)? chua(?: (?:nhi|a|ha|chau|em|vay|the|nua|may|u|hay|oi|con|ban))*$/.test(
    fold(text),
  );
}

/** True when anything in a text speaks against reading it as a plain yes or as done. */
export function doubtful(text: string): boolean {
  const folded = fold(text);
  // With marks the polite "ạ" and the asking "à" are told apart.
  const words = wordsOf(text);
  if (words.some(({ said }) => ["à", "hả", "chăng", "ư", "nhỉ"].includes(said))) return true;
  // "Xong rồi chứ", "xong roi nhi", "thế là xong rồi à" written without marks: asked, and not said.
  const last = words.at(-1)?.said;
  if (last === "chứ" || last === "nhi" || supposes.test(folded)) return true;
  if (!onward.test(folded) && (/\?\s*$/.test(text) || asking.test(folded))) return true;
  return doubt.some((pattern) => pattern.test(folded));
}

/** True when a text says that the step is done and nothing in it speaks against. */
export function saysDone(text: string): boolean {
  return finished.test(fold(text)) && !doubtful(text);
}

const agreement: ReadonlySet<string> = new Set(
  "co vang da u uh um uhm ok oke okie okela okay dung roi the vay phai duoc dong y nhat tri chuan yes yeah yep yup sure right correct a nhe nha day do em chau oi ba ong bac toi co chu anh chi con minh ad roi hieu biet ro thay hien luon chac chan tat nhien i see fine good it is thi ma cung".split(
    " ",
  ),
);

/** True when a text says yes and nothing else. */
export function agrees(text: string): boolean {
  const words = fold(text).split(" ");
  return words.every((word) => agreement.has(word)) && !doubtful(text);
}

/** True when a text denies something: "chưa", "không", "đâu có", "not yet". */
export function denies(text: string): boolean {
  const folded = fold(text);
  return (
    /\b(chua|chx|khong|ko|kg|hok|hem|k|chang|cha|deo|not|no|never|don t|cannot|can t)\b/.test(
      folded,
    ) ||
    /\b(xong|duoc|co|da|lam|bam|vao|thay|hien|len|cong|thanh) dau\b/.test(folded) ||
    /\bdau (co|da)\b/.test(folded)
  );
}
