/**
 * Drawing takes a core for a few tenths of a second: it happens in a thread of its own, so that no turn waits
 * for it. The thread begins with the first order and ends when nothing has been ordered for a while.
 */
import { apart } from "../apart.ts";
import type { Tile } from "./draw-board.ts";
import type { Sheet } from "./draw-sheet.ts";
import type { DrawingWork } from "./drawing-thread.ts";
import type { OwnDrawing } from "./redraw-picture.ts";
import type { PictureWords, Screen } from "./words.ts";

export interface DrawnApart {
  /** Rejects when the picture could not be drawn. */
  draw(screen: Screen, spoken: PictureWords): Promise<Uint8Array>;
  /** Several screens on one picture, numbered. */
  board(tiles: readonly Tile[], spoken: PictureWords): Promise<Uint8Array>;
  /** An author's picture, cleaned and made small. Rejects when it is no picture that can be read. */
  redraw(own: OwnDrawing): Promise<Uint8Array>;
  /** A card or a poster, to be printed or sent on. */
  sheet(sheet: Sheet, as: "svg" | "png"): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The thread holds fonts and a layout engine: memory that a small machine wants back. */
const idleFor = 20_000;

/** Without these it grows to 300 MB before it tidies up; with them it stays near 130 and is no slower. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 160 } as const;

export function drawnApart(): DrawnApart {
  const file = new URL("./drawing-thread.ts", import.meta.url);
  const called = "the drawing thread";
  const { ask, close } = apart<DrawingWork>({ file, called, idleFor, resourceLimits });
  return {
    draw: (screen, spoken) => ask("screen", { screen, spoken }),
    board: (tiles, spoken) => ask("board", { tiles, spoken }),
    redraw: (own) => ask("own", own),
    sheet: (sheet, as) => ask("sheet", { sheet, as }),
    close,
  };
}
