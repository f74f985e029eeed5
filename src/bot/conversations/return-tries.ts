/**
 * How often a return code may be missed. A code is one of 64³ × 10,000 = 2,600 million; in a commune with 5,000 open
 * conversations one guess in 520,000 opens a stranger's.
 *
 * One place (a network address, or a chat of a platform) misses at most 600 different codes a day: 870 days to a hit.
 * That is wide because a whole village may share the address of its telephone network: 300 people who each slip
 * twice. All places together miss 3,000 times a day before it gets narrow: 175 days. From then on nobody is shut out
 * either, or a stranger could shut everybody out by missing on purpose: each place may still miss twenty times that
 * day. A stranger then needs a place for every twenty guesses, 1,000 places for 20,000 guesses a day, and then 26
 * days to open one conversation that is not of their choosing, whose owner sees that it moved.
 *
 * The same wrong code once more tells nobody anything and counts for nothing; what cannot be a code never comes here.
 */
import type { Instant } from "../../flows/index.ts";
import { counts } from "./try-limit.ts";

const tenMinutes = 10 * 60_000;
const aDay = 24 * 60 * 60_000;

const mostOfOneChat = 6;
/** A practice evening: forty people, three slips each. */
const mostOfOnePlace = 120;
const mostOfOnePlaceADay = 600;
const mostOfAllADay = 3000;
const mostOfOnePlaceWhenNarrow = 20;

/** Who tries: the conversation, the place it comes from, or both. A browser that has no conversation yet is its place alone. */
export type Trying =
  | { readonly chat: string; readonly place?: string | undefined }
  | { readonly chat?: undefined; readonly place: string };

export interface ReturnTries {
  /** Asked before a code is looked up. */
  allows(who: Trying, now: Instant): boolean;
  /** There was no such code (given as its hash). A right one counts for nothing: it gives no guess. */
  missed(who: Trying, codeHash: string, now: Instant): void;
}

/** One count for a whole house, whichever channel the tries come by. */
export function returnTries(): ReturnTries {
  const chats = counts(tenMinutes);
  const places = counts(tenMinutes);
  const placesToday = counts(aDay);
  const today = counts(aDay);
  const missedBefore = counts(aDay);
  const placeOf = ({ chat, place }: Trying): string => place ?? `chat ${chat}`;

  return {
    allows(who, now) {
      const place = placeOf(who);
      const narrow = today.of("all", now) >= mostOfAllADay;
      return (
        (who.chat === undefined || chats.of(who.chat, now) < mostOfOneChat) &&
        places.of(place, now) < mostOfOnePlace &&
        placesToday.of(place, now) < (narrow ? mostOfOnePlaceWhenNarrow : mostOfOnePlaceADay)
      );
    },
    missed(who, codeHash, now) {
      const place = placeOf(who);
      if (missedBefore.add(`${place} ${codeHash}`, now) > 1) return;
      if (who.chat !== undefined) chats.add(who.chat, now);
      places.add(place, now);
      placesToday.add(place, now);
      today.add("all", now);
    },
  };
}
