/** Sends replies, whole and in pieces, and says of every failure what is to become of the reply. */
import type { InlineKeyboardMarkup, MessageEntity, Opts } from "telegraf/types";
import type { AccountId, Instant } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import type { SendContext, Sender } from "../../conversations/ports.ts";
import type { Log } from "../../log.ts";
import type { DeliveryResult, Outgoing } from "../../store/store.ts";
import type { BotApi } from "./bot-api.ts";
import type { Buttons } from "./buttons.ts";
import {
  fitsCaption,
  keyboardOf,
  longestCaption,
  longestText,
  piecesOf,
  type Words,
  wordsOf,
} from "./compose.ts";
import type { Pace } from "./pace.ts";
import { TelegramRefused, TelegramUnreached } from "./refusals.ts";
import { type Shipment, shipmentOf } from "./shipment.ts";

const patience = 20_000;
const patienceWithFile = 90_000;
/** Longer than this, somebody else may use the place. */
const longestWait = 10_000;
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
  /** Ends waits and calls; what was not sent is tried after the next start. */
  readonly stop: AbortSignal;
}

/** One call. A reply is one of these, or several in order. */
type Piece =
  | { readonly is: "text"; readonly words: Words; readonly keyboard?: InlineKeyboardMarkup }
  | {
      readonly is: "file";
      readonly shipment: Shipment;
      readonly words: Words;
      readonly keyboard?: InlineKeyboardMarkup;
    };

