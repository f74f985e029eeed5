import type { DeskCard } from "../wire/cases.ts";
import { dayOf, hourOf } from "./calendar.ts";
import { fragmentOfCase } from "./entrance.ts";
import { useHand, useNow } from "./in-hand.ts";
import { titleOf } from "./lists.ts";

/** What of my own cases must not be hidden below people who wait: who has written, and whom I meet today. */
export function Pressing({ cards }: { readonly cards: readonly DeskCard[] }) {
  const { desk, words } = useHand();
  const now = useNow(60_000);
  const { open } = desk.shown;
  const lines = cards.flatMap((card) => {
    if (card.id === open) return [];
    const who = titleOf(card, words.someone);
    if (card.unread > 0) return [{ card, says: words.newMessage(who) }];
    if (card.meeting === undefined) return [];
    const { at, place, due } = card.meeting;
    if (due === "past") return [{ card, says: words.meetingOver(who) }];
    return dayOf(at) === dayOf(now)
      ? [{ card, says: words.meetingToday(who, hourOf(at), place) }]
      : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul class="pressing">
      {lines.map(({ card, says }) => (
        <li key={card.id}>
          <a href={fragmentOfCase(card.id)}>
            <span>{says}</span>
            {card.unread > 0 && <span class="badge">{card.unread}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
