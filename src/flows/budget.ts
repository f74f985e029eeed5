/**
 * What may still be said where a platform counts: within a window since the person last did something, and
 * only so many messages in a row. Decides what goes out next, what is joined into it, and what stays behind.
 */
import { hour } from "./time/calendar.ts";
import type { CaseId, Instant } from "./vocabulary.ts";

/** What a platform allows. */
export interface Allowance {
  /** Milliseconds since the person last did something in which a message costs nothing. */
  readonly freeFor: number;
  /** Until then a message is accepted and billed; missing where the commune does not pay. */
  readonly billedFor?: number | undefined;
  /** Of the messages that are billed, how many are left this month; missing where nobody counts. */
  readonly billedLeft?: number | undefined;
  /** Messages in a row without an answer; missing where nobody counts. */
  readonly inARow?: number | undefined;
}

/** What an account may use in a calendar month. */
export interface MonthlyPlan {
  /** All messages; those outside the window in which they cost nothing; pictures carried up to the platform. */
  readonly of: "messages" | "billed" | "pictures";
  readonly monthly: number;
  /** Whether what people write counts too. Nothing official says so; one running bot does. */
  readonly counts: "both" | "sent";
}

/** How a platform's messages of a month stand; low means that what waits unasked is spared for answers. */
export type MonthStage = "enough" | "low" | "used-up";

/** Low from four fifths on. */
export function monthStage({
  used,
  monthly,
}: {
  readonly used: number;
  readonly monthly: number;
}): MonthStage {
  if (used >= monthly) return "used-up";
  return used * 5 >= monthly * 4 ? "low" : "enough";
}

/** The window of a Zalo Official Account. */
export const freeOnZalo = 48 * hour;

/** A reply that waits, as far as it matters here. */
export interface ToSend {
  /** Only a reminder: nobody is worse off without it. */
  readonly nudge: boolean;
  /** A person's words, or a card that calls one: what the last message is kept for. */
  readonly personal: boolean;
  /** Offers choices: once a newer question is asked this one means nothing. */
  readonly question: boolean;
  /** Was held back before, and goes out late. */
  readonly late: boolean;
  /** The case it is about, in a propagandist's chat: words about two are never one message, which could be answered. */
  readonly about?: CaseId | undefined;
  /** Words alone, which may stand in one message with others. */
  readonly joinable: boolean;
  /** Letters of the text as it would be sent. */
  readonly letters: number;
  /** Messages it takes with everything that belongs to it, and with its words alone. */
  readonly messages: number;
  readonly wordsAlone: number;
}

export type Plan =
  /** The first `count` go out together; `plain`: without the picture of a screen. */
  | { readonly do: "send"; readonly count: number; readonly plain: boolean }
  /** Not now; anew once the person has written. */
  | {
      readonly do: "hold";
      readonly why: "window-closed" | "billed-used-up" | "last-message-kept";
    }
  /** Not at all: it has lost its point. */
  | { readonly do: "drop"; readonly why: "nudge-spared" | "asked-anew" };

/** With so many left, what waits is joined and goes without pictures. */
const few = 3;
/** Kept for "a neighbour has answered you". */
const kept = 1;

export function planSending(
  allowance: Allowance,
  /** `sent`: in a row since then, those among them that may have arrived. */
  spent: { readonly heardAt?: Instant | undefined; readonly sent: number },
  [first, ...rest]: readonly [ToSend, ...ToSend[]],
  longest: number,
  now: Instant,
): Plan {
  const age = spent.heardAt === undefined ? Number.POSITIVE_INFINITY : now - spent.heardAt;
  const free = age <= allowance.freeFor;
  const billed = allowance.billedFor !== undefined && age <= allowance.billedFor;
  if (first.late && first.question && rest.some(({ question }) => question)) {
    return { do: "drop", why: "asked-anew" };
  }
  // What a reminder costs is never paid for, and a late one has nothing to remind of.
  if (first.nudge && (!free || first.late)) return { do: "drop", why: "nudge-spared" };
  if (!free && !billed) return { do: "hold", why: "window-closed" };
  if (!free && allowance.billedLeft === 0) return { do: "hold", why: "billed-used-up" };

  const left =
    allowance.inARow === undefined ? Number.POSITIVE_INFINITY : allowance.inARow - spent.sent;
  if (first.nudge && left - first.messages < kept + 1) return { do: "drop", why: "nudge-spared" };

  const joins = left <= few || first.late;
  const count = joins && !first.nudge ? joined(first, rest, longest) : 1;
  const together = [first, ...rest.slice(0, count - 1)];
  const usable = together.some(({ personal }) => personal) ? left : left - kept;
  if (count > 1) {
    return usable >= 1
      ? { do: "send", count, plain: true }
      : { do: "hold", why: "last-message-kept" };
  }
  if (left > few && first.messages <= usable) return { do: "send", count, plain: false };
  return first.wordsAlone <= usable
    ? { do: "send", count, plain: true }
    : { do: "hold", why: "last-message-kept" };
}

/** How many from the first on fit into one message. A reminder is never carried along. */
function joined(first: ToSend, rest: readonly ToSend[], longest: number): number {
  if (!first.joinable) return 1;
  let letters = first.letters;
  let count = 1;
  for (const next of rest) {
    letters += next.letters + 2;
    const apart = !next.joinable || next.nudge || next.about !== first.about;
    if (apart || letters > longest) break;
    count += 1;
  }
  return count;
}
