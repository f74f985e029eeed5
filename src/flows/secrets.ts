/**
 * Masks one-time codes, passwords, passcodes and identity numbers before anything is written.
 *
 * We would rather lose a harmless six-digit number than keep a one-time code; but a date, a price,
 * a telephone number, a dossier code or a question *about* codes must arrive as it was typed.
 *
 * How it works: the text is cut once into words and numbers (`tokensOf`), harmless shapes are set
 * aside (`harmlessNumbers`), and what is left is judged by its shape and by the words around it.
 * Every look around is bounded, so the work grows with the length of the text and no faster.
 */

/** What the current step of the conversation asks the resident for. */
export type AskedFor = "phone" | "number" | "date" | "dossier-code" | "text";

export type SecretKind =
  | "otp"
  | "password"
  | "passcode"
  | "identity-number"
  | "bank-card"
  | "bank-account";

export interface Masked {
  readonly text: string;
  /** Each kind once, in the order first met. Empty when the text came through untouched. */
  readonly found: readonly SecretKind[];
}

/** Stands where a secret stood. Neutral on purpose: not even its length is kept. */
export const MASK = "‹đã che›";

/** Rounds before the last resort: a mask can leave digits that now stand alone. */
const ROUNDS = 6;

/** Removes every secret we can recognise. Applying it twice changes nothing more. */
export function maskSecrets(text: string, asked: AskedFor = "text"): Masked {
  const found = new Set<SecretKind>();
  const known = new Set<string>();
  let current = text;
  for (let round = 0; ; round += 1) {
    const spans = round < ROUNDS ? secretsIn(current, asked) : everyNumberIn(current);
    if (spans.length === 0) break;
    for (const span of spans) {
      found.add(span.kind);
      const raw = current.slice(span.start, span.end).slice(0, LONGEST_KNOWN);
      if (raw.length >= SHORTEST_KNOWN && !MASK.includes(raw)) known.add(raw);
    }
    current = withoutKnown(replaceSpans(current, spans), known);
    if (round > ROUNDS) break;
  }
  return { text: current, found: [...found] };
}

/** Word lists are written as lines of words, so that they can be read and compared. */
const wordList = (list: string): readonly string[] => list.split(" ");
const phraseList = (list: string): readonly string[] => list.split("|");

// ---------------------------------------------------------------------------------------------
// Words and numbers
// ---------------------------------------------------------------------------------------------

interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly start: number;
  readonly end: number;
  /** A word without tone marks and Telex leftovers, or the digits of a number. */
  readonly plain: string;
  /** A word as typed, lower case, composed. */
  readonly typed: string;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

const INVISIBLE = /\p{Cf}|\p{M}|[\u115F\u1160\u3164]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const COMBINING = /\p{M}/u;

/** The decimal digits a character stands for ("４" and "④" are "4", "⑫" is "12"), or "". */
function digitsOf(character: string): string {
  if (character >= "0" && character <= "9") return character;
  if (character < "\u0080") return "";
  const compatible = character.normalize("NFKC");
  if (/^[0-9]+$/.test(compatible)) return compatible;
  if (!DIGIT.test(character)) return "";
  const point = character.codePointAt(0) ?? 0;
  let value = 0; // digits stand in blocks of ten, zero first
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

function foldedLetter(character: string): string {
  return character.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

/** "khaaur", "khẩu" and "khau" are one word: Telex keys left in the text are taken out. */
function withoutTelex(word: string): string {
  if (word.length < 3 || word.length > 9 || KEPT_AS_TYPED.has(word)) return word;
  const vowel = word.search(/[aeiouy]/);
  if (vowel < 0) return word;
  const head = word.slice(0, vowel).replace(/^dd/, "d");
  const tail = word
    .slice(vowel)
    .replace(/[sfrxjw]/g, "")
    .replace(/([aeo])\1/g, "$1");
  return head + tail;
}

const KEPT_AS_TYPED = new Set(
  wordList(
    "pass password passwords passcode passcord passwork passwd pascode pas code zalo " +
      "verification security is your facebook google telegram access confirm",
  ),
);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let kind: "word" | "number" | undefined;
  let start = 0;
  let end = 0;
  let plain = "";
  let gap = "";
  const close = () => {
    if (kind !== undefined) {
      const typed = text.slice(start, end).toLowerCase().normalize("NFC");
      tokens.push({
        kind,
        start,
        end,
        plain: kind === "word" ? withoutTelex(plain) : plain,
        typed,
        gap,
      });
      gap = "";
    }
    kind = undefined;
    plain = "";
  };
  const extend = (next: "word" | "number", at: number, length: number, piece: string) => {
    if (kind !== next) {
      close();
      kind = next;
      start = at;
    }
    plain += piece;
    end = at + length;
  };
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(MASK, at)) {
      close();
      tokens.push({ kind: "mark", start: at, end: at + MASK.length, plain: "", typed: "", gap });
      gap = "";
      at += MASK.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const length = character.length;
    const digits = digitsOf(character);
    if (digits !== "") extend("number", at, length, digits);
    else if (COMBINING.test(character) && kind !== undefined) end = at + length;
    else if (LETTER.test(character)) extend("word", at, length, foldedLetter(character));
    else if (!INVISIBLE.test(character)) {
      close();
      gap += character;
    }
    at += length;
  }
  close();
  return withLetterDigits(tokens);
}

