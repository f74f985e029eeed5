import type { Clock } from "./clock.ts";
import type { Entity, FormattedText } from "./entities.ts";
import { Files, type StoredFile } from "./files.ts";
import type { InlineRows, KeyboardButton, ReplyMarkup } from "./keyboards.ts";
import { pictureSize } from "./media.ts";
import { badRequest, forbidden, Refusal } from "./refusal.ts";

/** A value as it travels in JSON. */
export type Wire = Readonly<Record<string, unknown>>;

/** A Telegram user, bots included. */
export interface User {
  readonly id: number;
  readonly isBot: boolean;
  readonly firstName: string;
  readonly lastName?: string | undefined;
  readonly username?: string | undefined;
  readonly languageCode?: string | undefined;
}

/** What a message consists of. */
export type Content =
  | { readonly kind: "text"; readonly words: FormattedText }
  | {
      readonly kind: "photo" | "voice" | "audio" | "video" | "document";
      readonly file: StoredFile;
      readonly words: FormattedText;
      readonly seconds: number;
    }
  | { readonly kind: "sticker"; readonly file: StoredFile; readonly emoji: string }
  | {
      readonly kind: "contact";
      readonly phoneNumber: string;
      readonly firstName: string;
      readonly userId: number | undefined;
    }
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number };

/** A message with everything that happened to it; only this room changes it. */
export interface Message {
  readonly id: number;
  readonly chat: Chat;
  readonly by: User;
  readonly sentAt: number;
  readonly albumId: string | undefined;
  readonly replyTo: Message | undefined;
  readonly forwardedFrom: string | undefined;
  /** A message that brought a keyboard along can never be edited. */
  readonly editable: boolean;
  content: Content;
  buttons: InlineRows;
  editedAt: number | undefined;
  deleted: boolean;
  /** Grows with every change anywhere: the order in which a person notices things. */
  change: number;
}

/** A private chat or a group, as the bot meets it. */
export interface Chat {
  readonly id: number;
  readonly kind: "private" | "group" | "supergroup";
  readonly title: string | undefined;
  /** The other side of a private chat. */
  readonly person: User | undefined;
  readonly messages: Map<number, Message>;
  /** May the bot write here, and if not, why. */
  door: "open" | "never-opened" | "known-from-group" | "blocked" | "kicked";
  /** An administrator hears everything; a plain member only commands and answers to itself. */
  hearsEverything: boolean;
  /** Where messages go since the group became a supergroup. */
  movedTo: number | undefined;
  keyboard:
    | { readonly rows: ReadonlyArray<readonly KeyboardButton[]>; readonly once: boolean }
    | undefined;
}

/** What may be said about a new message besides its content. */
export interface Attached {
  readonly markup?: ReplyMarkup | undefined;
  readonly albumId?: string | undefined;
  readonly replyTo?: Message | undefined;
  readonly forwardedFrom?: string | undefined;
}

const NO_WORDS: FormattedText = { text: "", entities: [] };

/** All chats of the bot and what is in them. */
export class Chats {
  readonly files = new Files();
  readonly bot: User;
  readonly #clock: Clock;
  readonly #byId = new Map<number, Chat>();
  readonly #listeners = new Set<(message: Message) => void>();
  /** Private chats and groups share one count of messages, as in a real account. */
  #lastMessageId = 1000;
  #changes = 0;
  #albums = 0;

  constructor(clock: Clock, bot: User) {
    this.#clock = clock;
    this.bot = bot;
  }

  get changes(): number {
    return this.#changes;
  }

  privateChatOf(person: User): Chat {
    return this.#byId.get(person.id) ?? this.#open(person.id, "private", undefined, person);
  }

  group(id: number, kind: "group" | "supergroup", title: string): Chat {
    if (id >= 0) throw new Error(`A group's id is negative; ${id} is not.`);
    return this.#byId.get(id) ?? this.#open(id, kind, title, undefined);
  }

