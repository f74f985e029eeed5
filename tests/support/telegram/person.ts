import { patience } from "../patience.ts";
import {
  type Attached,
  type Chat,
  type Chats,
  type Content,
  chatOnWire,
  type Message,
  messageOnWire,
  seconds,
  type User,
  userOnWire,
  type Wire,
} from "./chats.ts";
import type { Clock } from "./clock.ts";
import { entitiesIn, type FormattedText } from "./entities.ts";
import type { FileKind } from "./files.ts";
import { oggSeconds, pictureFormat } from "./media.ts";
import type { Presses } from "./presses.ts";
import { type Expected, fits, line, type SeenMessage, seen } from "./seen.ts";
import type { Updates } from "./updates.ts";

/** What a person needs of the emulator to act in it. */
export interface World {
  readonly chats: Chats;
  readonly updates: Updates;
  readonly presses: Presses;
  readonly clock: Clock;
}

/** A test's description of a person. */
export interface PersonDescription {
  readonly id: number;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
}

/** How a message is sent besides its content. */
export interface Sending {
  /** Messages with one group id arrive as parts of one album. */
  readonly mediaGroupId?: string;
  /** The id of the message this one answers. */
  readonly replyTo?: number;
}

/** A caption and how to send it. */
export interface CaptionedSending extends Sending {
  readonly caption?: string;
}

/** What pressing a button led to. */
export type Pressed =
  | { readonly kind: "callback"; readonly id: string }
  | { readonly kind: "message"; readonly messageId: number }
  | { readonly kind: "link"; readonly url: string };

const LONGEST_TEXT = 4096;

/** Somebody with Telegram in their hand, in one chat: their own with the bot, or a group. */
export class Person {
  readonly user: User;
  readonly chat: Chat;
  readonly #world: World;
  readonly #elsewhere = new Map<Chat, Person>();
  /** What had happened when this person last did something: only later things answer it. */
  #lastActed = 0;

  constructor(world: World, user: User, chat: Chat) {
    this.#world = world;
    this.user = user;
    this.chat = chat;
  }

  get id(): number {
    return this.user.id;
  }

  /** The same person writing and reading in a group. */
  in(group: { readonly chat: Chat }): Person {
    const own = this.#world.chats.privateChatOf(this.user);
    if (own.door === "never-opened") own.door = "known-from-group";
    const there = this.#elsewhere.get(group.chat);
    const person = there ?? new Person(this.#world, this.user, group.chat);
    this.#elsewhere.set(group.chat, person);
    return person;
  }

  /** Writes; Telegram's own app cuts a longer text into several messages. Returns the last id. */
  sends(text: string, sending: Sending = {}): number {
    const letters = [...text.trim()];
    if (letters.length === 0) throw new Error("Telegram's own app sends no empty text.");
    let id = 0;
    for (let start = 0; start < letters.length; start += LONGEST_TEXT) {
      const words = written(letters.slice(start, start + LONGEST_TEXT).join(""));
      id = this.#says({ kind: "text", words }, sending);
    }
    return id;
  }

  /** Follows a link t.me/<bot>?start=<payload>, or presses Start where there is no payload. */
  startsWith(payload?: string): number {
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
      throw new Error(`Telegram opens no link with the payload "${payload}".`);
    }
    if (this.chat.door === "blocked") this.unblocksBot();
    return this.sends(payload === undefined ? "/start" : `/start ${payload}`);
  }

  sendsPhoto(bytes: Buffer, sending: CaptionedSending = {}): number {
    const mimeType = `image/${pictureFormat(bytes) ?? "jpeg"}`;
    return this.#sendsFile("photo", bytes, { mimeType }, sending);
  }

  /** Several photos in one go; every one is a message of its own. Returns their ids. */
  sendsAlbum(
    photos: ReadonlyArray<{ readonly bytes: Buffer; readonly caption?: string }>,
  ): readonly number[] {
    const mediaGroupId = this.#world.chats.newAlbumId();
    return photos.map(({ bytes, caption = "" }) =>
      this.sendsPhoto(bytes, { caption, mediaGroupId }),
    );
  }

  sendsVoice(bytes: Buffer, sending: Sending = {}): number {
    return this.#sendsFile("voice", bytes, { mimeType: "audio/ogg" }, sending);
  }

  sendsAudio(bytes: Buffer, sending: CaptionedSending = {}): number {
    return this.#sendsFile("audio", bytes, { mimeType: "audio/mpeg" }, sending);
  }

  sendsVideo(bytes: Buffer, sending: CaptionedSending = {}): number {
    return this.#sendsFile("video", bytes, { mimeType: "video/mp4" }, sending);
  }

