/** Puts the rooms together: one store, what is published, the conversations. Used by `start` and `chat`. */
import { join } from "node:path";
import { dayOf, type Instant, type Library } from "../flows/index.ts";
import { finishWriting } from "./authoring/publish-draft.ts";
import type { Clock } from "./clock.ts";
import { describeProblems } from "./content/describe-problems.ts";
import { folderDigest } from "./content/folder-digest.ts";
import { UnreadablePublication } from "./content/library.ts";
import { type Ensured, ensurePublished, publishedLibrary } from "./content/publish.ts";
import { laidOver } from "./content/set-on-desk.ts";
import { conversations, type RunningConversations } from "./conversations/conversations.ts";
import { drawable } from "./conversations/media/drawable.ts";
import { beginDesk } from "./desk/begin-desk.ts";
import { foundFor } from "./desk/search.ts";
import { CannotGoOn } from "./errors.ts";
import type { Log } from "./log.ts";
import { openDatabase, unopened } from "./open-database.ts";
import { type DrawnApart, drawnApart } from "./pictures/drawn-apart.ts";
import { type ScreenPictures, screenPictures } from "./pictures/screen-pictures.ts";
import type { Store } from "./store/store.ts";

export interface House {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly pictures: ScreenPictures;
  readonly drawSheet: DrawnApart["sheet"];
  library(): Library;
  /** The folder says something else than what is published. */
  readonly differs: boolean;
  close(): Promise<void>;
}

/** What a running server keeps for commands beside it. */
export const keptNames = { webRoot: "web-root", botName: "telegram-bot-name" } as const;

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
  for (const outcome of finishedOr(store, options.contentDir, clock.now()))
    log.warn({ outcome }, "a draft that was being written was finished");
  const ensured = ensuredOr(store, options, clock.now());
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
  beginDesk(store, ensured.library.desk);
  let published = ensured.library;
  const laid = laidOver(store);
  const library = () => laid(published);
  let publication = store.publicationId();
  const drawing = drawnApart();
  const pictures = screenPictures({
    library,
    folder: join(options.contentDir, "pictures"),
    drawing,
    clock,
    log,
  });
  const running = conversations({
    store,
    library,
    clock,
    log,
    pictureOf: pictures.pictureFor,
    smaller: async (photo) => {
      const own = drawable(photo);
      return own && (await pictures.redraw(own));
    },
    webRoot: () => store.setting(keptNames.webRoot),
    search: (who, words) => foundFor(store, who, words, clock.now()),
  });
  const stopping = new AbortController();
  const watching = watchPublications();

  return {
    store,
    conversations: running,
    pictures,
    drawSheet: drawing.sheet,
    library,
    differs: ensured.differs,
    async close() {
      stopping.abort();
      await watching;
      await pictures.close();
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
        published = publishedLibrary(store) ?? published;
        publication = now;
        log.info({ publication: now }, "new publication");
      } catch (error) {
        // What ran before still runs; the next look tries again.
        log.error({ err: error }, "publication could not be read");
      }
    }
  }
}

/** Before anything is read: an interrupted publishing from the desk is brought to its end. */
function finishedOr(
  store: Store,
  contentDir: string,
  now: Instant,
): ReturnType<typeof finishWriting> {
  try {
    return finishWriting(store, contentDir, now);
  } catch (error) {
    store.close();
    throw unopened(contentDir, error) ?? error;
  }
}

/** Under this name the store keeps which folder was found to be what is published. */
const foundSame = "content-found-same";

/**
 * What is published, or the folder when nothing is. Reading and checking the folder takes half of a start and
 * only says whether it differs: when it was found to be the same, with these bytes and on this day (facts
 * lapse), a start after a crash spares it.
 */
function ensuredOr(
  store: Store,
  { databaseFile, contentDir }: { readonly databaseFile: string; readonly contentDir: string },
  now: Instant,
): Ensured {
  try {
    const mark = `${dayOf(now)}/${folderDigest(contentDir)}`;
    const publication = store.publicationId();
    if (publication !== undefined && store.setting(foundSame) === `${mark}/${publication}`) {
      return { library: publishedLibrary(store), differs: false, problems: [] };
    }
    const ensured = ensurePublished(store, contentDir, now);
    if (!ensured.differs) store.setSetting(foundSame, `${mark}/${store.publicationId()}`);
    return ensured;
  } catch (error) {
    store.close();
    throw error instanceof UnreadablePublication
      ? new CannotGoOn(error.code, error.message)
      : (unopened(databaseFile, error) ?? error);
  }
}
