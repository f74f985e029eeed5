/** What the words around a number or a word say of it. */
import type { Token } from "./tokens.ts";
import { phraseList, wordList } from "./word-lists.ts";

/** `code` is a bare "mã": weaker than a named one. `other` names a number that is no secret. */
export type Clue =
  | "otp"
  | "passcode"
  | "password"
  | "identity"
  | "account"
  | "card"
  | "code"
  | "other";

const PHRASES: Readonly<Record<Exclude<Clue, "code">, readonly string[]>> = {
  otp: phraseList(
    "otp|opt|ma xac thuc|ma xac nhan|ma xac minh|ma kich hoat|ma bao mat|ma giao dich|" +
      "ma dang nhap|verification code|security code|confirmation code|login code|" +
      "access code|auth code|smartotp|sms code",
  ),
  passcode: phraseList(
    "passcode|pascode|passcord|pass code|pascod|ma pin|ma so pin|so pin|so bi mat|" +
      "ma bi mat|ma so bi mat|ma khoa|ma mo khoa",
  ),
  password: phraseList(
    "mat khau|matkhau|mat kau|mat khaua|mkhau|mat ma|mk|pass|pas|password|passwork|" + "passwd|pw",
  ),
  identity: phraseList(
    "cccd|cmnd|cmt|cmtnd|cc|can cuoc|can cuoc cong dan|chung minh|chung minh thu|" +
      "chung minh nhan dan|dinh danh|so dinh danh|dinh danh ca nhan|so can|the can",
  ),
  account: phraseList("stk|so tai khoan|so tk|so tai khoan ngan hang|account number"),
  card: ["cvv", "cvc", "cvv2"],
  other: phraseList(
    "ho so|ma hs|so hs|thu tuc|so nha|buu chinh|buu dien|buu cuc|ma xa|ma tinh|ma thon|" +
      "ma vung|bien so|thua dat|so thua|thua|ban do|quyet dinh|cong van|nghi dinh|thong tu|" +
      "phong|sdt|so dien thoai|dien thoai|so dt|dt|tel|hotline|tong dai|so may|ma so thue|" +
      "mst|bhxh|bhyt|bao hiem|bien lai|so bien nhan|bien nhan|giay hen|ma don|van don|" +
      "hoa don|ma khach hang|cong to|so seri|seri|to khai|ma hang|ma truong|ma lop",
  ),
};

const CLUE_OF = new Map<string, Clue>(
  Object.entries(PHRASES).flatMap(([clue, list]) =>
    list.map((phrase) => [phrase, clue as Clue] as const),
  ),
);

const LONGEST_PHRASE = 5;

const NOT_A_CODE = new Set(["mà", "má", "mả", "mạ"]);

/** For each token, the clue of the longest phrase that ends there. */
export function cluesOf(tokens: readonly Token[]): (Clue | undefined)[] {
  const clues: (Clue | undefined)[] = tokens.map((token, last) => {
    if (token.kind !== "word") return undefined;
    let phrase = "";
    let clue: Clue | undefined;
    for (let first = last; first >= 0 && first > last - LONGEST_PHRASE; first -= 1) {
      const word = tokens[first];
      if (word?.kind !== "word") break;
      phrase = first === last ? word.plain : `${word.plain} ${phrase}`;
      clue = CLUE_OF.get(phrase) ?? clue;
      if (endsSentence(word.gap)) break;
    }
    if (clue === undefined && token.plain === "pin") {
      // The battery is called "pin" too; only "pin:" and "pin là" are the secret.
      const next = tokens[last + 1];
      return next !== undefined && (saysEquals(next.gap) || IS.has(next.plain))
        ? "passcode"
        : undefined;
    }
    if (clue === undefined && token.plain === "ma" && !NOT_A_CODE.has(token.typed)) return "code";
    return clue;
  });
  // "pass code" and "mật mã pin": the later and longer phrase wins over the one inside it.
  tokens.forEach((token, at) => {
    if (clues[at] === "password" && tokens[at + 1]?.plain === "code") clues[at] = undefined;
    if (clues[at] === "password" && token.plain === "ma" && clues[at + 1] !== undefined)
      clues[at] = undefined;
  });
  return clues;
}

