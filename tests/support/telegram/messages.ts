import { type Call, listOf, numberOf, objectOf, textOf } from "./call.ts";
import {
  type Chat,
  type Chats,
  type Content,
  type Message,
  messageOnWire,
  type Wire,
  wordsOf,
} from "./chats.ts";
import { type Entity, type FormattedText, formattedText, lengthOf } from "./entities.ts";
import type { StoredFile } from "./files.ts";
import { type InlineRows, replyMarkup } from "./keyboards.ts";
import { musicFormat, oggSeconds, pictureFormat, pictureSize, voiceFormat } from "./media.ts";
import { badRequest, brokenRule, Refusal } from "./refusal.ts";
import { uploadNamed } from "./validate.ts";

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const LARGEST_PHOTO = 10 * 1024 * 1024;
const DELETABLE_FOR = 48 * 60 * 60 * 1000;

/** A file that a call puts into a message. */
interface Media {
  readonly type: string;
  readonly media: string;
  readonly caption?: string;
  readonly parse_mode?: string;
  readonly caption_entities?: readonly Entity[];
}

/** Everything the bot may do to the messages of a chat. */
export class Messages {
  readonly #chats: Chats;
  readonly #now: () => number;
  readonly #notice: (violation: string) => void;

  constructor(chats: Chats, now: () => number, notice: (violation: string) => void) {
    this.#chats = chats;
    this.#now = now;
    this.#notice = notice;
  }

  sendText(call: Call): Wire {
    const chat = this.#chats.writable(call.values.get("chat_id"));
    return this.#send(call, chat, { kind: "text", words: spoken(call) });
  }

  sendFile(call: Call, kind: "photo" | "voice" | "audio" | "document"): Wire {
    const chat = this.#chats.writable(call.values.get("chat_id"));
    const media = textOf(call, kind) ?? "";
    const words = caption(call);
    return this.#send(call, chat, this.#content(call, kind, media, words));
  }

  sendAlbum(call: Call): readonly Wire[] {
    const chat = this.#chats.writable(call.values.get("chat_id"));
    const items = listOf<Media>(call, "media") ?? [];
    if (items.length < 2 || items.length > 10) {
      throw brokenRule("wrong number of media: an album has 2 to 10 items");
    }
    const kinds = new Set(items.map((item) => item.type));
    if ((kinds.has("document") || kinds.has("audio")) && kinds.size > 1) {
      throw brokenRule("documents and audio can't be mixed with other media in an album");
    }
    const contents = items.map((item) => {
      const words = limited(
        formattedText(item.caption ?? "", item.parse_mode, item.caption_entities),
        LONGEST_CAPTION,
        "message caption is too long",
      );
      switch (item.type) {
        case "photo":
        case "audio":
        case "document":
          return this.#content(call, item.type, item.media, words);
        default:
          throw brokenRule(`media of type "${item.type}" is not emulated`);
      }
    });
    const replyTo = this.#replied(call, chat);
    const albumId = this.#chats.newAlbumId();
    return contents.map((content) =>
      messageOnWire(this.#chats.add(chat, this.#chats.bot, content, { albumId, replyTo })),
    );
  }

  copy(call: Call): Wire {
    const chat = this.#chats.writable(call.values.get("chat_id"));
    const source = this.#chats.addressed(call.values.get("from_chat_id"));
    const copied = present(source, numberOf(call, "message_id"), "message to copy not found");
    const words = call.values.has("caption") ? caption(call) : wordsOf(copied.content);
    const content =
      "words" in copied.content && copied.content.kind !== "text"
        ? { ...copied.content, words }
        : copied.content;
    return { message_id: this.#send(call, chat, content)["message_id"] };
  }

  editText(call: Call): Wire {
    const message = this.#editable(call);
    if (!call.values.has("text")) throw brokenRule("message text is empty");
    const words = spoken(call);
    if (message.content.kind !== "text") {
      throw badRequest("there is no text in the message to edit");
    }
    return this.#edit(call, message, { kind: "text", words });
  }

  editCaption(call: Call): Wire {
    const message = this.#editable(call);
    const words = caption(call);
    if (!("file" in message.content) || message.content.kind === "sticker") {
      throw badRequest("there is no caption in the message to edit");
    }
    return this.#edit(call, message, { ...message.content, words });
  }

  editButtons(call: Call): Wire {
    const message = this.#editable(call);
    return this.#edit(call, message, message.content);
  }

  delete(call: Call): true {
    const chat = this.#chats.addressed(call.values.get("chat_id"));
    if (chat.door !== "open") this.#chats.writable(chat.id);
    const message = present(chat, numberOf(call, "message_id"), "message to delete not found");
    if (this.#now() - message.sentAt >= DELETABLE_FOR) {
      throw badRequest("message can't be deleted");
    }
    this.#chats.delete(message);
    return true;
  }

  #send(call: Call, chat: Chat, content: Content): Wire {
    if (call.values.has("message_thread_id")) throw badRequest("message thread not found");
    const markup = replyMarkup(call.values.get("reply_markup"));
    const replyTo = this.#replied(call, chat);
    return messageOnWire(this.#chats.add(chat, this.#chats.bot, content, { markup, replyTo }));
  }

  #replied(call: Call, chat: Chat): Message | undefined {
    const asked = objectOf<{ message_id?: number; allow_sending_without_reply?: boolean }>(
      call,
      "reply_parameters",
    );
    const id = asked?.message_id ?? numberOf(call, "reply_to_message_id");
    if (id === undefined) return undefined;
    const message = chat.messages.get(id);
    if (message !== undefined && !message.deleted) return message;
    const optional =
      asked === undefined
        ? call.values.get("allow_sending_without_reply") === true
        : asked.allow_sending_without_reply === true;
    if (optional) return undefined;
    throw badRequest("message to be replied not found");
  }

  #editable(call: Call): Message {
    if (call.values.has("inline_message_id")) throw badRequest("message to edit not found");
    const id = numberOf(call, "message_id");
    if (!call.values.has("chat_id") || id === undefined) {
      throw brokenRule("message identifier is not specified");
    }
    const chat = this.#chats.writable(call.values.get("chat_id"));
    const message = present(chat, id, "message to edit not found");
    if (message.by !== this.#chats.bot || !message.editable) {
      throw badRequest("message can't be edited");
    }
    return message;
  }

