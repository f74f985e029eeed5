/** Reads drafts in a thread of its own, which begins with the first wish and ends when nobody writes any more. */
import { Worker } from "node:worker_threads";
import type { Instant } from "../../flows/index.ts";
import type { Prepared } from "../content/publish.ts";
import type { Look, Looked, Overlay } from "./reading.ts";

type Preparing = Overlay & { readonly now: Instant };

export type Wish =
  | { readonly number: number; readonly what: "look"; readonly wish: Look }
  | { readonly number: number; readonly what: "prepare"; readonly wish: Preparing };

export type Read =
  | { readonly number: number; readonly what: "look"; readonly is: Looked }
  | { readonly number: number; readonly what: "prepare"; readonly is: Prepared }
  | { readonly number: number; readonly what: "failed"; readonly why: string };

export interface ReadingApart {
  look(wish: Look): Promise<Looked>;
  prepare(wish: Preparing): Promise<Prepared>;
  close(): Promise<void>;
}

/** What it remembers makes the next look faster; while an officer writes, looks come every few seconds. */
const idleFor = 5 * 60_000;

export function readingApart(): ReadingApart {
  const waiting = new Map<number, { done(read: Read): void; failed(why: Error): void }>();
  let worker: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;
  let number = 0;

  function thread(): Worker {
    if (worker !== undefined) return worker;
    const made = new Worker(new URL("./reading-thread.ts", import.meta.url));
    made.unref();
    made.on("message", (read: Read) => {
      const wish = waiting.get(read.number);
      waiting.delete(read.number);
      if (read.what === "failed") wish?.failed(new Error(read.why));
      else wish?.done(read);
      if (waiting.size === 0) leaveLater();
    });
    made.on("error", (error) =>
      lost(made, error instanceof Error ? error : new Error(String(error))),
    );
    made.on("exit", () => lost(made, new Error("the reading thread ended")));
    worker = made;
    return made;
  }

  /** What was under way failed; the next wish begins a new thread. */
  function lost(which: Worker, why: Error): void {
    if (worker !== which) return;
    worker = undefined;
    const wishes = [...waiting.values()];
    waiting.clear();
    for (const wish of wishes) wish.failed(why);
  }

  function leaveLater(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => void leave(), idleFor);
    leaving.unref();
  }

  async function leave(): Promise<void> {
    clearTimeout(leaving);
    const left = worker;
    worker = undefined;
    await left?.terminate();
  }

  function ask(wish: Wish): Promise<Read> {
    clearTimeout(leaving);
    const read = new Promise<Read>((done, failed) => waiting.set(wish.number, { done, failed }));
    thread().postMessage(wish);
    return read;
  }

  return {
    async look(wish) {
      number += 1;
      const read = await ask({ number, what: "look", wish });
      if (read.what !== "look") throw new Error(`looked and got ${read.what}`);
      return read.is;
    },
    async prepare(wish) {
      number += 1;
      const read = await ask({ number, what: "prepare", wish });
      if (read.what !== "prepare") throw new Error(`prepared and got ${read.what}`);
      return read.is;
    },
    async close() {
      await leave();
      const wishes = [...waiting.values()];
      waiting.clear();
      for (const wish of wishes) wish.failed(new Error("the reading thread was closed"));
    },
  };
}
