/**
 * Which of a question's answers somebody gave in a sentence of their own: "lâu quá bà chẳng nhớ" is *Không nhớ rõ*.
 *
 * An answer is known by what it says and the others do not. A word that every answer has tells nothing, a word under a
 * "not" fits only a word under a "not", and a part between commas ("Mất, gãy, mờ thẻ") is an answer of its own.
 */
import type { Labelled } from "./choices.ts";
import { fold, type Word, wordsOf } from "./fold.ts";

export interface Answered {
  readonly id: string;
  /** Share of the answer's own words that were said, 0 to 1. */
  readonly share: number;
  /** How many words were said that tell it from the other answers; one that two answers have counts half. */
  readonly weight: number;
}

interface Said {
  readonly word: string;
  /** With its marks, where it was typed with marks. */
  readonly marked: string | undefined;
  readonly not: boolean;
}

const list = (line: string): ReadonlySet<string> => new Set(line.split(" "));

const negations = list("khong chua chang cha ko k kg hok hem deo not never");

// Words of talk: they tell little of an answer unless it has no others.
const light = list(
  "a nhe nha nhi day do ay oi em toi minh ba ong bac chau chu co anh chi cu con thi la ma thoi roi da vang va voi hay " +
    "cai chiec to cho cua o tai bi duoc nay kia no ho nguoi tren duoi trong ngoai vao ra di den toi luc khi nao gi " +
    "dau ca luon nua thay van dang vua lai that qua the vay lam hom moi may mot xem bao giay " +
    "the and or a an to of is it i my in on at be was yes have has",
);
const lightWeight = 0.2;
/** Light by their letters, telling by their marks. */
const tellingMarked = list("còn hết mới trên dưới máy chung");

/** Words that are one when somebody answers. */
const synonyms: readonly ReadonlySet<string>[] = [
  "máy thoại",
  "chờ đợi",
  "gõ nhập đánh",
  "trả nộp đóng chuyển",
  "lấy nhận",
  "tải cài",
  "có thấy nhận",
  "hỏng gãy vỡ hư",
  "bận đông",
  "tỉnh thành",
  "đòi bắt",
].map(list);

const digits: ReadonlyMap<string, string> = new Map([
  ["mot", "1"],
  ["hai", "2"],
  ["ba", "3"],
  ["bon", "4"],
  ["nam", "5"],
  ["sau", "6"],
]);
const counting = list("muc so lan duoi tren den tu ma cap");

/** Not knowing, in whatever words. */
const unsure =
  /\b(?:(?:khong|chua|chang|cha|ko|k|deo) (?:con )?(?:ro|biet|nho|chac|hieu|de y)(?: (?:ro|nua|chac))?|quen(?: mat)?(?: roi)?$|lan roi|chiu(?: roi)?$|not sure|do not know|don t know|forgot$)/;

/** "của bà", "tên tôi": whose it is when it is one's own. */
const own = list("toi tui minh em ba ong bac anh chi co chu cu tao to my mine");
const owning = list("cua ten chinh may thoai");
const kinAfter = list("nha noi ngoai hang gai trai dau re lon be");

const questions =
  /\b(?:la (?:\S+ )?gi|la sao|the nao|kieu gi|nhu nao|o dau|sao ha|lam sao|bao nhieu|what|how|where|why)\b|\b(?:gi|nao|sao) (?:ha|vay|the|a)\b|.+ .+ khong(?: a| chau| em| vay| ha| nhi)?$|\bnao (?:co|moi)\b/;

/** How many words a "not" reaches over. */
const reach = 3;

/** "xoá" and "xóa" are one spelling. */
const marksOf = (said: string): string => {
  const letters = [...said.normalize("NFD")];
  const isMark = (letter: string): boolean => /\p{M}/u.test(letter);
  return [...letters.filter((l) => !isMark(l)), ...letters.filter(isMark)].join("");
};

function clausesOf(text: string): readonly (readonly Word[])[] {
  const clauses = new Map<number, Word[]>();
  for (const word of wordsOf(text)) {
    clauses.set(word.clause, [...(clauses.get(word.clause) ?? []), word]);
  }
  return [...clauses.values()];
}

/** "có tin gì đâu", "làm gì có máy": all of it is under a "not". */
function denied(whole: string): boolean {
  return (
    /\b(?:gi|nao|duoc|thay|co) dau(?: (?:a|chau|em|con))?$/.test(whole) ||
    /\b(?:lam gi|dau|nao) co\b/.test(whole)
  );
}

function saidIn(words: readonly Word[], knowsUnsure: boolean): readonly Said[] {
  const whole = words.map(({ folded }) => folded).join(" ");
  const out: Said[] = [];
  const notKnown = knowsUnsure ? unsure.exec(whole) : null;
  let from = words.length;
  let until = words.length;
  if (notKnown !== null) {
    from = whole.slice(0, notKnown.index).split(" ").length - 1;
    until = from + notKnown[0].split(" ").length;
    out.push({ word: "UNSURE", marked: undefined, not: false });
  }
  const allNot = denied(whole);
  let lastNot = Number.NEGATIVE_INFINITY;
  for (const [at, { folded, said, marked }] of words.entries()) {
    if (at >= from && at < until) continue;
    const before = words[at - 1]?.folded ?? "";
    const digit = counting.has(before) ? digits.get(folded) : undefined;
    if (negations.has(folded) || said === "đừng") {
      lastNot = at;
    } else if (digit !== undefined) {
      out.push({ word: digit, marked: undefined, not: false });
    } else if (
      owning.has(before) &&
      own.has(folded) &&
      !kinAfter.has(words[at + 1]?.folded ?? "")
    ) {
      out.push({ word: "OWN", marked: undefined, not: false });
    } else {
      const not = allNot || at - lastNot <= reach;
      out.push({ word: folded, marked: marked ? said : undefined, not });
    }
  }
  return out;
}

