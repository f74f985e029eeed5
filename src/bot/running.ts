/** Puts the rooms together: one store, what is published, the conversations. Used by `start` and `chat`. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Library } from "../flows/index.ts";
import type { Clock } from "./clock.ts";
import { describeProblems } from "./content/describe-problems.ts";
import { ensurePublished, publishedLibrary } from "./content/publish.ts";
import { conversations, type RunningConversations } from "./conversations/conversations.ts";
import { CannotGoOn } from "./errors.ts";
import type { Log } from "./log.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

export interface House {
  readonly store: Store;
  readonly conversations: RunningConversations;
  library(): Library;
  /** The folder says something else than what is published. */
  readonly differs: boolean;
  close(): Promise<void>;
}

export function openDatabase(file: string, role: "server" | "visitor"): Store {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  return openSqlite(file, { role });
}

/** What another process publishes beside us is noticed within this time. */
const publicationSeenAfter = 1000;

export function openHouse(options: {
  readonly databaseFile: string;
  readonly contentDir: string;
  readonly clock: Clock;
  readonly log: Log;
}): House {
  const { clock, log } = options;
  const store = openDatabase(options.databaseFile, "server");
  const ensured = ensurePublished(store, options.contentDir, clock.now());
  if (ensured.library === undefined) {
    store.close();
    throw new CannotGoOn(
      "content",
      `${describeProblems(
        ensured.problems.filter((p) => p.weight === "error"),
        "vi",
        options.contentDir,
      )}\n`,
    );
  }
  let library = ensured.library;
  let publication = store.publicationId();
  const running = conversations({ store, library: () => library, clock, log });
  const stopping = new AbortController();
  const watching = watchPublications();

  return {
    store,
    conversations: running,
    library: () => library,
    differs: ensured.differs,
    async close() {
      stopping.abort();
      await watching;
      await running.stop();
      store.close();
    },
  };

  async function watchPublications(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(publicationSeenAfter, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        const now = store.publicationId();
        if (now === publication) continue;
        library = publishedLibrary(store) ?? library;
        publication = now;
        log.info({ publication: now }, "new publication");
      } catch (error) {
        // What ran before still runs; the next look tries again.
        log.error({ err: error }, "publication could not be read");
      }
    }
  }
}