  /** The chat a call is about; refuses what is unknown or has moved. */
  addressed(id: unknown): Chat {
    const chat = this.#byId.get(Number(id));
    if (chat === undefined || chat.door === "never-opened") throw badRequest("chat not found");
    if (chat.movedTo !== undefined) {
      throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        parameters: { migrate_to_chat_id: chat.movedTo },
      });
    }
    return chat;
  }

  /** The chat a call wants to write to; refuses when the bot may not. */
  writable(id: unknown): Chat {
    const chat = this.addressed(id);
    switch (chat.door) {
      case "open":
        return chat;
      case "never-opened":
        throw badRequest("chat not found");
      case "known-from-group":
        throw forbidden("bot can't initiate conversation with a user");
      case "blocked":
        throw forbidden("bot was blocked by the user");
      case "kicked":
        throw forbidden(`bot was kicked from the ${chat.kind} chat`);
    }
  }

  add(chat: Chat, by: User, content: Content, attached: Attached = {}): Message {
    const { markup = { kind: "none" } } = attached;
    this.#lastMessageId += 1;
    const message: Message = {
      id: this.#lastMessageId,
      chat,
      by,
      sentAt: this.#clock.now(),
      albumId: attached.albumId,
      replyTo: attached.replyTo,
      forwardedFrom: attached.forwardedFrom,
      editable: markup.kind === "none" || markup.kind === "inline",
      content,
      buttons: markup.kind === "inline" ? markup.rows : [],
      editedAt: undefined,
      deleted: false,
      change: 0,
    };
    chat.messages.set(message.id, message);
    if (markup.kind === "keyboard") chat.keyboard = { rows: markup.rows, once: markup.once };
    if (markup.kind === "remove-keyboard") chat.keyboard = undefined;
    this.#noticed(message);
    return message;
  }

  edit(message: Message, content: Content, buttons: InlineRows): void {
    message.content = content;
    message.buttons = buttons;
    message.editedAt = this.#clock.now();
    this.#noticed(message);
  }

  delete(message: Message): void {
    message.deleted = true;
    this.#noticed(message);
  }

  newAlbumId(): string {
    this.#albums += 1;
    return String(13_500_000_000_000_000n + BigInt(this.#albums));
  }

  /** Calls back after every change of a message, until what it returns is called. */
  onChange(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #open(id: number, kind: Chat["kind"], title: string | undefined, person: User | undefined): Chat {
    const chat: Chat = {
      id,
      kind,
      title,
      person,
      messages: new Map(),
      door: kind === "private" ? "never-opened" : "open",
      hearsEverything: true,
      movedTo: undefined,
      keyboard: undefined,
    };
    this.#byId.set(id, chat);
    return chat;
  }

  #noticed(message: Message): void {
    this.#changes += 1;
    message.change = this.#changes;
    for (const listener of [...this.#listeners]) listener(message);
  }
}

/** The text or the caption of a message; empty where it has neither. */
export function wordsOf(content: Content): FormattedText {
  return "words" in content ? content.words : NO_WORDS;
}

/** A user as the Bot API writes it. */
export function userOnWire(user: User): Wire {
  return {
    id: user.id,
    is_bot: user.isBot,
    first_name: user.firstName,
    ...(user.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.languageCode === undefined ? {} : { language_code: user.languageCode }),
  };
}

/** A chat as the Bot API writes it. */
export function chatOnWire(chat: Chat): Wire {
  const { person } = chat;
  if (person === undefined) return { id: chat.id, type: chat.kind, title: chat.title };
  return {
    id: chat.id,
    type: chat.kind,
    first_name: person.firstName,
    ...(person.lastName === undefined ? {} : { last_name: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
  };
}

/** A message as the Bot API writes it. */
export function messageOnWire(message: Message): Wire {
  const { forwardedFrom, replyTo } = message;
  return {
    message_id: message.id,
    from: userOnWire(message.by),
    chat: chatOnWire(message.chat),
    date: seconds(message.sentAt),
    ...(message.editedAt === undefined ? {} : { edit_date: seconds(message.editedAt) }),
    ...(message.albumId === undefined ? {} : { media_group_id: message.albumId }),
    ...(forwardedFrom === undefined
      ? {}
      : {
          forward_origin: {
            type: "hidden_user",
            sender_user_name: forwardedFrom,
            date: seconds(message.sentAt),
          },
        }),
    // A quoted message is shown without what it quotes in turn.
    ...(replyTo === undefined
      ? {}
      : { reply_to_message: messageOnWire({ ...replyTo, replyTo: undefined }) }),
    ...contentOnWire(message.content),
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
  };
}

/** Telegram counts whole seconds. */
export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

function contentOnWire(content: Content): Wire {
  switch (content.kind) {
    case "text": {
      const { text, entities } = content.words;
      return { text, ...withEntities("entities", entities) };
    }
    case "photo":
      return { photo: photoSizes(content.file), ...captionOnWire(content.words) };
    case "voice":
    case "audio":
    case "document":
    case "video": {
      const { kind, file } = content;
      const played = kind === "document" ? {} : { duration: content.seconds };
      const shown = kind === "video" ? { width: 720, height: 1280 } : {};
      const named =
        kind === "voice" || file.fileName === undefined ? {} : { file_name: file.fileName };
      return {
        [kind]: { ...fileOnWire(file), mime_type: file.mimeType, ...played, ...shown, ...named },
        ...captionOnWire(content.words),
      };
    }
    case "sticker":
      return {
        sticker: {
          ...fileOnWire(content.file),
          type: "regular",
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: content.emoji,
        },
      };
    case "contact":
      return {
        contact: {
          phone_number: content.phoneNumber,
          first_name: content.firstName,
          ...(content.userId === undefined ? {} : { user_id: content.userId }),
        },
      };
    case "location":
      return { location: { latitude: content.latitude, longitude: content.longitude } };
  }
}

function fileOnWire(file: StoredFile): Wire {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
}

/** A thumbnail and the whole picture, smallest first, as the real server lists them. */
function photoSizes(file: StoredFile): readonly Wire[] {
  const { width, height } = pictureSize(file.bytes) ?? { width: 960, height: 1280 };
  const shrink = Math.min(1, 90 / Math.max(width, height));
  const thumbnail = {
    file_id: `${file.id}-thumbnail`,
    file_unique_id: `${file.uniqueId}t`,
    file_size: Math.min(file.bytes.length, 1200),
    width: Math.max(1, Math.round(width * shrink)),
    height: Math.max(1, Math.round(height * shrink)),
  };
  return [thumbnail, { ...fileOnWire(file), width, height }];
}

function captionOnWire({ text, entities }: FormattedText): Wire {
  return text === "" ? {} : { caption: text, ...withEntities("caption_entities", entities) };
}

function withEntities(name: string, entities: readonly Entity[]): Wire {
  return entities.length > 0 ? { [name]: entities } : {};
}