/** Reads the O of "OO1O85O12345" and the l of "48l913" as the digits they stand for. */
function withLetterDigits(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let first = 0; first < tokens.length; ) {
    let last = first;
    while (
      last + 1 < tokens.length &&
      tokens[last + 1]?.gap === "" &&
      tokens[last + 1]?.kind !== "mark"
    )
      last += 1;
    const glued = tokens.slice(first, last + 1);
    const merged = mergedNumber(glued) ?? loneZero(tokens, first, last);
    if (merged === undefined) out.push(...glued);
    else out.push(merged);
    first = last + 1;
  }
  return out;
}

const LOOKS_LIKE_DIGIT: Readonly<Record<string, string>> = { o: "0", l: "1", i: "1" };

function mergedNumber(glued: readonly Token[]): Token | undefined {
  const [head, tail] = [glued[0], glued.at(-1)];
  if (head === undefined || tail === undefined || glued.length < 2) return undefined;
  let digits = "";
  let real = 0;
  for (const token of glued) {
    if (token.kind === "number") {
      digits += token.plain;
      real += token.plain.length;
    } else if (token.kind === "word" && /^[oil]+$/.test(token.typed)) {
      digits += [...token.typed].map((letter) => LOOKS_LIKE_DIGIT[letter] ?? "").join("");
    } else return undefined;
  }
  if (digits.length < 4 || real * 2 < digits.length) return undefined;
  return {
    kind: "number",
    start: head.start,
    end: tail.end,
    plain: digits,
    typed: digits,
    gap: head.gap,
  };
}

function loneZero(tokens: readonly Token[], first: number, last: number): Token | undefined {
  const token = tokens[first];
  if (first !== last || token?.kind !== "word" || token.typed !== "o") return undefined;
  const [before, after, later] = [tokens[first - 1], tokens[first + 1], tokens[first + 2]];
  const shortNumber = (near: Token | undefined) =>
    near?.kind === "number" && near.plain.length <= 4;
  if (!shortNumber(after) || !(shortNumber(before) || shortNumber(later))) return undefined;
  return { ...token, kind: "number", plain: "0" };
}

// ---------------------------------------------------------------------------------------------
// What the words say
// ---------------------------------------------------------------------------------------------

