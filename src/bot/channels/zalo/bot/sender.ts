/** Sends replies within Zalo's pace and the month's allowance, and says of every failure what becomes of it. */
import type { AccountId, Instant, Reply } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import { adtsOf } from "../../../conversations/media/aac-adts.ts";
import type { LentLinks, SendContext, Sender } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import type { DeliveryResult, Outgoing } from "../../../store/replies.ts";
import type { Store } from "../../../store/store.ts";
import { drawnInTime } from "../../drawn-in-time.ts";
import type { Pace } from "../../pace.ts";
import { underWay } from "../../under-way.ts";
import type { Allowance } from "../allowance.ts";
import { longestText } from "../text-pieces.ts";
import type { ZaloBotApi } from "./bot-api.ts";
import { type Piece, piecesOfReply } from "./pieces.ts";
import { pauseAfter, type Refusal, ZaloBotRefused, ZaloBotUnreached } from "./refusals.ts";

const patience = 20_000;
/** Zalo fetches the picture before it answers; a running bot has seen that take over two minutes. */
const patienceWithFile = 150_000;
/** Longer than this, somebody else may use the place. */
const longestWait = 2000;
const longestPause = 300_000;
/** Up to five minutes apart: about a day in all. */
const mostAttempts = 295;
/** "Too many" has no end that anybody states: the month may be used up on their side. */
const mostWhenTooMany = 40;
/** What is said in words instead. */
const mediaRefusals: ReadonlySet<Refusal> = new Set(["picture-refused", "voice-refused"]);

export interface SenderOptions {
  readonly account: AccountId;
  readonly api: ZaloBotApi;
  readonly pace: Pace;
  readonly allowance: Allowance;
  readonly links: LentLinks;
  readonly store: Pick<Store, "channelRefused" | "loseOpenSendings">;
  readonly clock: Clock;
  readonly log: Log;
  /** Between 0 and 1, so that many waits do not end at once. */
  readonly chance: () => number;
  /** Ends waits; what was not sent is tried after the next start. Calls under way go on. */
  readonly stop: AbortSignal;
}

export interface ZaloBotSender extends Sender {
  /** Resolves when no reply is under way. */
  settled(): Promise<void>;
}

