/** Cases as a propagandist sees them: whom they may see, and what a card, a thread and a list hold. */
import {
  type CaseId,
  type ConversationId,
  type Inbound,
  mayMeet,
  type PropagandistId,
  wants,
  worksIn,
} from "../../flows/index.ts";
import type { CaseLine } from "../store/cases.ts";
import type { Line } from "../store/lines.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

/** Closed cases stay on the lists so long. */
export const closedShown = 7 * 24 * 60 * 60 * 1000;

/** Whoever could have claimed it goes on seeing the card after somebody else was faster: who has it is an answer too. */
export function maySee(who: PropagandistRow, of: CaseLine): boolean {
  if (mayRead(who, of)) return true;
  if (who.commune === of.commune && isInvited(who, of)) return true;
  return of.state !== "closed" && isHandedTo(who, of);
}

/**
 * The words of a case are for its holder, for coordinators and, while it waits, for those who may claim it.
 * Whoever writes guides or reads figures has no need of anybody's words.
 */
export function mayRead(who: PropagandistRow, of: CaseLine): boolean {
  if (who.commune !== of.commune) return false;
  switch (who.rank) {
    case "author":
    case "manager":
      return false;
    case "coordinator":
      return true;
    case "propagandist":
      return (
        of.claimedBy === who.id ||
        isInvited(who, of) ||
        isBeside(who, of) ||
        (of.state === "waiting" && isHandedTo(who, of))
      );
  }
}

/** The holder has asked them to help too, and they have not come yet. */
export const isInvited = (who: Pick<PropagandistRow, "id">, of: CaseLine): boolean =>
  of.state === "claimed" && of.card.invited?.includes(who.id) === true;

/** Talks beside the holder. */
export const isBeside = (who: Pick<PropagandistRow, "id">, of: CaseLine): boolean =>
  of.state === "claimed" && of.card.beside?.includes(who.id) === true;

/** From here on everybody on the desk is asked. */
const wide: ReadonlySet<CaseLine["rung"]> = new Set(["everyone", "office", "later"]);

/**
 * A propagandist has the cases of their own villages, those they were called for, and those everybody is asked
 * for; what the resident wished keeps them away from all but the second.
 */
function isHandedTo(who: PropagandistRow, of: CaseLine): boolean {
  if (who.commune !== of.commune || (who.rank !== "propagandist" && who.rank !== "coordinator"))
    return false;
  if (of.called.includes(who.id)) return true;
  const own = of.village !== undefined && worksIn(who, of.village);
  return (own || wide.has(of.rung)) && isWelcome(who, of);
}

function isWelcome(who: PropagandistRow, of: CaseLine): boolean {
  const wish = wants.find((known) => known === of.wants) ?? "anyone";
  const discreet = of.discreet === true;
  return mayMeet(who, { wants: wish, discreet, village: of.village }, [who]);
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
    mine: held.filter((c) => c.claimedBy === who.id || isBeside(who, c)),
    others: held.filter((c) => c.claimedBy !== who.id && !isBeside(who, c)),
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

/** The newest line of the resident's, while the case is open. */
export function newestOfResident(store: Store, of: CaseLine): number | undefined {
  if (of.state === "closed") return undefined;
  return store.lastLines(of.conversation, 30).findLast(isFromResident)?.seq;
}

const heard: ReadonlySet<Inbound["kind"]> = new Set([
  "words",
  "photo",
  "voice",
  "file",
  "location",
]);

function isFromResident(line: Line): boolean {
  if (line.what.is !== "inbound") return false;
  const { kind } = line.what.inbound;
  return heard.has(kind);
}

export function caseWith(store: Store, id: string): CaseLine | undefined {
  return store.case(id as CaseId);
}

/** How much of the conversation before the case a helper sees, besides all that came since. */
const linesShown = 40;

export function threadOf(store: Store, conversation: ConversationId): readonly Line[] {
  return store.lastLines(conversation, linesShown);
}
