/**
 * From free text to the guides that may be meant.
 *
 * Three sources of evidence go into one linear model: notions and their combinations (what we know),
 * the ways people ask for each guide (what authors wrote), and sentences that ask for none of them.
 */
import { type Example, type Features, learn } from "./learn.ts";
import type { Lexicon } from "./lexicon.ts";
import { Phrasebook, type Token, tokensOf, Vocabulary } from "./patterns.ts";
import { withoutOwnPuzzle } from "./unnamed-paper.ts";

/** One guide, by its title and the ways people ask for it. */
export interface NeedEntry {
  readonly flow: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly askedAs: readonly string[];
}

/** `clear`: open it with "is this it?" · `some`: offer them · `none`: say so kindly. */
export interface NeedReading {
  readonly verdict: "clear" | "some" | "none";
  /** Best first, at most three; empty for `none`. */
  readonly flows: readonly string[];
  /** One for each flow, 0 to 1. */
  readonly scores: readonly number[];
}

const nothing = "none";
/** Offered when at least this likely, compared with its being none of our guides. */
const leastOdds = 1.1;
/** The same where notions alone would choose it. */
const vouchedOdds = 0.5;
/** Below this even the best is a guess. */
const leastScore = 0.2;
/** A flow less likely than this is not worth a line on a small screen. */
const leastShown = 0.005;
const none: NeedReading = { verdict: "none", flows: [], scores: [] };

interface Cue {
  readonly flow: string;
  readonly weight: number;
  readonly all: readonly string[];
  readonly without: readonly string[];
}

function cueOf(flow: string, line: string): Cue {
  const [weight = "", ...notions] = line.split(" ");
  return {
    flow,
    weight: Number(weight),
    all: notions.filter((notion) => !notion.startsWith("-")),
    without: notions.filter((notion) => notion.startsWith("-")).map((notion) => notion.slice(1)),
  };
}

const phrasesOf = (line: string): string[] =>
  line
    .split(";")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

const asking: ReadonlySet<string> = new Set(
  "muon can xin nho hoi giup lam sao the nao kieu dau dinh bay chi".split(" "),
);

/** "Chết rồi, …", "thôi chết! …": a cry at the beginning, of which nobody has died. */
const cry =
  /^\s*(?:(?:thôi|thoi|ôi|oi|ối) )?(?:chết|chet)(?: (?:rồi|roi|thật|that|cha|mẹ|me|dở|do|tôi|toi))?\s*[,.!…]+\s*(?=\S)/iu;

/** A reader over these guides; build it once, it learns from them. */
export function needReader(
  entries: readonly NeedEntry[],
  lexicon: Lexicon,
): (text: string) => NeedReading {
  const flows = new Set(entries.map(({ flow }) => flow));
  const notions = new Phrasebook<string>([
    ...Object.entries(lexicon.concepts).flatMap(([notion, line]) =>
      phrasesOf(line).map((phrase) => [notion, phrase] as const),
    ),
    ...lexicon.outside.flatMap((line, group) =>
      phrasesOf(line).map((phrase) => [`outside ${group}`, phrase] as const),
    ),
  ]);
  const cues = Object.entries(lexicon.cues)
    .filter(([flow]) => flows.has(flow))
    .flatMap(([flow, lines]) => lines.map((line) => cueOf(flow, line)));

  const said = [
    ...entries.flatMap(({ flow, title, askedAs }) =>
      [title.vi, title.en, ...askedAs].map((text) => ({ label: flow, text })),
    ),
    ...lexicon.strangers.map((text) => ({ label: nothing, text })),
  ];
  const plain = new Vocabulary([]);
  const sentences = said.map(({ text }) =>
    tokensOf(text, lexicon.abbreviations, plain).map(({ folded }) => folded),
  );
  const vocabulary = new Vocabulary([...sentences.flat(), ...notions.words]);
  for (const sentence of sentences) vocabulary.learnPairs(sentence);

  const featuresOf = (text: string): { features: Features; evidence: number } => {
    const tokens = tokensOf(text, lexicon.abbreviations, vocabulary);
    return features(tokens, vocabulary.corrected(tokens), notions, cues);
  };
  // Learning sees every notion; a reader passes over where something was lost.
  const asked = {
    find: (tokens: readonly Token[]) =>
      notions
        .find(tokens)
        .filter(({ key, from }) => !key.startsWith("outside") || !isWhereLost(tokens, from)),
  };
  const heard = (text: string) => {
    const tokens = tokensOf(text, lexicon.abbreviations, vocabulary);
    return features(tokens, vocabulary.corrected(tokens), asked, cues);
  };
  const examples: Example[] = said.map(({ label, text }) => ({
    label,
    features: featuresOf(text).features,
  }));
  const model = learn(examples, { passes: 12, decay: 5e-3 });

  return (text) => {
    const { features, evidence } = heard(withoutOwnPuzzle(text.replace(cry, "")));
    if (evidence === 0) return none;
    const probabilities = model.probabilities(features);
    const ranked = model.labels
      .map((flow, at) => ({ flow, score: probabilities[at] ?? 0 }))
      .sort((a, b) => b.score - a.score);
    const stranger = ranked.find(({ flow }) => flow === nothing)?.score ?? 0;
    const offered = ranked.filter(({ flow }) => flow !== nothing).slice(0, 3);
    const [first, second] = offered;
    if (first === undefined) return none;
    // Where notions speak loudly for it and for nothing strange, fewer words of its own are enough.
    const vouched =
      (features.get(`flow ${first.flow}`) ?? 0) >= 5 / 3 && !features.has("notion outside");
    if (
      first.score < (vouched ? stranger * vouchedOdds : Math.max(leastScore, stranger * leastOdds))
    )
      return none;
    const kept = offered.filter(({ score }) => score > leastShown);
    const clear = first.score > 0.6 && first.score > 3 * (second?.score ?? 0);
    return {
      verdict: clear ? "clear" : "some",
      flows: kept.map(({ flow }) => flow),
      scores: kept.map(({ score }) => score),
    };
  };
}

