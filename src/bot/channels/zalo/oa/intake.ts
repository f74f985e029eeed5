/**
 * From an event to an inbound that is committed. What is quick is committed before Zalo hears that it came;
 * what takes longer (a picture is fetched, an echo is looked at) is kept first, and met in its order.
 */
import { z } from "zod";
import type { AccountId, CaseId, Inbound } from "../../../../flows/index.ts";
import { inboundSchema, maskSecrets, mediaFormSchema } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import { alone, asInbound } from "../../../conversations/media/as-inbound.ts";
import type { Conversations } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import type { Store } from "../../../store/store.ts";
import { fetchMedia } from "../fetch-media.ts";
import { shortened } from "../text-pieces.ts";
import type { Echoes } from "./echoes.ts";
import type { OaEvent, Read, Sent } from "./read-event.ts";
import { readEvent } from "./read-event.ts";

/** Then the person is told, rather than kept waiting behind a file nobody can fetch. */
const mostTries = 5;
/** Of a message that is answered, above the answer. */
const longestQuote = 100;
const pauseBefore = (tries: number): number => Math.min(60_000, 2000 * 2 ** tries);

/** What is kept of an event, without secrets. */
const keptSchema = z.discriminatedUnion("is", [
  z.object({ is: z.literal("inbound"), inbound: inboundSchema }),
  z.object({ is: z.literal("join"), code: z.string() }),
  z.object({
    is: z.literal("media"),
    form: mediaFormSchema,
    url: z.string(),
    name: z.string().optional(),
    caption: z.string(),
    masked: z.array(z.string()),
    album: z.string().optional(),
    about: z.string().optional(),
    quote: z.string().optional(),
    answers: z.number().optional(),
  }),
  z.object({
    is: z.literal("spoken"),
    message: z.string(),
    text: z.string(),
    masked: z.array(z.string()),
  }),
]);
type Kept = Readonly<z.infer<typeof keptSchema>>;

export interface IntakeOptions {
  readonly account: AccountId;
  readonly conversations: Conversations;
  readonly store: Pick<
    Store,
    | "keepHandedOut"
    | "handedOut"
    | "dropHandedOut"
    | "findByPeer"
    | "seenOnPlatform"
    | "reachedOnPlatform"
  >;
  readonly echoes: Echoes;
  readonly clock: Clock;
  readonly log: Log;
  readonly apiRoot: string;
  /** Something a person sent was met for the first time. */
  onTaken(): void;
  /** Ends fetching; what was kept is met after the next start. */
  readonly stop: AbortSignal;
}

/** What it answers, and in which turn that was said. */
interface Quoting {
  readonly quote?: string;
  readonly answers?: number;
}

export interface Intake {
  /** Resolves when Zalo may forget the event; rejects when nothing was kept. */
  accept(event: OaEvent): Promise<void>;
  /** Meets what an earlier life kept and did not get to. */
  resume(): void;
  settled(): Promise<void>;
}

