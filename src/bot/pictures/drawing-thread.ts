/** Runs beside the server and draws what it is asked for. */
import { doApart } from "../apart.ts";
import { drawBoard, type Tile } from "./draw-board.ts";
import { drawScreen } from "./draw-screen.ts";
import { type Sheet, sheetPng, sheetSvg } from "./draw-sheet.ts";
import { redrawn } from "./redraw-picture.ts";
import type { PictureWords, Screen } from "./words.ts";

const drawing = {
  screen: ({ screen, spoken }: { readonly screen: Screen; readonly spoken: PictureWords }) =>
    drawScreen(screen, spoken),
  board: ({ tiles, spoken }: { readonly tiles: readonly Tile[]; readonly spoken: PictureWords }) =>
    drawBoard(tiles, spoken),
  own: redrawn,
  sheet: async ({ sheet, as }: { readonly sheet: Sheet; readonly as: "svg" | "png" }) =>
    as === "png" ? sheetPng(sheet) : new TextEncoder().encode(await sheetSvg(sheet)),
};
export type DrawingWork = typeof drawing;

doApart(drawing);
