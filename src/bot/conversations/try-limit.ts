/** So many tries in a stretch of time, counted per key. In memory: a restart forgives. */
import type { Instant } from "../../flows/index.ts";

export interface TryLimit {
  /** Counts a try; `factor` widens the limit for keys that many share. */
  allows(key: string, now: Instant, factor?: number): boolean;
}

export function tryLimit(most: number, within: number): TryLimit {
  const tries = counts(within);
  return { allows: (key, now, factor = 1) => tries.add(key, now) <= most * factor };
}

export interface Counts {
  /** How many there are with this one, since the first within the stretch. */
  add(key: string, now: Instant): number;
  of(key: string, now: Instant): number;
}

/** Keys are dropped once their window has passed; so many at most are remembered. */
const mostKeys = 50_000;

export function counts(within: number): Counts {
  const windows = new Map<string, { began: Instant; count: number }>();
  const openAt = (key: string, now: Instant) => {
    const open = windows.get(key);
    return open === undefined || now - open.began >= within ? undefined : open;
  };
  return {
    add(key, now) {
      const open = openAt(key, now);
      if (open === undefined) {
        if (windows.size >= mostKeys) forgetPassed(now);
        windows.set(key, { began: now, count: 1 });
        return 1;
      }
      open.count += 1;
      return open.count;
    },
    of: (key, now) => openAt(key, now)?.count ?? 0,
  };

  function forgetPassed(now: Instant): void {
    for (const [key, { began }] of windows) if (now - began >= within) windows.delete(key);
    // Still full: an attack with ever new keys. Forgetting all is better than refusing everybody.
    if (windows.size >= mostKeys) windows.clear();
  }
}
