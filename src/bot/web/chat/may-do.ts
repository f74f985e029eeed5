import type { ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";

/** What can be done with a message to or from a person. */
export interface MayDo {
  readonly answer: boolean;
  readonly recall: boolean;
}

/** While a person helps, what they wrote and what was written to them can be answered. */
export function mayDo({ from, turn }: Entry, state: ChatState): MayDo {
  const recall =
    from.who === "resident" && turn !== undefined && state.mayRecall?.includes(turn) === true;
  const answer = state.withPerson !== undefined && (recall || from.who === "propagandist");
  return { answer, recall };
}

/** How far what the resident wrote has come to whoever helps. */
export interface Came {
  readonly theirs: ChatState["theirs"];
  /** The newest line of one's own: there it is said in words, further up the sign is enough. */
  readonly newest: number;
}

/** Whether anything of this may be there to be done at all. */
export const needsTools = ({ withPerson, mayRecall = [], mayShowPlace }: ChatState): boolean =>
  withPerson !== undefined || mayRecall.length > 0 || mayShowPlace !== undefined;

/** Over plain http, and in a few in-app browsers, a page is never told where it is. */
export const canShowPlace = (): boolean => isSecureContext && "geolocation" in navigator;
