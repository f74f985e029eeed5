/** Reads drafts in a thread of its own, which begins with the first wish and ends when nobody writes any more. */
import { apart } from "../apart.ts";
import type { Prepared } from "../content/publish.ts";
import type { Look, Looked, Reading } from "./reading.ts";

export interface ReadingApart {
  look(wish: Look): Promise<Looked>;
  prepare(wish: Parameters<Reading["prepare"]>[0]): Promise<Prepared>;
  close(): Promise<void>;
}

/** What it remembers makes the next look faster; while an officer writes, looks come every few seconds. */
const idleFor = 5 * 60_000;

export function readingApart(): ReadingApart {
  const file = new URL("./reading-thread.ts", import.meta.url);
  const { ask, close } = apart<Reading>({ file, called: "the reading thread", idleFor });
  return { look: (wish) => ask("look", wish), prepare: (wish) => ask("prepare", wish), close };
}