/** `code` is a bare "mã": weaker than a named one. `other` names a number that is no secret. */
type Clue = "otp" | "passcode" | "password" | "identity" | "account" | "card" | "code" | "other";

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
function cluesOf(tokens: readonly Token[]): (Clue | undefined)[] {
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

const endsSentence = (gap: string): boolean => /[.?!…]\s|[?!…\n]/.test(gap);
const saysEquals = (gap: string): boolean => /[:=＝：→>]/.test(gap);

/** Words that may stand between "mã" and the number without cutting the link. */
const BETWEEN = new Set(
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
const IS = new Set(["la", "is", "lam", "bang"]);

interface Link {
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
function clueBefore(
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
function clueAfter(
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

// ---------------------------------------------------------------------------------------------
// Numbers that are no secret
// ---------------------------------------------------------------------------------------------

/** `surely` stands against every clue; `likely` gives way to "mã OTP là …" right before it. */
type Harmless = "surely" | "likely";

const DOSSIER =
  /(?<![\p{L}\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,5}){0,4} ?[-–.] ?(\d{6}) ?[-–] ?\d{3,6}(?!\d)/giu;
const DOSSIER_TAIL = /(?<![\d.-])(\d{6}) ?[-–] ?\d{4,5}(?![\d-])/g;
const PROCEDURE = /(?<![\d.])[1-3]\.0\d{5}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(?!\d)/gi;
const INVITATION = /(?<![\p{L}\d])join-[a-z0-9]{6,}(?![\p{L}\d])/giu;

const isCompactDate = (digits: string): boolean =>
  Number(digits.slice(2, 4)) >= 1 &&
  Number(digits.slice(2, 4)) <= 12 &&
  Number(digits.slice(4, 6)) >= 1 &&
  Number(digits.slice(4, 6)) <= 31 &&
  Number(digits.slice(0, 2)) >= 15 &&
  Number(digits.slice(0, 2)) <= 49;

function ourCodes(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const shape of [DOSSIER, DOSSIER_TAIL, PROCEDURE, INVITATION]) {
    for (const match of text.matchAll(shape)) {
      if (match[1] !== undefined && !isCompactDate(match[1])) continue;
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

const MONEY = new Set(wordList("dong d vnd nghin ngan ngin trieu ty ti usd xu m2 mah kg km ha"));
const SHORT_MONEY = new Set(["k", "tr", "cu", "lit"]);
const UNITS = new Set(
  wordList(
    "gio h phut giay ngay thang nam tuan tuoi lan nguoi ky chu m mb gb cm mm kwh do sao mau khau ho " +
      "trang diem phan buoc lop con bo tan ta yen xuat suat hoc nhan dan",
  ),
);
const MONEY_BEFORE = new Set(
  wordList("tien phi gia nop tra luong cap ton het dong phat no vay thu chuyen mat bien lai"),
);
const YEAR_BEFORE = new Set(
  wordList("nam sinh tu den khoa thang hoi tet sn luc khoang truoc sau doi"),
);

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);
const isDay = (text: string): boolean =>
  text.length <= 2 && Number(text) >= 1 && Number(text) <= 31;
const isMonth = (text: string): boolean =>
  text.length <= 2 && Number(text) >= 1 && Number(text) <= 12;
const isEightDigitDate = (digits: string): boolean =>
  (isDay(digits.slice(0, 2)) && isMonth(digits.slice(2, 4)) && isYear(digits.slice(4))) ||
  (isYear(digits.slice(0, 4)) && isMonth(digits.slice(4, 6)) && isDay(digits.slice(6)));

const TIGHT = /^[\s.\-–—_,/|:;·•*()+]{0,4}$/;
const PHONE_GAP = /^[\s.\-–()]{0,3}$/;

/** Consecutive numbers with nothing but separators between them: [first, last] token indexes. */
function numberRuns(tokens: readonly Token[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "number") continue;
    const open = runs.at(-1);
    if (open !== undefined && open.last === at - 1 && TIGHT.test(tokens[at]?.gap ?? ""))
      open.last = at;
    else runs.push({ first: at, last: at });
  }
  return runs;
}

const PHONE = /^(?:0[2-9]\d{8}|02\d{9}|01\d{9}|84[235789]\d{8}|1[89]00\d{4}|1[89]00\d{6})$/;
const PHONE_AFTER_PLUS = /^(?:84\d{9,10})$/;
const PHONE_00 = /^0084\d{9,10}$/;

/** Index of the last token of the telephone number that begins at `at`, or -1. */
function phoneFrom(tokens: readonly Token[], at: number, last: number, asked: AskedFor): number {
  const plus = /\+\s?\(?$/.test(tokens[at]?.gap ?? "");
  let digits = "";
  let end = -1;
  let k = at;
  for (; k <= last && k < at + 14; k += 1) {
    const token = tokens[k];
    if (token === undefined || (k > at && !PHONE_GAP.test(token.gap))) break;
    if (digits.length + token.plain.length > 14) {
      digits += token.plain;
      break;
    }
    digits += token.plain;
    if (PHONE.test(digits) || PHONE_00.test(digits) || (plus && PHONE_AFTER_PLUS.test(digits)))
      end = k;
  }
  if (end < 0) return -1;
  // "0350850123 45" is an identity number cut in two, not a telephone number and a 45.
  const whole =
    digits.length === 12 && digits.startsWith("0") && k > last && !followedByUnit(tokens, last);
  return whole && end < last && asked !== "phone" ? -1 : end;
}

function followedByUnit(tokens: readonly Token[], at: number): "money" | "unit" | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next?.kind !== "word" || !/^[\s.]{0,2}$/.test(next.gap))
    return undefined;
  if (next.gap.includes(".") && !(next.plain === "d" || next.plain === "vnd")) return undefined;
  const word = next.typed.startsWith("m2") ? "m2" : next.plain;
  if (MONEY.has(word) || next.typed === "đ") return "money";
  if (token.plain.length > 4) return undefined;
  return SHORT_MONEY.has(word) || UNITS.has(word) ? "unit" : undefined;
}

function harmlessNumbers(
  text: string,
  tokens: readonly Token[],
  asked: AskedFor,
): (Harmless | undefined)[] {
  const harmless: (Harmless | undefined)[] = tokens.map(() => undefined);
  const mark = (first: number, last: number, as: Harmless) => {
    for (let k = first; k <= last; k += 1) harmless[k] ??= as;
  };
  const spans = ourCodes(text);
  let span = 0;
  tokens.forEach((token, at) => {
    while (span < spans.length && (spans[span]?.end ?? 0) <= token.start) span += 1;
    const open = spans[span];
    if (open !== undefined && open.start <= token.start && token.end <= open.end)
      mark(at, at, "surely");
  });

  for (const run of numberRuns(tokens)) {
    for (let at = run.first; at <= run.last; at += 1) {
      if (harmless[at] !== undefined) continue;
      const phoneEnd = phoneFrom(tokens, at, run.last, asked);
      if (phoneEnd >= 0) {
        mark(at, phoneEnd, "surely");
        at = phoneEnd;
        continue;
      }
      const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
      if (a === undefined) continue;
      const amountEnd = amountFrom(tokens, at, run.last);
      if (amountEnd !== undefined) {
        mark(at, amountEnd.end, amountEnd.as);
        at = amountEnd.end;
        continue;
      }
      if (at + 2 <= run.last && b !== undefined && c !== undefined && isDate(a, b, c)) {
        // A slash says date as plainly as a word; "12-03-85" may still be a code read in pairs.
        const plainly = b.gap.includes("/") || c.plain.length === 4 || a.plain.length === 4;
        mark(at, at + 2, plainly ? "surely" : "likely");
        at += 2;
        continue;
      }
      const before = tokens[at - 1];
      if (followedByUnit(tokens, at) !== undefined) mark(at, at, "surely");
      else if (
        isYear(a.plain) &&
        (asked === "date" || (before?.kind === "word" && YEAR_BEFORE.has(before.plain)))
      ) {
        mark(at, at, before?.plain === "nam" || before?.plain === "sinh" ? "surely" : "likely");
      } else if (a.plain.length === 8 && isEightDigitDate(a.plain)) mark(at, at, "likely");
      else if (
        a.plain.length === 6 &&
        before?.kind === "word" &&
        /^(?:ngay|sinh)$/.test(before.plain)
      )
        mark(at, at, "likely");
    }
  }
  return harmless;
}

function isDate(a: Token, b: Token, c: Token): boolean {
  const separator = b.gap.trim();
  if (separator !== c.gap.trim() || !/^[/.\-–]$/.test(separator)) return false;
  const year = (text: string) => isYear(text) || text.length === 2;
  return (
    (isDay(a.plain) && isMonth(b.plain) && year(c.plain)) ||
    (isYear(a.plain) && isMonth(b.plain) && isDay(c.plain))
  );
}

/** "8.000", "1 500 000 đồng", "200000đ", "phí 150000". */
function amountFrom(
  tokens: readonly Token[],
  at: number,
  last: number,
): { end: number; as: Harmless } | undefined {
  const head = tokens[at];
  if (head === undefined || head.plain.startsWith("0") || head.plain.length > 9) return undefined;
  let end = at;
  let total = head.plain.length;
  if (head.plain.length <= 3) {
    const separator = tokens[at + 1]?.gap ?? "";
    while (end + 1 <= last && end < at + 4 && /^[., ]$/.test(separator)) {
      const next = tokens[end + 1];
      if (next?.gap !== separator || next.plain.length !== 3) break;
      total += 3;
      end += 1;
    }
    const tail = tokens[end + 1];
    // "1.500.000,50" or a fourth digit glued on would be another shape.
    if (end > at && end + 1 <= last && tail?.gap === separator) return undefined;
  }
  if (total < 4 || total > 12) return undefined;
  const unit = followedByUnit(tokens, end);
  if (unit === "money") return { end, as: "surely" };
  if (total > 10) return undefined;
  const lastGroup = tokens[end]?.plain ?? "";
  const separator = tokens[at + 1]?.gap;
  const round = lastGroup.endsWith("00");
  if (end > at && separator !== " " && (round || end > at + 1 || moneyBefore(tokens, at)))
    return { end, as: "likely" };
  if (end > at && separator === " " && round && (moneyBefore(tokens, at) || end > at + 1))
    return { end, as: "likely" };
  if (end === at && round && moneyBefore(tokens, at)) return { end, as: "likely" };
  return undefined;
}

function moneyBefore(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k >= at - 3; k -= 1) {
    const token = tokens[k];
    if (token?.kind !== "word") return false;
    if (MONEY_BEFORE.has(token.plain)) return true;
  }
  return false;
}

// ---------------------------------------------------------------------------------------------
// Secrets
// ---------------------------------------------------------------------------------------------

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

function secretsIn(text: string, asked: AskedFor): Span[] {
  const tokens = tokensOf(text);
  const clues = cluesOf(tokens);
  const harmless = harmlessNumbers(text, tokens, asked);
  const reading: Reading = { text, tokens, clues, harmless, asked, alone: isAlone(tokens) };
  return merged([...passwordsIn(reading), ...numbersIn(reading), ...spokenIn(reading)]);
}

interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clues: readonly (Clue | undefined)[];
  readonly harmless: readonly (Harmless | undefined)[];
  readonly asked: AskedFor;
  /** Nothing but numbers and courtesy in the whole text. */
  readonly alone: boolean;
}

const COURTESY = new Set(
  wordList(
    "da a nhe nha day ne chau ong ba bac co chu em anh chi cu oi vang u uh ok oke roi thua gui no ha",
  ),
);
const isAlone = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind !== "word" || COURTESY.has(token.plain));

const spanOf = (reading: Reading, first: number, last: number, kind: SecretKind): Span => ({
  start: reading.tokens[first]?.start ?? 0,
  end: reading.tokens[last]?.end ?? 0,
  kind,
});

const CARD_LENGTHS = new Set([16, 19]);

function numbersIn(reading: Reading): Span[] {
  const spans: Span[] = [];
  for (const run of numberRuns(reading.tokens)) {
    for (let at = run.first; at <= run.last; ) {
      const secret = secretFrom(reading, at, run);
      if (secret !== undefined) {
        spans.push(spanOf(reading, at, secret.last, secret.kind));
        at = secret.last + 1;
      } else at += 1;
    }
  }
  return spans;
}

interface Found {
  readonly last: number;
  readonly kind: SecretKind;
}

/** The secret that begins with the number at `at`, if one does. */
function secretFrom(
  reading: Reading,
  at: number,
  run: { first: number; last: number },
): Found | undefined {
  const { tokens, harmless, asked, alone } = reading;
  const head = tokens[at];
  if (head === undefined) return undefined;
  const clue = at === run.first ? clueBefore(tokens, reading.clues, at) : undefined;

  if (clue?.clue === "password" && clue.direct && clue.equals) {
    const last = joined(reading, at, run.last, 4, 20, () => true);
    if (last !== undefined) return { last, kind: "password" };
  }
  if (harmless[at] === "surely") return undefined;
  const free = (k: number) => harmless[k] !== "surely";
  const plainlyFree = (k: number) => harmless[k] === undefined;

  const identity = identityFrom(
    reading,
    at,
    run,
    clue ?? (at === run.first ? undefined : clueBefore(tokens, reading.clues, run.first)),
  );
  if (identity !== undefined) return identity;

  if (clue?.clue === "card" && clue.direct && /^\d{3,4}$/.test(head.plain))
    return { last: at, kind: "bank-card" };
  if (clue?.clue === "account" && clue.direct) {
    const last = joined(reading, at, run.last, 8, 15, free);
    if (last !== undefined) return { last, kind: "bank-account" };
  }

  const named =
    clue?.clue === "otp" || clue?.clue === "passcode" || clue?.clue === "password"
      ? clue.clue
      : undefined;
  if (named !== undefined && clue !== undefined) {
    const shout = clue.direct && !(clue.denied && !clue.equals);
    const last = joined(reading, at, run.last, 4, 8, shout ? free : plainlyFree);
    if (last !== undefined && (shout || !clue.denied)) {
      const yearOfApp = !clue.equals && isYear(head.plain) && clue.distance > 1;
      const far = named === "password" && !clue.direct && !clue.equals;
      if (!yearOfApp && !far) return { last, kind: named };
    }
  }
  if (clue?.clue === "code" && clue.direct && !clue.denied) {
    const last = joined(reading, at, run.last, 4, 8, clue.equals ? free : plainlyFree);
    const ofCommune = /^0\d{4}$/.test(head.plain); // "xã Tân An mã 02320"
    if (last !== undefined && (clue.equals || !(isYear(head.plain) || ofCommune)))
      return { last, kind: "otp" };
  }
  const end = segmentEnd(at, run.last, plainlyFree);
  const after = clueAfter(tokens, reading.clues, end);
  if (after !== undefined && (after.equals || after.distance <= 2) && !isYear(head.plain)) {
    const kind = after.clue === "code" ? "otp" : after.clue;
    const last = joined(reading, at, run.last, 4, 8, plainlyFree);
    if (
      last !== undefined &&
      (kind === "otp" || kind === "passcode" || (kind === "password" && after.equals))
    ) {
      return { last, kind };
    }
  }

  if (harmless[at] !== undefined || asksForNumber(asked)) return undefined;
  if (clue?.clue === "other" && clue.direct) return undefined;
  return unnamedCode(reading, at, run, end, alone);
}

const asksForNumber = (asked: AskedFor): boolean => asked !== "text";

function identityFrom(
  reading: Reading,
  at: number,
  run: { last: number },
  clue: Link | undefined,
): Found | undefined {
  const { tokens, harmless } = reading;
  const head = tokens[at];
  if (head === undefined) return undefined;
  if (head.plain.length >= 12) {
    return {
      last: at,
      kind: CARD_LENGTHS.has(head.plain.length) ? "bank-card" : "identity-number",
    };
  }
  const shape: number[] = [];
  let total = 0;
  const after = () => clueAfter(tokens, reading.clues, at + shape.length - 1)?.clue === "identity";
  for (let k = at; k <= run.last && total < 16; k += 1) {
    const token = tokens[k];
    if (token === undefined || harmless[k] === "surely") break;
    if (harmless[k] === "likely" && clue?.clue !== "identity") break;
    if (k > at && !/^[\s.\-–—_,/·•|*]{0,3}$/.test(token.gap)) break;
    shape.push(token.plain.length);
    total += token.plain.length;
    if (total === 16 && shape.join() === "4,4,4,4") {
      const longer =
        k < run.last &&
        tokens[k + 1]?.plain.length === 3 &&
        /^[ .-]$/.test(tokens[k + 1]?.gap ?? "");
      return { last: longer ? k + 1 : k, kind: "bank-card" };
    }
    if (total === 12) {
      const even = shape.join() === "4,4,4" || shape.join() === "3,3,3,3";
      const whole = k === run.last && (reading.alone || clue?.clue === "identity");
      const continues =
        shape.join() === "4,4,4" && tokens[k + 1]?.plain.length === 4 && k < run.last;
      if (
        !continues &&
        (head.plain.startsWith("0") || even || whole || shape.every((length) => length === 1))
      ) {
        return { last: k, kind: "identity-number" };
      }
    }
    const said = clue?.clue === "identity" && (clue.direct || clue.equals || clue.distance <= 4);
    const closed = k === run.last || !/^[\s.\-–_]{1,2}$/.test(tokens[k + 1]?.gap ?? "");
    if (
      (total === 9 || total === 11 || total === 12 || total === 13) &&
      closed &&
      harmless[k] === undefined &&
      (said || after())
    ) {
      return { last: k, kind: "identity-number" };
    }
  }
  return undefined;
}

/** Last token of the free numbers that hang together from `at`. */
function segmentEnd(at: number, last: number, free: (k: number) => boolean): number {
  let end = at;
  while (end + 1 <= last && free(end + 1) && end < at + 20) end += 1;
  return end;
}

/** A number of `least` to `most` digits from `at`, in one piece or in several; its last token. */
function joined(
  reading: Reading,
  at: number,
  last: number,
  least: number,
  most: number,
  free: (k: number) => boolean,
): number | undefined {
  if (!free(at)) return undefined;
  const head = reading.tokens[at]?.plain.length ?? 0;
  if (head >= Math.max(least, 6)) return head <= most ? at : undefined;
  const end = segmentEnd(at, last, free);
  let total = 0;
  for (let k = at; k <= end; k += 1) total += reading.tokens[k]?.plain.length ?? 0;
  if (total >= least && total <= most) return end;
  return head >= least && head <= most ? at : undefined;
}

/** Codes that nobody named: six digits in a row, in two threes, or one by one. */
function unnamedCode(
  reading: Reading,
  at: number,
  run: { first: number; last: number },
  end: number,
  alone: boolean,
): Found | undefined {
  const { tokens } = reading;
  const head = tokens[at];
  if (head === undefined) return undefined;
  const lengths: number[] = [];
  let digits = "";
  for (let k = at; k <= end; k += 1) {
    lengths.push(tokens[k]?.plain.length ?? 0);
    digits += tokens[k]?.plain ?? "";
  }
  const begins = at === run.first;
  const gluedToWord = begins && head.gap === "" && tokens[at - 1]?.kind === "word";
  const inAddress = /(?:https?:|www\.|\/)\S*$/i.test(
    reading.text.slice(Math.max(0, head.start - 80), head.start),
  );
  if (gluedToWord || inAddress) return undefined;

  if (head.plain.length === 6)
    return !alone && head.plain.endsWith("000") ? undefined : { last: at, kind: "otp" };
  if (!begins && !reading.harmless[at - 1]) return undefined;
  if (
    lengths.join() === "3,3" &&
    !(/00$/.test(digits) && /^\d00/.test(digits)) &&
    !/[/,:]/.test(tokens[at + 1]?.gap ?? "")
  ) {
    return { last: end, kind: "otp" };
  }
  if (
    lengths.length >= 6 &&
    lengths.length <= 8 &&
    lengths.every((length) => length === 1) &&
    !countsUp(digits)
  ) {
    return { last: end, kind: "otp" };
  }
  if (!alone) return undefined;
  const whole = tokens.filter((token) => token.kind === "number").length === lengths.length;
  if (digits.length === 6 && whole && !/[/:]/.test(tokens[at + 1]?.gap ?? ""))
    return { last: end, kind: "otp" };
  if (lengths.length === 1 && digits.length === 4 && !isYear(digits) && digits !== "5656")
    return { last: at, kind: "otp" };
  if (lengths.length === 1 && digits.length === 8) return { last: at, kind: "otp" };
  return undefined;
}

const countsUp = (digits: string): boolean => "0123456789".includes(digits);

// ---------------------------------------------------------------------------------------------
// Digits said in words
// ---------------------------------------------------------------------------------------------

const SPOKEN: Readonly<Record<string, string>> = {
  khong: "0",
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  lam: "5",
  nham: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
};
/** Written with marks, only these are digits: "làm" and "sau" are ordinary words. */
const SPOKEN_MARKED = new Set(
  wordList("không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín"),
);
/** Without marks these are seldom anything but digits. */
const PLAINLY_SPOKEN = new Set(wordList("khong mot hai bon bay chin"));

function spokenDigit(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "number") return token.plain.length <= 2 ? token.plain : undefined;
  if (token.kind !== "word") return undefined;
  const marked = /[^a-z]/.test(token.typed);
  if (marked && token.plain === "muoi") return token.typed === "mười" ? "1" : "";
  if (marked && !SPOKEN_MARKED.has(token.typed)) return undefined;
  if (
    token.plain === "nam" &&
    (tokens[at - 2]?.plain === "thang" || tokens[at - 1]?.plain === "sinh")
  )
    return undefined;
  return Object.hasOwn(SPOKEN, token.plain) ? SPOKEN[token.plain] : undefined;
}

