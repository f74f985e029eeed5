/**
 * When words may count as "done".
 *
 * A false yes sends somebody past a step they never did, so doubt always wins: any negation,
 * hindrance, question, condition or promise in the text, and it is not done.
 */
import { fold, wordsOf } from "./fold.ts";

const finished =
  /\b(xong|xog|xon|song roi|hoan thanh|hoan tat|thanh cong|duoc roi|dc roi|dc r|on roi|ok roi|oke roi|done|finished|complete|completed|it worked|worked|i did|i have|pressed|clicked|next|tiep|gi nua|sao nua|roi|da|r|oi|duoc|qua buoc|sang (trang|buoc|cai|man|muc)|chuyen (trang|sang|qua))\b/;

// Each of these alone is enough to doubt. Written folded: marks are often missing.
const doubt: readonly RegExp[] = [
  // not, not yet
  /\b(chua|chx|khong|ko|kg|hok|hong|hem|k|chang|cha|deo|dell|del)\b/,
  /\b(not|never|cannot|can t|cant|don t|dont|doesn t|didn t|didnt|won t|haven t|havent|isn t|isnt|hasn t|yet|nothing|hardly)\b/,
  // "xong đâu", "đâu có xong", "có … đâu", "nào đã xong", "gì mà xong"
  /\b(xong|duoc|roi|bam|lam|da|co|vao|len|hien|thay|an|nhap|dien) dau\b/,
  /\bdau\b(?! (roi|day|nhe)).*\b(xong|duoc|roi)\b/,
  /\b(nao da|nao co|gi ma|dau ma|the nao ma|lam gi co|lay dau ra|con lau|con khuya|lam sao ma|sao ma)\b/,
  // nearly, half, about to, in the middle of it
  /\b(gan xong|gan duoc|gan roi|sap|suyt|mot nua|nua chung|do dang|lam do|lo do|dang(?! (nhap|ky|ki|xuat|tai|len))|moi duoc|moi xong (mot|1|nua|mot nua|phan)|con (mot|1|hai|2|may|vai|nua|thieu|it|chut)|it nua|chut nua|ti nua|lat nua|tam duoc|tam on|almost|nearly|half|soon|still|about to)\b/,
  // wishes, conditions, promises, orders
  /\b(neu|khi nao|bao gio|luc nao|mong|muon|de (xong|lam|bam|em|toi|ba|ong|bac|mai|toi)|cho xong|phai xong|can xong|ho(?! (so|khau|ten))|giup|doi|cho ti|cho chut|cho em|cho toi lam|tu tu|mai lam|chieu lam|lat lam|se|dinh|hua|if|when|will|would|wait|want)\b/,
  // hindrances
  /\b(loi|sai|hong|nham|quen|tit|treo|ket|tac|tu choi|that bai|van bi|bi (loi|khoa|vang|thoat|mat|ket|treo|tra|tu choi|lag|dung|do)|het (pin|mang|han|tien|dung luong|data)|mat (mang|song|tieng)|bao (loi|sai|do|het|la sai|chua|khong)|yeu|cham|quay (mai|vong|tron|quay|lai)|xoay|lag|error|fail|failed|wrong|stuck|problem|expired|rejected)\b/,
  /\b(nhung|nhung ma|ma no|ma sao|the ma|vay ma|tuong|ngo|cu tuong|hinh nhu|chac la|co le|khong chac|but|maybe|think|thought|probably)\b/,
  /\b(met|chan|kho|ban|nan|muon|buon ngu|mo mat|doi|so|lo|buc|tuc) (roi|qua|lam|r|lam roi)\b/,
  /\bxong (cai (gi|con|nu|dau)|duoc (da|thi)|roi thi|thi|kieu gi|bang|noi)\b/,
  // long trouble: "làm mãi", "mãi mới", "hoài"
  /\b(mai khong|lam mai|bam mai|cho mai|doi mai|mai ma|mai ch|hoai|hoai ma|mai van)\b/,
  /\b(xong (chua|khong|phim|doi|xuoi gi|gi|sao|a|ha|the nao duoc)|duoc (chua|khong|a|ha|sao)|roi (a|ha|sao|u)|het cach|bo tay|chiu)\b(?! (a|nhe|day|do|em|ban|chau))/,
];

// Questions about finishing are not reports of it.
const question = /\b(xong|duoc|roi|thanh cong)\b[^?]*\?\s*$/;
const onward = /\b(tiep|gi nua|sao nua|next|lam gi|bam gi|lam sao|what)\b/;

/** True when a text says that the step is done and nothing in it speaks against. */
export function saysDone(text: string): boolean {
  const folded = fold(text);
  if (!finished.test(folded)) return false;
  // "xong rồi ạ" must survive the question rule for "rồi à": with marks the words are told apart.
  const asks = wordsOf(text).some(
    ({ said }) => said === "à" || said === "hả" || said === "chăng" || said === "ư",
  );
  if (asks) return false;
  if (
    question.test(
      text
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replaceAll("đ", "d")
        .toLowerCase(),
    ) &&
    !onward.test(folded)
  )
    return false;
  const settled = folded.replace(/\b(roi|xong|duoc|r) a\b/g, "$1").replace(/\bokela\b/g, "ok");
  return !doubt.some((pattern) => pattern.test(settled));
}

/** True when a text denies something: "chưa", "không", "đâu có", "not yet". */
export function denies(text: string): boolean {
  const folded = fold(text);
  return (
    /\b(chua|chx|khong|ko|kg|hok|hem|k|chang|cha|deo|not|no|never|don t|cannot|can t)\b/.test(
      folded,
    ) ||
    /\b(xong|duoc|co|da|lam|bam|vao|thay) dau\b/.test(folded) ||
    /\bdau co\b/.test(folded)
  );
}
