/**
 * Up to four screens on one picture, numbered, each under its name: for channels that carry one picture with a
 * message. Takes as long as its screens together: ask `drawn-apart.ts`, except in tests.
 */
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { height as screenHeight, width as screenWidth } from "./compose-screen.ts";
import { fonts, laidOut } from "./draw-screen.ts";
import { fontFamily, ink } from "./ink.ts";
import { smallPng } from "./small-png.ts";
import { blank, column, type Drawn, row, words } from "./tree.ts";
import { type PictureWords, type Screen, said } from "./words.ts";

/** One screen of a board: drawn from its description, or an author's own PNG of it. */
export interface Tile {
  readonly screen: Screen;
  readonly own?: Uint8Array | undefined;
}

const columns = 2;
const gap = 16;
const boardWidth = 720;
const tileWidth = (boardWidth - gap * (columns + 1)) / columns;
const tileHeight = Math.round((tileWidth * screenHeight) / screenWidth);
const nameHeight = 112;
/** Four screens have many edges: fewer shades of them keep the picture small, and nobody sees the difference. */
const boardColours = 24;
const cellHeight = nameHeight + tileHeight;

/** A PNG, 720 wide, below 60 KB. */
export async function drawBoard(tiles: readonly Tile[], spoken: PictureWords): Promise<Uint8Array> {
  const height = gap + Math.ceil(tiles.length / columns) * (cellHeight + gap);
  const svg = await satori(frame(tiles, spoken, height), {
    width: boardWidth,
    height,
    fonts: fonts(),
  });
  const board = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const pixels = new Uint8Array(board.pixels);
  for (const [index, tile] of tiles.entries()) {
    const drawn = await tileOf(tile, spoken);
    lay(drawn, pixels, { left: leftOf(index), top: topOf(index) + nameHeight });
  }
  return smallPng(pixels, board.width, board.height, boardColours);
}

const leftOf = (index: number): number => gap + (index % columns) * (tileWidth + gap);
const topOf = (index: number): number => gap + Math.floor(index / columns) * (cellHeight + gap);

/** Numbers and names; the screens are laid into it afterwards. */
function frame(tiles: readonly Tile[], spoken: PictureWords, height: number): Drawn {
  return column(
    { width: boardWidth, height, background: ink.around, fontFamily },
    ...tiles.map(({ screen }, index) =>
      column(
        {
          position: "absolute",
          left: leftOf(index),
          top: topOf(index),
          width: tileWidth,
          height: cellHeight,
        },
        row(
          { width: "100%", height: nameHeight, alignItems: "center", gap: 12 },
          row(
            {
              width: 72,
              height: 72,
              alignItems: "center",
              justifyContent: "center",
              borderRadius: 36,
              background: ink.dark,
            },
            words(String(index + 1), { fontSize: 46, fontWeight: 700, color: ink.paper }),
          ),
          words(said(screen.says, spoken), {
            fontSize: 27,
            fontWeight: 700,
            color: ink.text,
            flexShrink: 1,
            flexGrow: 1,
            flexBasis: 0,
            maxHeight: nameHeight,
            overflow: "hidden",
          }),
        ),
        blank({ width: tileWidth, height: tileHeight, background: ink.paper }),
      ),
    ),
  );
}

interface Pixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function tileOf({ screen, own }: Tile, spoken: PictureWords): Promise<Pixels> {
  const svg = own === undefined ? (await laidOut(screen, spoken)).svg : framed(own);
  const drawn = new Resvg(svg, {
    font: { loadSystemFonts: false },
    background: ink.paper,
    fitTo: { mode: "width", value: tileWidth },
  }).render();
  return { pixels: drawn.pixels, width: drawn.width, height: drawn.height };
}

/** An author's picture has a shape of its own: whole, in the middle of the tile. */
const framed = (png: Uint8Array): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${screenWidth}" height="${screenHeight}" viewBox="0 0 ${screenWidth} ${screenHeight}"><image width="${screenWidth}" height="${screenHeight}" xlink:href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/></svg>`;

/** Copies a tile into the board, line by line; what would stand out at its edges is cut. */
function lay(tile: Pixels, onto: Uint8Array, at: { readonly left: number; readonly top: number }) {
  const across = Math.min(tile.width, boardWidth - at.left);
  for (let y = 0; y < Math.min(tile.height, tileHeight); y += 1) {
    const from = y * tile.width * 4;
    onto.set(
      tile.pixels.subarray(from, from + across * 4),
      ((at.top + y) * boardWidth + at.left) * 4,
    );
  }
}
