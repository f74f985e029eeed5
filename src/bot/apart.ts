/**
 * Work that takes a core for tenths of a second and more is done in a thread of its own, so that no turn waits for
 * it. The thread begins with the first thing asked of it and ends when nothing has been asked for a while.
 */
import { parentPort, type ResourceLimits, Worker } from "node:worker_threads";

/** What a thread can do, by name. What is asked and what comes back must be able to travel between threads. */
type Works<Work> = { readonly [Name in keyof Work]: (wish: never) => unknown };

type Wish<Work extends Works<Work>, Name extends keyof Work> = Parameters<Work[Name]>[0];
type Done<Work extends Works<Work>, Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

interface Asked {
  readonly number: number;
  readonly name: string;
  readonly wish: unknown;
}
type Answered =
  | { readonly number: number; readonly is: unknown }
  | { readonly number: number; readonly failed: string };

export interface Apart<Work extends Works<Work>> {
  /** Rejects with what the work threw, or when its thread ended underway. */
  ask<Name extends keyof Work & string>(
    name: Name,
    wish: Wish<Work, Name>,
  ): Promise<Done<Work, Name>>;
  /** Fails what is underway. Asking again begins another thread. */
  close(): Promise<void>;
}

interface Thread {
  /** The file that calls `doApart`. */
  readonly file: URL;
  readonly called: string;
  /** Milliseconds after the last answer. */
  readonly idleFor: number;
  readonly resourceLimits?: ResourceLimits;
}

export function apart<Work extends Works<Work>>(of: Thread): Apart<Work> {
  const { file, called, idleFor, ...limits } = of;
  const waiting = new Map<number, { done(is: unknown): void; failed(why: Error): void }>();
  let worker: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;
  let number = 0;

  function thread(): Worker {
    if (worker !== undefined) return worker;
    const made = new Worker(file, limits);
    made.unref();
    made.on("message", (answered: Answered) => {
      const asked = waiting.get(answered.number);
      waiting.delete(answered.number);
      if ("failed" in answered) asked?.failed(new Error(answered.failed));
      else asked?.done(answered.is);
      if (waiting.size === 0) leaveLater();
    });
    made.on("error", (error) =>
      lost(made, error instanceof Error ? error : new Error(String(error))),
    );
    made.on("exit", () => lost(made, new Error(`${called} ended`)));
    worker = made;
    return made;
  }

  /** What was underway failed; whatever is asked next begins a new thread. */
  function lost(which: Worker, why: Error): void {
    if (worker !== which) return;
    worker = undefined;
    failAll(why);
  }

  function failAll(why: Error): void {
    const asked = [...waiting.values()];
    waiting.clear();
    for (const one of asked) one.failed(why);
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

  return {
    ask(name, wish) {
      clearTimeout(leaving);
      number += 1;
      const asked: Asked = { number, name, wish };
      const answer = new Promise<unknown>((done, failed) =>
        waiting.set(asked.number, { done, failed }),
      );
      thread().postMessage(asked);
      return answer as Promise<Done<Work, typeof name>>;
    },
    async close() {
      await leave();
      failAll(new Error(`${called} was closed`));
    },
  };
}

/** In the thread: does what is asked, and answers in the order in which things are done. */
export function doApart<Work extends Works<Work>>(works: Work): void {
  const byName = new Map<string, (wish: never) => unknown>(Object.entries(works));
  const answer = (answered: Answered): void => parentPort?.postMessage(answered);
  const done = async ({ name, wish }: Asked): Promise<unknown> => {
    const work = byName.get(name);
    if (work === undefined) throw new Error(`nothing here is called ${name}`);
    return await work(wish as never);
  };
  parentPort?.on("message", (asked: Asked) => {
    const { number } = asked;
    done(asked).then(
      (is) => answer({ number, is }),
      (error: unknown) =>
        answer({ number, failed: error instanceof Error ? error.message : String(error) }),
    );
  });
}