function alike(said: Said, wanted: Said): boolean {
  if (said.not !== wanted.not) return false;
  const wantedMarks = wanted.marked ?? wanted.word;
  if (said.word === wanted.word)
    return (
      said.marked === undefined ||
      wanted.marked === undefined ||
      marksOf(said.marked) === marksOf(wanted.marked)
    );
  const group = synonyms.find((words) => words.has(wantedMarks));
  if (group === undefined) return false;
  return said.marked === undefined
    ? [...group].some((word) => fold(word) === said.word)
    : group.has(said.marked);
}

interface Part {
  readonly id: string;
  readonly words: readonly Said[];
}

function partsOf({ id, words }: Labelled): readonly Part[] {
  return words
    .flatMap(clausesOf)
    .flatMap((clause) => {
      const cut = clause.findIndex(({ folded }) => folded === "hoac" || folded === "or");
      return cut < 0 ? [clause] : [clause.slice(0, cut), clause.slice(cut + 1)];
    })
    .map((clause) => ({ id, words: saidIn(clause, true) }))
    .filter((part) => part.words.length > 0);
}

const isLight = ({ word, marked, not }: Said): boolean =>
  light.has(word) && !not && !(marked !== undefined && tellingMarked.has(marked));

/** Somebody who asks has not answered. */
export const asks = (text: string): boolean => /\?\s*$/.test(text) || questions.test(fold(text));

const besideNot = list(
  "co duoc thay dau a chau oi nhe da thi roi he ca nua em con chu anh chi ba ong bac",
);

/** A bare "chưa" is the one answer that says no more than that it is not so. */
function plainlyNot(text: string, parts: readonly Part[]): Answered | undefined {
  const words = wordsOf(text).map(({ folded }) => folded);
  if (!words.some((word) => negations.has(word))) return undefined;
  if (!words.every((word) => negations.has(word) || besideNot.has(word))) return undefined;
  const ids = new Set(
    parts
      .filter(({ words: own }) => own.length <= 2 && own.every(({ not }) => not))
      .map(({ id }) => id),
  );
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? { id, share: 0.7, weight: 1 } : undefined;
}

/** Longer than this it is a story, in which the words of every answer may stand. */
const longest = { answer: 25, need: 11 } as const;

/**
 * "Bà bị mất thẻ căn cước" names a need and answers its guide's first question. The words of the guide's own titles
 * name the need and answer nothing; nor does what is denied.
 */
export function answeredAlready(
  text: string,
  titles: readonly string[],
  choices: readonly Labelled[],
): string | undefined {
  const words = wordsOf(text);
  if (words.length > longest.need || words.some(({ folded }) => negations.has(folded)))
    return undefined;
  const named = new Set(titles.flatMap((title) => fold(title).split(" ")));
  const rest = words.filter(({ folded }) => !named.has(folded)).map(({ said }) => said);
  const given = answered(rest.join(" "), choices);
  return given !== undefined && given.share >= 0.75 && given.weight >= 1 ? given.id : undefined;
}

/** The answer a sentence gives; undefined when it gives none, more than one, or is a question itself. */
export function answered(text: string, choices: readonly Labelled[]): Answered | undefined {
  const parts = choices.flatMap(partsOf);
  const knowsUnsure = parts.some((part) => part.words.some(({ word }) => word === "UNSURE"));
  const said = clausesOf(text).flatMap((clause) => saidIn(clause, knowsUnsure));
  const notKnown = said.some(({ word }) => word === "UNSURE");
  if (said.length > longest.answer || (!notKnown && asks(text))) return undefined;
  const not = plainlyNot(text, parts);
  if (not !== undefined) return not;

  const sharedBy = (wanted: Said): number =>
    new Set(
      parts.filter((part) => part.words.some((word) => alike(word, wanted))).map(({ id }) => id),
    ).size;
  const best = new Map<string, Answered>();
  for (const part of parts) {
    const onlyLight = part.words.every(isLight);
    let whole = 0;
    let weight = 0;
    for (const wanted of part.words) {
      const value = (onlyLight ? 0.5 : isLight(wanted) ? lightWeight : 1) / sharedBy(wanted);
      whole += value;
      if (said.some((word) => alike(word, wanted))) weight += value;
    }
    const found = { id: part.id, share: weight / whole, weight };
    const before = best.get(part.id);
    if (before === undefined || worth(found) > worth(before)) best.set(part.id, found);
  }
  const [first, second] = [...best.values()].toSorted((a, b) => worth(b) - worth(a));
  if (first === undefined || first.share < 0.5 || first.weight < 0.5) return undefined;
  if (first.weight < 0.8 && first.share < 0.7) return undefined;
  if (second !== undefined && worth(first) - worth(second) < 0.25) return undefined;
  return first;
}

const worth = ({ share, weight }: Answered): number => share * Math.min(2, weight);
