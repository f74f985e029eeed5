/** A resident with our page open, as far as the server can tell: the page's keys, re-sending and reading. */
import { randomUUID } from "node:crypto";
import type { ChatNews, ChatOpened, ChatTaken } from "../../../src/bot/web/wire/chat.ts";
import type { Entry, WireChoice } from "../../../src/bot/web/wire/entry.ts";
import { type Answer, BrowserLike, Unreached } from "./browser-like.ts";

const types = {
  photo: "image/jpeg",
  voice: "audio/webm",
  file: "application/octet-stream",
} as const;

export class Resident extends BrowserLike {
  /** What the page shows, by sequence; what it has read never changes. */
  readonly entries = new Map<number, Entry>();
  /** Every key the server said it had taken, in the order written. */
  readonly acknowledged: string[] = [];

  async open(): Promise<Answer<ChatOpened>> {
    const answer = await this.post<ChatOpened>("/api/chat/open", {});
    if (answer.status === 200) this.keep(answer.body.entries);
    return answer;
  }

  get newest(): number {
    return Math.max(0, ...this.entries.keys());
  }

  /** The newest entry that offers choices. */
  get question(): (Entry & { readonly choices: readonly WireChoice[] }) | undefined {
    const found = [...this.entries.values()]
      .toSorted((a, b) => b.seq - a.seq)
      .find((entry) => (entry.choices?.length ?? 0) > 0);
    return found?.choices === undefined ? undefined : { ...found, choices: found.choices };
  }

  keep(entries: readonly Entry[]): void {
    const gone = new Set(
      entries.flatMap(({ recalls }) => (recalls === undefined ? [] : [recalls])),
    );
    for (const [seq, { turn }] of this.entries)
      if (turn !== undefined && gone.has(turn)) this.entries.delete(seq);
    for (const entry of entries) {
      const before = this.entries.get(entry.seq);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(entry)) {
        throw new Error(`entry ${entry.seq} changed after it was shown`);
      }
      this.entries.set(entry.seq, entry);
    }
  }

  async news(after = this.newest): Promise<Answer<ChatNews>> {
    const answer = await this.get<ChatNews>(`/api/chat/entries?after=${after}`);
    if (answer.status === 200) this.keep(answer.body.entries);
    return answer;
  }

  say(text: string, key: string = randomUUID()): Promise<Answer<ChatTaken>> {
    return this.post("/api/chat/say", { key, seen: this.newest, text });
  }

  /** Pointing at a line of a person's. */
  answer(text: string, answers: number): Promise<Answer<ChatTaken>> {
    return this.post("/api/chat/say", { key: randomUUID(), seen: this.newest, text, answers });
  }

  recall(turn: string): Promise<Answer<ChatTaken>> {
    return this.post("/api/chat/say", { key: randomUUID(), seen: this.newest, recall: { turn } });
  }

  showPlace(
    place: { latitude: number; longitude: number },
    key: string = randomUUID(),
  ): Promise<Answer<ChatTaken>> {
    return this.post("/api/chat/say", { key, seen: this.newest, place });
  }

  press(turn: string, choice: string, key: string = randomUUID()): Promise<Answer<ChatTaken>> {
    return this.post("/api/chat/say", { key, seen: this.newest, press: { turn, choice } });
  }

  sendMedia(
    kind: keyof typeof types,
    bytes: Uint8Array,
    sending: { readonly key?: string; readonly type?: string; readonly name?: string } = {},
  ): Promise<Answer<ChatTaken>> {
    const { key = randomUUID(), type = types[kind], name } = sending;
    const named = name === undefined ? "" : `&name=${encodeURIComponent(name)}`;
    return this.send("POST", `/api/chat/media?key=${key}&kind=${kind}${named}`, {
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { "content-type": type },
    });
  }

  seen(seq = this.newest): Promise<Answer> {
    return this.post("/api/chat/seen", { seq });
  }

  return(code: string): Promise<Answer<ChatOpened>> {
    return this.post("/api/chat/return", { code });
  }

  /** Sends until the server says it has it, always under the same key, as the page does. */
  async insist(key: string, send: (key: string) => Promise<Answer<ChatTaken>>): Promise<void> {
    await untilAnswered(async () => {
      const answer = await send(key);
      if (answer.status === 429) throw new Unreached("asked to wait");
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
      if (answer.body.key !== key) throw new Error(`another key was taken: ${answer.text}`);
    });
    this.acknowledged.push(key);
  }
}

/**
 * Tries until there was an answer at all. A page waits longer between tries; a test has less time. On a busy
 * machine a program that is killed every second answers only now and then, so minutes may pass.
 */
export async function untilAnswered<Result>(act: () => Promise<Result>): Promise<Result> {
  let unreached: unknown;
  for (let tries = 0; tries < 30_000; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unreached)) throw error;
      unreached = error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  throw new Error("nobody answered for ten minutes", { cause: unreached });
}