function features(
  tokens: readonly Token[],
  words: readonly string[],
  book: Pick<Phrasebook<string>, "find">,
  cues: readonly Cue[],
): { features: Features; evidence: number } {
  const weights = clauseWeights(tokens);
  const found = new Map<string, number>();
  for (const hit of book.find(tokens)) {
    const weight = hit.strength * (weights[tokens[hit.from]?.clause ?? 0] ?? 1);
    if (weight > (found.get(hit.key) ?? 0)) found.set(hit.key, weight);
    if (hit.key.startsWith("outside") && weight > (found.get("outside") ?? 0))
      found.set("outside", weight);
  }
  if (overSeventy(tokens)) found.set("seventy", 1);

  // Many notions in one text make each of them say less.
  const share = 1 / Math.sqrt(Math.max(1, found.size / 4));
  const out = new Map<string, number>();
  for (const [notion, weight] of found) out.set(`notion ${notion}`, weight * share);
  const byFlow = new Map<string, number>();
  for (const cue of cues) {
    let weight = 1;
    for (const notion of cue.all) weight = Math.min(weight, found.get(notion) ?? 0);
    if (weight === 0 || cue.without.some((notion) => found.has(notion))) continue;
    byFlow.set(cue.flow, (byFlow.get(cue.flow) ?? 0) + weight * cue.weight);
  }
  const strange = [...found.keys()].filter((notion) => notion.startsWith("outside ")).length;
  if (strange > 0) byFlow.set(nothing, strange * 2);
  for (const [flow, score] of byFlow) out.set(`flow ${flow}`, Math.max(-1, Math.min(score, 8)) / 3);

  const scale = 2.5 / Math.sqrt(Math.max(4, tokens.length));
  for (const [at, token] of tokens.entries()) {
    const weight = scale * (weights[token.clause] ?? 1);
    const word = words[at] ?? "";
    out.set(`word ${word}`, weight);
    const before = words[at - 1];
    if (before !== undefined) out.set(`pair ${before} ${word}`, weight * 0.8);
  }
  const unknown = tokens.filter((token) => !token.known).length / Math.max(1, tokens.length);
  if (unknown > 0.4) out.set("mostly unknown", unknown);
  if (numbersTogether(tokens) >= 9) out.set("long number", 1.5);
  return { features: out, evidence: found.size };
}

const placed: ReadonlySet<string> = new Set("o tren ngoai duoi trong di".split(" "));
const gone: ReadonlySet<string> = new Set("mat roi rot danh quen lac lost".split(" "));

/** Longer than this it is a message somebody passed on. */
const longestLoss = 12;

/** "Mất căn cước ở chợ phiên": where something was lost is not what is asked about. */
function isWhereLost(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.folded ?? "";
  return (
    tokens.length <= longestLoss &&
    placed.has(before) &&
    tokens.slice(0, from).some(({ folded }) => gone.has(folded))
  );
}

/** The most digits that stand side by side, as in a number given away in groups. */
function numbersTogether(tokens: readonly Token[]): number {
  let most = 0;
  let run = 0;
  for (const { folded } of tokens) {
    run = /^[0-9]+$/.test(folded) ? run + folded.length : 0;
    most = Math.max(most, run);
  }
  return most;
}

/** In a long story the clause that asks, and the last ones, say what is needed. */
function clauseWeights(tokens: readonly Token[]): readonly number[] {
  const last = tokens.at(-1)?.clause ?? 0;
  const weights = new Array<number>(last + 1).fill(tokens.length > 25 ? 0.6 : 1);
  if (tokens.length <= 25) return weights;
  for (const token of tokens) if (asking.has(token.folded)) weights[token.clause] = 1;
  weights[last] = 1;
  return weights;
}

const tens: ReadonlySet<string> = new Set(["bay", "tam", "chin"]);

/** "76 tuổi", "bảy mươi lăm tuổi", "ngoài tám mươi", "cụ 92". */
function overSeventy(tokens: readonly Token[]): boolean {
  return tokens.some(({ folded }, at) => {
    const next = tokens[at + 1]?.folded ?? "";
    const around = [tokens[at - 1]?.folded, next, tokens[at + 2]?.folded];
    if (/^(7[0-9]|8[0-9]|9[0-9])$/.test(folded)) {
      return around.some((word) =>
        ["tuoi", "cu", "ong", "ba", "me", "bo", "gan", "hon", "tren", "tron", "nay"].includes(
          word ?? "",
        ),
      );
    }
    if (!tens.has(folded)) return false;
    return (
      next === "muoi" ||
      (["lam", "nham", "sau", "tam", "chin", "hai", "ba", "tu", "mot"].includes(next) &&
        tokens[at + 2]?.folded !== "ngay")
    );
  });
}
