/**
 * A Zalo Official Account of one commune: events come by webhook with a mac, replies go out by its API with a
 * token that is renewed every day. Takes part in nothing but its own events and replies.
 */
import { randomBytes } from "node:crypto";
import type { AccountId } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { ZaloOaSettings } from "../../../config-zalo-oa.ts";
import type { Conversations, LentLinks, Sender } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import { keptNoMore, publicIdName } from "../../../store/account-settings.ts";
import type { Store } from "../../../store/store.ts";
import { Pace } from "../../pace.ts";
import { allowance } from "../allowance.ts";
import { watch } from "../watch.ts";
import { alarms } from "./alarms.ts";
import { type Consenting, consenting } from "./consent.ts";
import { echoes } from "./echoes.ts";
import { type Grant, grant } from "./grant.ts";
import { ZaloServer } from "./http.ts";
import { intake } from "./intake.ts";
import { type Delivered, macDoor } from "./mac-door.ts";
import { oaApi } from "./oa-api.ts";
import { oauth } from "./oauth.ts";
import { quoting } from "./quotes.ts";
import { ConsentNeeded, ZaloRefused } from "./refusals.ts";
import { sealing } from "./sealed-grant.ts";
import { pieceSender } from "./send-piece.ts";
import { oaSender } from "./sender.ts";
import { shapes } from "./shapes.ts";
import { uploads } from "./uploads.ts";

const lookEvery = 60_000;
/** Who we are is asked again so often: a package that lapsed shows there. */
const askEvery = 6 * 60 * 60 * 1000;
const longestStop = 1500;
/** Zalo's minute. */
const minute = 60_000;

export interface OaChannelOptions {
  readonly settings: ZaloOaSettings;
  readonly account: AccountId;
  readonly commune: string;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly log: Log;
  readonly links: Pick<LentLinks, "media">;
}

export interface OaChannel {
  readonly sender: Sender;
  /** Begins renewing and whatever an earlier life left; never waits for Zalo. */
  start(): void;
  stop(): Promise<void>;
  /** The HTTP status for what came in. Anything but 200 may make Zalo send it again. */
  handleWebhook(delivered: Delivered): Promise<{ readonly status: number }>;
  readonly consent: Consenting;
  status(): string;
}

export const oaAccountOf = ({ appId }: Pick<ZaloOaSettings, "appId">): AccountId =>
  `zalo-oa:${appId}` as AccountId;

interface OaRight {
  readonly grant: Grant;
  /** What the store keeps it under. */
  readonly grantName: string;
  readonly consent: Consenting;
  readonly server: ZaloServer;
}

/** The right to send, and how it is given: shared with the command that walks an administrator through it. */
export function oaRight(options: {
  readonly settings: ZaloOaSettings;
  readonly account: AccountId;
  readonly store: Pick<Store, "secret" | "setting" | "setSetting" | "changeSetting">;
  readonly clock: Clock;
  readonly log: Log;
  readonly alone: boolean;
}): OaRight {
  const { settings, account, store, clock, log } = options;
  const salt = store.secret("zalo-oa-grant", () => randomBytes(32).toString("hex"));
  const seals = sealing(settings.appSecret, salt, account);
  const server = new ZaloServer(settings.oauthRoot, clock);
  const tokens = oauth(server, settings);
  const grantName = `zalo-oa-grant/${account}`;
  const held = grant({
    store,
    name: grantName,
    sealing: seals,
    oauth: tokens,
    clock,
    log,
    by: randomBytes(9).toString("hex"),
    alone: options.alone,
    refreshToken: settings.refreshToken,
  });
  const consent = consenting({
    store,
    name: `zalo-oa-consent/${account}`,
    sealing: seals,
    oauth: tokens,
    oauthRoot: settings.oauthRoot,
    appId: settings.appId,
    grant: held,
    clock,
    codeVerifier: settings.codeVerifier,
  });
  return { grant: held, grantName, consent, server };
}

