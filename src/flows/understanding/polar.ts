/**
 * "Rồi", "có", "chưa": the answer to "đã mở được chưa?" that affirms what is asked, or the one that denies it.
 *
 * Which answer that is shows in the words: what denies begins with a "not", what affirms says again what the question
 * said. Where a yes is split ("Có, còn hạn", "Có, hết hạn"), or nothing shows which answer it is, it is nobody's.
 */
import type { Labelled } from "./choices.ts";
import { fold, wordsOf } from "./fold.ts";

const list = (line: string): ReadonlySet<string> => new Set(line.split(" "));

const negations = list("khong chua chang cha ko k kg hok hong chx no not");
const agreeing = list("co roi r dung phai u uh um uhm vang chuan yes yep yeah");
/** Said of something finished: an answer only where the answer itself is something finished. */
const finishing = list("xong xog duoc dc lam");
const courtesy = list(
  "a da nhe nha nhi day do ay oi em toi minh ba ong bac chau chu anh chi con may tao thi la the vay dau ca nua het luon thay gi",
);
/** Words of an answer that say nothing of what is asked. */
const idle = list(
  "a da co duoc roi the vay ay do nay cai la thi minh em toi cua den di lam thay gi nao ai ca van xong",
);

/** By their marks they are other words, or a question: "gì cơ" is no "có", "đừng" no "đúng". */
const otherWords = list(
  "à hả cơ cỏ cổ cố cờ đừng dùng dừng đứng dũng phái phai rơi rời rối chùa chứa chừa vàng văng vắng lắm lâm xông sóng sống",
);

const unsure = /\b(?:khong|chua) (?:ro|biet|nho|chac|hieu|doc)\b/;
const asksWhether = /(?:chua|khong)(?: (?:a|nhe|nhi|cu|ong|ba|bac|co|chu|anh|chi|em|minh))*$/;
const asksIfDone = /chua(?: (?:a|nhe|nhi|cu|ong|ba|bac|co|chu|anh|chi|em|minh))*$/;

const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .split(" ")
    .filter((word) => word !== "");

interface Question {
  /** "Đọc lại tờ giấy, có đúng không?" asks only whether it is right. */
  readonly ends: string;
  /** With what it lists before that: "có giấy hộ nghèo, cận nghèo không?". */
  readonly whole: string;
}

const asksWhich = /\b(?:nao|dau|ai|may|bao nhieu|gi|nhin|doc)\b/;

/** The one sentence of a step that asks; what the step tells beside it is no question. */
function questionIn(asked: string): Question | undefined {
  const sentences = asked.split(/(?<=[.?!:])\s+|\n+/).filter((s) => s.trimEnd().endsWith("?"));
  const [sentence] = sentences;
  if (sentence === undefined || sentences.length > 1) return undefined;
  const ends = fold(sentence.split(",").at(-1) ?? "");
  const before = fold(sentence.split(",").slice(0, -1).join(" "));
  return { ends, whole: asksWhich.test(before) ? ends : `${before} ${ends}` };
}

/** Longer than this something else is said beside it. */
const longest = 7;

/** Says yes, or no, or that something is finished, and nothing else. */
export function bareAnswer(text: string): "yes" | "no" | "finished" | undefined {
  const words = wordsIn(text);
  if (words.length > longest || /\?\s*$/.test(text)) return undefined;
  if (wordsOf(text).some(({ said }) => otherWords.has(said))) return undefined;
  const telling = words.filter((word) => !courtesy.has(word));
  const [first] = telling;
  if (first === undefined) return undefined;
  if (!telling.every((w) => negations.has(w) || agreeing.has(w) || finishing.has(w)))
    return undefined;
  const not = telling.some((word) => negations.has(word));
  // "Gì" goes with a "not" only: "chưa thấy gì".
  if (!not && words.includes("gi")) return undefined;
  if (not) return telling.some((word) => word === "roi" || word === "r") ? undefined : "no";
  if (!telling.some((word) => finishing.has(word))) return "yes";
  const over = telling.some((word) => /^(?:xong|xog|roi|r)$/.test(word));
  return over ? "finished" : undefined;
}

