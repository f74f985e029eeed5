/**
 * Telegram: one bot of one commune. Updates become inbounds, replies become messages; telegraf is the
 * client. Taking in and acknowledging are our own: its webhook answers 200 when a handler throws, and its
 * polling confirms updates that failed.
 */
import type { UserFromGetMe } from "telegraf/types";
import type { AccountId } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import type { Conversations, Sender } from "../../conversations/ports.ts";
import type { Log } from "../../log.ts";
import { Pace, type Rates } from "../pace.ts";
import { afterwards } from "./afterwards.ts";
import { BotApi } from "./bot-api.ts";
import { buttons as buttonsOf } from "./buttons.ts";
import { type Intake, intake } from "./intake.ts";
import { obstacleOf, poll } from "./polling.ts";
import { introduce } from "./profile.ts";
import { wanted } from "./read-update.ts";
import { TelegramRefused, TelegramUnreached } from "./refusals.ts";
import { telegramSender } from "./sender.ts";
import { webhook } from "./webhook.ts";
import type { Operator } from "./words.ts";

const patience = 15_000;
/** Telegram takes about one message a second in one chat and thirty in all. */
const rates: Rates = { inOneChat: { every: 1000, burst: 4 }, inAll: { every: 40, burst: 3 } };
/** With more replies than this on their way out, the acknowledgement waits. */
const crowded = 64;
const longestHold = 2000;
/** How long calls under way may still take when the program ends. */
const longestStop = 1500;

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly account: AccountId;
  readonly conversations: Conversations;
  readonly log: Log;
  readonly clock: Clock;
  readonly mode:
    | "polling"
    | {
        /** The public address of this program, without a slash at its end. */
        readonly webhook: string;
        readonly secret: string;
        /** `/telegram/webhook` unless this is a further account. */
        readonly path?: string;
      };
  /** Whose machine this is now. */
  readonly operator: () => Operator;
}

export interface TelegramStatus {
  readonly mode: "polling" | "webhook";
  /** `starting`, `ok`, `stopped`, or what stands between us and Telegram. */
  readonly state: string;
  readonly botName: string | undefined;
  readonly taken: number;
  readonly broken: number;
  readonly blocked: number;
  readonly unblocked: number;
}

export interface TelegramChannel {
  readonly sender: Sender;
  /** Known once Telegram has answered for the first time. */
  readonly botName: string | undefined;
  /** Resolves when the bot runs, or keeps trying in the background; rejects when the token is wrong. */
  start(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  handleWebhook(
    body: unknown,
    secretHeader: string | undefined,
  ): Promise<{ readonly status: number }>;
  status(): TelegramStatus;
}

/** Telegram does not know this token: trying again makes no sense. */
export class TelegramTokenRefused extends Error {
  override readonly name = "TelegramTokenRefused";
  readonly code = "telegram-token-refused";
  constructor() {
    super("Telegram does not know TELEGRAM_BOT_TOKEN; ask @BotFather for the bot's token.");
  }
}

export function telegramChannel(options: TelegramOptions): TelegramChannel {
  const { account, conversations, clock, mode } = options;
  const log = options.log.child({ channel: "telegram", account });
  const stopping = new AbortController();
  const stop = stopping.signal;
  const api = new BotApi(options);
  const after = afterwards(log);
  const pace = new Pace(clock, rates);
  const buttons = buttonsOf({ api, pace, after, clock, stop });
  const sender = telegramSender({ account, api, buttons, pace, clock, log, stop });

  let me: UserFromGetMe | undefined;
  let open: Intake | undefined;
  let state = "starting";
  let background: Promise<void> = Promise.resolve();
  let introduction: Promise<void> | undefined;

  const settle = async (): Promise<void> => {
    const until = clock.now() + longestHold;
    while (!stop.aborted && clock.now() < until && conversations.backlog(account) > crowded) {
      await clock.sleep(100, stop);
    }
  };

  /** Asks who we are and says how we want to hear of updates. */
  async function connect(): Promise<Intake> {
    const limits = { within: patience, stop };
    me = await api.ask("getMe", {}, limits);
    if (mode === "polling") {
      await api.ask("deleteWebhook", { drop_pending_updates: false }, limits);
    } else {
      await api.ask(
        "setWebhook",
        {
          url: `${mode.webhook}${mode.path ?? "/telegram/webhook"}`,
          secret_token: mode.secret,
          allowed_updates: wanted,
          drop_pending_updates: false,
        },
        limits,
      );
    }
    open = intake({ account, api, conversations, buttons, after, log, clock, me, stop });
    introduction ??= introduce(api, options.operator, clock, stop, (error) => {
      const expected = error instanceof TelegramRefused || error instanceof TelegramUnreached;
      if (expected) log.debug({ why: error.code }, "the profile is left as it was");
      else log.error({ err: error }, "the profile is left as it was, by our own mistake");
    });
    state = "ok";
    log.info({ bot: me.username, mode: modeName }, "connected");
    return open;
  }

  async function listen(taking: Intake): Promise<void> {
    if (mode !== "polling") return;
    const onState = (now: string): void => {
      if (!stop.aborted) state = now;
    };
    await poll({ api, intake: taking, clock, log, settle, onState }, stop);
  }

  async function connectAtLast(): Promise<void> {
    for (let failures = 1; !stop.aborted; failures += 1) {
      try {
        await listen(await connect());
        return;
      } catch (error) {
        const obstacle = obstacleOf(error, failures);
        state = obstacle.state;
        log.warn({ err: error, state, failures }, "not connected");
        await clock.sleep(obstacle.pause, stop);
      }
    }
  }

  const modeName = mode === "polling" ? "polling" : "webhook";
  const guarded = (running: Promise<void>): Promise<void> =>
    running.catch((error: unknown) => {
      state = "our-mistake";
      log.fatal({ err: error }, "Telegram is no longer heard");
    });

  return {
    sender,
    get botName() {
      return me?.username;
    },
    start: async () => {
      try {
        background = guarded(listen(await connect()));
      } catch (error) {
        const wrongToken = error instanceof TelegramRefused && error.code === "wrong-token";
        if (wrongToken) {
          state = "wrong-token";
          throw new TelegramTokenRefused();
        }
        // A network that is not there yet must not keep the web chat from opening.
        const obstacle = obstacleOf(error, 1);
        state = obstacle.state;
        log.warn({ err: error, state }, "not connected");
        background = guarded(clock.sleep(obstacle.pause, stop).then(connectAtLast));
      }
    },
    stop: async () => {
      stopping.abort();
      const over = new AbortController();
      const settled = Promise.all([background, introduction, sender.settled(), after.settled()]);
      // What is being sent may arrive: cut off, it would be sent once more after the next start.
      await Promise.race([settled, clock.sleep(longestStop, over.signal)]);
      over.abort();
      await api.hangUp();
      await settled;
      state = "stopped";
    },
    handleWebhook:
      mode === "polling"
        ? async () => ({ status: 404 })
        : webhook({ secret: mode.secret, log, intake: () => open, settle }),
    status: () => ({
      mode: modeName,
      state,
      botName: me?.username,
      ...(open?.counts ?? { taken: 0, broken: 0, blocked: 0, unblocked: 0 }),
    }),
  };
}
