import type { ChatOpened, ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import type { Answered, Outbox } from "./outbox.ts";

/** Everything the screen shows; replaced as a whole whenever something changes. */
export interface Shown {
  readonly entries: readonly Entry[];
  readonly state: ChatState;
  readonly unsent: Outbox;
  /** Missing until the server first answered. */
  readonly header?: ChatOpened["header"];
  /** The network, or the server behind it, cannot be reached. */
  readonly offline: boolean;
  /** The server would not open a conversation, in its own words. */
  readonly closed?: string;
  /** The conversation this phone knew is gone; a new one has begun. */
  readonly startedAnew: boolean;
  /** The step one stands at, on top: whole, or as one line while a person is talking. */
  readonly card: "none" | "whole" | "line";
  /** The turn pressed a moment ago: its buttons stay quiet until the answer is here. */
  readonly held?: string;
  /** What the next words answer. */
  readonly answering?: Answered;
  /** The newest recording that answers what was written or pressed here a moment ago: it plays by itself. */
  readonly asked?: number;
}

/** What is shown now, for those who change it and those who draw it. */
export interface Showing {
  now(): Shown;
  change(part: Partial<Shown>): void;
  /** Also what is missing now is gone. */
  replace(whole: Shown): void;
  /** Whether the server could be reached just now. */
  reached(yes: boolean): void;
  subscribe(listener: () => void): () => void;
}

export function showing(unsent: Outbox): Showing {
  let shown: Shown = {
    entries: [],
    state: { waitingForPerson: false, language: "vi" },
    unsent,
    offline: false,
    startedAnew: false,
    card: "none",
  };
  const listeners = new Set<() => void>();
  function replace(whole: Shown): void {
    shown = whole;
    for (const listener of listeners) listener();
  }
  const change = (part: Partial<Shown>): void => replace({ ...shown, ...part });
  return {
    now: () => shown,
    change,
    replace,
    reached(yes) {
      if (shown.offline !== !yes) change({ offline: !yes });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