  sendsDocument(
    bytes: Buffer,
    sending: CaptionedSending & { readonly fileName?: string; readonly mimeType?: string } = {},
  ): number {
    const { fileName = "giay-to.pdf", mimeType = "application/pdf" } = sending;
    return this.#sendsFile("document", bytes, { fileName, mimeType }, sending);
  }

  sendsSticker(emoji = "👍"): number {
    const bytes = Buffer.from(`sticker ${emoji}`);
    const file = this.#world.chats.files.keep("sticker", bytes, { mimeType: "image/webp" });
    return this.#says({ kind: "sticker", file, emoji });
  }

  /** A telephone number from the address book; the person's own unless said otherwise. */
  sendsContact(
    contact: {
      readonly phoneNumber?: string;
      readonly firstName?: string;
      readonly userId?: number;
    } = {},
  ): number {
    const { phoneNumber = "+84900000000", firstName = this.user.firstName } = contact;
    const userId = contact.phoneNumber === undefined ? this.user.id : contact.userId;
    return this.#says({ kind: "contact", phoneNumber, firstName, userId });
  }

  /** A place on the map; in the north of Vietnam unless said otherwise. */
  sendsLocation(latitude = 22.2, longitude = 105.2): number {
    return this.#says({ kind: "location", latitude, longitude });
  }

  /** Passes on words somebody else wrote, in or outside the bot's sight. */
  forwards(text: string, from = "Người khác"): number {
    return this.#says({ kind: "text", words: written(text) }, {}, from);
  }

  /** Presses the newest visible button with this label, below the message given or anywhere. */
  presses(label: string): Pressed;
  presses(message: SeenMessage | number, label: string): Pressed;
  presses(first: SeenMessage | number | string, second?: string): Pressed {
    const label = typeof first === "string" ? first : (second ?? "");
    const only =
      typeof first === "string" ? undefined : typeof first === "number" ? first : first.id;

    for (const message of [...this.chat.messages.values()].reverse()) {
      if (message.deleted || (only !== undefined && message.id !== only)) continue;
      const button = message.buttons.flat().find((each) => each.text === label);
      if (button === undefined) continue;
      const url = button.url ?? button.web_app?.url;
      if (url !== undefined) return { kind: "link", url };
      return this.#pressesData(messageOnWire(message), button.callback_data ?? "");
    }
    if (only === undefined) {
      const onKeyboard = this.chat.keyboard?.rows.flat().find((each) => each.text === label);
      if (onKeyboard !== undefined) {
        if (this.chat.keyboard?.once === true) this.chat.keyboard = undefined;
        const messageId =
          onKeyboard.request_contact === true
            ? this.sendsContact()
            : onKeyboard.request_location === true
              ? this.sendsLocation()
              : this.sends(label);
        return { kind: "message", messageId };
      }
    }
    const visible = [...this.sees().flatMap((each) => (each.deleted ? [] : each.buttons.flat()))];
    const keys = this.keyboard().flat();
    throw new Error(
      `${this.user.firstName} sees no button "${label}"; only ${JSON.stringify([...visible, ...keys])}.`,
    );
  }

  /** Presses what an old screen still shows, though the message has changed or is gone. */
  pressesOld(messageId: number, data: string): Pressed {
    const message = this.chat.messages.get(messageId);
    const gone = { chat: chatOnWire(this.chat), message_id: messageId, date: 0 };
    const shown = message === undefined || message.deleted ? gone : messageOnWire(message);
    return this.#pressesData(shown, data);
  }

  edits(messageId: number, text: string): void {
    const message = this.#own(messageId);
    if (message.content.kind !== "text") throw new Error(`Message ${messageId} is not a text.`);
    this.#acts();
    this.#world.chats.edit(message, { kind: "text", words: written(text) }, message.buttons);
    this.#tell("edited_message", messageOnWire(message), `chat ${this.chat.id}`, message);
  }

  /** Takes a message away for both sides; bots are not told. */
  deletes(messageId: number): void {
    const message = this.chat.messages.get(messageId);
    if (message === undefined) throw new Error(`There is no message ${messageId} to delete.`);
    this.#acts();
    this.#world.chats.delete(message);
  }

  blocksBot(): void {
    this.#changesMembership("member", "kicked");
    this.chat.door = "blocked";
  }

  unblocksBot(): void {
    this.#changesMembership("kicked", "member");
    this.chat.door = "open";
  }

  /** Everything the others wrote here, oldest first, deleted messages among it and marked. */
  sees(): readonly SeenMessage[] {
    return [...this.chat.messages.values()]
      .filter((message) => message.by.id !== this.user.id)
      .map(seen);
  }

  /** The newest message that is still there. */
  lastSeen(): SeenMessage | undefined {
    return this.sees().findLast((message) => !message.deleted);
  }

  /** The labels shown in place of the telephone's keyboard. */
  keyboard(): ReadonlyArray<readonly string[]> {
    return this.chat.keyboard?.rows.map((row) => row.map((button) => button.text)) ?? [];
  }

