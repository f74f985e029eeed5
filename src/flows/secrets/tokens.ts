/** Cuts a text once into words and numbers. */
import { MASK } from "./kinds.ts";
import { wordList } from "./word-lists.ts";

export interface Token {
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

export const LETTER = /\p{L}/u;

const COMBINING = /\p{M}/u;

/** The decimal digits a character stands for ("４" and "④" are "4", "⑫" is "12"), or "". */
export function digitsOf(character: string): string {
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

export function foldedLetter(character: string): string {
  return character.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

/** "khaaur", "khẩu" and "khau" are one word: Telex keys left in the text are taken out. */
export function withoutTelex(word: string): string {
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

export function tokensOf(text: string): Token[] {
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
