/** An Official Account of a small commune: the real store and conversations, on a clock that a test moves. */
import { pino } from "pino";
import { vi } from "vitest";
import {
  type OaChannel,
  oaAccountOf,
  oaChannel,
} from "../../../src/bot/channels/zalo/oa/oa-channel.ts";
import type { ZaloOaSettings } from "../../../src/bot/config-zalo-oa.ts";
import {
  conversations,
  type RunningConversations,
} from "../../../src/bot/conversations/conversations.ts";
import type { Picture } from "../../../src/bot/conversations/ports.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import { type PassingClock, passesUntil, passing } from "../passing-clock.ts";
import { soon } from "../patience.ts";
import { theLibrary } from "../talk.ts";
import { OaEmulator, type OaEmulatorOptions } from "./emulator.ts";
import { oaSettings } from "./settings.ts";

/** 24 November 2026, a Tuesday, 9:00 in Vietnam. */
const morning = Date.parse("2026-11-24T02:00:00Z");

export interface OaHouse {
  readonly emulator: OaEmulator;
  readonly clock: PassingClock;
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly channel: OaChannel;
  readonly logged: readonly string[];
  /** Resolves when this holds; time passes in small steps until then, where it has to. */
  until(happened: () => boolean, options?: { readonly step?: number }): Promise<void>;
  /** So much time passes, everything that is due being done. */
  pass(milliseconds: number): Promise<void>;
  heard(user: string): readonly string[];
  /** The same database with a new program on it. */
  restart(changes?: Partial<ZaloOaSettings>): Promise<OaHouse>;
  end(): Promise<void>;
}

export interface OaHouseOptions extends Omit<OaEmulatorOptions, "clock"> {
  readonly settings?: Partial<ZaloOaSettings>;
  readonly pictures?: { readonly get: (screen: string) => Picture | undefined };
  /** Begins without any right to send. */
  readonly noGrant?: boolean;
}

export async function oaHouse(options: OaHouseOptions = {}): Promise<OaHouse> {
  const clock = passing(morning);
  const emulator = await new OaEmulator({ inARow: 8, ...options, clock }).open();
  const store = openSqlite(":memory:", { now: clock.now });
  const refreshToken =
    options.noGrant === true ? undefined : emulator.tokens.newPair().refresh_token;
  return program({ clock, emulator, store, options, refreshToken });
}

function program(at: {
  readonly clock: PassingClock;
  readonly emulator: OaEmulator;
  readonly store: Store;
  readonly options: OaHouseOptions;
  readonly refreshToken: string | undefined;
}): OaHouse {
  const { clock, emulator, store, options } = at;
  const logged: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
  const running = conversations({
    store,
    library: theLibrary,
    clock,
    log,
    pictureOf: async (screen) => options.pictures?.get(screen),
  });
  const settings = oaSettings(emulator, {
    refreshToken: at.refreshToken,
    inARow: options.inARow ?? 8,
    ...options.settings,
  });
  const account = oaAccountOf(settings);
  store.account({ id: account, commune: "tan-an", channel: "zalo-oa" });
  const channel = oaChannel({
    settings,
    account,
    commune: "tan-an",
    store,
    conversations: running,
    clock,
    log,
    links: { media: ({ id }) => `https://cau-noi.example.vn/m/${id}` },
  });
  running.addSender(channel.sender);
  running.start();
  channel.start();
  emulator.deliversTo(async (delivered) => (await channel.handleWebhook(delivered)).status);

  const until: OaHouse["until"] = async (happened, { step = 250 } = {}) => {
    let looks = 0;
    await vi.waitFor(() => {
      if (happened()) return;
      // What needs no time gets the chance to happen first; a call under way has its deadline on this clock.
      looks = emulator.calls === 0 ? looks + 1 : 0;
      if (looks >= 8) {
        looks = 0;
        clock.advance(step);
      }
      throw new Error(`not yet:\n${logged.slice(-5).join("")}`);
    }, soon);
  };
  const quiet = async (): Promise<void> => {
    for (let still = 0; still < 2; still += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await emulator.settled();
      if (emulator.calls > 0) still = -1;
    }
  };
  const end = async (): Promise<void> => {
    emulator.deliversTo(undefined);
    await passesUntil(clock, Promise.all([channel.stop(), running.stop()]), () => emulator.busy);
  };
  return {
    emulator,
    clock,
    store,
    conversations: running,
    channel,
    logged,
    until,
    async pass(milliseconds) {
      await quiet();
      // In few steps: each waits for the calls it caused, whose deadlines pass on the same clock.
      const step = Math.max(5000, milliseconds / 24);
      for (let left = milliseconds; left > 0; left -= step) {
        clock.advance(Math.min(left, step));
        await quiet();
      }
    },
    heard: (user) => emulator.sees(user).map(({ text }) => text),
    async restart(changes) {
      await end();
      return program({
        ...at,
        options: { ...options, settings: { ...options.settings, ...changes } },
      });
    },
    async end() {
      await end();
      await emulator.close();
      store.close();
    },
  };
}
