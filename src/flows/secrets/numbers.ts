/** Secrets written as numbers: one-time codes, passcodes, identity numbers, cards and accounts. */
import { clueAfter, clueBefore, type Link } from "./clues.ts";
import { isYear, numberRuns } from "./harmless.ts";
import type { AskedFor, SecretKind } from "./kinds.ts";
import { type Reading, type Span, spanOf } from "./reading.ts";

const CARD_LENGTHS = new Set([16, 19]);

export function numbersIn(reading: Reading): Span[] {
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

export const asksForNumber = (asked: AskedFor): boolean => asked !== "text";

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
