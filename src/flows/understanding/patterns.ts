/**
 * Finds known phrases in typed words, forgiving one slip where a second word vouches for the phrase.
 *
 * A phrase is written as people say it. `a|b` is either word, `a?` may be missing, `_` is up to two
 * words of anything, `__` up to five, `!a|b` means that neither follows. A word written with marks
 * wants those marks from somebody who types marks ("đẻ" is not "để") and forgives somebody who types
 * none; `=đẻ` is only the marked word. A word written without marks takes any.
 */
import { type Word, wordsOf } from "./fold.ts";

/** A word ready for matching. */
export interface Token extends Word {
  /** Known words that this one may be a slip of, best first; empty when it is itself known and nothing sounds like it. */
  readonly near: readonly string[];
  /** False when nobody who wrote the phrases knew this word. */
  readonly known: boolean;
}

interface Spelling {
  readonly folded: string;
  /** With marks, tone put where one hand always puts it; undefined when marks do not matter. */
  readonly marks: string | undefined;
  readonly markedOnly: boolean;
}

interface Place {
  readonly spellings: readonly Spelling[];
  readonly optional: boolean;
  /** Words of anything allowed before it. */
  readonly gap: number;
  readonly forbidden: boolean;
}

interface Phrase<Key> {
  readonly key: Key;
  readonly places: readonly Place[];
  /** Words that must be found. */
  readonly size: number;
}

/** One phrase found in a text. */
export interface Hit<Key> {
  readonly key: Key;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Below 1 when a word was only similar. */
  readonly strength: number;
  /** Words of the phrase that were found. */
  readonly size: number;
}

