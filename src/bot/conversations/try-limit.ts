/** So many tries in a stretch of time, counted per key. In memory: a restart forgives. */
import type { Instant } from "../../flows/index.ts";

export interface TryLimit {
  /** Counts a try; `factor` widens the limit for keys that many share. */
  allows(key: string, now: Instant, factor?: number): boolean;
}

/** Keys are dropped once their window has passed; so many at most are remembered. */
const mostKeys = 50_000;

export function tryLimit(most: number, within: number): TryLimit {
  const windows = new Map<string, { began: Instant; count: number }>();
  return {
    allows(key, now, factor = 1) {
      const open = windows.get(key);
      if (open === undefined || now - open.began >= within) {
        if (windows.size >= mostKeys) forgetPassed(now);
        windows.set(key, { began: now, count: 1 });
        return true;
      }
      open.count += 1;
      return open.count <= most * factor;
    },
  };

  function forgetPassed(now: Instant): void {
    for (const [key, { began }] of windows) if (now - began >= within) windows.delete(key);
    // Still full: an attack with ever new keys. Forgetting all is better than refusing everybody.
    if (windows.size >= mostKeys) windows.clear();
  }
}
