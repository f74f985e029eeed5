/** How a fault is said: to the author in Vietnamese, and in English beside it. */
import type { Problem } from "../../problem.ts";

/** `says` and `tries` are Vietnamese, `en` says the same in English. */
export interface Fault extends Problem {
  readonly en: { readonly says: string; readonly tries?: string | undefined };
}

/** One sentence in both languages. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

export interface Spot {
  readonly file: string;
  readonly at: ReadonlyArray<string | number>;
  readonly step?: string | undefined;
}

function fault(
  weight: Problem["weight"],
  { file, at, step }: Spot,
  says: Said,
  tries?: Said,
): Fault {
  return {
    file,
    at,
    ...(step === undefined ? {} : { step }),
    says: says.vi,
    ...(tries === undefined ? {} : { tries: tries.vi }),
    weight,
    en: { says: says.en, ...(tries === undefined ? {} : { tries: tries.en }) },
  };
}

/** Refuses publishing. */
export const wrong = (spot: Spot, says: Said, tries?: Said): Fault =>
  fault("error", spot, says, tries);

/** Worth a look; publishing goes on. */
export const doubtful = (spot: Spot, says: Said, tries?: Said): Fault =>
  fault("warning", spot, says, tries);

/** "Did you mean …?", when something known is near; otherwise what is known, if it is little. */
export function didYouMean(written: string, known: Iterable<string>): Said | undefined {
  const all = [...known];
  const near = nearest(written, all);
  if (near !== undefined)
    return { vi: `Có phải ý là "${near}" không?`, en: `Did you mean "${near}"?` };
  if (all.length === 0 || all.length > 12) return undefined;
  const list = all.map((one) => `"${one}"`).join(", ");
  return { vi: `Có: ${list}.`, en: `There are: ${list}.` };
}

/** The known word that is fewest typing slips away, if they are few for its length. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of known) {
    const slips = slipsBetween(written, word);
    if (best === undefined || slips < best.slips) best = { word, slips };
  }
  return best !== undefined && best.slips <= Math.max(2, Math.floor(written.length / 3))
    ? best.word
    : undefined;
}

/** Letters to add, drop or change (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, against] of [...other].entries()) {
      next.push(
        Math.min(
          (next[to] ?? 0) + 1,
          (row[to + 1] ?? 0) + 1,
          (row[to] ?? 0) + (letter === against ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