export function intake(options: IntakeOptions): Intake {
  const { account, conversations, store, echoes, clock, log, stop } = options;
  const lanes = new Map<string, Promise<void>>();
  /** Chats in whose lane something kept waits: what comes after it waits behind it. */
  const slow = new Map<string, number>();

  async function accept(event: OaEvent): Promise<void> {
    const at = timeOf(event, clock.now());
    for (const read of readEvent(event)) await acceptOne(read, at);
  }

  async function acceptOne(read: Read, at: number): Promise<void> {
    switch (read.is) {
      case "nothing":
        return;
      case "left":
        log.info({ oa: "unfollowed" }, "membership");
        return;
      case "reached":
      case "seen":
        for (const peer of read.peers) {
          const row = store.findByPeer(account, peer);
          if (row === undefined) continue;
          if (read.is === "seen") store.seenOnPlatform(row.id, read.messages);
          else store.reachedOnPlatform(row.id, read.messages);
          conversations.touched(row.id);
        }
        return;
      case "spoken": {
        const { message } = read;
        if (echoes.known(read.peer, message, read.text)) return;
        const { text, found } = maskSecrets(read.text);
        later(read.peer, read.key, at, { is: "spoken", message, text, masked: [...found] });
        return;
      }
      case "sent":
        for (const [key, kept] of keptOf(read)) await now(read.peer, key, at, kept);
    }
  }

  /** At once where nothing stands before it; the promise holds after the commit. */
  async function now(peer: string, key: string, at: number, kept: Kept): Promise<void> {
    if (kept.is === "media" || (slow.get(peer) ?? 0) > 0) {
      later(peer, key, at, kept);
      return;
    }
    await inLane(peer, () => meet(peer, key, at, kept));
  }

  function later(peer: string, key: string, at: number, kept: Kept): void {
    const event = JSON.stringify(kept);
    if (!store.keepHandedOut({ account, peer, key, event, at })) return;
    wait(peer, key, at, kept);
  }

  function wait(peer: string, key: string, at: number, kept: Kept): void {
    // Whose words an echo is may take a while to say; the person does not wait for that.
    const lane = kept.is === "spoken" ? `${peer} spoken` : peer;
    slow.set(lane, (slow.get(lane) ?? 0) + 1);
    void inLane(lane, async () => {
      try {
        await patiently(peer, key, at, kept);
      } finally {
        const left = (slow.get(lane) ?? 1) - 1;
        if (left > 0) slow.set(lane, left);
        else slow.delete(lane);
      }
    });
  }

  function inLane(peer: string, act: () => Promise<void>): Promise<void> {
    const before = lanes.get(peer) ?? Promise.resolve();
    const done = before.then(act, act);
    lanes.set(peer, done);
    const leave = (): void => {
      if (lanes.get(peer) === done) lanes.delete(peer);
    };
    done.then(leave, leave);
    return done;
  }

  async function patiently(peer: string, key: string, at: number, kept: Kept): Promise<void> {
    for (let tries = 0; !stop.aborted; tries += 1) {
      try {
        await meet(peer, key, at, tries < mostTries ? kept : givenUp(kept));
        store.dropHandedOut(account, key);
        return;
      } catch (error) {
        if (stop.aborted) return;
        log.warn({ err: error, tries }, "a kept event waits");
        await clock.sleep(pauseBefore(tries), stop);
      }
    }
  }

  async function meet(peer: string, key: string, at: number, kept: Kept): Promise<void> {
    const take = async (inbound: Inbound): Promise<void> => {
      const { fresh } = await conversations.take({ account, peer, key, inbound, at });
      if (fresh && inbound.kind !== "staff-said") options.onTaken();
    };
    switch (kept.is) {
      case "inbound":
        return await take(kept.inbound);
      case "join":
        await conversations.join(account, peer, key, kept.code, clock.now());
        return;
      case "spoken": {
        const ours = await echoes.isOurs(peer, kept.message, kept.text);
        if (ours) return;
        // Not looked at long enough: it stays kept, and the next life of the program looks again.
        if (stop.aborted) throw new Error("stopped while an echo was looked at");
        log.info("staff answered in Zalo itself");
        const text = kept.text === "" ? "(ảnh hoặc tệp, xem trong Zalo)" : kept.text;
        return await take({ kind: "staff-said", text, masked: kept.masked });
      }
      case "media": {
        const fetched = await fetchMedia(kept.form, kept.url, {
          clock,
          stop,
          alsoFrom: options.apiRoot,
        });
        if (fetched.is === "unreadable")
          return await take({ kind: "unreadable", what: fetched.what });
        const media = conversations.keepMedia(account, peer, fetched.media);
        const about = {
          ...(kept.about === undefined ? {} : { about: kept.about as CaseId }),
          ...(kept.quote === undefined ? {} : { quote: kept.quote }),
          ...(kept.answers === undefined ? {} : { answers: kept.answers }),
        };
        return await take(asInbound(media, fetched.media, kept, about));
      }
    }
  }

  const givenUp = (kept: Kept): Kept =>
    kept.is === "media" ? { is: "inbound", inbound: { kind: "unreadable", what: "other" } } : kept;

  function keptOf(read: Extract<Read, { is: "sent" }>): ReadonlyArray<readonly [string, Kept]> {
    const { peer, key, sent, quotes } = read;
    const about =
      quotes === undefined ? undefined : conversations.caseOfMessage(account, peer, quotes);
    const onPlatform = {
      ...(about === undefined ? {} : { about }),
      ...quoteOf(peer, quotes),
    };
    const inbound = (one: Inbound, suffix = ""): readonly [string, Kept] => [
      `${key}${suffix}`,
      { is: "inbound", inbound: one },
    ];
    const words = (text: string): Inbound => {
      const { text: masked, found } = maskSecrets(text, conversations.askedFor(account, peer));
      const seen = conversations.seenTurn(account, peer);
      return {
        kind: "words",
        text: masked,
        masked: [...found],
        ...(seen === undefined ? {} : { seen }),
        ...onPlatform,
      };
    };
    return ((): ReadonlyArray<readonly [string, Kept]> => {
      switch (sent.is) {
        case "words":
          return [inbound(words(sent.text))];
        case "join":
          return [[key, { is: "join", code: sent.code }]];
        case "command":
          return [inbound({ kind: "command", command: sent.command })];
        case "pressed":
          return [inbound({ kind: "press", ...sent.pressed })];
        case "arrived":
          // Who opens the chat again knows where they are.
          return store.findByPeer(account, peer) === undefined ||
            conversations.seenTurn(account, peer) === undefined
            ? [inbound({ kind: "arrived" })]
            : [];
        case "contact":
          return [
            inbound(
              conversations.askedFor(account, peer) === "phone"
                ? words(sent.number)
                : { kind: "unreadable", what: "contact" },
            ),
          ];
        case "withdrawn":
          // Asked for at Zalo's desk: our own question whether they mean it is answered with it.
          return store.findByPeer(account, peer) === undefined
            ? []
            : [
                inbound({ kind: "command", command: "delete" }),
                inbound({ kind: "words", text: "có", masked: [] }, "/yes"),
              ];
        case "unreadable":
          return [inbound({ kind: "unreadable", what: sent.what })];
        case "location": {
          const { latitude, longitude } = sent;
          return [inbound({ kind: "location", latitude, longitude, ...onPlatform })];
        }
        case "photo":
        case "voice":
        case "file":
          return [[key, mediaOf(sent, peer, onPlatform)]];
      }
    })();
  }

  /** What is answered, where it was ours; Zalo names the message and does not repeat its words. */
  function quoteOf(peer: string, quotes: string | undefined): Quoting {
    const said =
      quotes === undefined ? undefined : conversations.wordsOfMessage(account, peer, quotes);
    const quote =
      said === undefined
        ? ""
        : shortened(maskSecrets(said).text.replaceAll(/\s+/g, " "), longestQuote);
    if (quote === "" || quotes === undefined) return {};
    const answers = conversations.turnOfMessage(account, peer, quotes);
    return { quote, ...(answers === undefined ? {} : { answers }) };
  }

  function mediaOf(
    sent: Extract<Sent, { is: "photo" | "voice" | "file" }>,
    peer: string,
    onPlatform: { readonly about?: CaseId } & Quoting,
  ): Kept {
    const { caption = "", album, name } = { ...alone, ...sent };
    const { text, found } = maskSecrets(caption, conversations.askedFor(account, peer));
    return {
      is: "media",
      form: sent.is,
      url: sent.url,
      caption: text,
      masked: [...found],
      ...(album === undefined ? {} : { album }),
      ...(name === undefined ? {} : { name: maskSecrets(name).text }),
      ...onPlatform,
    };
  }

  return {
    accept,
    resume() {
      for (const { peer, key, event, at } of store.handedOut(account)) {
        const kept = keptSchema.safeParse(JSON.parse(event));
        if (kept.success) wait(peer, key, at, kept.data);
        else store.dropHandedOut(account, key);
      }
    },
    settled: async () => {
      while (lanes.size > 0) await Promise.allSettled(lanes.values());
    },
  };
}

/** When it happened, as far as that can be believed: a repeated event is older than it comes. */
function timeOf({ timestamp }: OaEvent, now: number): number {
  const said = Number(timestamp);
  return Number.isFinite(said) && said > 0 ? Math.min(said, now) : now;
}