export function oaChannel(options: OaChannelOptions): OaChannel {
  const { settings, account, store, conversations, clock } = options;
  const log = options.log.child({ channel: "zalo-oa", account });
  const stopping = new AbortController();
  const stop = stopping.signal;
  const {
    grant: right,
    consent,
    server: oauthServer,
  } = oaRight({
    settings,
    account,
    store,
    clock,
    log,
    alone: true,
  });
  const server = new ZaloServer(settings.apiRoot, clock);
  const told = alarms({
    account,
    commune: options.commune,
    store,
    conversations,
    grant: right,
    clock,
    log,
  });
  let state = "starting";
  let toldNoMore = (store.setting(keptNoMore(account)) ?? "") !== "";
  let background: Promise<void> = Promise.resolve();

  // At most so many calls in any minute, whatever they are for; a few at once after a silence.
  const burst = 5;
  const every = Math.ceil(minute / (settings.perMinute - burst));
  const pace = new Pace(clock, { inOneChat: { every, burst }, inAll: { every: 0, burst: 1 } });
  const api = oaApi({
    server,
    grant: right,
    mayCall: () => pace.turn(account, stop),
    onRemaining: (left) => {
      if (left <= 0) sender.hold(clock.now() + minute);
    },
  });
  const month = allowance({ account, plans: settings.plans, store, clock, log });
  /** Outside the window in which a message costs nothing. */
  const beyondFree = (peer: string): boolean => {
    const row = store.findByPeer(account, peer);
    const { heardAt } = row === undefined ? {} : store.spent(row.id);
    return heardAt === undefined || clock.now() - heardAt > settings.freeFor;
  };
  function perhapsSent(peer: string): void {
    month.count("outbound");
    month.count("perhaps");
    if (beyondFree(peer)) month.count("billed");
  }
  // What an earlier life was sending when it ended.
  for (const peer of store.loseOpenSendings(account)) perhapsSent(peer);
  const heard = echoes({ account, store, clock, stop });
  const events = watch({ account, store, clock });
  const buttons = shapes(store, account, settings.buttons);
  const sender = oaSender({
    account,
    answers: async () => {
      await api.account();
    },
    sendPiece: pieceSender({
      api,
      uploads: uploads({ api, store, account, clock, allowance: month }),
      shapes: buttons,
      echoes: heard,
      onSent: (peer, billed) => {
        events.sent();
        month.count("outbound");
        if (billed || beyondFree(peer)) month.count("billed");
        mayAgain();
      },
      onLost: perhapsSent,
      log,
    }),
    quotes: quoting(store),
    shape: buttons.now,
    settings,
    allowance: month,
    linkTo: options.links.media,
    clock,
    log,
    stop,
    onRefused: (why) => {
      store.channelRefused(account, why, clock.now());
      if (why === "quota-used-up") noMore();
    },
    onKnownPhone: async (of, turn, phone) => {
      try {
        await conversations.note(of, `known-phone/${of}/${turn}`, { kind: "known-phone", phone });
      } catch (error) {
        // The number can be typed.
        log.warn({ err: error }, "a known number could not be offered");
      }
    },
    onTrouble: (why) => {
      stands(why === "consent" ? "consent-needed" : "stopped-by-zalo");
      alarm(why === "consent" ? told.look() : told.stopped());
    },
  });
  const taking = intake({
    account,
    conversations,
    store,
    echoes: heard,
    clock,
    log,
    apiRoot: settings.apiRoot,
    onTaken: () => month.count("inbound"),
    stop,
  });
  const door = macDoor({ keys: settings, intake: taking, watch: events, clock, log });

  /** Zalo itself says that the account may send no more: what we counted was not all there is. */
  function noMore(): void {
    if (toldNoMore) return;
    toldNoMore = true;
    store.setSetting(keptNoMore(account), String(clock.now()));
    log.error("Zalo says that the account may send no more for now");
  }

  function mayAgain(): void {
    if (!toldNoMore) return;
    toldNoMore = false;
    store.setSetting(keptNoMore(account), "");
  }

  function alarm(raised: Promise<void>): void {
    raised.catch((error: unknown) => log.error({ err: error }, "an alarm could not be left"));
  }

  function stands(now: string, name?: string): void {
    state = now;
    store.channelStands(account, now, name, clock.now());
  }

  async function look(askedAt: number): Promise<number> {
    const now = clock.now();
    events.look();
    try {
      await right.keepFresh();
      alarm(told.look());
      if (now - askedAt < askEvery && state === "ok") return askedAt;
      const { name, oaid } = await api.account();
      const knownAs = oaid ?? right.standing().oaId;
      if (knownAs !== undefined) store.setSetting(publicIdName(account), knownAs);
      stands("ok", name);
      return now;
    } catch (error) {
      if (stop.aborted) return askedAt;
      if (error instanceof ConsentNeeded) {
        stands("consent-needed");
        alarm(told.look());
      } else if (error instanceof ZaloRefused) {
        stands(error.code);
        store.channelRefused(account, error.code, now);
        if (error.remedy === "tell-person") alarm(told.stopped());
      } else {
        stands("unreached");
        // What cannot be renewed runs out one day.
        alarm(told.look());
      }
      log.warn({ err: error, state }, "the account was looked at");
      return askedAt;
    }
  }

  async function keepLooking(): Promise<void> {
    let askedAt = Number.NEGATIVE_INFINITY;
    while (!stop.aborted) {
      askedAt = await look(askedAt);
      await clock.sleep(lookEvery, stop);
    }
  }

  return {
    sender,
    consent,
    start() {
      taking.resume();
      background = keepLooking().catch((error: unknown) => {
        log.fatal({ err: error }, "the account is no longer looked after");
      });
    },
    async stop() {
      stopping.abort();
      const over = new AbortController();
      const settled = Promise.all([background, sender.settled(), taking.settled()]);
      // What is being sent may arrive: cut off, it would be sent once more after the next start.
      await Promise.race([settled, clock.sleep(longestStop, over.signal)]);
      over.abort();
      await Promise.all([server.hangUp(), oauthServer.hangUp()]);
      await settled;
      state = "stopped";
    },
    handleWebhook: door,
    status: () => state,
  };
}
