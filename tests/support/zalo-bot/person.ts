/** One person with Zalo: what they send to the bot, and what they see of it. */

import { patience } from "../patience.ts";
import type { Chat, Seen, World } from "./world.ts";

export class Person {
  readonly #world: World;
  readonly chat: Chat;
  readonly name: string;

  constructor(world: World, chat: Chat, name: string) {
    this.#world = world;
    this.chat = chat;
    this.name = name;
  }

  get id(): string {
    return this.chat.id;
  }

  /** Gives the message's id; where nobody listens, the message is lost and nobody is told. */
  sends(text: string): string {
    return this.#send("message.text.received", { text });
  }

  sendsPhoto(bytes: Uint8Array, caption = ""): string {
    const address = this.#world.upload(bytes, "jpg");
    return this.#send("message.image.received", {
      [this.#world.shapes.imageField]: address,
      message_type: "CHAT_PHOTO",
      ...(caption === "" ? {} : { caption }),
    });
  }

  /** A recording as Zalo hands it out: an address that ends in `.aac`. */
  sendsVoice(bytes: Uint8Array): string {
    const voice_url = this.#world.upload(bytes, "aac");
    return this.#send("message.voice.received", { voice_url, message_type: "CHAT_VOICE" });
  }

  sendsSticker(): string {
    return this.#send("message.sticker.received", {
      sticker: "bfe458bf64fa8da4d4eb",
      url: "https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=1",
    });
  }

  /** A file, a place, a contact, a film: it says no more than that it came. */
  sendsSomethingElse(): string {
    return this.#send("message.unsupported.received", {});
  }

  #send(event: string, content: Readonly<Record<string, unknown>>): string {
    return this.#world.happens(this.chat, event, {
      from: { id: this.id, display_name: this.name, is_bot: false },
      ...content,
    });
  }

  /** What the bot said here, oldest first. */
  sees(): readonly Seen[] {
    return this.chat.seen;
  }

  /** The words of what it said, oldest first. */
  reads(): readonly string[] {
    return this.chat.seen.map(({ text }) => text);
  }

  /** The first message from that place on in which these words stand. */
  async waitsFor(words: string, from = 0): Promise<Seen> {
    const find = (): Seen | undefined =>
      this.chat.seen.slice(from).find(({ text }) => text.includes(words));
    const known = find();
    if (known !== undefined) return known;
    return await new Promise<Seen>((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        const seen = this.reads().map((text) => `\n  ${text}`);
        reject(new Error(`“${words}” was not said; this was:${seen.join("")}`));
      }, patience);
      const stop = this.#world.onSeen(() => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        stop();
        resolve(found);
      });
    });
  }
}
