/**
 * A picture for every screen of `content/screens/`: an author's own where there is one, otherwise drawn from
 * the description. Known by a hash of everything that goes into it, so that it is drawn once and a phone may
 * keep it for good; a screen that changes gets another hash.
 */
import { createHash } from "node:crypto";
import { type Language, type Library, screensOn } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { altOf, altOfBoard } from "./alt.ts";
import type { DrawnApart } from "./drawn-apart.ts";
import { type OwnPictures, ownPictures } from "./own-pictures.ts";
import type { OwnDrawing } from "./redraw-picture.ts";
import type { PictureWords, Screen } from "./words.ts";

/** Raise this when the drawing itself changes: phones keep pictures by their hash. */
const manner = 1;

/** Drawn pictures kept in memory, about 25 KB each; the oldest go first. */
const mostKept = 800;

/** How long the server runs before it draws ahead, and rests between two drawings: turns come first. */
const drawAheadAfter = 15_000;
const restBetween = 400;

export interface ScreenPicture {
  readonly bytes: Uint8Array;
  readonly type: "image/png";
  readonly alt: string;
  readonly hash: string;
}

export interface ScreenPictures {
  /** The picture's words; undefined for an unknown screen. */
  altOf(screen: string, language: Language): string | undefined;
  /** What a page needs to show it, at once; the picture itself is drawn when it is asked for. */
  addressOf(
    screen: string,
    language: Language,
  ): { readonly url: string; readonly alt: string } | undefined;
  /**
   * Of one screen, or of several on one numbered picture. Undefined for an unknown screen, and when it could
   * not be drawn: then the words must do.
   */
  pictureFor(screen: string, language: Language): Promise<ScreenPicture | undefined>;
  /** Draws every screen ahead, slowly, again after each publication, until the signal. */
  drawAhead(stop: AbortSignal): Promise<void>;
  /** An author's picture as it may lie in the folder; rejects when it cannot be read. */
  redraw(own: OwnDrawing): Promise<Uint8Array>;
  /** The same screens over another library and other pictures of authors: a draft's. */
  seenWith(other: { library(): Library; readonly own: OwnPictures }): ScreenPictures;
  close(): Promise<void>;
}

export interface ScreenPicturesOptions {
  library(): Library;
  /** Where authors lay their own pictures. */
  readonly folder: string;
  /** Instead of the folder's. */
  readonly own?: OwnPictures | undefined;
  readonly drawing: DrawnApart;
  readonly clock: Clock;
  readonly log: Log;
}

export function screenPictures({
  library,
  folder,
  own: theirOwn,
  drawing,
  clock,
  log,
}: ScreenPicturesOptions): ScreenPictures {
  const drawn = new Map<string, Promise<Uint8Array>>();
  const own =
    theirOwn ??
    ownPictures({
      folder,
      now: clock.now,
      refused: (screen, why) => log.warn({ screen, why }, "an author's picture cannot be shown"),
    });

  const screenOf = (id: string): Screen | undefined => {
    const { screens } = library();
    return Object.hasOwn(screens, id) ? screens[id] : undefined;
  };

  const spokenIn = (language: Language): PictureWords => {
    const { places, desk } = library();
    return { language, commune: communeName(places, desk.commune) };
  };

  const hashOf = (screen: Screen, spoken: PictureWords): string =>
    createHash("sha256")
      .update(JSON.stringify([manner, screen, spoken]))
      .digest("hex")
      .slice(0, 16);

  function bytesOf(hash: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = drawn.get(hash);
    if (known !== undefined) return known;
    const made = draw();
    drawn.set(hash, made);
    // What failed is tried again when it is next asked for.
    made.catch(() => drawn.delete(hash));
    for (const oldest of drawn.keys()) {
      if (drawn.size <= mostKept) break;
      drawn.delete(oldest);
    }
    return made;
  }

  async function pictureFor(id: string, language: Language): Promise<ScreenPicture | undefined> {
    const ids = screensOn(id);
    if (ids.length > 1) return boardFor(ids, language);
    const screen = screenOf(id);
    if (screen === undefined) return undefined;
    const spoken = spokenIn(language);
    const theirs = own.of(id);
    if (theirs !== undefined)
      return {
        bytes: theirs.bytes(),
        type: "image/png",
        alt: altOf(screen, spoken, false),
        hash: theirs.hash,
      };
    const hash = hashOf(screen, spoken);
    try {
      return {
        bytes: await bytesOf(hash, () => drawing.draw(screen, spoken)),
        type: "image/png",
        alt: altOf(screen, spoken),
        hash,
      };
    } catch (error) {
      log.error({ err: error, screen: id }, "screen could not be drawn");
      return undefined;
    }
  }

  async function boardFor(
    ids: readonly string[],
    language: Language,
  ): Promise<ScreenPicture | undefined> {
    const spoken = spokenIn(language);
    const tiles = ids.flatMap((id) => {
      const screen = screenOf(id);
      return screen === undefined ? [] : [{ id, screen, own: own.of(id) }];
    });
    // A number nobody sees would shift the others.
    if (tiles.length < ids.length) return undefined;
    const hash = createHash("sha256")
      .update(tiles.map(({ screen, own: theirs }) => theirs?.hash ?? hashOf(screen, spoken)).join())
      .digest("hex")
      .slice(0, 16);
    try {
      const bytes = await bytesOf(hash, () =>
        drawing.board(
          tiles.map(({ screen, own: theirs }) => ({ screen, own: theirs?.bytes() })),
          spoken,
        ),
      );
      const alt = altOfBoard(
        tiles.map(({ screen }) => screen),
        spoken,
      );
      return { bytes, type: "image/png", alt, hash };
    } catch (error) {
      log.error({ err: error, screens: ids }, "screens could not be drawn together");
      return undefined;
    }
  }

  return {
    altOf(id, language) {
      const screen = screenOf(id);
      return screen === undefined
        ? undefined
        : altOf(screen, spokenIn(language), own.of(id) === undefined);
    },
    addressOf(id, language) {
      const screen = screenOf(id);
      if (screen === undefined) return undefined;
      const spoken = spokenIn(language);
      const theirs = own.of(id);
      return {
        url: `/screens/${id}.${language}.png?v=${theirs?.hash ?? hashOf(screen, spoken)}`,
        alt: altOf(screen, spoken, theirs === undefined),
      };
    },
    pictureFor,
    async drawAhead(stop) {
      let done: Library | undefined;
      await clock.sleep(drawAheadAfter, stop);
      while (!stop.aborted) {
        const now = library();
        if (done !== now) {
          for (const language of ["vi", "en"] as const) {
            for (const id of Object.keys(now.screens)) {
              if (stop.aborted) return;
              await pictureFor(id, language);
              await clock.sleep(restBetween, stop);
            }
          }
          done = now;
        }
        await clock.sleep(drawAheadAfter, stop);
      }
    },
    redraw: (picture) => drawing.redraw(picture),
    seenWith: (other) => ({
      ...screenPictures({ ...other, folder, drawing, clock, log }),
      // The drawing thread belongs to whom it was made for.
      close: async () => undefined,
    }),
    close: () => drawing.close(),
  };
}

function communeName(places: Library["places"], id: string): string {
  return places.communes.find((commune) => commune.id === id)?.says ?? "";
}
