/**
 * The right to send for an Official Account: an access token of a day, and a refresh token that counts once.
 * It lives in the store alone and is read at each use, so that what another process keeps is seen at once.
 *
 * What is about to happen is written down before it happens, and the new pair before it is used. A crash
 * between the two leaves "rotating": the old token is then tried once more, which costs nothing: either Zalo
 * never saw it, or the pair it answered with is lost whatever we do.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Log } from "../../../log.ts";
import type { Store } from "../../../store/store.ts";
import { type OAuth, OAuthRefused, type Pair } from "./oauth.ts";
import { ConsentNeeded } from "./refusals.ts";
import type { Sealing } from "./sealed-grant.ts";

const day = 24 * 60 * 60 * 1000;
/** Three months, as Zalo's papers say; counted short. */
const refreshLasts = 90 * day;
/** Renewed at hour 20 of 25. */
const renewAfter = 0.8;
/** Another process that rotates gets so long before it counts as dead: longer than its call may take. */
const lease = 45_000;
const lookAgain = 500;

const pairSchema = z.object({ sealed: z.string(), accessUntil: z.number(), renewAt: z.number() });
const recordSchema = pairSchema.extend({
  refreshUntil: z.number(),
  state: z.discriminatedUnion("is", [
    z.object({ is: z.literal("held") }),
    z.object({ is: z.literal("rotating"), by: z.string(), since: z.number() }),
    z.object({ is: z.literal("lost"), at: z.number() }),
  ]),
  /** Digest of the refresh token of the settings that was taken up: it is never used a second time. */
  seed: z.string().optional(),
  /** Digest of the code of the consent it came from: the same address, opened again after a kill, is not a wrong one. */
  consent: z.string().optional(),
  oaId: z.string().optional(),
});
type Record_ = Readonly<z.infer<typeof recordSchema>>;
const tokensSchema = z.object({ access: z.string().optional(), refresh: z.string() });

export interface GrantStanding {
  readonly is: "none" | "held" | "lost";
  readonly refreshUntil?: Instant;
  readonly oaId?: string | undefined;
}

export interface Grant {
  /** A token that should be good; rejects with `ConsentNeeded` when there is none to be had. */
  access(): Promise<string>;
  /** Another one than the one just refused. */
  instead(refused: string): Promise<string>;
  /** Renews what is about to run out; looks only, otherwise. */
  keepFresh(): Promise<void>;
  /** What an administrator has just consented to. */
  take(pair: Pair, oaId: string | undefined, code: string): void;
  /** It is held, and by the consent this code is of. */
  cameFrom(code: string): boolean;
  standing(): GrantStanding;
}

