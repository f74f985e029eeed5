/** Cases somebody has to look at: waited for too long, held without an end, or past their meeting. */
import type { Instant } from "../../flows/index.ts";
import type { CaseLine } from "../store/cases.ts";
import type { Store } from "../store/store.ts";

const hour = 60 * 60 * 1000;

/** Who has waited so long, or has been held so long without an end, is stuck. */
const longWait = hour;
const longHeld = 24 * hour;

export interface Stuck {
  readonly case: CaseLine;
  readonly why: "waiting" | "held" | "meeting-past";
  /** For how long, in milliseconds. */
  readonly since: number;
}

export function stuckCases(store: Pick<Store, "cases">, commune: string, now: Instant): Stuck[] {
  return store
    .cases(commune, now)
    .flatMap((of) => stuckIn(of, now))
    .toSorted((a, b) => b.since - a.since);
}

function stuckIn(of: CaseLine, now: Instant): Stuck[] {
  switch (of.state) {
    case "waiting": {
      const since = now - of.waitingSince;
      return since >= longWait ? [{ case: of, why: "waiting", since }] : [];
    }
    case "claimed": {
      const since = now - of.openedAt;
      return since >= longHeld ? [{ case: of, why: "held", since }] : [];
    }
    case "resting": {
      const since = now - (of.card.meeting?.at ?? now);
      return since >= hour ? [{ case: of, why: "meeting-past", since }] : [];
    }
    case "closed":
      return [];
  }
}
