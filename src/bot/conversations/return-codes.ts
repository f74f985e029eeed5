/** Return codes at the edge: made so that nobody has them, looked up so that nobody can guess them. */
import type { Inbound, InboundOf, Instant } from "../../flows/index.ts";
import { hashOf, newReturnCode, plainReturnCode, returnCodeIn } from "../ids.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Store } from "../store/store.ts";
import type { ReturnTries } from "./return-tries.ts";

export function freshReturnCode(store: Store, commune: string): string {
  for (;;) {
    const code = newReturnCode();
    if (store.findByReturnCode(commune, hashOf(plainReturnCode(code))) === undefined) return code;
  }
}

/** What somebody typed, with a return code in it replaced by whose it is. A code never becomes an inbound's words. */
export function withCodeFollowed(
  store: Store,
  tries: ReturnTries,
  row: ConversationRow,
  { inbound, place }: { readonly inbound: Inbound; readonly place?: string | undefined },
  now: Instant,
): Inbound {
  if (inbound.kind !== "words") return inbound;
  // What a propagandist writes goes to somebody else.
  if (row.saved.helping !== undefined && !row.saved.guiding) return inbound;
  const code = returnCodeIn(inbound.text);
  if (code === undefined) return inbound;
  const given = (): InboundOf<"return-code">["given"] => {
    const who = { chat: row.id, place };
    if (!tries.allows(who, now)) return { is: "too-often" };
    const codeHash = hashOf(code);
    const found = store.findByReturnCode(row.commune, codeHash);
    if (found === undefined) {
      tries.missed(who, codeHash, now);
      return { is: "unknown" };
    }
    return found.id === row.id ? { is: "own" } : { is: "found", of: found.id };
  };
  return { kind: "return-code", given: given() };
}
