/**
 * Zalo's bot platform: one bot of one commune, without buttons, edits or deletions. A trial polls; production
 * is pushed to. Either way an event is on disk before Zalo hears that we have it.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { AccountId, MonthlyPlan } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Conversations, LentLinks, Sender } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import { keptWatch } from "../../../store/account-settings.ts";
import type { Store } from "../../../store/store.ts";
import { Pace, type Rates } from "../../pace.ts";
import { allowance as allowanceOf } from "../allowance.ts";
import { ZaloBotApi } from "./bot-api.ts";
import { intake } from "./intake.ts";
import { obstacleOf, poll } from "./polling.ts";
import { ZaloBotRefused } from "./refusals.ts";
import { zaloBotSender } from "./sender.ts";
import { onlyInPrivate } from "./words.ts";

const patience = 15_000;
/** Setting a webhook makes Zalo look at it first. */
const patienceWithProbe = 45_000;
/** How long calls under way may still take when the program ends. */
const longestStop = 1500;
/** No number is published; ten within half a second were taken once. */
const rates: Rates = { inOneChat: { every: 1000, burst: 3 }, inAll: { every: 200, burst: 5 } };
const mostGroupsTold = 1000;

export interface ZaloBotOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly account: AccountId;
  readonly conversations: Conversations;
  readonly store: Pick<
    Store,
    | "seen"
    | "keepHandedOut"
    | "handedOut"
    | "dropHandedOut"
    | "channelStands"
    | "channelRefused"
    | "countMessage"
    | "messagesIn"
    | "loseOpenSendings"
    | "setSetting"
  >;
  readonly links: LentLinks;
  readonly log: Log;
  readonly clock: Clock;
  readonly mode: "polling" | { readonly webhook: string };
  /** Lets pushed events in; without it none are. */
  readonly secret: string | undefined;
  /** What the owner of the bot has agreed with Zalo. */
  readonly plan: MonthlyPlan;
  /** Where nothing else is settled, the bot says nothing in groups. */
  readonly inGroups: "silent" | "points-to-private";
  readonly chance?: () => number;
}

