/** How fast we speak: so much in one chat, so much in all, as the platform takes it. */
import type { Clock } from "../clock.ts";

interface Rate {
  /** Milliseconds between two messages in the long run. */
  readonly every: number;
  /** How many may go at once after a silence. */
  readonly burst: number;
}

export interface Rates {
  readonly inOneChat: Rate;
  readonly inAll: Rate;
}

/** Chats remembered before those that have been silent are forgotten. */
const mostChats = 10_000;

/** A bucket is one instant: when it would be full again. */
const opensAt = (fullAt: number, { every, burst }: Rate): number => fullAt - (burst - 1) * every;

export class Pace {
  readonly #clock: Clock;
  readonly #rates: Rates;
  readonly #chats = new Map<string, number>();
  #all = 0;

  constructor(clock: Clock, rates: Rates) {
    this.#clock = clock;
    this.#rates = rates;
  }

  /** When a message to this chat may go, at the earliest. */
  freeAt(chat: string): number {
    return opensAt(this.#chats.get(chat) ?? 0, this.#rates.inOneChat);
  }

  /** Resolves when a message to this chat may go, or at once when `stop` ends the wait. */
  async turn(chat: string, stop: AbortSignal): Promise<void> {
    const wait = this.freeAt(chat) - this.#clock.now();
    this.#take(chat);
    if (wait > 0) await this.#clock.sleep(wait, stop);
    // Only who may speak in the chat takes a place among all.
    const now = this.#clock.now();
    const overall = opensAt(this.#all, this.#rates.inAll) - now;
    this.#all = Math.max(this.#all, now) + this.#rates.inAll.every;
    if (overall > 0) await this.#clock.sleep(overall, stop);
  }

  /** Takes a place for what need not be sent at all, if a message could still go right after it. */
  spare(chat: string): boolean {
    const now = this.#clock.now();
    if (this.freeAt(chat) + this.#rates.inOneChat.every > now) return false;
    if (opensAt(this.#all, this.#rates.inAll) + this.#rates.inAll.every > now) return false;
    this.#take(chat);
    this.#all = Math.max(this.#all, now) + this.#rates.inAll.every;
    return true;
  }

  /** Nothing goes to this chat before that instant. */
  pause(chat: string, until: number): void {
    const fullAt = until + (this.#rates.inOneChat.burst - 1) * this.#rates.inOneChat.every;
    this.#chats.set(chat, Math.max(this.#chats.get(chat) ?? 0, fullAt));
  }

  #take(chat: string): void {
    const now = this.#clock.now();
    const fullAt = Math.max(this.#chats.get(chat) ?? 0, now) + this.#rates.inOneChat.every;
    this.#chats.set(chat, fullAt);
    if (this.#chats.size <= mostChats) return;
    for (const [silent, full] of this.#chats) if (full <= now) this.#chats.delete(silent);
  }
}