export const endsSentence = (gap: string): boolean => /[.?!…]\s|[?!…\n]/.test(gap);

export const saysEquals = (gap: string): boolean => /[:=＝：→>]/.test(gap);

/** Words that may stand between "mã" and the number without cutting the link. */
export const BETWEEN = new Set(
  wordList(
    "la thi cua toi ba ong bac co chu anh chi em chau con cu minh tui tao me bo vo chong ban quy khach " +
      "no nha may day nay do ay kia moi cu vua hoi xua roi nhe a ne va nhu sau cho so ma bao gom " +
      "gui nhan duoc ve den doc ghi hien thay ra o tren trong man hinh dien thoai dang nhap dung dat " +
      "vneid zalo fb facebook wifi app cong dvc ngan hang giao dich tk tai khoan otp pin is your the",
  ),
);

/** Words after which a number nearby is not the code itself: "mã OTP không về". */
const DENIES = new Set(
  wordList(
    "khong ko hong hem k chua sao dau quen mat sai gi nao het loi lau mai cham can doi phai gio",
  ),
);

export const IS = new Set(["la", "is", "lam", "bang"]);

export interface Link {
  readonly clue: Clue;
  /** Nothing but filler stands between. */
  readonly direct: boolean;
  /** "là", ":" or "=" stands between. */
  readonly equals: boolean;
  readonly denied: boolean;
  readonly distance: number;
}

const REACH = 8;

/** The nearest clue before token `at`. */
export function clueBefore(
  tokens: readonly Token[],
  clues: readonly (Clue | undefined)[],
  at: number,
): Link | undefined {
  let [direct, equals, denied] = [true, false, false];
  let weak: Link | undefined;
  for (let k = at - 1; k >= 0 && k >= at - REACH; k -= 1) {
    const [token, after] = [tokens[k], tokens[k + 1]];
    if (token === undefined || after === undefined || token.kind === "mark") break;
    if (saysEquals(after.gap)) equals = true;
    if (
      endsSentence(after.gap) &&
      !(k === at - 1 || (clues[k] !== undefined && !/[?!]/.test(after.gap)))
    )
      break;
    const clue = clues[k];
    if (clue !== undefined) {
      const link = { clue, direct, equals, denied, distance: at - k };
      if (clue !== "code") return weak !== undefined && clue === "other" ? weak : link;
      weak ??= link; // "mã mà nó gửi": a stronger word may still stand before it
    }
    if (token.kind === "word") {
      if (IS.has(token.plain)) equals = true;
      else if (clue === undefined && DENIES.has(token.plain)) denied = true;
      if (!BETWEEN.has(token.plain) && clue === undefined) direct = false;
    } else if (token.plain.length > 2) direct = false;
  }
  return weak;
}

/** A clue after the number: "482913 là mã OTP của bà". */
export function clueAfter(
  tokens: readonly Token[],
  clues: readonly (Clue | undefined)[],
  at: number,
): Link | undefined {
  let equals = false;
  for (let k = at + 1; k < tokens.length && k <= at + 5; k += 1) {
    const token = tokens[k];
    if (token?.kind !== "word" || endsSentence(token.gap)) return undefined;
    const clue = clues[k];
    if (clue !== undefined && clue !== "code")
      return { clue, direct: true, equals, denied: false, distance: k - at };
    if (clue === "code" && equals && clues[k + 1] === undefined && clues[k + 2] === undefined) {
      return { clue, direct: true, equals, denied: false, distance: k - at };
    }
    if (IS.has(token.plain)) equals = true;
    else if (clue === undefined && !BETWEEN.has(token.plain) && !CLUE_BEGINS.has(token.plain))
      return undefined;
  }
  return undefined;
}

const CLUE_BEGINS = new Set(
  wordList(
    "mat xac kich bi verification security confirmation login access facebook google " +
      "telegram chung can dinh",
  ),
);
