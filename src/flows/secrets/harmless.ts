/** Numbers that are no secret: our own codes, dates, prices, telephone numbers, units. */
import type { AskedFor } from "./kinds.ts";
import type { Token } from "./tokens.ts";
import { wordList } from "./word-lists.ts";

/** `surely` stands against every clue; `likely` gives way to "mã OTP là …" right before it. */
export type Harmless = "surely" | "likely";

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

export const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

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
export function numberRuns(tokens: readonly Token[]): { first: number; last: number }[] {
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

export const PHONE = /^(?:0[2-9]\d{8}|02\d{9}|01\d{9}|84[235789]\d{8}|1[89]00\d{4}|1[89]00\d{6})$/;

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

export function harmlessNumbers(
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