export function grant(options: {
  readonly store: Pick<Store, "setting" | "changeSetting">;
  readonly name: string;
  readonly sealing: Sealing;
  readonly oauth: OAuth;
  readonly clock: Clock;
  readonly log: Log;
  /** Who is at it: one process of this commune. */
  readonly by: string;
  /** No other server is there: whoever was at it before we began is dead. A command beside us may be at it now. */
  readonly alone: boolean;
  readonly refreshToken?: string | undefined;
}): Grant {
  const { store, name, sealing, oauth, clock, log, by } = options;
  const begun = clock.now();
  let underWay: Promise<string> | undefined;
  const seed = options.refreshToken === undefined ? undefined : digestOf(options.refreshToken);

  function read(): { readonly raw: string | undefined; readonly record: Record_ | undefined } {
    const raw = store.setting(name);
    const parsed = raw === undefined ? undefined : recordSchema.safeParse(JSON.parse(raw));
    return { raw, record: parsed?.success === true ? parsed.data : undefined };
  }

  function tokensOf(record: Record_) {
    const opened = sealing.open(record.sealed);
    return opened === undefined ? undefined : tokensSchema.parse(JSON.parse(opened));
  }

  const write = (from: string | undefined, to: Record_): boolean =>
    store.changeSetting(name, from, JSON.stringify(to));

  /** The token of the settings is taken up once, when it is new here. */
  function sow(): void {
    if (options.refreshToken === undefined || seed === undefined) return;
    const { raw, record } = read();
    if (record?.seed === seed) return;
    const now = clock.now();
    const sown: Record_ = {
      sealed: sealing.seal(JSON.stringify({ refresh: options.refreshToken })),
      accessUntil: 0,
      renewAt: now,
      refreshUntil: now + refreshLasts,
      state: { is: "held" },
      seed,
      ...(record?.oaId === undefined ? {} : { oaId: record.oaId }),
    };
    if (write(raw, sown)) log.info("the refresh token of the settings is taken up");
  }

  function lives(record: Record_, refused: string | undefined): string | undefined {
    const access = tokensOf(record)?.access;
    return access !== undefined && access !== refused && record.accessUntil > clock.now()
      ? access
      : undefined;
  }

  /** One rotation at a time in this process; others are kept off by what is written down. */
  function renewed(refused: string | undefined): Promise<string> {
    underWay ??= rotate(refused).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function rotate(refused: string | undefined): Promise<string> {
    for (;;) {
      const { raw, record } = read();
      const tokens = record === undefined ? undefined : tokensOf(record);
      if (record === undefined || tokens === undefined || record.state.is === "lost") {
        throw new ConsentNeeded();
      }
      const now = clock.now();
      if (record.state.is === "rotating" && record.state.by !== by) {
        const died = options.alone && record.state.since < begun;
        if (!died && now < record.state.since + lease) {
          await clock.sleep(lookAgain);
          continue;
        }
        log.warn("a rotation was cut off; its token is tried once more");
      } else if (record.state.is === "held" && (refused !== undefined || now < record.renewAt)) {
        // Somebody else has renewed it meanwhile.
        const access = lives(record, refused);
        if (access !== undefined) return access;
      }
      const rotating: Record_ = { ...record, state: { is: "rotating", by, since: now } };
      const marked = JSON.stringify(rotating);
      if (!store.changeSetting(name, raw, marked)) continue;
      return await exchanged(marked, rotating, tokens);
    }
  }

  async function exchanged(
    marked: string,
    record: Record_,
    tokens: z.infer<typeof tokensSchema>,
  ): Promise<string> {
    let pair: Pair;
    try {
      pair = await oauth.renew(tokens.refresh);
    } catch (error) {
      if (!(error instanceof OAuthRefused)) {
        // Not known whether it arrived: the same token is tried again later.
        write(marked, { ...record, state: { is: "held" } });
        throw error;
      }
      if (!write(marked, { ...record, state: { is: "lost", at: clock.now() } })) {
        const access = afterwards();
        if (access !== undefined) return access;
      }
      log.fatal(
        { err: error },
        "the right to send through Zalo is lost: npm run cau-noi -- zalo-consent",
      );
      throw new ConsentNeeded();
    }
    // Before it is used: from here on the old refresh token is dead.
    if (write(marked, recordOf(pair, record))) {
      log.info({ lastsHours: Math.round(pair.lasts / 3_600_000) }, "access renewed");
      return pair.access;
    }
    // Somebody consented anew while we were asking: theirs is the newer right.
    return afterwards() ?? pair.access;
  }

  function afterwards(): string | undefined {
    const { record } = read();
    return record === undefined ? undefined : lives(record, undefined);
  }

  function recordOf(pair: Pair, before: Partial<Record_> | undefined): Record_ {
    const now = clock.now();
    return {
      sealed: sealing.seal(JSON.stringify({ access: pair.access, refresh: pair.refresh })),
      accessUntil: now + pair.lasts,
      renewAt: now + renewAfter * pair.lasts,
      refreshUntil: now + refreshLasts,
      state: { is: "held" },
      ...(before?.seed === undefined ? {} : { seed: before.seed }),
      ...(before?.consent === undefined ? {} : { consent: before.consent }),
      ...(before?.oaId === undefined ? {} : { oaId: before.oaId }),
    };
  }

  return {
    async access() {
      sow();
      const { record } = read();
      const access = record === undefined ? undefined : lives(record, undefined);
      return access ?? (await renewed(undefined));
    },
    instead: (refused) => renewed(refused),
    async keepFresh() {
      sow();
      const { record } = read();
      if (record === undefined || record.state.is === "lost" || clock.now() < record.renewAt)
        return;
      await renewed(undefined);
    },
    take(pair, oaId, code) {
      for (;;) {
        const { raw, record } = read();
        // What the settings hold was meant for before this consent.
        const next = recordOf(pair, {
          ...record,
          ...(seed === undefined ? {} : { seed }),
          consent: digestOf(code),
        });
        if (write(raw, { ...next, ...(oaId === undefined ? {} : { oaId }) })) return;
      }
    },
    cameFrom(code) {
      const { record } = read();
      return record?.state.is === "held" && record.consent === digestOf(code);
    },
    standing() {
      const { record } = read();
      if (record === undefined) return { is: seed === undefined ? "none" : "held" };
      if (record.state.is === "lost" || tokensOf(record) === undefined) {
        return { is: "lost", oaId: record.oaId };
      }
      return { is: "held", refreshUntil: record.refreshUntil, oaId: record.oaId };
    },
  };
}

const digestOf = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex").slice(0, 32);
