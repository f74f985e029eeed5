/** What the authoring page works on: the draft, its reading apart, its library for trying, and who looks where. */

import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { EditionId, Instant, Library, PropagandistId } from "../../flows/index.ts";
import {
  type Draft,
  type DraftHome,
  draftNow,
  inFolder,
  markOf,
  overlayOf,
} from "../authoring/draft.ts";
import type { Looked } from "../authoring/reading.ts";
import type { ReadingApart } from "../authoring/reading-apart.ts";
import type { Clock } from "../clock.ts";
import { libraryOf } from "../content/library.ts";
import { laidOver } from "../content/set-on-desk.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";

/** Somebody who has not asked for so long is no longer looking. */
const looksFor = 45_000;

export interface AuthoringRoom extends DraftHome {
  readonly reading: ReadingApart;
  readonly pictures: ScreenPictures | undefined;
  draft(): Draft;
  /** The file as the draft has it, and as the folder has it. */
  file(path: string): { readonly now: unknown; readonly base: unknown } | undefined;
  look(path?: string): Promise<Looked>;
  /** The draft as residents would walk it; the last sound one while it has errors. */
  library(): Library;
  /** Brings `library` up to date; false while the draft has errors. */
  refresh(): Promise<boolean>;
  /** Says where somebody looks, and who else is there. */
  looksAt(who: Looking): Looking[];
}

export interface Looking {
  readonly who: PropagandistId;
  readonly path: string;
  readonly step?: string | undefined;
}

export function authoringRoom(options: {
  readonly home: DraftHome;
  readonly reading: ReadingApart;
  readonly pictures: ScreenPictures | undefined;
  readonly clock: Clock;
  published(): Library;
}): AuthoringRoom {
  const { home, reading, clock } = options;
  const { store } = home;
  const looking = new Map<PropagandistId, Looking & { readonly at: Instant }>();
  /** Editions of drafts that somebody may be trying. */
  const tried = new Map<EditionId, { readonly flow: string; readonly expanded: string }>();
  let library: { readonly mark: string; readonly is: Library } | undefined;
  const laid = laidOver(store);

  const read = (bytes: Uint8Array | undefined): unknown => {
    if (bytes === undefined) return undefined;
    try {
      return parse(Buffer.from(bytes).toString("utf8")) as unknown;
    } catch {
      return undefined; // the check says what is wrong with it
    }
  };

  const room: AuthoringRoom = {
    ...home,
    reading,
    pictures: options.pictures?.seenWith({
      library: () => room.library(),
      own: { of: (screen) => ownPicture(home, screen) },
    }),
    draft: () => draftNow(home),
    file(path) {
      const base = inFolder(home.dir, path);
      const drafted = draftNow(home).files.find((file) => file.path === path);
      const now = drafted === undefined ? base : drafted.bytes;
      return now === undefined ? undefined : { now: read(now), base: read(base) };
    },
    look(path) {
      const draft = draftNow(home);
      return reading.look({
        dir: home.dir,
        over: overlayOf(draft),
        mark: markOf(home, draft),
        now: clock.now(),
        ...(path === undefined ? {} : { path }),
      });
    },
    library: () => (library === undefined ? options.published() : laid(library.is)),
    async refresh() {
      const draft = draftNow(home);
      const mark = markOf(home, draft);
      if (library?.mark === mark) return true;
      const { fresh } = await reading.prepare({
        dir: home.dir,
        over: overlayOf(draft),
        now: clock.now(),
      });
      if (fresh === undefined) return false;
      for (const { id, ...edition } of fresh.editions) tried.set(id, edition);
      // Learning how people ask takes long and changes rarely: what residents have is good enough for trying.
      const { readNeed, readInGuide } = options.published();
      const made = libraryOf(fresh, (id) => tried.get(id) ?? store.edition(id));
      library = { mark, is: { ...made, readNeed, readInGuide } };
      return true;
    },
    looksAt(who) {
      const now = clock.now();
      looking.set(who.who, { ...who, at: now });
      return [...looking.values()].filter((one) => one.who !== who.who && now - one.at < looksFor);
    },
  };
  return room;
}

/** The draft's picture of a screen, or the folder's; none where the draft takes it away. */
function ownPicture(home: DraftHome, screen: string) {
  const path = `pictures/${screen}.png`;
  const drafted = home.store.draftFiles(home.commune).find((file) => file.path === path);
  const bytes = drafted === undefined ? inFolder(home.dir, path) : drafted.bytes;
  if (bytes === undefined) return undefined;
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { hash, bytes: () => bytes };
}
