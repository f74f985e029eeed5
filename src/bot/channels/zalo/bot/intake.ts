/**
 * From an event to an inbound that is committed. Zalo hands a message out once and forgets it, so it is on disk
 * before anything else happens; from there it is met in the order of its chat, again after a restart, until
 * its turn is committed.
 */
import type { AccountId, Inbound } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import { asInbound } from "../../../conversations/media/as-inbound.ts";
import type { Conversations } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import type { HandedOut } from "../../../store/channels.ts";
import type { Store } from "../../../store/store.ts";
import type { Fetched } from "../../fetched.ts";
import type { Allowance } from "../allowance.ts";
import { fetchMedia, MediaUnreached } from "../fetch-media.ts";
import { type Kept, keptOf, readBack, written } from "./handed-out.ts";
import { readEvent } from "./read-event.ts";
import { pauseAfter } from "./refusals.ts";

/** Then the person is told, rather than kept waiting behind a file nobody can fetch. */
const mostDownloads = 5;
const longestPause = 30_000;

export interface IntakeOptions {
  readonly account: AccountId;
  readonly apiRoot: string;
  readonly conversations: Conversations;
  readonly store: Pick<Store, "seen" | "keepHandedOut" | "handedOut" | "dropHandedOut">;
  readonly allowance: Allowance;
  readonly clock: Clock;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Shows a person that something is being fetched. */
  typing(peer: string): void;
  /** The bot was spoken to in a group. */
  inGroup(chat: string): void;
}

export interface Intake {
  /** Returns when the event is on disk and may be forgotten outside; throws when it could not be kept. */
  accept(event: unknown): void;
  /** Goes on with what an earlier life of the program left. */
  resume(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  readonly counts: { readonly taken: number; readonly broken: number };
}

export function intake(options: IntakeOptions): Intake {
  const { account, conversations, store, clock, log, stop } = options;
  const lanes = new Map<string, Promise<void>>();
  const counts = { taken: 0, broken: 0 };

  function accept(event: unknown): void {
    const read = readEvent(event);
    switch (read.is) {
      case "nothing":
        return;
      case "broken":
        counts.broken += 1;
        log.warn("a broken event was set aside");
        return;
      case "in-a-group":
        options.allowance.count("inbound");
        options.inGroup(read.chat);
        return;
      case "sent": {
        const { peer, key, sent } = read;
        if (store.seen(account, key) !== undefined) return;
        const asked = conversations.askedFor(account, peer);
        const kept = keptOf(sent, asked, conversations.seenTurn(account, peer));
        const handed = { account, peer, key, event: written(kept), at: clock.now() };
        if (!store.keepHandedOut(handed)) return;
        options.allowance.count("inbound");
        inOrder(handed, kept);
      }
    }
  }

  function inOrder(handed: HandedOut, kept: Kept): void {
    const before = lanes.get(handed.peer) ?? Promise.resolve();
    const done = before.then(() => untilTaken(handed, kept));
    lanes.set(handed.peer, done);
    void done.then(() => {
      if (lanes.get(handed.peer) === done) lanes.delete(handed.peer);
    });
  }

  async function untilTaken(handed: HandedOut, kept: Kept): Promise<void> {
    for (let failures = 1; !stop.aborted; failures += 1) {
      try {
        await take(handed, kept, failures);
        store.dropHandedOut(account, handed.key);
        counts.taken += 1;
        return;
      } catch (error) {
        if (stop.aborted) return;
        log.warn({ err: error, failures }, "not taken, tried again");
        await clock.sleep(pauseAfter(failures, longestPause), stop);
      }
    }
  }

  async function take(handed: HandedOut, kept: Kept, attempt: number): Promise<void> {
    const { peer, key, at } = handed;
    if (kept.is === "join") {
      await conversations.join(account, peer, key, kept.code, at);
      return;
    }
    const inbound = kept.is === "ready" ? kept.inbound : await fetched(peer, kept, attempt);
    await conversations.take({ account, peer, key, inbound, at });
  }

  async function fetched(
    peer: string,
    kept: Extract<Kept, { is: "photo" | "voice" }>,
    attempt: number,
  ): Promise<Inbound> {
    options.typing(peer);
    const file = await download(kept, attempt);
    if (file.is === "unreadable") return { kind: "unreadable", what: file.what };
    const media = conversations.keepMedia(account, peer, file.media);
    const along = kept.is === "voice" ? { caption: "", masked: [] } : kept;
    return asInbound(media, file.media, along);
  }

  async function download(
    { is: form, address }: Extract<Kept, { is: "photo" | "voice" }>,
    attempt: number,
  ): Promise<Fetched> {
    try {
      return await fetchMedia(form, address, { clock, stop, alsoFrom: options.apiRoot });
    } catch (error) {
      if (!(error instanceof MediaUnreached) || stop.aborted || attempt < mostDownloads)
        throw error;
      return { is: "unreadable", what: "other" };
    }
  }

  return {
    accept,
    resume: () => {
      for (const handed of store.handedOut(account)) inOrder(handed, readBack(handed.event));
    },
    settled: async () => {
      while (lanes.size > 0) await Promise.all(lanes.values());
    },
    counts,
  };
}
