/** A text as it is judged: its tokens, what the words say, and what is harmless. */
import type { Clue } from "./clues.ts";
import type { Harmless } from "./harmless.ts";
import type { AskedFor, SecretKind } from "./kinds.ts";
import type { Token } from "./tokens.ts";
import { wordList } from "./word-lists.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clues: readonly (Clue | undefined)[];
  readonly harmless: readonly (Harmless | undefined)[];
  readonly asked: AskedFor;
  /** Nothing but numbers and courtesy in the whole text. */
  readonly alone: boolean;
}

const COURTESY = new Set(
  wordList(
    "da a nhe nha day ne chau ong ba bac co chu em anh chi cu oi vang u uh ok oke roi thua gui no ha",
  ),
);

export const isAlone = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind !== "word" || COURTESY.has(token.plain));

export const spanOf = (reading: Reading, first: number, last: number, kind: SecretKind): Span => ({
  start: reading.tokens[first]?.start ?? 0,
  end: reading.tokens[last]?.end ?? 0,
  kind,
});