function spokenIn(reading: Reading): Span[] {
  const { tokens, clues, asked } = reading;
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let [digits, words, plainly, last] = ["", 0, 0, at - 1];
    for (let k = at; k < tokens.length; k += 1) {
      const digit = spokenDigit(tokens, k);
      const token = tokens[k];
      if (
        digit === undefined ||
        token === undefined ||
        (k > at && !/^[\s,.\-–…]{1,4}$/.test(token.gap))
      )
        break;
      digits += digit;
      if (token.kind === "word") {
        words += 1;
        if (PLAINLY_SPOKEN.has(token.plain) || /[^a-z]/.test(token.typed)) plainly += 1;
      }
      last = k;
    }
    if (last < at) continue;
    const clue = clueBefore(tokens, clues, at);
    const secretNamed = clue !== undefined && clue.clue !== "other" && clue.direct && !clue.denied;
    const kind =
      secretNamed && clue.clue === "password"
        ? "password"
        : secretNamed && clue.clue === "passcode"
          ? "passcode"
          : undefined;
    const enough = digits.length >= 6 && words >= 3 && (plainly >= 2 || secretNamed);
    const pass =
      PHONE.test(digits) || (asksForNumber(asked) && digits.length !== 12 && !secretNamed);
    if (enough && !pass)
      spans.push(
        spanOf(reading, at, last, kind ?? (digits.length <= 8 ? "otp" : "identity-number")),
      );
    at = last;
  }
  return spans;
}

