/** Who has the desk before their eyes: a browser that shows it rings by itself and is told nothing besides. */
import type { Instant } from "../../../flows/index.ts";

/** A page that is seen asks at least this often; a telephone that lost its network stops asking. */
const freshFor = 45_000;

/** What came before the last sign of life is known to have been told; longer ago nobody asks. */
const rememberedFor = 10 * 60_000;

export interface Looking {
  /** The page of this session asked for something while it was seen. */
  seen(session: string, now: Instant): void;
  /** It has been put away. */
  away(session: string): void;
  /** `until`: it is being looked at; whether what happened at `at` has reached the page is known by then. */
  standing(
    session: string,
    at: Instant,
    now: Instant,
  ): { readonly is: "told" | "away" } | { readonly is: "looking"; readonly until: Instant };
}

export function looking(): Looking {
  const seen = new Map<string, Instant>();
  return {
    seen(session, now) {
      // In the order of their last sign of life, so that the oldest stand first.
      seen.delete(session);
      seen.set(session, now);
      for (const [old, at] of seen) {
        if (at > now - rememberedFor) break;
        seen.delete(old);
      }
    },
    away: (session) => void seen.delete(session),
    standing(session, at, now) {
      const last = seen.get(session);
      if (last === undefined) return { is: "away" };
      if (last > at) return { is: "told" };
      const until = last + freshFor;
      return until > now ? { is: "looking", until } : { is: "away" };
    },
  };
}
