/** Secrets whose digits are said in words. */
import { spokenDigits } from "../spoken-digits.ts";
import { clueBefore } from "./clues.ts";
import { PHONE } from "./harmless.ts";
import { asksForNumber } from "./numbers.ts";
import { type Reading, type Span, spanOf } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { wordList } from "./word-lists.ts";

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
  return Object.hasOwn(spokenDigits, token.plain) ? spokenDigits[token.plain] : undefined;
}

export function spokenIn(reading: Reading): Span[] {
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
