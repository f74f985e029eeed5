import { type Message, wordsOf } from "./chats.ts";
import type { Entity } from "./entities.ts";
import type { InlineButton } from "./keyboards.ts";

/** A message as it stands on a person's screen. */
export interface SeenMessage {
  readonly id: number;
  readonly by: "bot" | "somebody";
  /** The first name of whoever wrote it. */
  readonly name: string;
  readonly kind: Message["content"]["kind"];
  /** Without markup; empty where the message has no text. */
  readonly text: string;
  /** Without markup; empty where the message has no caption. */
  readonly caption: string;
  readonly entities: readonly Entity[];
  /** The labels below the message, row by row. */
  readonly buttons: ReadonlyArray<readonly string[]>;
  /** The same buttons with what they do. */
  readonly actions: ReadonlyArray<readonly InlineButton[]>;
  readonly bytes: Buffer | undefined;
  readonly fileName: string | undefined;
  readonly albumId: string | undefined;
  readonly replyTo: number | undefined;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly sentAt: number;
}

/** What a test waits for: a part of the words, a pattern in them, or anything a function can tell. */
export type Expected = string | RegExp | ((message: SeenMessage) => boolean);

/** A message as people see it now. */
export function seen(message: Message): SeenMessage {
  const { content } = message;
  const { text, entities } = wordsOf(content);
  return {
    id: message.id,
    by: message.by.isBot ? "bot" : "somebody",
    name: message.by.firstName,
    kind: content.kind,
    text: content.kind === "text" ? text : "",
    caption: content.kind === "text" ? "" : text,
    entities,
    buttons: message.buttons.map((row) => row.map((button) => button.text)),
    actions: message.buttons,
    bytes: "file" in content ? content.file.bytes : undefined,
    fileName: "file" in content ? content.file.fileName : undefined,
    albumId: message.albumId,
    replyTo: message.replyTo?.id,
    deleted: message.deleted,
    edited: message.editedAt !== undefined,
    sentAt: message.sentAt,
  };
}

/** Whether this is the message a test waits for; deleted ones only a function can ask for. */
export function fits(message: SeenMessage, expected: Expected): boolean {
  if (typeof expected === "function") return expected(message);
  if (message.deleted) return false;
  const words = message.text + message.caption;
  return typeof expected === "string" ? words.includes(expected) : expected.test(words);
}

/** One line about a message, for the errors of a failing test. */
export function line(message: SeenMessage): string {
  const marks = `${message.edited ? " (edited)" : ""}${message.deleted ? " (deleted)" : ""}`;
  const labels = message.buttons.flat().map((label) => ` [${label}]`);
  const words = message.text + message.caption;
  return `#${message.id} ${message.kind}${marks}: ${words}${labels.join("")}`;
}
