/** Return codes at the edge: made so that nobody has them, looked up so that nobody can guess them. */
import type { Inbound, InboundOf, Instant } from "../../flows/index.ts";
import { hashOf, newReturnCode, plainReturnCode, returnCodeIn } from "../ids.ts";
import type { ConversationRow, Store } from "../store/store.ts";
import { type TryLimit, tryLimit } from "./try-limit.ts";

export function freshReturnCode(store: Store, commune: string): string {
  for (;;) {
    const code = newReturnCode();
    if (store.findByReturnCode(commune, hashOf(plainReturnCode(code))) === undefined) return code;
  }
}

/** Tries of one conversation within ten minutes; everybody together has this many times as many. */
const mostTries = 6;
const everybodysShare = 40;
const within = 10 * 60_000;

export interface ReturnTries {
  /** Counts a try. */
  allows(who: string, now: Instant): boolean;
}

/** One count for a whole house, whichever channel the tries come by. */
export function returnTries(limit: TryLimit = tryLimit(mostTries, within)): ReturnTries {
  return {
    allows: (who, now) => limit.allows(who, now) && limit.allows("everybody", now, everybodysShare),
  };
}

/** What somebody typed, with a return code in it replaced by whose it is. A code never becomes an inbound's words. */
export function withCodeFollowed(
  store: Store,
  tries: ReturnTries,
  row: ConversationRow,
  inbound: Inbound,
  now: Instant,
): Inbound {
  if (inbound.kind !== "words") return inbound;
  // What a propagandist writes goes to somebody else.
  if (row.saved.helping !== undefined && !row.saved.guiding) return inbound;
  const code = returnCodeIn(inbound.text);
  if (code === undefined) return inbound;
  const given = (): InboundOf<"return-code">["given"] => {
    if (!tries.allows(row.id, now)) return { is: "too-often" };
    const found = store.findByReturnCode(row.commune, hashOf(code));
    if (found === undefined) return { is: "unknown" };
    return found.id === row.id ? { is: "own" } : { is: "found", of: found.id };
  };
  return { kind: "return-code", given: given() };
}
