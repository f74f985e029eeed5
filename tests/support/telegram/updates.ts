import type { Wire } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { Refusal } from "./refusal.ts";

/** Something the bot is to hear of, until it has confirmed it or it is too old. */
export interface PendingUpdate {
  readonly id: number;
  readonly update: Wire;
  /** Updates of one lane reach a webhook strictly one after another. */
  readonly lane: string;
  readonly expiresAt: number;
}

/** What one getUpdates call asks for. */
export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly seconds: number;
}

interface OpenPoll {
  readonly request: PollRequest;
  readonly answer: (updates: readonly Wire[]) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly stopWaiting: () => void;
}

/** Not sent unless asked for by name. */
const NOT_BY_DEFAULT = ["chat_member", "message_reaction", "message_reaction_count"];

const DAY = 24 * 60 * 60 * 1000;
const LIFETIMES: Readonly<Record<string, number>> = {
  callback_query: 150_000,
  inline_query: 30_000,
  chosen_inline_result: 600_000,
};

/** The longest the real server keeps a poll open. */
const LONGEST_POLL_SECONDS = 50;

/** Everything that waits to be told to the bot, by polling or by webhook. */
export class Updates {
  readonly #clock: Clock;
  readonly #inspect: (update: Wire) => void;
  readonly #listeners = new Set<() => void>();
  #pending: readonly PendingUpdate[] = [];
  #poll: OpenPoll | undefined;
  readonly #everything = new Map<number, PendingUpdate>();
  /** Queued once more on purpose: handed out once even if its id was confirmed before. */
  readonly #repeated = new Set<PendingUpdate>();
  #nextId: number;
  /** Remembered from the last call that named any; empty means the default. */
  #allowed: readonly string[] = [];

  constructor(clock: Clock, firstId: number, inspect: (update: Wire) => void) {
    this.#clock = clock;
    this.#nextId = firstId;
    this.#inspect = inspect;
  }

  get pending(): readonly PendingUpdate[] {
    const now = this.#clock.now();
    this.#pending = this.#pending.filter((each) => each.expiresAt > now);
    return this.#pending;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  allowOnly(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds;
  }

  /** Queues an update under the next id, if the bot wants to hear of its kind at all. */
  add(kind: string, payload: Wire, lane: string): number | undefined {
    const wanted =
      this.#allowed.length === 0 ? !NOT_BY_DEFAULT.includes(kind) : this.#allowed.includes(kind);
    if (!wanted) return undefined;
    const update = { update_id: this.#nextId, [kind]: payload };
    this.#inspect(update);
    return this.inject(update, lane, kind);
  }

  /** Queues an update exactly as it is; without an id it gets the next one. */
  inject(raw: Wire, lane: string, kind = "message"): number {
    const given = raw["update_id"];
    const id = typeof given === "number" ? given : this.#nextId;
    const update = typeof given === "number" ? raw : { update_id: id, ...raw };
    this.#nextId = Math.max(this.#nextId, id + 1);
    const expiresAt = this.#clock.now() + (LIFETIMES[kind] ?? DAY);
    const pending = { id, update, lane, expiresAt };
    this.#everything.set(id, pending);
    this.#pending = [...this.#pending, pending];
    this.#changed();
    return id;
  }

  /** Sends an update a second time under the same id; without an id, the last one. */
  repeat(id: number = this.#nextId - 1): void {
    const first = this.#everything.get(id);
    if (first === undefined) throw new Error(`There was no update ${id} to repeat.`);
    const again = { ...first, expiresAt: this.#clock.now() + DAY };
    this.#repeated.add(again);
    this.#pending = [...this.#pending, again];
    this.#changed();
  }

  confirm(update: PendingUpdate): void {
    this.#pending = this.#pending.filter((each) => each !== update);
    this.#changed();
  }

  dropAll(): void {
    this.#pending = [];
    this.#changed();
  }

  /** Calls back whenever something is queued or confirmed, until what it returns is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Answers one getUpdates call, waiting as long as it asks for; `gone` ends the wait unheard. */
  async poll(request: PollRequest, gone: AbortSignal): Promise<readonly Wire[]> {
    this.endPoll(
      "terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    this.#forgetBelow(request.offset);
    const ready = this.#ready(request);
    if (ready.length > 0 || request.seconds <= 0) return ready;

    return await new Promise((answer, refuse) => {
      const wait = Math.min(request.seconds, LONGEST_POLL_SECONDS) * 1000;
      const close = () => {
        if (this.#poll !== poll) return;
        this.#poll = undefined;
        answer([]);
      };
      const poll: OpenPoll = {
        request,
        answer,
        refuse,
        stopWaiting: this.#clock.after(wait, close),
      };
      this.#poll = poll;
      gone.addEventListener("abort", close, { once: true });
    });
  }

  /** Ends the poll that is open now, if any, with the conflict the real server reports. */
  endPoll(reason: string): void {
    const poll = this.#poll;
    this.#poll = undefined;
    poll?.stopWaiting();
    poll?.refuse(new Refusal(409, `Conflict: ${reason}`));
  }

  #forgetBelow(offset: number): void {
    if (offset > 0) {
      this.#pending = this.#pending.filter((each) => each.id >= offset || this.#repeated.has(each));
    }
    // A negative offset counts from the end and forgets what lies before.
    if (offset < 0) this.#pending = this.#pending.slice(offset);
    if (offset !== 0) for (const listener of [...this.#listeners]) listener();
  }

  #ready(request: PollRequest): readonly Wire[] {
    const handedOut = this.pending.toSorted((a, b) => a.id - b.id).slice(0, request.limit);
    for (const each of handedOut) this.#repeated.delete(each);
    return handedOut.map((each) => each.update);
  }

  #changed(): void {
    const poll = this.#poll;
    if (poll !== undefined && this.pending.length > 0) {
      this.#poll = undefined;
      poll.stopWaiting();
      poll.answer(this.#ready(poll.request));
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