  /** Buttons that are not given again are taken away. */
  #edit(call: Call, message: Message, content: Content): Wire {
    const markup = replyMarkup(call.values.get("reply_markup"));
    const buttons = markup.kind === "inline" ? markup.rows : [];
    if (same(message, content, buttons)) {
      throw badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    }
    this.#chats.edit(message, content, buttons);
    return messageOnWire(message);
  }

  #content(
    call: Call,
    kind: "photo" | "voice" | "audio" | "document",
    media: string,
    words: FormattedText,
  ): Content {
    const upload = uploadNamed(media, call.files);
    const file =
      upload === undefined
        ? this.#shelved(kind, media)
        : this.#chats.files.keep(this.#playedAs(kind, upload.bytes), upload.bytes, upload);
    if (file.kind === "sticker") throw badRequest("can't use file of type Sticker here");
    const seconds = numberOf(call, "duration") ?? oggSeconds(file.bytes);
    return { kind: file.kind, file, words, seconds };
  }

  #shelved(kind: string, id: string): StoredFile {
    if (/^https?:/i.test(id)) {
      throw brokenRule("failed to get HTTP URL content", "files by address are not emulated");
    }
    const file = this.#chats.files.withId(id);
    if (file === undefined) {
      throw brokenRule(
        "wrong file identifier/HTTP URL specified",
        `"${id}" is not the id of any file`,
      );
    }
    if (file.kind !== kind) {
      throw brokenRule(`can't use file of type ${file.kind} as ${kind}`);
    }
    return file;
  }

  /** What an upload becomes; Telegram turns sounds it cannot play into plain files. */
  #playedAs(kind: "photo" | "voice" | "audio" | "document", bytes: Buffer): StoredFile["kind"] {
    if (bytes.length === 0) throw brokenRule("file must be non-empty");
    switch (kind) {
      case "document":
        return "document";
      case "photo":
        checkPhoto(bytes);
        return "photo";
      case "voice":
        if (voiceFormat(bytes) !== undefined) return "voice";
        this.#notice("voice is not ogg/opus, mp3 or m4a");
        return "document";
      case "audio":
        if (musicFormat(bytes) !== undefined) return "audio";
        this.#notice("audio is not mp3 or m4a");
        return "document";
    }
  }
}

function spoken(call: Call): FormattedText {
  const words = limited(
    formattedText(
      textOf(call, "text") ?? "",
      textOf(call, "parse_mode"),
      listOf<Entity>(call, "entities"),
    ),
    LONGEST_TEXT,
    "message is too long",
  );
  if (words.text === "") throw brokenRule("message text is empty");
  return words;
}

function caption(call: Call): FormattedText {
  const words = formattedText(
    textOf(call, "caption") ?? "",
    textOf(call, "parse_mode"),
    listOf<Entity>(call, "caption_entities"),
  );
  return limited(words, LONGEST_CAPTION, "message caption is too long");
}

function limited(words: FormattedText, longest: number, refusal: string): FormattedText {
  if (lengthOf(words.text) > longest) throw brokenRule(refusal);
  return words;
}

function checkPhoto(bytes: Buffer): void {
  if (bytes.length > LARGEST_PHOTO) {
    throw new Refusal(413, "Request Entity Too Large", {
      violation: `photo has ${bytes.length} bytes, more than 10 MB`,
    });
  }
  if (pictureFormat(bytes) === undefined) {
    throw brokenRule("IMAGE_PROCESS_FAILED", "photo is not JPEG, PNG or WebP");
  }
  const size = pictureSize(bytes);
  if (size === undefined) return;
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || ratio > 20) {
    throw brokenRule("PHOTO_INVALID_DIMENSIONS", `photo measures ${width} x ${height}`);
  }
}

function present(chat: Chat, id: number | undefined, refusal: string): Message {
  const message = id === undefined ? undefined : chat.messages.get(id);
  if (message === undefined || message.deleted) throw badRequest(refusal);
  return message;
}

function same(message: Message, content: Content, buttons: InlineRows): boolean {
  const before = JSON.stringify([wordsOf(message.content), message.buttons]);
  return before === JSON.stringify([wordsOf(content), buttons]);
}
