/** Whom a propagandist's message is for. */

import type { CaseId } from "../../vocabulary.ts";
import { heldOf } from "../acts/helping/side.ts";
import type { HelpingAct } from "../event.ts";
import type { Unsent } from "../saved.ts";
import type { Talk } from "../talk.ts";

/** Whom a propagandist's plain words, picture or recording is for. */
type Addressee =
  | { readonly is: "somebody"; readonly case: CaseId; readonly chosen: boolean }
  | { readonly is: "not-held"; readonly case: CaseId }
  | { readonly is: "doubtful" }
  /** They hold no case: what they write is their own. */
  | { readonly is: "nobody" };

/**
 * An answer to a message of a case goes there and nowhere else. Anything else goes to the current case, unless it
 * was written before the message that made that one current was there.
 */
function addressee(
  talk: Talk,
  { about, seen }: { readonly about?: CaseId | undefined; readonly seen?: number | undefined },
): Addressee {
  const { helping } = talk.saved;
  if (helping === undefined) return { is: "nobody" };
  const held = heldOf(talk);
  if (about !== undefined)
    return held.some((c) => c.id === about)
      ? { is: "somebody", case: about, chosen: true }
      : { is: "not-held", case: about };
  if (held.length === 0) return { is: "nobody" };
  const { current, currentSince = 0 } = helping;
  const late = seen !== undefined && seen < currentSince;
  return current === undefined || late || !held.some((c) => c.id === current)
    ? { is: "doubtful" }
    : { is: "somebody", case: current, chosen: false };
}

/** What a propagandist's message does, when it is for anybody's case. */
export function helpingWith(
  talk: Talk,
  inbound: { readonly about?: CaseId | undefined; readonly seen?: number | undefined },
  what: Unsent,
): HelpingAct | undefined {
  const to = addressee(talk, inbound);
  switch (to.is) {
    case "somebody":
      return { act: "send", case: to.case, what, chosen: to.chosen };
    case "doubtful":
      return { act: "ask-whom", what };
    case "not-held":
      return { act: "not-held", case: to.case };
    case "nobody":
      return undefined;
  }
}
