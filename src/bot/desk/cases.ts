/** Cases as a propagandist sees them: whom they may see, and what a card, a thread and a list hold. */
import type { CaseId, ConversationId, PropagandistId } from "../../flows/index.ts";
import type { CaseLine, Line, PropagandistRow, Store } from "../store/store.ts";

/** Closed cases stay on the lists so long. */
const closedShown = 7 * 24 * 60 * 60 * 1000;

/** Whoever was called goes on seeing the card after somebody else was faster: who has it is an answer too. */
export function maySee(who: PropagandistRow, of: CaseLine): boolean {
  if (mayRead(who, of)) return true;
  return who.commune === of.commune && of.state !== "closed" && of.called.includes(who.id);
}

/**
 * The words of a case are for its holder, for coordinators and, while it waits, for those who may claim it.
 * Whoever writes guides has no need of anybody's words.
 */
export function mayRead(who: PropagandistRow, of: CaseLine): boolean {
  if (who.commune !== of.commune) return false;
  if (who.rank === "coordinator" || of.claimedBy === who.id) return true;
  if (who.rank === "author") return false;
  return of.state === "waiting" && (of.called.length === 0 || of.called.includes(who.id));
}

export interface CaseLists {
  readonly waiting: readonly CaseLine[];
  readonly mine: readonly CaseLine[];
  readonly others: readonly CaseLine[];
  readonly closed: readonly CaseLine[];
}

export function listsFor(store: Store, who: PropagandistRow, now: number): CaseLists {
  const all = store.cases(who.commune, now - closedShown).filter((c) => maySee(who, c));
  const held = all.filter((c) => c.state === "claimed" || c.state === "resting");
  return {
    waiting: all
      .filter((c) => c.state === "waiting")
      .toSorted((a, b) => a.waitingSince - b.waitingSince),
    mine: held.filter((c) => c.claimedBy === who.id),
    others: held.filter((c) => c.claimedBy !== who.id),
    closed: all
      .filter((c) => c.state === "closed")
      .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0)),
  };
}

/** What the resident wrote since this propagandist last read. */
export function unreadFor(store: Store, who: PropagandistId, of: CaseLine): number {
  if (of.state === "closed") return 0;
  const upTo = store.readUpTo(of.id, who);
  return store.lines(of.conversation, upTo, 100).filter(isFromResident).length;
}

function isFromResident(line: Line): boolean {
  if (line.what.is !== "inbound") return false;
  const { kind } = line.what.inbound;
  return kind === "words" || kind === "photo" || kind === "voice";
}

export function caseWith(store: Store, id: string): CaseLine | undefined {
  return store.case(id as CaseId);
}

/** How much of the conversation before the case a helper sees, besides all that came since. */
const linesShown = 40;

export function threadOf(store: Store, conversation: ConversationId): readonly Line[] {
  return store.lastLines(conversation, linesShown);
}