export function telegramSender(options: SenderOptions): Sender {
  const { account, api, buttons, pace, clock, log, stop } = options;
  /** How many pieces of a reply are out, so that trying again does not repeat them. */
  const begun = new Map<string, number>();

  async function send(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    const key = `${outgoing.conversation}/${outgoing.turn}/${outgoing.position}`;
    try {
      const result = await deliver(outgoing, about, key);
      if (result.kind !== "again") begun.delete(key);
      return result;
    } catch (error) {
      const result = resultOf(error, outgoing);
      if (result.kind !== "again") begun.delete(key);
      return result;
    }
  }

  async function deliver(
    outgoing: Outgoing,
    about: SendContext,
    key: string,
  ): Promise<DeliveryResult> {
    const { peer, reply } = outgoing;
    const free = pace.freeAt(peer);
    if (free - clock.now() > longestWait) return { kind: "again", at: free };

    if (reply.replaces === true && reply.about !== undefined) {
      const [newest, ...older] = about.sentAbout(reply.about);
      const done = newest !== undefined && (await replaced(outgoing, Number(newest)));
      for (const id of older.slice(0, mostTidied)) buttons.takeOff(peer, Number(id));
      if (done) return { kind: "sent", platformId: newest };
    }

    const pieces = piecesOfReply(outgoing, about);
    if (pieces === undefined) return { kind: "parked", why: "media-gone" };
    let last: number | undefined;
    for (const piece of pieces.slice(begun.get(key) ?? 0)) {
      await pace.turn(peer, stop);
      if (stop.aborted) return { kind: "again", at: clock.now() };
      last = await sendPiece(Number(peer), piece);
      begun.set(key, (begun.get(key) ?? 0) + 1);
    }
    if (reply.choices.length > 0) {
      const old = about.oldButtons().filter((id) => Number(id) !== last);
      for (const id of old.slice(0, mostTidied)) buttons.takeOff(peer, Number(id));
    }
    return last === undefined ? { kind: "sent" } : { kind: "sent", platformId: String(last) };
  }

  /** Turns a message into this reply; false when that message can no longer be changed. */
  async function replaced({ peer, turn, reply }: Outgoing, message: number): Promise<boolean> {
    const words = wordsOf(reply);
    if (reply.media !== undefined || piecesOf(words).length > 1) {
      buttons.takeOff(peer, message);
      return false;
    }
    const keyboard = keyboardOf(turn, reply.choices);
    await pace.turn(peer, stop);
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
        { within: patience, stop },
      );
    } catch (error) {
      if (!(error instanceof TelegramRefused)) throw error;
      switch (error.code) {
        case "not-modified":
          break;
        case "message-not-found":
          return false;
        case "not-editable":
        case "text-too-long":
          buttons.takeOff(peer, message);
          return false;
        default:
          throw error;
      }
    }
    if (keyboard === undefined) buttons.areGone(peer, message);
    return true;
  }

  function piecesOfReply(
    { turn, reply }: Outgoing,
    about: SendContext,
  ): readonly Piece[] | undefined {
    const words = wordsOf(reply);
    const keyboard = keyboardOf(turn, reply.choices);
    const below = keyboard === undefined ? {} : { keyboard };
    const media = reply.media && about.media(reply.media.id);
    if (media === undefined) {
      // Erased or dropped meanwhile: what was written with it is still worth reading.
      if (reply.media !== undefined && reply.text.trim() === "") return undefined;
      return texts(piecesOf(words), below);
    }
    const shipment = shipmentOf(media);
    if (fitsCaption(words)) return [{ is: "file", shipment, words, ...below }];
    const header = wordsOf({ from: reply.from, text: "" });
    const captioned = piecesOf(header, longestCaption)[0] ?? header;
    const body = piecesOf({ text: reply.text, entities: [] }, longestText);
    return [{ is: "file", shipment, words: captioned }, ...texts(body, below)];
  }

  const texts = (
    pieces: readonly Words[],
    below: { readonly keyboard?: InlineKeyboardMarkup },
  ): readonly Piece[] =>
    pieces.map((words, index) => ({
      is: "text" as const,
      words,
      ...(index === pieces.length - 1 ? below : {}),
    }));

  async function sendPiece(chat: number, piece: Piece): Promise<number> {
    const markup = piece.keyboard === undefined ? {} : { reply_markup: piece.keyboard };
    const { text } = piece.words;
    const entities = [...piece.words.entities];
    if (piece.is === "text") {
      const sent = await api.ask(
        "sendMessage",
        {
          chat_id: chat,
          text,
          ...(entities.length === 0 ? {} : { entities }),
          link_preview_options: { is_disabled: true },
          ...markup,
        },
        { within: patience, stop },
      );
      return sent.message_id;
    }
    const captioned = {
      ...(text === "" ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
      ...markup,
    };
    return await sendFile(chat, piece.shipment, captioned);
  }

  async function sendFile(
    chat: number,
    { as, bytes, filename }: Shipment,
    captioned: {
      caption?: string;
      caption_entities?: MessageEntity[];
      reply_markup?: InlineKeyboardMarkup;
    },
  ): Promise<number> {
    const file = { source: Buffer.from(bytes), filename };
    const common: Pick<Opts<"sendDocument">, "chat_id"> & typeof captioned = {
      chat_id: chat,
      ...captioned,
    };
    const limits = { within: patienceWithFile, stop };
    switch (as) {
      case "voice":
        return (await api.ask("sendVoice", { ...common, voice: file }, limits)).message_id;
      case "document":
        return (await api.ask("sendDocument", { ...common, document: file }, limits)).message_id;
      case "photo":
        try {
          return (await api.ask("sendPhoto", { ...common, photo: file }, limits)).message_id;
        } catch (error) {
          // Too long, too narrow, or of a kind Telegram cannot draw: then as a plain file.
          if (!(error instanceof TelegramRefused) || error.code !== "picture-refused") throw error;
          return await sendFile(chat, { as: "document", bytes, filename }, captioned);
        }
    }
  }

  function resultOf(error: unknown, { peer, attempts, turn, position }: Outgoing): DeliveryResult {
    const now = clock.now();
    if (error instanceof TelegramUnreached) return again(error.code, attempts, now);
    if (!(error instanceof TelegramRefused)) {
      log.error({ err: error, turn, position }, "sending failed by our own mistake");
      return { kind: "parked", why: "our-mistake" };
    }
    switch (error.code) {
      case "too-many-requests": {
        const at = now + (error.retryAfter ?? pauseBefore(attempts));
        pace.pause(peer, at);
        return attempts >= mostAttempts
          ? { kind: "parked", why: error.code }
          : { kind: "again", at };
      }
      // Somebody has to mend the setting; the replies keep until then.
      case "wrong-token":
        return again(error.code, Math.max(attempts, 6), now);
      default:
        log.warn({ why: error.code, turn, position }, "reply refused");
        return { kind: "parked", why: error.code };
    }
  }

  return { account, channel: "telegram", send };
}

function again(why: string, attempts: number, now: Instant): DeliveryResult {
  if (attempts >= mostAttempts) return { kind: "parked", why };
  return { kind: "again", at: now + pauseBefore(attempts) };
}

const pauseBefore = (attempts: number): number =>
  Math.min(longestPause, 1000 * 2 ** Math.min(20, attempts));
