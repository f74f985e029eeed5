/** What is new between two looks at the lists: for the ear, and for those who listen to the page. */
import type { DeskCard, DeskCases } from "../wire/cases.ts";
import { newlyDue, newlyUnread, newlyWaiting, titleOf } from "./lists.ts";
import type { Words } from "./words.ts";

export interface News {
  readonly says: readonly string[];
  readonly rings: "case" | "message" | undefined;
}

/** `inSight` is the case on a screen somebody looks at: its messages need no bell. */
export function newsBetween(
  before: DeskCases | undefined,
  after: DeskCases,
  { duty, inSight }: { readonly duty: boolean; readonly inSight: string | undefined },
  words: Words,
): News {
  const fresh = duty ? newlyWaiting(before, after) : [];
  const unread = newlyUnread(before, after).filter(({ id }) => id !== inSight);
  const due = newlyDue(before, after);
  const named = (card: DeskCard) => titleOf(card, words.someone);
  return {
    says: [
      ...due.map((card) => `${named(card)}: ${dueLine(card, words)}`),
      ...fresh.map((card) => words.newCase(named(card))),
      ...unread.map((card) => words.newMessage(named(card))),
    ],
    rings: fresh.length + due.length > 0 ? "case" : unread.length > 0 ? "message" : undefined,
  };
}

/** What is due of a meeting, said aloud; the card has the hour and the place. */
function dueLine(card: DeskCard, words: Words): string {
  if (card.meeting?.due === "tomorrow") return words.meetingTomorrow(card.meeting.place);
  if (card.meeting?.due === "soon") return words.meetingSoon(card.meeting.place);
  return words.meetingPast;
}