const toneless = (text: string): { letters: string; tone: string } => {
  const parts = text.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? "";
  return { letters: parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC"), tone };
};

/** "hoà" and "hòa" are one word: letters, then the tone. */
function marksOf(said: string): string {
  const { letters, tone } = toneless(said);
  return letters + tone;
}

/** How a word sounds where n and l, tr and ch, s and x, gi, d and r are one. */
export function soundOf(word: string): string {
  return word
    .replace(/^tr/, "ch")
    .replace(/^x/, "s")
    .replace(/^(gi(?=[aeou])|r|gi)/, "d")
    .replace(/^l/, "n")
    .replace(/^ngh/, "ng")
    .replace(/^gh/, "g")
    .replace(/^(k|q)(?!h)/, "c")
    .replace(/^f/, "ph")
    .replace(/^(j|z)/, "d")
    .replace(/(?<!a|(?<!q)u)y/g, "i");
}

function shortened(word: string): string[] {
  const forms: string[] = [];
  for (let at = 0; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/** The same letters in another order. */
function exchanged(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

/** The words we know, and which known words an unknown one may be. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #pairs = new Set<string>();
  readonly #near = new Map<string, readonly string[]>();
  readonly #bySound = new Map<string, string[]>();
  readonly #byShortened = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    const put = (map: Map<string, string[]>, key: string, word: string): void => {
      const list = map.get(key);
      if (list === undefined) map.set(key, [word]);
      else if (!list.includes(word)) list.push(word);
    };
    const byCount = [...this.#counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
    for (const word of byCount) {
      if (/[0-9]/.test(word)) continue;
      put(this.#bySound, soundOf(word), word);
      if (word.length < 3) continue;
      put(this.#byShortened, word, word);
      for (const form of shortened(word)) put(this.#byShortened, form, word);
    }
  }

  /** Notes which words follow which, so that a slip can be read by its neighbours. */
  learnPairs(words: readonly string[]): void {
    for (const [at, word] of words.entries()) {
      const before = words[at - 1];
      if (before !== undefined) this.#pairs.add(`${before} ${word}`);
    }
  }

  /** The words of a text with every unknown one replaced by the known one that fits its neighbours best. */
  corrected(tokens: readonly Token[]): readonly string[] {
    const words = tokens.map(({ folded }) => folded);
    for (const [at, token] of tokens.entries()) {
      if (token.near.length === 0) continue;
      const before = words[at - 1];
      const after = words[at + 1];
      let best = token.folded;
      // A known word gives way only to one that both neighbours vouch for, and they not for it.
      let most = -1;
      if (token.known) {
        const stands =
          (before !== undefined && this.#pairs.has(`${before} ${token.folded}`)) ||
          (after !== undefined && this.#pairs.has(`${token.folded} ${after}`));
        if (stands) continue;
        most = 1;
      }
      for (const [order, word] of token.near.slice(0, 16).entries()) {
        const fits =
          (before !== undefined && this.#pairs.has(`${before} ${word}`) ? 1 : 0) +
          (after !== undefined && this.#pairs.has(`${word} ${after}`) ? 1 : 0) -
          order / 100;
        if (fits > most) {
          most = fits;
          best = word;
        }
      }
      words[at] = best;
    }
    return words;
  }

  has(word: string): boolean {
    return this.#counts.has(word);
  }

  /** Known words one slip away, best first; never the word itself. */
  near(word: string): readonly string[] {
    const remembered = this.#near.get(word);
    if (remembered !== undefined) return remembered;
    const near = this.#searched(word);
    // The same few thousand words make up nearly everything that is typed.
    if (this.#near.size < 5000) this.#near.set(word, near);
    return near;
  }

  #searched(word: string): readonly string[] {
    if (/[0-9]/.test(word) || word.length > 12) return [];
    const alike = this.#bySound.get(soundOf(word)) ?? [];
    const found = new Set<string>();
    if (word.length >= 2) {
      for (const candidate of this.#byShortened.get(word) ?? []) found.add(candidate);
      if (word.length >= 3) {
        for (const form of shortened(word)) {
          for (const candidate of this.#byShortened.get(form) ?? []) {
            if (candidate.length >= 4 || form === candidate || exchanged(word, candidate))
              found.add(candidate);
          }
        }
      }
    }
    const rest = [...found].sort((a, b) => (this.#counts.get(b) ?? 0) - (this.#counts.get(a) ?? 0));
    return [...new Set([...alike, ...rest])].filter((candidate) => candidate !== word);
  }
}

function spellingOf(written: string): Spelling {
  const markedOnly = written.startsWith("=");
  const said = (markedOnly ? written.slice(1) : written).normalize("NFC").toLowerCase();
  const [word] = wordsOf(said);
  if (word === undefined) throw new Error(`the phrase part "${written}" holds no word`);
  return { folded: word.folded, marks: word.marked ? marksOf(said) : undefined, markedOnly };
}

function placesOf(phrase: string): readonly Place[] {
  const places: Place[] = [];
  let gap = 0;
  for (const part of phrase.trim().split(/\s+/)) {
    if (/^_+$/.test(part)) {
      gap = part.length === 1 ? 2 : 5;
      continue;
    }
    const forbidden = part.startsWith("!");
    const optional = part.endsWith("?");
    const body = part.slice(forbidden ? 1 : 0, optional ? -1 : undefined);
    places.push({ spellings: body.split("|").map(spellingOf), optional, gap, forbidden });
    gap = 0;
  }
  return places;
}

/** Many phrases, found together. */
export class Phrasebook<Key> {
  readonly #byFirst = new Map<string, Phrase<Key>[]>();
  readonly words: readonly string[];

  constructor(phrases: Iterable<readonly [Key, string]>) {
    const words: string[] = [];
    for (const [key, written] of phrases) {
      const places = placesOf(written);
      const phrase: Phrase<Key> = {
        key,
        places,
        size: places.filter((p) => !p.optional && !p.forbidden).length,
      };
      // Every word that may stand first leads to the phrase.
      const firsts = new Set<string>();
      for (const place of places) {
        if (place.forbidden) break;
        for (const { folded } of place.spellings) firsts.add(folded);
        if (!place.optional) break;
      }
      for (const first of firsts) {
        const list = this.#byFirst.get(first);
        if (list === undefined) this.#byFirst.set(first, [phrase]);
        else list.push(phrase);
      }
      for (const place of places) for (const { folded } of place.spellings) words.push(folded);
    }
    this.words = words;
  }

  find(tokens: readonly Token[]): readonly Hit<Key>[] {
    const hits: Hit<Key>[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      const token = tokens[from];
      if (token === undefined) continue;
      const tried = new Set<Phrase<Key>>();
      for (const first of [token.folded, ...token.near]) {
        for (const phrase of this.#byFirst.get(first) ?? []) {
          if (tried.has(phrase)) continue;
          tried.add(phrase);
          const end = reach(tokens, phrase.places, 0, from, 0, allowance(phrase.size));
          if (end !== undefined) {
            hits.push({
              key: phrase.key,
              from,
              to: end.to,
              strength: 1 - 0.2 * end.slips,
              size: phrase.size,
            });
          }
        }
      }
    }
    return hits;
  }
}

/** How many words of a phrase may be only similar. */
function allowance(size: number): number {
  return size < 2 ? 0.5 : size < 4 ? 1 : 2;
}

function reach(
  tokens: readonly Token[],
  places: readonly Place[],
  at: number,
  position: number,
  slips: number,
  allowed: number,
): { to: number; slips: number } | undefined {
  const place = places[at];
  if (place === undefined) return { to: position, slips };
  if (place.forbidden) {
    const next = tokens[position];
    if (next !== undefined && place.spellings.some((spelling) => fits(next, spelling) === 0))
      return undefined;
    return reach(tokens, places, at + 1, position, slips, allowed);
  }
  const furthest = at === 0 ? position : Math.min(tokens.length - 1, position + place.gap);
  let best: { to: number; slips: number } | undefined;
  for (let tried = position; tried <= furthest; tried += 1) {
    const token = tokens[tried];
    if (token === undefined) break;
    let cost = 2;
    for (const spelling of place.spellings) cost = Math.min(cost, fits(token, spelling));
    if (cost === 2 || slips + cost > allowed) continue;
    const rest = reach(tokens, places, at + 1, tried + 1, slips + cost, allowed);
    if (rest !== undefined && (best === undefined || rest.slips < best.slips)) best = rest;
    if (best !== undefined && best.slips === slips) break;
  }
  if (place.optional) {
    const without = reach(tokens, places, at + 1, position, slips, allowed);
    if (without !== undefined && (best === undefined || without.slips < best.slips)) best = without;
  }
  return best;
}

/** 0 the word itself · 0.5 an unknown word that is surely a slip of it · 1 a known word that may be · 2 not it. */
function fits(token: Token, spelling: Spelling): 0 | 0.5 | 1 | 2 {
  if (token.folded === spelling.folded) {
    if (spelling.markedOnly) return token.marked && marksOf(token.said) === spelling.marks ? 0 : 2;
    if (spelling.marks === undefined || !token.marked) return 0;
    return marksOf(token.said) === spelling.marks ? 0 : 2;
  }
  if (spelling.markedOnly || !token.near.includes(spelling.folded)) return 2;
  return token.known || spelling.folded.length < 4 ? 1 : 0.5;
}

/** The folded words of a text, abbreviations written out. */
export function spelledOut(
  text: string,
  abbreviations: Readonly<Record<string, string>>,
): readonly string[] {
  return wordsOf(text).flatMap((word) => (fullForm(word, abbreviations) ?? word.folded).split(" "));
}

function fullForm(word: Word, abbreviations: Readonly<Record<string, string>>): string | undefined {
  const key = word.marked ? word.said : word.folded;
  return Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
}

/** The words of a text, abbreviations written out, each with the known words it may be a slip of. */
export function tokensOf(
  text: string,
  abbreviations: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): readonly Token[] {
  const tokens: Token[] = [];
  for (const word of wordsOf(text)) {
    const full = fullForm(word, abbreviations);
    if (full !== undefined) {
      for (const folded of full.split(" ")) {
        tokens.push({
          said: folded,
          folded,
          marked: false,
          clause: word.clause,
          near: [],
          known: true,
        });
      }
      continue;
    }
    const known = vocabulary.has(word.folded);
    tokens.push({
      ...word,
      near: vocabulary.near(word.folded),
      known,
    });
  }
  return tokens;
}
