/** What an update of Telegram is to us. Looks only; asks nobody and writes nothing. */
import type { Context } from "telegraf";
import { message } from "telegraf/filters";
import type { Message, PhotoSize, Update } from "telegraf/types";
import { z } from "zod";
import type { InboundOf } from "../../../flows/index.ts";
import { mayBeCarried } from "../fetched.ts";
import { type Command, commandIn, invitationIn } from "./commands.ts";
import { type Pressed, pressedIn } from "./compose.ts";

/** Telegram is asked for these and for nothing else. */
export const wanted = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

const largestFile = 10 * 1024 * 1024;

const chat = z.looseObject({ id: z.int(), type: z.string() });
const person = z.looseObject({ id: z.int() });
const file = z.looseObject({ file_id: z.string().min(1), file_size: z.number().optional() });
const named = file.extend({ mime_type: z.string().optional(), file_name: z.string().optional() });
const messageSchema = z.looseObject({
  message_id: z.int(),
  chat,
  from: person.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  photo: z
    .array(file.extend({ width: z.number(), height: z.number() }))
    .min(1)
    .optional(),
  voice: file.optional(),
  document: named.optional(),
  audio: named.optional(),
  contact: z.looseObject({ phone_number: z.string() }).optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  reply_to_message: z
    .looseObject({
      message_id: z.int(),
      text: z.string().optional(),
      caption: z.string().optional(),
    })
    .optional(),
});
const updateSchema = z.looseObject({
  update_id: z.int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: z
    .looseObject({
      id: z.string().min(1),
      from: person,
      data: z.string().optional(),
      message: z.looseObject({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) })
    .optional(),
});

/** The update, where everything we read of it has the shape Telegram documents. */
export function checkedUpdate(raw: unknown): Update | undefined {
  const checked = updateSchema.safeParse(raw);
  return checked.success ? (raw as Update) : undefined;
}

/** The number of an update that may otherwise be broken. */
export function numberOf(raw: unknown): number | undefined {
  const numbered = z.looseObject({ update_id: z.int() }).safeParse(raw);
  return numbered.success ? numbered.data.update_id : undefined;
}

/** The chat whose order an update belongs to; the empty one for updates of no chat. */
export function chatOf(raw: unknown): string {
  const checked = updateSchema.safeParse(raw);
  if (!checked.success) return "";
  const { message: sent, callback_query: press, my_chat_member: membership } = checked.data;
  const said = sent ?? checked.data.edited_message;
  const id = (said ?? press?.message ?? membership)?.chat.id ?? press?.from.id;
  return id === undefined ? "" : String(id);
}

/** A file to be fetched. */
export interface Wanted {
  readonly id: string;
  readonly size: number | undefined;
}

/** What a person sent. */
export type Sent =
  | { readonly is: "words"; readonly text: string }
  | { readonly is: "join"; readonly code: string }
  | {
      readonly is: "command";
      readonly command: Command;
      readonly payload?: string;
      /** Everything that stood behind it, which is read by nobody but may hold a secret. */
      readonly rest: string;
    }
  | {
      readonly is: "photo";
      readonly file: Wanted;
      readonly caption: string;
      readonly album?: string;
    }
  | { readonly is: "voice"; readonly file: Wanted }
  /** Picked as a file, which may be a picture or a recording all the same. */
  | {
      readonly is: "file";
      readonly file: Wanted;
      readonly name: string;
      readonly caption: string;
      readonly album?: string;
    }
  | { readonly is: "location"; readonly latitude: number; readonly longitude: number }
  /** What stands now in a message sent earlier. */
  | { readonly is: "edited"; readonly text: string }
  /** A telephone number from the address book. */
  | { readonly is: "contact"; readonly number: string }
  | { readonly is: "unreadable"; readonly what: InboundOf<"unreadable">["what"] };

export type Read =
  /** Happened in a private chat. */
  | {
      readonly is: "sent";
      readonly peer: string;
      readonly message: number;
      readonly answers?: { readonly message: number; readonly text: string };
      readonly sent: Sent;
    }
  | {
      readonly is: "pressed";
      readonly peer: string;
      readonly query: string;
      /** Nothing below messages too old for Telegram to show. */
      readonly message?: number;
      readonly pressed: Pressed | undefined;
    }
  /** Happened in a group or a channel; `query` where a button turns. */
  | {
      readonly is: "elsewhere";
      readonly chat: string;
      readonly left: boolean;
      readonly query?: string;
    }
  | { readonly is: "blocked" | "unblocked" }
  | { readonly is: "nothing" };

/** Undefined where the update is not as Telegram documents it after all. */
export function readUpdate(ctx: Context): Read | undefined {
  try {
    return readKnown(ctx);
  } catch {
    return undefined;
  }
}

function readKnown(ctx: Context): Read {
  if (ctx.callbackQuery !== undefined) return readPress(ctx.callbackQuery);
  if (ctx.myChatMember !== undefined) {
    const { chat, new_chat_member: now } = ctx.myChatMember;
    const gone = now.status === "kicked" || now.status === "left";
    if (chat.type === "private") return { is: gone ? "blocked" : "unblocked" };
    return { is: "elsewhere", chat: String(chat.id), left: gone };
  }
  if (ctx.editedMessage !== undefined) return readEdited(ctx.editedMessage);
  if (ctx.message === undefined) return { is: "nothing" };
  const { chat, message_id: id } = ctx.message;
  if (chat.type !== "private") return { is: "elsewhere", chat: String(chat.id), left: false };
  const sent = readMessage(ctx);
  if (sent === undefined) return { is: "nothing" };
  const answered = "reply_to_message" in ctx.message ? ctx.message.reply_to_message : undefined;
  return {
    is: "sent",
    peer: String(chat.id),
    message: id,
    sent,
    ...(answered === undefined
      ? {}
      : { answers: { message: answered.message_id, text: textIn(answered) } }),
  };
}

const textIn = (of: object): string =>
  "text" in of && typeof of.text === "string"
    ? of.text
    : "caption" in of && typeof of.caption === "string"
      ? of.caption
      : "";

/** A changed message is read for what stands in it now; an invitation typed into it counts as nothing. */
function readEdited(edited: NonNullable<Context["editedMessage"]>): Read {
  const { chat, message_id: id } = edited;
  if (chat.type !== "private") return { is: "nothing" };
  const text = textIn(edited);
  if (text.trim() === "" || invitationIn(text) !== undefined) return { is: "nothing" };
  return { is: "sent", peer: String(chat.id), message: id, sent: { is: "edited", text } };
}

function readPress(query: NonNullable<Context["callbackQuery"]>): Read {
  const { id, from, message: under } = query;
  if (under !== undefined && under.chat.type !== "private") {
    return { is: "elsewhere", chat: String(under.chat.id), left: false, query: id };
  }
  return {
    is: "pressed",
    // A private chat has the number of the person in it.
    peer: String(under?.chat.id ?? from.id),
    query: id,
    ...(under === undefined ? {} : { message: under.message_id }),
    pressed: "data" in query ? pressedIn(query.data) : undefined,
  };
}

function readMessage(ctx: Context): Sent | undefined {
  if (ctx.has(message("text"))) return readText(ctx.message.text, ctx.me);
  if (ctx.has(message("photo"))) return readPhoto(ctx.message);
  if (ctx.has(message("voice"))) return { is: "voice", file: wantedFile(ctx.message.voice) };
  if (ctx.has(message("document"))) {
    // Animations are documents too.
    if ("animation" in ctx.message) return { is: "unreadable", what: "video" };
    return readFile(ctx.message, ctx.message.document);
  }
  if (ctx.has(message("audio"))) return readFile(ctx.message, ctx.message.audio);
  // A place of business is no place somebody is at.
  if (ctx.has(message("location")) && !("venue" in ctx.message)) {
    const { latitude, longitude } = ctx.message.location;
    return { is: "location", latitude, longitude };
  }
  if (ctx.has(message("contact"))) {
    return { is: "contact", number: ctx.message.contact.phone_number };
  }
  const found = unreadables.find(([key]) => key in (ctx.message ?? {}));
  return found === undefined ? undefined : { is: "unreadable", what: found[1] };
}

/** What carries a message we cannot read, by Telegram's name for it; all else is Telegram's own notice. */
const unreadables: ReadonlyArray<readonly [string, InboundOf<"unreadable">["what"]]> = [
  ["sticker", "sticker"],
  ["video", "video"],
  ["video_note", "video"],
  ["animation", "video"],
  ["location", "location"],
  ["venue", "location"],
  ["poll", "other"],
  ["dice", "other"],
  ["game", "other"],
  ["story", "other"],
  ["paid_media", "other"],
  ["checklist", "other"],
  ["rich_message", "other"],
  ["invoice", "other"],
  ["gift", "other"],
];

function readText(text: string, botName: string): Sent {
  if (text.trim() === "") return { is: "unreadable", what: "empty" };
  const code = invitationIn(text);
  const commanded = commandIn(text, botName);
  if (commanded === undefined) {
    return code === undefined ? { is: "words", text } : { is: "join", code };
  }
  const { command, rest } = commanded;
  if (code !== undefined) return { is: "join", code };
  // Links carry these letters only; whatever else stands behind /start was typed and is not kept.
  const fromLink = command === "start" && /^[A-Za-z0-9_-]{1,64}$/.test(rest);
  return { is: "command", command, rest, ...(fromLink ? { payload: rest } : {}) };
}

function readFile(
  { caption = "", media_group_id: album }: Message.CaptionableMessage & Message.MediaMessage,
  sent: Message.DocumentMessage["document"] | Message.AudioMessage["audio"],
): Sent {
  const { mime_type: type = "", file_name: name = "" } = sent;
  if (!mayBeCarried(type, name)) return { is: "unreadable", what: "file" };
  return {
    is: "file",
    file: wantedFile(sent),
    name,
    caption,
    ...(album === undefined ? {} : { album }),
  };
}

function readPhoto(sent: Message.PhotoMessage): Sent {
  const { photo, caption = "", media_group_id: album } = sent;
  const largestFirst = photo.toSorted((a, b) => areaOf(b) - areaOf(a));
  const fitting = largestFirst.find(({ file_size: size = 0 }) => size <= largestFile);
  const chosen = fitting ?? largestFirst[0];
  if (chosen === undefined) return { is: "unreadable", what: "other" };
  return {
    is: "photo",
    file: wantedFile(chosen),
    caption,
    ...(album === undefined ? {} : { album }),
  };
}

const areaOf = ({ width, height }: PhotoSize): number => width * height;

const wantedFile = ({
  file_id: id,
  file_size: size,
}: {
  readonly file_id: string;
  readonly file_size?: number;
}): Wanted => ({ id, size });
