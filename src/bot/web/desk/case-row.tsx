import type { DeskCard } from "../wire/cases.ts";
import { dayName, dayOf, hourOf } from "./calendar.ts";
import { fragmentOfCase } from "./entrance.ts";
import { useHand, useNow } from "./in-hand.ts";
import { titleOf } from "./lists.ts";
import { waited } from "./waited.ts";
import type { Words } from "./words.ts";

/** One case in a list: who, what, how it stands, and the way in. */
export function Row({ card }: { readonly card: DeskCard }) {
  const { desk, me, words } = useHand();
  const now = useNow(15_000);
  const chosen = desk.shown.open === card.id;
  return (
    <li>
      <a
        class={`row${chosen ? " chosen" : ""}${card.unread > 0 ? " unread" : ""}`}
        href={fragmentOfCase(card.id)}
        aria-current={chosen ? "true" : undefined}
      >
        <span class="row-top">
          <strong>{titleOf(card, words.someone)}</strong>
          {card.unread > 0 && <span class="badge">{words.unread(card.unread)}</span>}
        </span>
        <What card={card} />
        {card.state === "waiting" && card.why !== undefined && <span class="what">{card.why}</span>}
        <span class="row-state">{stateOf(card, me.id, now, me.language, words)}</span>
      </a>
    </li>
  );
}

export const What = ({ card }: { readonly card: DeskCard }) => (
  <span class="what">
    {[card.flow, card.step?.says].filter((part) => part !== undefined).join(" › ")}
  </span>
);

/** How a case stands, in a few words. */
function stateOf(
  card: DeskCard,
  me: string,
  now: number,
  language: "vi" | "en",
  words: Words,
): string {
  switch (card.state) {
    case "waiting":
      return words.waitingShort(waited(now - card.waitingSince, language));
    case "claimed":
      return card.claimedBy === undefined || card.claimedBy.id === me
        ? words.helpedByMe
        : words.helpedBy(card.claimedBy.name);
    case "resting":
      return card.meeting === undefined
        ? words.helpedByMe
        : meetingOf(card.meeting, now, language, words);
    case "closed":
      return words.closedWord;
  }
}

/** A meeting in one line, as a reminder when one is due. */
function meetingOf(
  meeting: NonNullable<DeskCard["meeting"]>,
  now: number,
  language: "vi" | "en",
  words: Words,
): string {
  const when = `${whenOf(meeting.at, now, language)}, ${meeting.place}`;
  if (meeting.due === "tomorrow") return words.meetingTomorrow(when);
  if (meeting.due === "soon") return words.meetingSoon(when);
  if (meeting.due === "past") return words.meetingPast;
  return words.meetingAt(whenOf(meeting.at, now, language), meeting.place);
}

/** "08:00 ngày mai"; in English weekdays keep their capital. */
export function whenOf(at: number, now: number, language: "vi" | "en"): string {
  const day = dayName(dayOf(at), dayOf(now), language);
  const keeps = language === "en" && /\d/.test(day);
  return `${hourOf(at)} ${keeps ? day : day.charAt(0).toLowerCase() + day.slice(1)}`;
}