// ---------------------------------------------------------------------------------------------
// Passwords
// ---------------------------------------------------------------------------------------------

const LONGEST_PASSWORD = 200;

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const EMAIL = /^[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}$/;
const ADDRESS =
  /^(?:https?:\/\/|www\.)|^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:vn|com|net|org|top|info|gov|edu)(?:\/|$)/i;
const DEVICE =
  /^(?:iphone|ip|ipad|samsung|oppo|galaxy|redmi|xiaomi|vivo|realme|nokia|android|ios|win|note|vneid|sn|lop|wifi|xa|thon|xom)\d{1,4}\w{0,3}$/i;
const MEASURE =
  /^\d+(?:[.,*x:h/-]\d+)*(?:k|tr|d|đ|vnd|vnđ|g|gb|mb|h|p|m|m2|km|kg|s|cm|ha|ng|lần|so|ky|nghìn|nghin|%)?$/i;
const KNOWN_WORDS = new Set(
  wordList(
    "facebook messenger telegram youtube password passcode vneid internet android " +
      "samsung iphone viettel mobifone vinaphone google chrome tiktok email gmail username " +
      "please forgotten unknown nothing something required incorrect wrong agribank " +
      "vietcombank",
  ),
);
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvxđfjwz])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

function passwordsIn(reading: Reading): Span[] {
  const { text, tokens, clues } = reading;
  const chunks: Chunk[] = [...text.matchAll(/\S+/g)].map((match) => chunkOf(match.index, match[0]));
  const spans: Span[] = [];
  chunks.forEach((chunk) => {
    if (standsAlone(chunk.text))
      spans.push({ start: chunk.start, end: chunk.end, kind: "password" });
  });
  let next = 0;
  tokens.forEach((token, at) => {
    const clue = clues[at];
    if (clue !== "password" && clue !== "passcode" && clue !== "otp") return;
    while (next < chunks.length && (chunks[next]?.end ?? 0) <= token.end) next += 1;
    spans.push(...passwordAfter(reading, chunks, next, at, clue));
    if (clue === "password") spans.push(...passwordBefore(reading, at));
  });
  return spans;
}

