/** New ids and codes. The one place besides keys where chance enters. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import type { ConversationId, PropagandistId } from "../flows/index.ts";

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** So many letters of a 32-letter alphabet that has no look-alikes; five bits each. */
function randomLetters(count: number): string {
  return Array.from(randomBytes(count), (byte) => letters[byte % letters.length]).join("");
}

/** Fifty bits: short enough for a button's data, and never guessed at, since it opens nothing. */
export const newConversationId = (): ConversationId => randomLetters(10) as ConversationId;
export const newPropagandistId = (): PropagandistId => `p${randomLetters(10)}` as PropagandistId;

/** A code that opens something once: eighty bits. */
export const newCode = (): string => randomLetters(16);

/** The value of a cookie: 160 bits. */
export const newCookie = (): string => randomLetters(32);

export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export const things = [
  "núi",
  "suối",
  "mây",
  "trăng",
  "sao",
  "nắng",
  "gió",
  "mưa",
  "lúa",
  "ngô",
  "chè",
  "cam",
  "mận",
  "đào",
  "hoa",
  "lá",
  "rừng",
  "đồi",
  "sông",
  "cầu",
  "nhà",
  "bếp",
  "trâu",
  "gà",
  "cá",
  "ong",
  "chim",
  "nai",
  "voi",
  "ngựa",
] as const;

/** With the things, what return codes are said of: each another word than all the others without marks, too. */
export const returnThings = [
  ...things,
  ..."vịt bò dê lợn mèo thỏ cò cua tôm bướm khỉ gấu rùa tre sen mít dừa".split(" "),
  ..."chuối bưởi khoai sắn đậu rau nấm gừng tỏi muối trống khèn chiêng nón khăn đèn thuyền".split(
    " ",
  ),
];

/**
 * A return code to be said aloud, "suối mận chè 4729": 64³ × 10,000 = 2.6 thousand million. Tries are limited, it is
 * renewed when used, and the codes of one commune are few.
 */
export function newReturnCode(): string {
  const word = (): string => returnThings[randomInt(returnThings.length)] ?? "núi";
  return `${word()} ${word()} ${word()} ${String(randomInt(10_000)).padStart(4, "0")}`;
}

/** The same code however it is typed: no marks, no spaces, small letters. */
export function plainReturnCode(code: string): string {
  return code
    .toLocaleLowerCase("vi")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll(/[^a-z0-9]/g, "");
}

const thing = `(?:${returnThings.map(plainReturnCode).join("|")})`;
const amongWords = new RegExp(`(?:^| )(${thing} ?${thing} ?${thing} ?\\d{4})(?: |$)`);

/** Such a code in what somebody typed, also among other words: "mã quay lại: suối mận chè 4729 nhé". */
export function returnCodeIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const spaced = text
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(plainReturnCode)
    .join(" ");
  const found = amongWords.exec(spaced)?.[1];
  return found === undefined ? undefined : plainReturnCode(found);
}

/** Of the things, those that without marks are no everyday word: "gio 730" and "nha 12" are said of other things. */
const clearThings: ReadonlyArray<(typeof things)[number]> = [
  "núi",
  "suối",
  "lúa",
  "ngô",
  "chè",
  "cam",
  "mận",
  "rừng",
  "đồi",
  "bếp",
  "trâu",
  "chim",
  "nai",
  "voi",
  "ngựa",
];

/** A short code for a poster, "mận 274": it opens nothing, it only says which village somebody comes from. */
export function newWayInCode(): string {
  return `${clearThings[randomInt(clearThings.length)] ?? "núi"} ${100 + randomInt(900)}`;
}
