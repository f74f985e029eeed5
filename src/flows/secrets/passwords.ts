/** Passwords: called so, or looking like nothing else. */
import { BETWEEN, endsSentence, IS, saysEquals } from "./clues.ts";
import type { Reading, Span } from "./reading.ts";
import { digitsOf, foldedLetter, LETTER, withoutTelex } from "./tokens.ts";
import { wordList } from "./word-lists.ts";

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

export function passwordsIn(reading: Reading): Span[] {
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
