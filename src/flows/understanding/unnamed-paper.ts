/** "Làm giấy cho con mà chả hiểu gì": a paper is wanted, and nothing says which. */
import { fold } from "./fold.ts";

/** Said of oneself, after what one wants to do: "… mà không biết gì", "… nhưng chả hiểu gì cả". */
const ownPuzzle =
  /(?:[,.;]|\s(?:mà|ma|nhưng|nhung|song))\s*(?:(?:tôi|toi|em|bà|ba|ông|ong|bác|bac|cháu|chau|mình|minh|cứ|cu|thì|thi|lại|lai)\s+){0,2}(?:chả|cha|chẳng|chang|không|khong|ko|k|chưa|chua|hổng|hong)\s+(?:hiểu|hieu|biết|biet|rành|ranh|rõ|ro)\s+(?:gì|gi|chi|sao)(?:\s+(?:cả|ca|hết|het|đâu|dau|sất|sat|ạ|a))*\s*[.!…]*\s*$/iu;
const wanting = /\b(?:lam|xin|dang ky|dk|nop|muon|can|doi|mua|gia han)\b/;

/** What is wanted, without what is said of one's own not knowing. */
export function withoutOwnPuzzle(text: string): string {
  const wanted = text.replace(ownPuzzle, "");
  return wanted !== text && wanting.test(fold(wanted)) ? wanted : text;
}

/** Words that say neither which paper nor what for: wishing, asking, courtesy, and for whom. */
const general: ReadonlySet<string> = new Set(
  "lam xin can muon nho giup ho voi phai duoc dang ky lo giay to cac cai may thu loai gi nao bay gio hom nay cho cua con chau thang be dua nho lon bo me cha ba ma ong ba vo chong em anh chi co chu bac cu gia nha toi minh tui nguoi ta a nhe di thi la cung tao vang da chao oi khong ko k chua chang biet hieu ro sao the dau nua them mot".split(
    " ",
  ),
);

export function namesNoPaper(text: string): boolean {
  const words = fold(text).split(" ");
  return words.includes("giay") && words.length >= 3 && words.every((word) => general.has(word));
}
