/** Sends replies within Telegram's pace, and says of every failure what is to become of the reply. */
import type { AccountId, Instant } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import type { SendContext, Sender } from "../../conversations/ports.ts";
import type { Log } from "../../log.ts";
import type { DeliveryResult, Outgoing } from "../../store/replies.ts";
import { drawnInTime } from "../drawn-in-time.ts";
import type { Pace } from "../pace.ts";
import { underWay } from "../under-way.ts";
import type { BotApi } from "./bot-api.ts";
import type { Buttons } from "./buttons.ts";
import { keyboardOf, piecesOf, wordsOf } from "./compose.ts";
import { piecesOfReply } from "./pieces.ts";
import { pauseAfter, TelegramRefused, TelegramUnreached } from "./refusals.ts";
import { pieceSender } from "./send-piece.ts";

const patience = 20_000;
/** Longer than this, somebody else may use the place. */
const longestWait = 2000;
/** 1 s, 2 s, 4 s… up to five minutes: about a day in all. */
const longestPause = 300_000;
const mostAttempts = 295;
/** Messages of a case or of earlier questions whose buttons are taken off at once. */
const mostTidied = 5;

export interface SenderOptions {
  readonly account: AccountId;
  readonly api: BotApi;
  readonly buttons: Buttons;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends waits; what was not sent is tried after the next start. Calls under way go on. */
  readonly stop: AbortSignal;
}

export interface TelegramSender extends Sender {
  /** Resolves when no reply is under way. */
  settled(): Promise<void>;
}

export function telegramSender(options: SenderOptions): TelegramSender {
  const { account, api, buttons, pace, clock, log, stop } = options;
  const sendPiece = pieceSender(api);
  const sending = underWay();

  async function attempt(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    try {
      return await deliver(outgoing, about);
    } catch (error) {
      return resultOf(error, outgoing);
    }
  }

  async function deliver(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    const { peer, reply } = outgoing;
    const later: DeliveryResult = { kind: "again", at: clock.now() };
    const free = pace.freeAt(peer);
    if (free - clock.now() > longestWait) return { kind: "again", at: free };

    if (reply.replaces === true && reply.about !== undefined) {
      const [newest, ...older] = about.sentAbout(reply.about);
      if (newest !== undefined && !(await mayGo(peer))) return later;
      const done = newest !== undefined && (await replaced(outgoing, Number(newest)));
      for (const id of older.slice(0, mostTidied)) buttons.takeOff(peer, Number(id));
      if (done) return { kind: "sent", platformId: newest };
    }

    if (reply.recalls !== undefined) {
      const [first, ...further] = about.recalledIn(reply.recalls);
      if (first !== undefined && !(await mayGo(peer))) return later;
      for (const id of further) await removed(peer, Number(id));
      if (first !== undefined && (await replaced(outgoing, Number(first))))
        return { kind: "sent", platformId: first };
      if (first !== undefined) await removed(peer, Number(first));
    }

    const media = reply.media && about.media(reply.media.id);
    const picture =
      reply.media === undefined ? await drawnInTime(reply.screen, about, options) : undefined;
    const { turn } = reply.quote ?? {};
    const answers = turn === undefined ? undefined : about.messageIn(turn);
    const pieces = piecesOfReply(
      outgoing,
      { media, picture },
      answers === undefined ? undefined : Number(answers),
    );
    if (pieces === undefined) return { kind: "parked", why: "media-gone" };
    const out = about.piecesSent();
    let last = out.length === 0 ? undefined : Number(out.at(-1)?.platformId);
    for (const [index, piece] of pieces.entries()) {
      // Trying again, or after a crash, goes on behind what is out.
      if (index < out.length) continue;
      if (!(await mayGo(peer))) return later;
      last = await sendPiece(Number(peer), piece);
      // Of a reply that is one message, being sent says it all; of several, each may be answered.
      if (pieces.length > 1) about.pieceSent(index, [String(last)]);
    }
    if (reply.choices.length > 0) {
      const old = about.oldButtons().filter((id) => Number(id) !== last);
      for (const id of old.slice(0, mostTidied)) buttons.takeOff(peer, Number(id));
    }
    return last === undefined ? { kind: "sent" } : { kind: "sent", platformId: String(last) };
  }

  /** Waits for its turn; false when the program ends meanwhile. */
  async function mayGo(peer: string): Promise<boolean> {
    await pace.turn(peer, stop);
    return !stop.aborted;
  }

  /** Turns a message into this reply; false when that message can no longer be changed. */
  async function replaced({ peer, turn, reply }: Outgoing, message: number): Promise<boolean> {
    const words = wordsOf(reply);
    if (reply.media !== undefined || piecesOf(words).length > 1) {
      buttons.takeOff(peer, message);
      return false;
    }
    const keyboard = keyboardOf(turn, reply.choices);
    try {
      await api.ask(
        "editMessageText",
        {
          chat_id: Number(peer),
          message_id: message,
          text: words.text,
          entities: [...words.entities],
          link_preview_options: { is_disabled: true },
          ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
        },
        { within: patience },
      );
    } catch (error) {
      if (!(error instanceof TelegramRefused)) throw error;
      if (error.code === "message-not-found") return false;
      if (error.code === "not-editable") {
        buttons.takeOff(peer, message);
        return false;
      }
      if (error.code !== "not-modified") throw error;
    }
    if (keyboard === undefined) buttons.areGone(peer, message);
    return true;
  }

  /** Gone where Telegram still lets a bot do so; older than two days it stays, and the line below says so. */
  async function removed(peer: string, message: number): Promise<void> {
    try {
      await api.ask(
        "deleteMessage",
        { chat_id: Number(peer), message_id: message },
        { within: patience },
      );
    } catch (error) {
      if (!(error instanceof TelegramRefused)) throw error;
    }
  }

  function resultOf(error: unknown, { peer, attempts, turn, position }: Outgoing): DeliveryResult {
    const now = clock.now();
    if (error instanceof TelegramUnreached) return again(error.code, attempts, now);
    if (!(error instanceof TelegramRefused)) {
      log.error({ err: error, turn, position }, "sending failed by our own mistake");
      return { kind: "parked", why: "our-mistake" };
    }
    if (error.code === "too-many-requests") {
      const at = now + (error.retryAfter ?? pauseBefore(attempts));
      pace.pause(peer, at);
      return attempts < mostAttempts ? { kind: "again", at } : { kind: "parked", why: error.code };
    }
    // Somebody has to mend the setting; the replies keep until then.
    if (error.code === "wrong-token") return again(error.code, Math.max(attempts, 6), now);
    log.warn({ why: error.code, turn, position }, "reply refused");
    const gone = nobodyThere.has(error.code);
    return { kind: "parked", why: error.code, ...(gone ? { unreachable: true } : {}) };
  }

  return {
    account,
    channel: "telegram",
    send: (outgoing, about) => sending.follow(attempt(outgoing, about)),
    settled: sending.settled,
  };
}

const nobodyThere: ReadonlySet<string> = new Set([
  "blocked",
  "deactivated",
  "forbidden",
  "chat-not-found",
]);

function again(why: string, attempts: number, now: Instant): DeliveryResult {
  if (attempts >= mostAttempts) return { kind: "parked", why };
  return { kind: "again", at: now + pauseBefore(attempts) };
}

const pauseBefore = (attempts: number): number => pauseAfter(attempts + 1, longestPause);
