/**
 * Masks one-time codes, passwords, passcodes and identity numbers before anything is written.
 *
 * We would rather lose a harmless six-digit number than keep a one-time code; but a date, a price,
 * a telephone number, a dossier code or a question *about* codes must arrive as it was typed.
 *
 * How it works: the text is cut once into words and numbers (`tokensOf`), harmless shapes are set
 * aside (`harmlessNumbers`), and what is left is judged by its shape and by the words around it.
 * Every look around is bounded, so the work grows with the length of the text and no faster.
 */
import { cluesOf } from "./secrets/clues.ts";
import { harmlessNumbers } from "./secrets/harmless.ts";
import { type AskedFor, MASK, type SecretKind } from "./secrets/kinds.ts";
import {
  everyNumberIn,
  LONGEST_KNOWN,
  merged,
  replaceSpans,
  SHORTEST_KNOWN,
  withoutKnown,
} from "./secrets/masks.ts";
import { numbersIn } from "./secrets/numbers.ts";
import { passwordsIn } from "./secrets/passwords.ts";
import { isAlone, type Reading, type Span } from "./secrets/reading.ts";
import { spokenIn } from "./secrets/spoken.ts";
import { tokensOf } from "./secrets/tokens.ts";

export { type AskedFor, MASK, type SecretKind } from "./secrets/kinds.ts";

export interface Masked {
  readonly text: string;
  /** Each kind once, in the order first met. Empty when the text came through untouched. */
  readonly found: readonly SecretKind[];
}

/** Rounds before the last resort: a mask can leave digits that now stand alone. */
const ROUNDS = 6;

/** Removes every secret we can recognise. Applying it twice changes nothing more. */
export function maskSecrets(text: string, asked: AskedFor = "text"): Masked {
  const found = new Set<SecretKind>();
  const known = new Set<string>();
  let current = text;
  for (let round = 0; ; round += 1) {
    const spans = round < ROUNDS ? secretsIn(current, asked) : everyNumberIn(current);
    if (spans.length === 0) break;
    for (const span of spans) {
      found.add(span.kind);
      const raw = current.slice(span.start, span.end).slice(0, LONGEST_KNOWN);
      if (raw.length >= SHORTEST_KNOWN && !MASK.includes(raw)) known.add(raw);
    }
    current = withoutKnown(replaceSpans(current, spans), known);
    if (round > ROUNDS) break;
  }
  return { text: current, found: [...found] };
}

function secretsIn(text: string, asked: AskedFor): Span[] {
  const tokens = tokensOf(text);
  const clues = cluesOf(tokens);
  const harmless = harmlessNumbers(text, tokens, asked);
  const reading: Reading = { text, tokens, clues, harmless, asked, alone: isAlone(tokens) };
  return merged([...passwordsIn(reading), ...numbersIn(reading), ...spokenIn(reading)]);
}