const onlyAlready = (text: string): boolean =>
  wordsIn(text).every((word) => courtesy.has(word) || word === "roi" || word === "r");

interface Polar {
  readonly id: string;
  readonly says: readonly string[];
  readonly denies: boolean;
  /** "Đúng, ở đây": begins with nothing but a yes. */
  readonly agrees: boolean;
  /** More than a yes or a no is said with it. */
  readonly more: boolean;
}

const contentOf = ({ says }: Polar): readonly string[] =>
  says.filter((word) => !idle.has(word) && !negations.has(word));

const agreesOnly = (words: readonly string[]): boolean =>
  agreeing.has(words[0] ?? "") &&
  words.every((word) => agreeing.has(word) || /^(?:a|ay|ca|day|het|thay|the|vay)$/.test(word));

function polarOf({ id, words }: Labelled): Polar {
  const label = words[0] ?? "";
  const [first = "", ...further] = label.split(/[,;(]/);
  const says = wordsIn(label);
  const [begins = ""] = says.filter((word) => word !== "van");
  return {
    id,
    says,
    denies: negations.has(begins),
    agrees: agreesOnly(wordsIn(first)),
    more: further.length > 0,
  };
}

const only = (fitting: readonly Polar[]): Polar | undefined =>
  fitting.length === 1 ? fitting[0] : undefined;

function affirmed(answers: readonly Polar[], asksAbout: ReadonlySet<string>): Polar | undefined {
  const agreed = answers.filter(({ denies, agrees }) => agrees && !denies);
  if (agreed.length > 0) return only(agreed);
  const denying = answers.filter(({ denies }) => denies);
  const plain = answers.filter(
    ({ denies, more, says }) => !denies && !more && !says.some((word) => negations.has(word)),
  );
  // "Có chụp ảnh", "Có tin nhắn": a yes leaves open which.
  if (plain.filter(({ says }) => says[0] === "co").length > 1) return undefined;
  const saysAgain = plain.filter((answer) => {
    const content = contentOf(answer);
    return content.length > 0 && content.every((word) => asksAbout.has(word));
  });
  return (
    only(saysAgain) ??
    (denying.length > 0 && answers.length === denying.length + 1 ? only(plain) : undefined)
  );
}

function denied(answers: readonly Polar[], asksAbout: ReadonlySet<string>): Polar | undefined {
  const denying = only(answers.filter(({ denies }) => denies));
  if (denying === undefined) return undefined;
  const known = answers.filter(({ denies }) => !denies).flatMap(({ says }) => says);
  return contentOf(denying).every((word) => asksAbout.has(word) || known.includes(word))
    ? denying
    : undefined;
}

/** The answer that a bare yes or no gives to this question. */
export function polarAnswer(
  text: string,
  asked: string,
  choices: readonly Labelled[],
): string | undefined {
  const given = bareAnswer(text);
  const question = questionIn(asked);
  if (given === undefined || question === undefined || !asksWhether.test(question.ends))
    return undefined;
  // "Rồi" says that something has been done, and answers no "phải không?".
  if (given === "yes" && onlyAlready(text) && !asksIfDone.test(question.ends)) return undefined;
  const answers = choices.filter(({ words }) => !unsure.test(fold(words[0] ?? ""))).map(polarOf);
  if (given === "no") return denied(answers, new Set(question.ends.split(" ")))?.id;
  const found = affirmed(answers, new Set(question.whole.split(" ")));
  if (given === "yes" || found === undefined) return found?.id;
  const isOver = /^(?:roi|xong)$/.test(found.says.at(-1) ?? "");
  return isOver && asksIfDone.test(question.ends) ? found.id : undefined;
}