  /** The short texts that answers to presses showed, oldest first. */
  notices(): ReadonlyArray<{ readonly text: string; readonly alert: boolean }> {
    return this.#presses().flatMap(({ answer }) =>
      answer === undefined || answer.text === "" ? [] : [answer],
    );
  }

  /** Presses whose button still turns because nobody answered. */
  turning(): readonly string[] {
    return this.#presses().flatMap((press) => (press.answer === undefined ? [press.id] : []));
  }

  /** The first fitting message that came or changed since this person last did something. */
  async waitsFor(expected: Expected, milliseconds = patience): Promise<SeenMessage> {
    const found = () =>
      [...this.chat.messages.values()]
        .filter((each) => each.by.id !== this.user.id && each.change > this.#lastActed)
        .sort((a, b) => a.change - b.change)
        .map(seen)
        .find((message) => fits(message, expected));

    const already = found();
    if (already !== undefined) return already;
    return await new Promise((resolve, reject) => {
      const stop = this.#world.chats.onChange(() => {
        const message = found();
        if (message === undefined) return;
        stop();
        clearTimeout(timer);
        resolve(message);
      });
      const timer = setTimeout(() => {
        stop();
        const lines = this.sees().map((each) => `\n  ${line(each)}`);
        reject(
          new Error(
            `${this.user.firstName} waited ${milliseconds} ms for ${expected} and sees:${lines.join("") || " nothing"}`,
          ),
        );
      }, milliseconds);
    });
  }

  #presses() {
    return this.#world.presses.all.filter((press) => press.by.id === this.user.id);
  }

  #own(messageId: number): Message {
    const message = this.chat.messages.get(messageId);
    if (message?.by.id !== this.user.id || message.deleted) {
      throw new Error(`${this.user.firstName} has no message ${messageId} here.`);
    }
    return message;
  }

  #acts(): void {
    if (this.chat.door === "blocked") throw new Error("Who blocks a bot cannot write to it.");
    this.#lastActed = this.#world.chats.changes;
  }

  #sendsFile(
    kind: Exclude<FileKind, "sticker">,
    bytes: Buffer,
    described: { readonly fileName?: string; readonly mimeType: string },
    sending: CaptionedSending,
  ): number {
    const file = this.#world.chats.files.keep(kind, bytes, described);
    const words = written(sending.caption ?? "");
    return this.#says({ kind, file, words, seconds: oggSeconds(bytes) }, sending);
  }

  #says(content: Content, sending: Sending = {}, forwardedFrom?: string): number {
    this.#acts();
    if (this.chat.kind === "private") this.chat.door = "open";
    const replyTo =
      sending.replyTo === undefined ? undefined : this.chat.messages.get(sending.replyTo);
    const attached: Attached = { albumId: sending.mediaGroupId, replyTo, forwardedFrom };
    const message = this.#world.chats.add(this.chat, this.user, content, attached);
    this.#lastActed = this.#world.chats.changes;
    this.#tell("message", messageOnWire(message), `chat ${this.chat.id}`, message);
    return message.id;
  }

  #pressesData(message: Wire, data: string): Pressed {
    this.#acts();
    const press = this.#world.presses.add(this.user);
    const query = {
      id: press.id,
      from: userOnWire(this.user),
      message,
      chat_instance: String(this.chat.id * 7919),
      data,
    };
    this.#world.updates.add("callback_query", query, `presses of ${this.user.id}`);
    return { kind: "callback", id: press.id };
  }

  #changesMembership(before: "member" | "kicked", after: "member" | "kicked"): void {
    if (this.chat.kind !== "private") throw new Error("Only a private chat can block the bot.");
    const membership = (status: "member" | "kicked") => ({
      status,
      user: userOnWire(this.#world.chats.bot),
      ...(status === "kicked" ? { until_date: 0 } : {}),
    });
    const change = {
      chat: chatOnWire(this.chat),
      from: userOnWire(this.user),
      date: seconds(this.#world.clock.now()),
      old_chat_member: membership(before),
      new_chat_member: membership(after),
    };
    this.#world.updates.add("my_chat_member", change, `chat ${this.chat.id}`);
  }

  #tell(kind: string, payload: Wire, lane: string, message: Message): void {
    if (this.chat.door === "kicked") return;
    const meant =
      message.replyTo?.by === this.#world.chats.bot ||
      ("words" in message.content &&
        message.content.words.entities.some((entity) => entity.type === "bot_command"));
    if (this.chat.hearsEverything || meant) this.#world.updates.add(kind, payload, lane);
  }
}

function written(text: string): FormattedText {
  const trimmed = text.trim();
  return { text: trimmed, entities: entitiesIn(trimmed) };
}
