/** What an event of Zalo's bot platform is to us. Looks only; asks nobody and writes nothing. */
import { z } from "zod";
import type { InboundOf } from "../../../../flows/index.ts";
import { commandIn, joinCodeIn } from "../../../conversations/commands.ts";

/** What a person sent, before secrets are masked. */
export type Sent =
  | { readonly is: "words"; readonly text: string }
  | { readonly is: "join"; readonly code: string }
  | { readonly is: "command"; readonly command: InboundOf<"command"> }
  | { readonly is: "photo"; readonly address: string; readonly caption: string }
  | { readonly is: "voice"; readonly address: string }
  | { readonly is: "unreadable"; readonly what: InboundOf<"unreadable">["what"] };

export type Read =
  | { readonly is: "sent"; readonly peer: string; readonly key: string; readonly sent: Sent }
  | { readonly is: "in-a-group"; readonly chat: string }
  /** From a bot, or of a kind that is none of a person's doing. */
  | { readonly is: "nothing" }
  | { readonly is: "broken" };

/** Ids are strings; a number would have lost its last digits already. */
const id = z.string().min(1);
const address = z.string().min(1).optional();
const messageSchema = z.looseObject({
  message_id: id,
  from: z.looseObject({ id, is_bot: z.boolean().optional() }).optional(),
  chat: z.looseObject({ id, chat_type: z.string().optional() }),
  text: z.string().optional(),
  caption: z.string().optional(),
  // The documentation says `photo`, what really comes says `photo_url`.
  photo_url: address,
  photo: address,
  voice_url: address,
});
const eventSchema = z.looseObject({ event_name: z.string(), message: z.unknown().optional() });
/** The documentation wraps a pushed event like an answer, what is really pushed is bare. */
const wrapped = z.looseObject({ ok: z.literal(true), result: z.unknown() });

export function readEvent(raw: unknown): Read {
  const outer = wrapped.safeParse(raw);
  const event = eventSchema.safeParse(
    outer.success && outer.data.result !== undefined ? outer.data.result : raw,
  );
  if (!event.success) return { is: "broken" };
  if (!event.data.event_name.startsWith("message.")) return { is: "nothing" };
  const message = messageSchema.safeParse(event.data.message);
  if (!message.success) return { is: "broken" };
  const { chat, from, message_id: key } = message.data;
  if (from?.is_bot === true) return { is: "nothing" };
  if (chat.chat_type !== undefined && chat.chat_type.toUpperCase() !== "PRIVATE") {
    return { is: "in-a-group", chat: chat.id };
  }
  const sent = readMessage(event.data.event_name, message.data);
  if (sent === undefined) return { is: "nothing" };
  return { is: "sent", peer: chat.id, key: `${chat.id}/${key}`, sent };
}

function readMessage(name: string, message: z.infer<typeof messageSchema>): Sent | undefined {
  switch (name) {
    case "message.text.received":
      return readText((message.text ?? "").normalize("NFC"));
    case "message.image.received": {
      const picture = message.photo_url ?? message.photo;
      return picture === undefined
        ? { is: "unreadable", what: "other" }
        : { is: "photo", address: picture, caption: (message.caption ?? "").normalize("NFC") };
    }
    case "message.voice.received":
      return message.voice_url === undefined
        ? { is: "unreadable", what: "other" }
        : { is: "voice", address: message.voice_url };
    case "message.sticker.received":
      return { is: "unreadable", what: "sticker" };
    // Stands for files, places, contacts, films, some links; it does not say which.
    case "message.unsupported.received":
      return { is: "unreadable", what: "other" };
    default:
      return undefined;
  }
}

function readText(text: string): Sent {
  if (text.trim() === "") return { is: "unreadable", what: "empty" };
  const code = joinCodeIn(text);
  if (code !== undefined) return { is: "join", code };
  const command = commandIn(text);
  return command === undefined ? { is: "words", text } : { is: "command", command };
}
