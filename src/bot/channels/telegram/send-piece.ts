/** One call that puts a message into a chat. */
import type { InlineKeyboardMarkup, MessageEntity } from "telegraf/types";
import type { BotApi } from "./bot-api.ts";
import type { Piece } from "./pieces.ts";
import { TelegramRefused } from "./refusals.ts";
import type { Shipment } from "./shipment.ts";

const patience = 20_000;
const patienceWithFile = { within: 90_000 };
/** Pictures of screens are some hundred; their older versions fall out. */
const mostRemembered = 2000;

interface Captioned {
  readonly chat_id: number;
  caption?: string;
  caption_entities?: MessageEntity[];
  reply_markup?: InlineKeyboardMarkup;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
}

/** Sends a piece and gives the number of its message. */
export type SendPiece = (chat: number, piece: Piece) => Promise<number>;

export function pieceSender(api: BotApi): SendPiece {
  /** Pictures Telegram has already: their address there, by what they show. */
  const uploaded = new Map<string, string>();

  async function sendPiece(chat: number, piece: Piece): Promise<number> {
    const markup = piece.keyboard === undefined ? {} : { reply_markup: piece.keyboard };
    const pointing =
      piece.answers === undefined
        ? {}
        : {
            reply_parameters: {
              message_id: piece.answers,
              allow_sending_without_reply: true as const,
            },
          };
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
          ...pointing,
          ...markup,
        },
        { within: patience },
      );
      return sent.message_id;
    }
    return await sendFile(piece.shipment, {
      chat_id: chat,
      ...(text === "" ? {} : { caption: text }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
      ...pointing,
      ...markup,
    });
  }

  async function sendFile(shipment: Shipment, captioned: Captioned): Promise<number> {
    const file = { source: Buffer.from(shipment.bytes), filename: shipment.filename };
    switch (shipment.as) {
      case "voice": {
        const sent = await api.ask("sendVoice", { ...captioned, voice: file }, patienceWithFile);
        return sent.message_id;
      }
      case "document": {
        const asked = { ...captioned, document: file };
        return (await api.ask("sendDocument", asked, patienceWithFile)).message_id;
      }
      case "photo":
        try {
          return await sendPhoto(shipment, file, captioned);
        } catch (error) {
          // Too long, too narrow, or of a kind Telegram cannot draw: then as a plain file.
          if (!(error instanceof TelegramRefused) || error.code !== "picture-refused") throw error;
          return await sendFile({ ...shipment, as: "document" }, captioned);
        }
    }
  }

  /** Carried up once; from then on Telegram is told which one we mean. */
  async function sendPhoto(
    { knownAs }: Shipment,
    file: { readonly source: Buffer; readonly filename: string },
    captioned: Captioned,
  ): Promise<number> {
    const there = knownAs === undefined ? undefined : uploaded.get(knownAs);
    if (knownAs !== undefined && there !== undefined) {
      try {
        const asked = { ...captioned, photo: there };
        return (await api.ask("sendPhoto", asked, { within: patience })).message_id;
      } catch (error) {
        if (!(error instanceof TelegramRefused) || error.code !== "file-not-found") throw error;
        uploaded.delete(knownAs);
      }
    }
    const sent = await api.ask("sendPhoto", { ...captioned, photo: file }, patienceWithFile);
    const largest = sent.photo.at(-1)?.file_id;
    if (knownAs !== undefined && largest !== undefined) remember(knownAs, largest);
    return sent.message_id;
  }

  function remember(knownAs: string, id: string): void {
    uploaded.set(knownAs, id);
    for (const oldest of uploaded.keys()) {
      if (uploaded.size <= mostRemembered) break;
      uploaded.delete(oldest);
    }
  }

  return sendPiece;
}
