/** What the emulator's parts share: chats, what was said in them, and how an event reaches the bot. */

/** What the bot said in a chat. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  readonly photo?: string;
  readonly voice?: string;
}

export interface Chat {
  readonly id: string;
  readonly type: "PRIVATE" | "GROUP";
  readonly seen: Seen[];
}

/** Where the sources disagree: both must be understood. */
export interface Shapes {
  envelope: "flat" | "wrapped";
  imageField: "photo" | "photo_url";
}

export interface World {
  readonly shapes: Shapes;
  /** Keeps a file where the bot can fetch it. */
  upload(bytes: Uint8Array, ending: string): string;
  /** Something happens in a chat; gives the id of its message. */
  happens(chat: Chat, event: string, message: Readonly<Record<string, unknown>>): string;
  onSeen(listener: () => void): () => void;
}
