/**
 * How often a return code may be missed. A code is one of 30³ × 10,000 = 270 million; in a commune with 5,000 open
 * conversations one guess in 54,000 opens a stranger's.
 *
 * One place (a network address, or a chat of a platform) misses at most 60 times a day: 900 days to a hit. All
 * places together miss 300 times a day before it gets narrow: 180 days. From then on nobody is shut out either, or a
 * stranger could shut everybody out by missing on purpose: each place may still miss twice that day. Whoever has
 * their code right is let in at once, and whoever slips once has another go; a stranger needs a place for every two
 * guesses, 1,000 places for 2,000 guesses a day, and then 27 days to open one conversation that is not of their
 * choosing, whose owner sees that it moved.
 */
import type { Instant } from "../../flows/index.ts";
import { counts } from "./try-limit.ts";

const tenMinutes = 10 * 60_000;
const aDay = 24 * 60 * 60_000;

const mostOfOneChat = 6;
/** Wide: many share the address of a telephone network, or of a practice evening. */
const mostOfOnePlace = 30;
const mostOfOnePlaceADay = 60;
const mostOfAllADay = 300;
const mostOfOnePlaceWhenNarrow = 2;

/** Who tries: the conversation, and where it comes from, if its channel knows a place besides the chat itself. */
export interface Trying {
  readonly chat: string;
  readonly place?: string | undefined;
}

export interface ReturnTries {
  /** Asked before a code is looked up. */
  allows(who: Trying, now: Instant): boolean;
  /** There was no such code. A right one counts for nothing: it gives no guess. */
  missed(who: Trying, now: Instant): void;
}

/** One count for a whole house, whichever channel the tries come by. */
export function returnTries(): ReturnTries {
  const chats = counts(tenMinutes);
  const places = counts(tenMinutes);
  const placesToday = counts(aDay);
  const today = counts(aDay);
  const placeOf = ({ chat, place }: Trying): string => place ?? `chat ${chat}`;

  return {
    allows(who, now) {
      const place = placeOf(who);
      const narrow = today.of("all", now) >= mostOfAllADay;
      return (
        chats.of(who.chat, now) < mostOfOneChat &&
        places.of(place, now) < mostOfOnePlace &&
        placesToday.of(place, now) < (narrow ? mostOfOnePlaceWhenNarrow : mostOfOnePlaceADay)
      );
    },
    missed(who, now) {
      const place = placeOf(who);
      chats.add(who.chat, now);
      places.add(place, now);
      placesToday.add(place, now);
      today.add("all", now);
    },
  };
}
