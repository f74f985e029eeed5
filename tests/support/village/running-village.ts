/**
 * The real turns on a real database file, on a clock of the test's own. A kill drops the loop where it stands
 * and opens the file anew; what had not been acknowledged is handed in again under its key, as platforms do.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  conversations,
  type RunningConversations,
} from "../../../src/bot/conversations/conversations.ts";
import type { Incoming, Taken } from "../../../src/bot/conversations/ports.ts";
import type { Changed } from "../../../src/bot/conversations/turns.ts";
import { makeLog } from "../../../src/bot/log.ts";
import type { Outgoing } from "../../../src/bot/store/replies.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type {
  AccountId,
  ConversationId,
  Inbound,
  Instant,
  Library,
} from "../../../src/flows/index.ts";
import { atEnd } from "../at-end.ts";

export const commune = "tan-an";
export const web = "web" as AccountId;
export const telegram = "telegram:1" as AccountId;
export const zaloBot = "zalo-bot:1" as AccountId;
export const zaloOa = "zalo-oa:1" as AccountId;
const platforms = [
  [telegram, "telegram"],
  [zaloBot, "zalo-bot"],
  [zaloOa, "zalo-oa"],
] as const;

export interface VillageOptions {
  readonly library: Library;
  readonly now: Instant;
  /** Something went out on Telegram or Zalo. */
  readonly sent?: (outgoing: Outgoing) => void;
  readonly changed?: (changed: readonly Changed[]) => void;
}

export type RunningVillage = ReturnType<typeof runningVillage>;

export function runningVillage(options: VillageOptions) {
  const folder = mkdtempSync(join(fastest(), "cau-noi-village-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "village.db");
  const log = makeLog("silent");
  let now = options.now;
  let kills = 0;
  /** Handed in and not yet acknowledged. */
  const unacknowledged = new Map<string, () => Promise<Taken>>();
  const refused: string[] = [];
  let keys = 0;
  const freshKey = (): string => {
    keys += 1;
    return `event-${keys}`;
  };

  const clock = {
    now: () => now,
    sleep: (_milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted === true) resolve();
        signal?.addEventListener("abort", () => resolve(), { once: true });
      }),
  };

  let store: Store;
  let running: RunningConversations;
  let life = 0;

  function open(): void {
    life += 1;
    const mine = life;
    store = openSqlite(file, { now: () => now });
    store.account({ id: web, commune, channel: "web" });
    for (const [id, channel] of platforms) store.account({ id, commune, channel });
    running = conversations({ store, library: () => options.library, clock, log });
    for (const [account, channel] of platforms)
      running.addSender({
        account,
        channel,
        send: async (outgoing) => {
          // What a dead process still does reaches nobody.
          if (mine === life) options.sent?.(outgoing);
          return { kind: "sent", platformId: `${outgoing.conversation}/${outgoing.seq}` };
        },
      });
    running.onChanged((changed) => options.changed?.(changed));
  }
  open();

  /** The same thing again until somebody has taken it. */
  function handIn(key: string, act: () => Promise<Taken>): Promise<Taken | undefined> {
    unacknowledged.set(key, act);
    const during = life;
    return act().then(
      (taken) => {
        unacknowledged.delete(key);
        return taken;
      },
      (error: unknown) => {
        if (during === life) refused.push(String(error));
        return undefined;
      },
    );
  }

  return {
    get store() {
      return store;
    },
    get conversations() {
      return running;
    },
    get now() {
      return now;
    },
    get kills() {
      return kills;
    },
    refused,
    passTo(at: Instant) {
      now = Math.max(now, at);
    },
    /** What a person does in a chat; resolves when it is committed, or with nothing when a kill came first. */
    does(account: AccountId, peer: string, inbound: Inbound, key = freshKey()) {
      const incoming: Incoming = { account, peer, key, inbound, at: now };
      return handIn(key, () => running.take(incoming));
    },
    /** What the desk leaves in a resident's conversation. */
    notes(conversation: ConversationId, inbound: Inbound, key = freshKey()) {
      return handIn(key, () => running.note(conversation, key, inbound));
    },
    /** Until nothing waits inside and nothing is due. */
    async settle() {
      for (let round = 0; round < 1000; round += 1) {
        await running.tick();
        if (store.pending(1).length === 0 && store.dueTimers(now, 1).length === 0) return;
      }
      throw new Error("the village does not come to rest");
    },
    /** As `kill -9` and a start: nobody is asked, nothing is finished. */
    async kill() {
      kills += 1;
      store.close();
      open();
      // The lanes of the dead loop notice that their database is gone, and end.
      await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([...unacknowledged].map(([key, act]) => handIn(key, act)));
    },
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing here outlives the process, so a file in memory serves where there is one: a month is many commits. */
const fastest = (): string => (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
