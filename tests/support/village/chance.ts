/** Chance that is the same on every run: a seed names a whole month (mulberry32). */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  between(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
  oneOf<T>(all: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    percent: (of) => next() * 100 < of,
    oneOf: (all) => {
      const found = all[Math.floor(next() * all.length)];
      if (found === undefined) throw new Error("there is nothing to choose from");
      return found;
    },
  };
}
