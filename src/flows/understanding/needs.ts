/** From free text to the guides that may be meant. */
import { fold } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";

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

const grams = (words: readonly string[]): string[] => [
  ...words,
  ...words.slice(1).map((word, at) => `${words[at]} ${word}`),
];

/** A reader over these guides; build it once, it holds an index. */
export function needReader(
  entries: readonly NeedEntry[],
  lexicon: Lexicon,
): (text: string) => NeedReading {
  const expand = (text: string): string[] =>
    fold(text)
      .split(" ")
      .flatMap((word) => (lexicon.abbreviations[word] ?? word).split(" "));
  const phrases = entries.flatMap(({ flow, title, askedAs }) =>
    [title.vi, title.en, ...askedAs].map((phrase) => ({
      flow,
      grams: new Set(grams(expand(phrase))),
    })),
  );
  const frequency = new Map<string, number>();
  for (const phrase of phrases)
    for (const gram of phrase.grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const idf = (gram: string): number =>
    Math.log(1 + phrases.length / (1 + (frequency.get(gram) ?? 0)));
  const length = (set: ReadonlySet<string>): number =>
    Math.sqrt([...set].reduce((sum, gram) => sum + idf(gram) ** 2, 0));
  const indexed = phrases.map((phrase) => ({ ...phrase, length: length(phrase.grams) }));

  return (text) => {
    const said = new Set(grams(expand(text)));
    const saidLength = length(said);
    const best = new Map<string, number>();
    for (const phrase of indexed) {
      let shared = 0;
      for (const gram of phrase.grams) if (said.has(gram)) shared += idf(gram) ** 2;
      const score = saidLength === 0 ? 0 : shared / (saidLength * phrase.length);
      if (score > (best.get(phrase.flow) ?? 0)) best.set(phrase.flow, score);
    }
    const ranked = [...best]
      .filter(([, score]) => score > 0.3)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3);
    const [first, second] = ranked;
    if (first === undefined) return { verdict: "none", flows: [], scores: [] };
    const clear = first[1] > 0.6 && first[1] - (second?.[1] ?? 0) > 0.15;
    return {
      verdict: clear ? "clear" : "some",
      flows: ranked.map(([flow]) => flow),
      scores: ranked.map(([, score]) => score),
    };
  };
}