export interface ZaloBotChannel {
  readonly sender: Sender;
  /** What stands in the bot's link, `https://zalo.me/<id>`; known once Zalo has answered. */
  readonly botId: string | undefined;
  /** Resolves when the bot runs, or keeps trying in the background; rejects when the token is wrong. */
  start(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  /** Whether whoever pushes knows the secret; takes equally long whatever was sent. */
  knows(secret: string | undefined): boolean;
  /** The HTTP status for an event that was let in: 200 once it is on disk. */
  handleWebhook(event: unknown): { readonly status: number };
  status(): { readonly state: string; readonly taken: number; readonly broken: number };
}

/** Zalo does not know this token: trying again makes no sense. */
export class ZaloBotTokenRefused extends Error {
  override readonly name = "ZaloBotTokenRefused";
  readonly code = "zalo-bot-token-refused";
  constructor() {
    super("Zalo does not know ZALO_BOT_TOKEN; the bot's owner finds it in Zalo Bot Creator.");
  }
}

export function zaloBotChannel(options: ZaloBotOptions): ZaloBotChannel {
  const { account, clock, conversations, store, mode } = options;
  const log = options.log.child({ channel: "zalo-bot", account });
  const stopping = new AbortController();
  const stop = stopping.signal;
  const api = new ZaloBotApi(options);
  const pace = new Pace(clock, rates);
  const allowance = allowanceOf({ account, plans: [options.plan], store, clock, log });
  const sender = zaloBotSender({
    account,
    api,
    pace,
    allowance,
    links: options.links,
    store,
    clock,
    log,
    chance: options.chance ?? Math.random,
    stop,
  });
  const aside = new Set<Promise<void>>();
  const toldGroups = new Set<string>();
  let me: { readonly id: string; readonly name: string | undefined } | undefined;
  let state = "starting";
  let background: Promise<void> = Promise.resolve();

  /** Done at most once and never waited for; when it fails, nobody but the log hears. */
  function quietly(what: string, act: () => Promise<unknown>): void {
    const done = act().then(
      () => {},
      (error: unknown) => log.debug({ err: error, what }, "left undone"),
    );
    aside.add(done);
    void done.then(() => aside.delete(done));
  }

  const taking = intake({
    account,
    apiRoot: options.apiRoot,
    conversations,
    store,
    allowance,
    clock,
    log,
    stop,
    typing: (peer) =>
      quietly("typing", () =>
        api.ask("sendChatAction", { chat_id: peer, action: "typing" }, { within: patience }),
      ),
    inGroup: (chat) => {
      if (options.inGroups === "silent" || me === undefined || toldGroups.has(chat)) return;
      if (toldGroups.size >= mostGroupsTold) return;
      toldGroups.add(chat);
      const text = onlyInPrivate(me.id);
      quietly("group", async () => {
        await api.send("sendMessage", { chat_id: chat, text }, { within: patience });
        allowance.count("outbound");
      });
    },
  });

  function stands(now: string): void {
    if (stop.aborted || now === state) return;
    state = now;
    store.channelStands(account, now, me?.id, clock.now());
    if (now !== "ok") store.channelRefused(account, now, clock.now());
  }

  /** Asks who we are and says how we want to hear of messages. */
  async function connect(): Promise<void> {
    me = await api.me({ within: patience, stop });
    if (mode === "polling") {
      await api.ask("deleteWebhook", {}, { within: patience, stop }).catch((error: unknown) => {
        // None was set: that is what was wanted.
        if (!(error instanceof ZaloBotRefused) || error.code !== "no-webhook-is-set") throw error;
      });
    } else {
      await api.ask(
        "setWebhook",
        { url: `${mode.webhook}/zalo/bot`, secret_token: options.secret ?? "" },
        { within: patienceWithProbe, stop },
      );
    }
    // Only where events are pushed can they stop coming without anybody noticing.
    store.setSetting(keptWatch(account), mode === "polling" ? "null" : JSON.stringify({}));
    stands("ok");
    log.info({ bot: me.name, mode: mode === "polling" ? mode : "webhook" }, "connected");
  }

  async function listen(): Promise<void> {
    if (mode !== "polling") return;
    await poll({ api, intake: taking, clock, log, onState: stands }, stop);
  }

  async function connectAtLast(): Promise<void> {
    for (let failures = 1; !stop.aborted; failures += 1) {
      try {
        await connect();
        break;
      } catch (error) {
        if (stop.aborted) return;
        const obstacle = obstacleOf(error, failures);
        stands(obstacle.state);
        log.warn({ err: error, state, failures }, "not connected");
        await clock.sleep(obstacle.pause, stop);
      }
    }
    await listen();
  }

  const guarded = (running: Promise<void>): Promise<void> =>
    running.catch((error: unknown) => {
      stands("our-mistake");
      log.fatal({ err: error }, "Zalo's bot platform is no longer heard");
    });

  return {
    sender,
    get botId() {
      return me?.id;
    },
    start: async () => {
      taking.resume();
      try {
        await connect();
        background = guarded(listen());
      } catch (error) {
        if (error instanceof ZaloBotRefused && error.code === "wrong-token") {
          stands("wrong-token");
          throw new ZaloBotTokenRefused();
        }
        // A network that is not there yet must not keep the web chat from opening.
        const obstacle = obstacleOf(error, 1);
        stands(obstacle.state);
        log.warn({ err: error, state }, "not connected");
        background = guarded(clock.sleep(obstacle.pause, stop).then(connectAtLast));
      }
    },
    stop: async () => {
      stopping.abort();
      const over = new AbortController();
      const settled = Promise.all([background, sender.settled(), taking.settled(), ...aside]);
      // What is being sent may arrive: cut off, it would be sent once more after the next start.
      await Promise.race([settled, clock.sleep(longestStop, over.signal)]);
      over.abort();
      await api.hangUp();
      await settled;
      state = "stopped";
    },
    knows: (secret) =>
      options.secret !== undefined &&
      secret !== undefined &&
      timingSafeEqual(digestOf(secret), digestOf(options.secret)),
    handleWebhook: (event) => {
      try {
        taking.accept(event);
        return { status: 200 };
      } catch (error) {
        log.warn({ err: error }, "not kept, asked for again");
        return { status: 503 };
      }
    },
    status: () => ({ state, ...taking.counts }),
  };
}

/** Of equal length whatever was sent, so that comparing takes equally long. */
const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