export function zaloBotSender(options: SenderOptions): ZaloBotSender {
  const { account, api, pace, allowance, links, clock, log, stop } = options;
  /** How many pieces of a reply are out, so that trying again does not repeat them. */
  const begun = new Map<string, number>();
  /** Replies whose last attempt may have arrived: they are sent once more, and then never again. */
  const doubtful = new Set<string>();
  /** Replies a gateway did not pass on, as far as it knows. */
  const notPassedOn = new Set<string>();
  /** Pictures and recordings Zalo would not take: said in words from then on. */
  const unwanted = new Map<string, number>();
  const sending = underWay();

  async function attempt(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    const key = `${outgoing.conversation}/${outgoing.turn}/${outgoing.position}`;
    let result: DeliveryResult;
    try {
      result = await deliver(outgoing, about, key);
    } catch (error) {
      result = resultOf(error, outgoing, key);
    }
    if (result.kind === "parked") options.store.channelRefused(account, result.why, clock.now());
    if (result.kind !== "again") {
      begun.delete(key);
      doubtful.delete(key);
      notPassedOn.delete(key);
      unwanted.delete(key);
    }
    return result;
  }

  async function deliver(
    outgoing: Outgoing,
    about: SendContext,
    key: string,
  ): Promise<DeliveryResult> {
    const { peer } = outgoing;
    // What is left of the month is for answers.
    if (outgoing.reply.nudge === true && allowance.low("messages"))
      return { kind: "parked", why: "nudge-spared" };
    const free = pace.freeAt(peer);
    if (free - clock.now() > longestWait) return { kind: "again", at: free };
    // Sent into a platform that is down, the one repetition would be lost, and every one counts: first see that it answers.
    if ((doubtful.has(key) || notPassedOn.has(key)) && !(await answers()))
      return again("silent", outgoing.attempts, clock.now());

    const also = outgoing.late === true ? lateBehind(outgoing, about.waiting()) : [];
    const reply = said(outgoing, also);
    const media = reply.media && about.media(reply.media.id);
    const picture =
      reply.media === undefined ? await drawnInTime(reply.screen, about, options) : undefined;
    const playable = media?.form === "voice" && adtsOf(media.bytes) !== undefined;
    const pieces = piecesOfReply(
      reply,
      { media, picture, playable },
      { language: about.language, links },
    );
    if (pieces === undefined) return { kind: "parked", why: "media-gone" };
    let left: readonly Piece[] = inWords(pieces, unwanted.get(key)).slice(begun.get(key) ?? 0);
    let last: string | undefined;
    for (let piece = left[0]; piece !== undefined; piece = left[0]) {
      if (allowance.left("messages") === 0) return { kind: "parked", why: "allowance-used-up" };
      await pace.turn(peer, stop);
      if (stop.aborted) return { kind: "again", at: clock.now() };
      const sending = about.sendingBegins();
      try {
        last = await call(peer, piece);
      } catch (error) {
        if (error instanceof ZaloBotUnreached && error.perhapsCounted) {
          sending.lost();
          perhapsSent();
        } else sending.refused();
        if (!(error instanceof ZaloBotRefused) || !mediaRefusals.has(error.code)) throw error;
        // The words matter more than the picture: from here on they go alone.
        log.warn({ why: error.code }, "said in words instead");
        options.store.channelRefused(account, error.code, clock.now());
        unwanted.set(key, begun.get(key) ?? 0);
        left = inWords(left, 0);
        continue;
      }
      sending.taken();
      allowance.count("outbound");
      begun.set(key, (begun.get(key) ?? 0) + 1);
      doubtful.delete(key);
      notPassedOn.delete(key);
      left = left.slice(1);
    }
    return {
      kind: "sent",
      ...(last === undefined ? {} : { platformId: last }),
      ...(also.length === 0
        ? {}
        : { also: also.map(({ turn, position }) => ({ turn, position })) }),
    };
  }

  function perhapsSent(): void {
    allowance.count("outbound");
    allowance.count("perhaps");
  }

  async function answers(): Promise<boolean> {
    try {
      await api.me({ within: patience, stop });
      return true;
    } catch (error) {
      if (error instanceof ZaloBotUnreached) return false;
      throw error;
    }
  }

  function call(peer: string, piece: Piece): Promise<string | undefined> {
    switch (piece.is) {
      case "text":
        return api.send("sendMessage", { chat_id: peer, text: piece.text }, { within: patience });
      case "photo":
        return api.send(
          "sendPhoto",
          {
            chat_id: peer,
            photo: piece.address,
            ...(piece.caption === "" ? {} : { caption: piece.caption }),
          },
          { within: patienceWithFile },
        );
      case "voice":
        return api.send(
          "sendVoice",
          { chat_id: peer, voice_url: piece.address },
          { within: patienceWithFile },
        );
    }
  }

  function resultOf(
    error: unknown,
    { attempts, turn, position, peer }: Outgoing,
    key: string,
  ): DeliveryResult {
    const now = clock.now();
    if (error instanceof ZaloBotUnreached) {
      if (error.perhapsCounted) notPassedOn.add(key);
      if (!error.uncertain) return again(error.code, attempts, now);
      if (doubtful.has(key)) return { kind: "parked", why: "uncertain" };
      doubtful.add(key);
      return again(error.code, Math.max(attempts, 3), now);
    }
    if (!(error instanceof ZaloBotRefused)) {
      log.error({ err: error, turn, position }, "sending failed by our own mistake");
      return { kind: "parked", why: "our-mistake" };
    }
    options.store.channelRefused(account, error.code, now);
    if (error.code === "too-many-requests") {
      const at = now + jittered(pauseAfter(attempts + 2, longestPause), options.chance());
      pace.pause(peer, at);
      return attempts < mostWhenTooMany
        ? { kind: "again", at }
        : { kind: "parked", why: error.code };
    }
    // Somebody has to mend the setting; the replies keep until then.
    if (error.code === "wrong-token") return again(error.code, Math.max(attempts, 6), now);
    // Said to be the server's own trouble by some, a closed door by others: once more tells.
    if (error.code === "forbidden" && attempts === 0) return again(error.code, 4, now);
    log.warn({ why: error.code, turn, position }, "reply refused");
    const gone = error.code === "chat-not-found" || error.code === "forbidden";
    return { kind: "parked", why: error.code, ...(gone ? { unreachable: true } : {}) };
  }

  // What an earlier life was sending when it ended.
  for (const _ of options.store.loseOpenSendings(account)) perhapsSent();

  return {
    account,
    channel: "zalo-bot",
    send: (outgoing, about) => sending.follow(attempt(outgoing, about)),
    settled: sending.settled,
  };
}

/** What somebody wrote while a month was used up goes out as one message, as far as it fits. */
function lateBehind(first: Outgoing, waiting: readonly Outgoing[]): readonly Outgoing[] {
  const plain = ({ reply }: Outgoing): boolean =>
    reply.media === undefined && reply.screen === undefined && reply.choices.length === 0;
  if (!plain(first)) return [];
  const behind = waiting.filter(({ seq }) => seq > first.seq);
  const end = behind.findIndex(
    (each) => each.late !== true || !plain(each) || !isOfSame(first.reply, each.reply),
  );
  const joined = end < 0 ? behind : behind.slice(0, end);
  return said(first, joined).text.length <= longestText ? joined : [];
}

const isOfSame = (a: Reply, b: Reply): boolean =>
  a.about === b.about && JSON.stringify(a.from) === JSON.stringify(b.from);

const said = ({ reply }: Outgoing, also: readonly Outgoing[]): Reply =>
  also.length === 0
    ? reply
    : {
        ...reply,
        text: [reply, ...also.map((each) => each.reply)].map(({ text }) => text).join("\n\n"),
      };

/** With the piece that was not wanted said in words already, if an earlier attempt got that far. */
function inWords(pieces: readonly Piece[], at: number | undefined): readonly Piece[] {
  return pieces.flatMap((piece, k): readonly Piece[] =>
    k === at && piece.is !== "text"
      ? piece.otherwise.map((text) => ({ is: "text", text }))
      : [piece],
  );
}

function again(why: string, attempts: number, now: Instant): DeliveryResult {
  if (attempts >= mostAttempts) return { kind: "parked", why };
  return { kind: "again", at: now + pauseAfter(attempts + 1, longestPause) };
}

/** Between three quarters and five quarters of it. */
const jittered = (pause: number, chance: number): number => Math.round(pause * (0.75 + chance / 2));
