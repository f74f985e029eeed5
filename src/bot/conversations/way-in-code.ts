/**
 * The short code of a way in, "mận 274", however it is said, typed or carried by a link. It is the whole message,
 * with what people put before and after a code: a number in a sentence about something else is none.
 */
import { fold, spokenDigits } from "../../flows/index.ts";
import { plainReturnCode, things } from "../ids.ts";

/** Longer than this somebody tells something. */
const longest = 80;

/** Each thing by how it is typed without marks. */
const spokenThings = new Map(things.map((thing) => [plainReturnCode(thing), thing]));

const carried = /(?:^|\/)di[-/]([a-z]+\d{3})\b/;
/** What stands before a code, one of them a word for "code". */
const before = new Set(
  "ma code qr di so thon xa cua la nay cau noi vao go nhap bam dung toi tui minh em chau con bac chu co ong ba anh chi o day thi duoc cho voi bang xin chao bot may oi the card my is".split(
    " ",
  ),
);
const saysCode = new Set(["ma", "code", "qr", "di"]);
const after = new Set(
  "a ah ạ nhe nha nhi day do ay oi em chau ban bot may cam on thank you nua roi".split(" "),
);

/** Such a code, plainly: `man274`. */
export function wayInCodeIn(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const link = carried.exec(text.trim().toLowerCase())?.[1];
  if (link !== undefined) return isCode(link) ? link : undefined;
  const words = text
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(plainReturnCode)
    .filter((word) => word !== "");
  // As it stands first: "ngô" without marks is not to be taken for a slip of the keyboard.
  return codeOf(words) ?? codeOf(fold(text).split(" "));
}

/** "man274" as people say it: "mận 274". */
export function spokenWayIn(plain: string): string {
  const [, thing = "", number = ""] = /^([a-z]+)(\d{3})$/.exec(plain) ?? [];
  return `${spokenThings.get(thing) ?? thing} ${number}`;
}

const isCode = (plain: string): boolean =>
  spokenThings.has(/^([a-z]+)\d{3}$/.exec(plain)?.[1] ?? "");

function codeOf(typed: readonly string[]): string | undefined {
  // "man274", "mamận 274": letters and digits that touch are read apart.
  const words = typed.flatMap((word) => word.match(/[a-z]+|\d+/g) ?? []);
  const at = words.findIndex(
    (word, index) => thingIn(word) !== undefined && opensNumber(words[index + 1]),
  );
  const thing = thingIn(words[at] ?? "");
  if (thing === undefined) return undefined;
  const lead = words.slice(0, at);
  const end = words.findLastIndex((word) => opensNumber(word) || word === "tram");
  const digits = digitsOf(words.slice(at + 1, end + 1));
  const named = lead.length === 0 || lead.some((word) => saysCode.has(word));
  const whole =
    lead.every((word) => before.has(word)) && words.slice(end + 1).every((word) => after.has(word));
  return named && whole && digits?.length === 3 ? `${thing}${digits}` : undefined;
}

/** The thing itself, or with "mã" typed against it. */
function thingIn(word: string): string | undefined {
  if (spokenThings.has(word)) return word;
  const without = word.replace(/^(?:ma|di)/, "");
  return spokenThings.has(without) ? without : undefined;
}

const units: Readonly<Record<string, string>> = {
  ...spokenDigits,
  zero: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
};
const unitOf = (word: string | undefined): string | undefined =>
  word !== undefined && Object.hasOwn(units, word) ? units[word] : undefined;

const opensNumber = (word: string | undefined): boolean =>
  word !== undefined && (/^\d+$/.test(word) || unitOf(word) !== undefined || word === "muoi");

/** "2 7 4", "hai bảy bốn", "hai trăm bảy mươi tư", "27 bốn": the digits in a row; nothing when a word is no number. */
function digitsOf(words: readonly string[]): string | undefined {
  let digits = "";
  for (let at = 0; at < words.length; ) {
    const piece = pieceOf(words.slice(at));
    if (piece === undefined) return undefined;
    digits += piece.digits;
    at += piece.taken;
  }
  return digits;
}

interface Piece {
  readonly digits: string;
  readonly taken: number;
}

function pieceOf([first = "", ...rest]: readonly string[]): Piece | undefined {
  if (/^\d+$/.test(first)) return { digits: first, taken: 1 };
  if (first === "muoi") return { digits: `1${unitOf(rest[0]) ?? "0"}`, taken: tookUnit(rest[0]) };
  const unit = unitOf(first);
  if (unit === undefined) return undefined;
  if (rest[0] === "muoi")
    return { digits: `${unit}${unitOf(rest[1]) ?? "0"}`, taken: 1 + tookUnit(rest[1]) };
  if (rest[0] === "tram") {
    const below = belowHundred(rest.slice(1));
    return { digits: `${unit}${below.digits}`, taken: 2 + below.taken };
  }
  return { digits: unit, taken: 1 };
}

const tookUnit = (word: string | undefined): number => (unitOf(word) === undefined ? 1 : 2);

/** What follows "hai trăm": "linh bảy", "bảy mươi tư", "bảy tư"; and "bảy" alone is seventy. */
function belowHundred(words: readonly string[]): Piece {
  const [first, second, third] = words;
  const unit = unitOf(first);
  if (first === "linh" || first === "le")
    return { digits: `0${unitOf(second) ?? "0"}`, taken: tookUnit(second) };
  if (first === "muoi") return { digits: `1${unitOf(second) ?? "0"}`, taken: tookUnit(second) };
  if (unit === undefined) return { digits: "00", taken: 0 };
  if (second === "muoi")
    return { digits: `${unit}${unitOf(third) ?? "0"}`, taken: 1 + tookUnit(third) };
  return { digits: `${unit}${unitOf(second) ?? "0"}`, taken: tookUnit(second) };
}
