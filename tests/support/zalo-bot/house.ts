import {
  type ZaloBotChannel,
  zaloBotChannel,
} from "../../../src/bot/channels/zalo/bot/zalo-bot-channel.ts";
import {
  conversations,
  type RunningConversations,
} from "../../../src/bot/conversations/conversations.ts";
import { answerAfterMonth } from "../../../src/bot/desk/after-month.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { keepPlans } from "../../../src/bot/store/monthly-plans.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type { AccountId, MonthlyPlan } from "../../../src/flows/index.ts";
import { calm, type PassingClock, passesUntil, passing } from "../passing-clock.ts";
import { theLibrary } from "../talk.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "./emulator.ts";
import { lentAddresses } from "./lent-addresses.ts";

const account = "zalo-bot:1" as AccountId;

export interface BotHouse {
  readonly account: AccountId;
  readonly emulator: ZaloBotEmulator;
  readonly clock: PassingClock;
  readonly store: Store;
  readonly conversations: RunningConversations;
  /** Everything that is due has been done, as far as it needs no more time than a few seconds. */
  settles(): Promise<void>;
  /** It is that moment now, and the house has looked at what a new month allows. */
  comesTo(instant: number): Promise<void>;
  /** The same database with a new program on it, and another plan. */
  restart(plan: MonthlyPlan): Promise<BotHouse>;
  end(): Promise<void>;
}

export async function botHouse(start: number, plan: MonthlyPlan): Promise<BotHouse> {
  const clock = passing(start);
  const emulator = await startZaloBotEmulator({ clock, patient: true });
  const store = openSqlite(":memory:", { now: clock.now });
  store.account({ id: account, commune: "tan-an", channel: "zalo-bot" });
  return await program({ clock, emulator, store }, plan);
}

type World = Pick<BotHouse, "clock" | "emulator" | "store">;

async function program(world: World, plan: MonthlyPlan): Promise<BotHouse> {
  const { clock, emulator, store } = world;
  const log = makeLog("silent");
  const running = conversations({ store, library: theLibrary, clock, log });
  keepPlans(store, account, [plan]);
  const channel: ZaloBotChannel = zaloBotChannel({
    token: emulator.token,
    apiRoot: emulator.root,
    account,
    conversations: running,
    store,
    links: lentAddresses,
    clock,
    log,
    mode: "polling",
    secret: undefined,
    plan,
    inGroups: "silent",
  });
  running.addSender(channel.sender);
  running.start();
  await channel.start();

  const settles = async (): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      await calm(emulator);
      clock.advance(500);
      await running.tick();
    }
  };
  const end = (): Promise<void> =>
    passesUntil(clock, Promise.all([channel.stop(), running.stop()]), () => emulator.busy);
  return {
    account,
    ...world,
    conversations: running,
    settles,
    async comesTo(instant) {
      await calm(emulator);
      clock.advance(Math.max(0, instant - clock.now()));
      await settles();
      await answerAfterMonth({ store, conversations: running, library: theLibrary, clock });
      await settles();
    },
    async restart(another) {
      await end();
      return await program(world, another);
    },
    async end() {
      await end();
      await emulator.close();
      store.close();
      emulator.assertNoViolations();
    },
  };
}
