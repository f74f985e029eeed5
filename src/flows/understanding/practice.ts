/** Words of somebody who would like to try a guide out first, has tried enough, or wants it done for real. */
import { fold, wordsOf } from "./fold.ts";

/** `of`: what they would like to practise, in their own words; empty where they named nothing. */
export interface PracticeWish {
  /** "thử xem" may also mean that the step is being tried, so it only counts before a guide was walked. */
  readonly how: "plain" | "faint";
  readonly of: string;
}

const before =
  "(?:(?:da|oi|a|u|vang|thi|hay|toi|em|chau|con|minh|ba|ong|bac|cu|co|chu|anh|chi|may|muon|can|xin|cho|de|duoc|co the|truoc het|truoc tien|i|we|want to|would like to|can|could|may|please|let me|let us|just|like) )*?";
const after =
  "(?: (?:xem|truoc|mot|1|vai|lan|luot|cai|bai|chut|da|nhe|nha|a|di|cho|quen|biet|sao|the nao|voi|thoi|duoc khong|co duoc khong|first|please|once|it|this))*";
/** "làm thủ tục", "làm thứ khác", "thu nhập": other words once their marks are gone. */
const otherwise =
  "(?! (?:tuc|nhap|tin|ky|hai|ba|tu|nam|sau|bay|2|3|4|5|6|7|gi|nao|khac|nhat|tien|phi|y|moi|hoi))";
const practising = `(?:lam thu${otherwise}|tap lam|tap thu|chay thu|lam nhap|practi[sc]e(?: round)?|trial run|dry run|try it out|try (?:it|this) first)`;
const faintly = "(?:thu xem(?: sao| the nao)?|thu cho biet|thu mot lan xem)";

const onlyThat = new RegExp(`^${before}${practising}${after}$`);
const onlyFaint = new RegExp(`^${before}${faintly}${after}$`);
const thatOf = new RegExp(`^${before}${practising} (?<rest>.+)$`);
const ofThat = new RegExp(`^(?<rest>.+?) ${practising}${after}$`);

/** Done already, done again, not wanted, or not working: none of these asks for a practice round. */
const noWish =
  /\b(thu lai|lam lai|da (lam )?thu|thu (roi|mai|hoai|du|may|nhieu|xong)|roi$|roi (a|nhe|ma|van|khong|chua|cung|no|bi|bao|sai)\b|van|chua|mai (ma|van|khong)|khong (lam|muon|can|thich|phai|the|vao|ra|thay|mo)|khong duoc|bi|loi|nhung|xong|thoi khong|dung|again|tried|already|not|don t|doesn t|didn t|stop)\b/;
/** "làm thử được không ạ?" asks for it. */
const asks = /\b(?:co )?duoc khong\b(?: a| chau| nhe| em)*$/;

export function practiceWish(text: string): PracticeWish | undefined {
  const folded = fold(text);
  const said = folded.replace(asks, "").trim();
  if (said === "" || noWish.test(said) || said.split(" ").length > longest) return undefined;
  if (onlyThat.test(said)) return { how: "plain", of: "" };
  if (onlyFaint.test(said)) return { how: "faint", of: "" };
  const of = (thatOf.exec(said) ?? ofThat.exec(said))?.groups?.["rest"];
  return of === undefined || isOtherWord(text, said) ? undefined : { how: "plain", of };
}

const longest = 16;

/** With something named beside it, "nhap" must be "nháp" (not "nhập khẩu") and no mark may make it another word. */
function isOtherWord(text: string, folded: string): boolean {
  const words = wordsOf(text);
  const drafts = words.some(({ said }) => said === "nháp");
  if (/\blam nhap\b/.test(folded) && !drafts) return true;
  const tries = words.filter((word) => word.folded === "thu" && word.marked);
  return /\blam thu\b/.test(folded) && tries.length > 0 && !tries.some((w) => w.said === "thử");
}

const again = new RegExp(`^${before}thu lai${after}$`);

/** "để tôi thử lại": the step is tried once more. */
export const triesAgain = (text: string): boolean => again.test(fold(text));

const real =
  /^(?:(?:da|u|vang|co|roi|thoi|gio|bay gio|thi|toi|em|chau|con|minh|ba|ong|bac|cu|co|chu|anh|chi|muon|cho|ok|yes|now|let us|let s|i want to) )*(?:lam that|lam luon|do it for real|for real)(?: (?:luon|di|nhe|nha|a|thoi|cho xong|ngay|chau|now|please))*$/;

/** Enough practised: "giờ làm thật đi". */
export const wantsForReal = (text: string): boolean => real.test(fold(text));

const enough =
  /^(?:(?:da|a|toi|em|chau|minh|ba|ong|bac|cu|thoi) )*(?:thoi|dung|nghi|bo|khong|ko|k|stop)(?: (?:lam|tap))?(?: (?:thu|nhap|practi[sc]ing|trying))(?: (?:nua|dau|a|nhe|lai|dau))*$/;

/** Enough practised, and nothing said about doing it: "thôi không thử nữa". */
export const practisedEnough = (text: string): boolean =>
  enough.test(fold(text).replace(/\bthoi khong\b/, "khong"));
