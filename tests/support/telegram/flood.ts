import type { Chat } from "./chats.ts";
import { Refusal } from "./refusal.ts";

/** How often a bot may speak before it is told to wait. */
export interface FloodLimits {
  /** Messages to one chat at once before the pace counts; the pace is one a second. */
  readonly burstPerChat: number;
  /** Messages and edits in one group within a minute. */
  readonly perGroupAndMinute: number;
  /** Messages to everybody within a second. */
  readonly perSecond: number;
}

/** The numbers Telegram names; how long a burst may be it does not say, so this one is an estimate. */
export const telegramLimits: FloodLimits = {
  burstPerChat: 5,
  perGroupAndMinute: 20,
  perSecond: 30,
};

const COUNTED = /^(?:send(?!ChatAction)|edit|copy)/;

/** Counts what the bot says and refuses what comes too fast. */
export class FloodControl {
  readonly #limits: FloodLimits;
  readonly #chats = new Map<number, readonly number[]>();
  #all: readonly number[] = [];

  constructor(limits: FloodLimits) {
    this.#limits = limits;
  }

  /** Lets a call through or refuses it with the seconds to wait. */
  admit(method: string, chat: Chat, messages: number, now: number): void {
    if (!COUNTED.test(method)) return;
    const { burstPerChat, perGroupAndMinute, perSecond } = this.#limits;
    const here = (this.#chats.get(chat.id) ?? []).filter((at) => at > now - 60_000);
    this.#all = this.#all.filter((at) => at > now - 1000);

    const waits = [
      // One a second with a burst: no n seconds hold more than n + burst messages.
      ...here.map((at, index) => at + (here.length - index + messages - burstPerChat) * 1000 - now),
      waitFor(this.#all, perSecond, messages, 1000, now),
      chat.kind === "private" ? 0 : waitFor(here, perGroupAndMinute, messages, 60_000, now),
    ];
    const wait = Math.ceil(Math.max(0, ...waits) / 1000);
    if (wait > 0) {
      throw new Refusal(429, `Too Many Requests: retry after ${wait}`, {
        parameters: { retry_after: wait },
      });
    }
    const said = Array.from({ length: messages }, () => now);
    this.#chats.set(chat.id, [...here, ...said]);
    this.#all = [...this.#all, ...said];
  }
}

function waitFor(
  earlier: readonly number[],
  most: number,
  messages: number,
  window: number,
  now: number,
): number {
  const surplus = earlier.length + messages - most;
  if (surplus <= 0) return 0;
  const frees = earlier[Math.min(surplus, earlier.length) - 1] ?? now;
  return frees + window - now;
}
