/** Which of the shown choices somebody named: by its number, its label, or a word only it has. */
import { fold } from "./fold.ts";
import { soundOf } from "./patterns.ts";

export interface Labelled {
  readonly id: string;
  /** Labels in every language shown. */
  readonly words: readonly string[];
}

const numbers: ReadonlyMap<string, number> = new Map([
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["4", 4],
  ["5", 5],
  ["6", 6],
  ["7", 7],
  ["8", 8],
  ["9", 9],
  ["mot", 1],
  ["hai", 2],
  ["ba", 3],
  ["bon", 4],
  ["tu", 4],
  ["nam", 5],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["nhat", 1],
  ["dau", 1],
  ["dau tien", 1],
]);

const courtesy = "(?:da |thi |vay |a |em |toi |minh |ba |ong |bac |chau |co |chu |anh |chi |cho )*";
const after =
  "(?: (?:a|nhe|nha|nhe chau|di|ban|oi|em|chau|day|do|ay|roi|nay|voi|thoi|vay|ha|please|it|is|ok))*";
const counted = new RegExp(
  `^${courtesy}(?:(?:chon|bam|an|nhan|lay|theo|la|tra loi|press|choose|option|number|i choose) )?(?:(?:vao|la|the) )?(?:(?:so|cau|y|cai|muc|dong|nut|lua chon|o|phuong an|option|number|no) )?(?:(?:thu|so) )?(\\d|mot|hai|ba|bon|tu|nam|nhat|dau tien|dau|one|two|three|four|five)${after}$`,
);

/** A number that names a shown choice; words like "hai" only where they cannot mean anything else. */
export function numberNamed(folded: string): number | undefined {
  const found = counted.exec(folded);
  const word = found?.[1];
  if (word === undefined) return undefined;
  // "ba" alone may be the speaker, "tu", "nam", "dau" are other words: they need "số" or "chọn".
  if (
    /^(ba|tu|nam|dau|nhat)$/.test(word) &&
    !/\b(so|chon|cau|cai|muc|nut|thu|option|y|dong)\b/.test(folded)
  )
    return undefined;
  return numbers.get(word);
}

const spot =
  "(?:(?:(?:thu )?(hai|2|ba|3) )?tu duoi (?:len|dem len)|(?:thu )?(hai|2|ba|3) tu duoi (?:len|dem len)|(gan (?:cuoi|chot|duoi cung)|ap chot)|(cuoi cung|cuoi|duoi cung|duoi het|sau cung|chot|rot)|(tren cung|tren het|tren dau|dau tien))";
const placed = new RegExp(
  `^${courtesy}(?:(?:chon|bam|an|nhan|lay|theo|la) )?(?:(?:vao|la) )?(?:(?:cau|y|cai|muc|dong|nut|lua chon|o|phuong an) )?(?:(?:o|nam) )?${spot}(?: (?:cho|giup|ho) (?:toi|minh|ba|ong|bac|em|chau|cu|co|chu|anh|chi))?${after}$`,
);

/** "Cái dưới cùng", "dòng trên cùng", "cái thứ hai từ dưới lên": counted among so many answers, from 1. */
export function placeNamed(folded: string, of: number): number | undefined {
  const found = placed.exec(folded);
  // "Cuối" alone may be anything.
  if (found === null || of < 2 || folded.split(" ").length < 2) return undefined;
  const [, some, others, nearly, last] = found;
  const up = some ?? others;
  const at =
    up !== undefined || nearly !== undefined
      ? of + 1 - (nearly === undefined ? (numbers.get(up ?? "") ?? 1) : 2)
      : last === undefined
        ? 1
        : of;
  return at >= 1 ? at : undefined;
}

const negations: ReadonlySet<string> = new Set(
  "khong chua chang cha ko k deo not no never dung".split(" "),
);
const fillers: ReadonlySet<string> = new Set(
  "a da vang thi la thoi nhe nha day do oi em toi ba ong bac chau chu anh chi minh roi cho bam chon an nhan vao nut so cai the vay voi di ma va hay duoc muon u uh con hoi xin the please i want to nay cu".split(
    " ",
  ),
);

/** One slip: a missing, extra or exchanged letter, or the same sound in another spelling. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 2) return false;
  if (soundOf(a) === soundOf(b)) return true;
  if (Math.min(a.length, b.length) < 3)
    return (
      a.length !== b.length &&
      (a.startsWith(b) || b.startsWith(a)) &&
      Math.max(a.length, b.length) >= 3
    );
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (a.length > 3 && restA.slice(1) === restB.slice(1)) ||
    (restA.length > 1 &&
      restA[0] === restB[1] &&
      restA[1] === restB[0] &&
      restA.slice(2) === restB.slice(2))
  );
}

function contains(
  text: readonly string[],
  label: readonly string[],
): { exact: boolean } | undefined {
  for (let from = 0; from + label.length <= text.length; from += 1) {
    let slips = 0;
    let fits = true;
    for (const [at, word] of label.entries()) {
      const said = text[from + at] ?? "";
      if (said === word) continue;
      slips += 1;
      if (slips > Math.ceil(label.length / 3) || !alike(said, word)) {
        fits = false;
        break;
      }
    }
    if (fits) return { exact: slips === 0 };
  }
  return undefined;
}

/** The choice named by these folded words, and how surely; undefined when they name none or more than one. */
export function choiceNamed(
  said: readonly string[],
  choices: readonly Labelled[],
): { readonly id: string; readonly confidence: number } | undefined {
  if (said.length === 0) return undefined;
  const saidNot = said.some((word) => negations.has(word));
  const found: { id: string; confidence: number; length: number }[] = [];
  for (const { id, words } of choices) {
    let best = 0;
    let length = 0;
    for (const label of words) {
      const wanted = fold(label)
        .split(" ")
        .filter((word) => word !== "");
      if (wanted.length === 0) continue;
      if (wanted.join(" ") === said.join(" ")) {
        best = 1;
        length = wanted.length;
        continue;
      }
      const labelNot = wanted.some((word) => negations.has(word));
      const whole = contains(said, wanted);
      if (whole !== undefined) {
        const rest = said.filter((word) => !wanted.includes(word) && !fillers.has(word));
        // "chưa có giấy" holds "có giấy": a negation the label has not turns it round.
        if (saidNot && !labelNot) continue;
        const confidence = (whole.exact ? 0.95 : 0.85) - 0.1 * rest.length;
        if (confidence > best) {
          best = confidence;
          length = wanted.length;
        }
        continue;
      }
      if (saidNot !== labelNot) continue;
      const core = said.filter((word) => !fillers.has(word));
      const labelCore = wanted.filter((word) => !fillers.has(word));
      const shared = core.filter((word) => labelCore.some((other) => alike(word, other)));
      // A bare "chưa" is no "quá ngày chưa thấy".
      const tooMuch = labelCore.length > 2 && core.every((word) => negations.has(word));
      if (core.length > 0 && shared.length === core.length && !tooMuch) {
        const confidence = 0.55 + 0.3 * (shared.length / Math.max(1, labelCore.length));
        if (confidence > best) {
          best = confidence;
          length = shared.length;
        }
      }
    }
    if (best >= 0.5) found.push({ id, confidence: best, length });
  }
  found.sort((a, b) => b.confidence - a.confidence || b.length - a.length);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (
    second !== undefined &&
    first.confidence - second.confidence < 0.05 &&
    first.length <= second.length
  )
    return undefined;
  return { id: first.id, confidence: first.confidence };
}