/** Trims quotes and the marks that end a sentence, not those that may belong to a password. */
function chunkOf(start: number, raw: string): Chunk {
  const head = /^["'“”‘’«(]{0,3}/.exec(raw)?.[0].length ?? 0;
  const end = trailingCut(raw, head);
  return { start: start + head, end: start + end, text: raw.slice(head, end) };
}

function trailingCut(raw: string, head: number): number {
  let end = raw.length;
  while (end > head && `.,;?…)"'”’»`.includes(raw.charAt(end - 1))) end -= 1;
  return end;
}

interface Looks {
  readonly letters: number;
  readonly digits: number;
  readonly signs: number;
  readonly mixedCase: boolean;
}

function looksOf(chunk: string): Looks {
  let [letters, digits, signs, upper, lower] = [0, 0, 0, 0, 0];
  for (const character of chunk.slice(0, LONGEST_PASSWORD)) {
    if (digitsOf(character) !== "") digits += 1;
    else if (LETTER.test(character)) {
      letters += 1;
      if (character !== character.toLowerCase()) upper += 1;
      else lower += 1;
    } else if (/[@#$!%^&*~?+=_]/.test(character)) signs += 1;
  }
  return { letters, digits, signs, mixedCase: upper > 0 && lower > 0 };
}

const isOrdinary = (chunk: string): boolean =>
  chunk.includes("‹") ||
  chunk.includes("›") ||
  EMAIL.test(chunk) ||
  ADDRESS.test(chunk) ||
  DEVICE.test(chunk) ||
  MEASURE.test(chunk) ||
  /^join-/i.test(chunk);

/** "Hoa@1985" needs nobody to call it a password. */
function standsAlone(chunk: string): boolean {
  if (
    chunk.length < 6 ||
    chunk.length > 64 ||
    isOrdinary(chunk) ||
    /^[@#]/.test(chunk) ||
    /[/\\:]/.test(chunk)
  )
    return false;
  const looks = looksOf(chunk);
  const strongSigns = /[@#$^&]|[!%*](?=.*[\p{L}\d])|[\p{L}]\d+!$/u.test(chunk);
  return looks.letters >= 2 && looks.digits >= 1 && strongSigns;
}

function passwordAfter(
  reading: Reading,
  chunks: readonly Chunk[],
  first: number,
  at: number,
  clue: "password" | "passcode" | "otp",
): Span[] {
  const { tokens, harmless } = reading;
  const clueEnd = tokens[at]?.end ?? 0;
  let equals = false;
  let direct = true;
  let begin = -1;
  let token = at + 1;
  // "mk:Hoa1985" and "pass=abc123" share one chunk with the clue.
  const own = chunks[first - 1] ?? chunks[first];
  const inside = gluedAfter(own, clueEnd) ?? gluedAfter(chunks[first], clueEnd);
  const line: Chunk[] = inside === undefined ? [] : [inside];
  if (inside !== undefined) equals = true;
  for (let k = first; k < chunks.length && k < first + 9; k += 1) {
    const chunk = chunks[k];
    if (chunk !== undefined && chunk.start >= clueEnd && chunk.text !== "") line.push(chunk);
  }
  let previousEnd = clueEnd;
  for (const chunk of line) {
    const gap = reading.text.slice(Math.max(previousEnd, chunk.start - 8), chunk.start);
    if (saysEquals(gap) || /^[:=\-–→>]+$/.test(chunk.text)) equals = true;
    else if (previousEnd > clueEnd && endsSentence(gap)) break;
    if (chunk.text.includes("‹")) break;
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= chunk.start) token += 1;
    previousEnd = chunk.end;
    const word = foldedWord(chunk.text);
    if (/^[:=\-–→>]+$/.test(chunk.text)) continue;
    const codes = clue !== "password";
    if (harmless[token] !== "surely" && isPasswordLike(chunk.text, { equals, direct, codes })) {
      const from = begin >= 0 ? begin : chunk.start;
      return [{ start: from, end: chunk.end, kind: clue }];
    }
    if (equals && begin < 0 && /^\p{Lu}/u.test(chunk.text)) begin = chunk.start;
    else if (!/^\p{Lu}/u.test(chunk.text)) begin = -1;
    if (IS.has(withoutTelex(word)) || /[:=]$/.test(chunk.text)) equals = true;
    if (IS.has(withoutTelex(word))) continue;
    if (!BETWEEN.has(withoutTelex(word))) direct = false;
    if (!direct && codes) break;
  }
  return [];
}

function gluedAfter(chunk: Chunk | undefined, clueEnd: number): Chunk | undefined {
  if (chunk === undefined || chunk.start >= clueEnd || chunk.end <= clueEnd) return undefined;
  const from = clueEnd - chunk.start;
  const rest = chunk.text.slice(from, from + LONGEST_PASSWORD + 8);
  const head = /^[:=\-–→>"'“(]{1,4}/.exec(rest)?.[0] ?? "";
  if (head === "" || rest.length === head.length) return undefined;
  return {
    start: clueEnd + head.length,
    end: clueEnd + rest.length,
    text: rest.slice(head.length),
  };
}

function foldedWord(chunk: string): string {
  let word = "";
  for (const character of chunk.slice(0, 24))
    if (LETTER.test(character)) word += foldedLetter(character);
  return word;
}

function isPasswordLike(
  chunk: string,
  link: { equals: boolean; direct: boolean; codes: boolean },
): boolean {
  if (chunk.length < 4 || chunk.length > LONGEST_PASSWORD) return false;
  const looks = looksOf(chunk);
  if (looks.letters === 0 && looks.signs === 0) return false; // plain numbers are judged with the numbers
  if (DEVICE.test(chunk) || MEASURE.test(chunk) || ADDRESS.test(chunk)) return false;
  const mixed = looks.letters > 0 && looks.digits > 0;
  if (link.codes)
    return (
      link.direct && link.equals && mixed && /^[\p{L}\d-]{4,12}$/u.test(chunk) && looks.digits >= 2
    );
  if (link.direct && link.equals) {
    if (mixed || (looks.signs > 0 && looks.letters + looks.digits >= 3)) return true;
    return looks.letters === chunk.length && isNoWord(chunk);
  }
  if (EMAIL.test(chunk) || /^[@#]/.test(chunk)) return false;
  if (link.direct) return mixed && (looks.signs > 0 || looks.digits >= 2 || looks.mixedCase);
  if (chunk.length < (link.equals ? 5 : 6)) return false;
  return (
    mixed &&
    ((link.equals && looks.digits >= 2) || looks.signs > 0 || looks.mixedCase || looks.digits >= 3)
  );
}

/** No Vietnamese syllable and no product name: "hoaban", "toiyeuem". */
function isNoWord(chunk: string): boolean {
  const word = foldedWord(chunk);
  if (word.length < 4 || KNOWN_WORDS.has(word)) return false;
  return /^[a-z]+$/i.test(chunk) && !SYLLABLE.test(word) && !SYLLABLE.test(withoutTelex(word));
}

/** "Hoa1985 là mật khẩu của bà". */
function passwordBefore(reading: Reading, at: number): Span[] {
  const { tokens, text } = reading;
  const clueStart =
    tokens[at]?.plain === "khau" || tokens[at]?.plain === "ma"
      ? tokens[at - 1]?.start
      : tokens[at]?.start;
  if (clueStart === undefined) return [];
  const before = /(\S{4,64})\s+(?:là|la|laf|is|=|:)\s*(?:cái |cai |the )?$/i.exec(
    text.slice(Math.max(0, clueStart - 90), clueStart),
  );
  if (before?.[1] === undefined) return [];
  const start = Math.max(0, clueStart - 90) + before.index;
  const chunk = chunkOf(start, before[1]);
  const looks = looksOf(chunk.text);
  const shaped = looks.letters > 0 && looks.digits > 0 && !isOrdinary(chunk.text);
  return shaped ? [{ start: chunk.start, end: chunk.end, kind: "password" }] : [];
}

// ---------------------------------------------------------------------------------------------
// Putting the masks in
// ---------------------------------------------------------------------------------------------

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const open = out.at(-1);
    if (open !== undefined && span.start < open.end) {
      if (span.end > open.end) out[out.length - 1] = { ...open, end: span.end };
    } else if (span.end > span.start) out.push(span);
  }
  return out;
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let out = "";
  let from = 0;
  for (const span of spans) {
    out += text.slice(from, span.start) + MASK;
    from = span.end;
  }
  return out + text.slice(from);
}

const SHORTEST_KNOWN = 3;
const LONGEST_KNOWN = 32;

/** Takes out every other appearance of a secret already found, wherever it stands. */
function withoutKnown(text: string, known: ReadonlySet<string>): string {
  const lengths = [...new Set([...known].map((secret) => secret.length))].sort((a, b) => b - a);
  const heads = new Set([...known].map((secret) => secret.slice(0, SHORTEST_KNOWN)));
  let out = "";
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(MASK, at)) {
      out += MASK;
      at += MASK.length;
      continue;
    }
    const length = heads.has(text.slice(at, at + SHORTEST_KNOWN))
      ? lengths.find((candidate) => known.has(text.slice(at, at + candidate)))
      : undefined;
    out += length === undefined ? text.charAt(at) : MASK;
    at += length ?? 1;
  }
  return out;
}

/** The last resort, which cannot fail to end: no digits are left. */
function everyNumberIn(text: string): Span[] {
  return tokensOf(text)
    .filter((token) => token.kind === "number" && token.plain.length >= 4)
    .map((token) => ({ start: token.start, end: token.end, kind: "otp" as const }));
}
