/**
 * An author's own picture, drawn again: upright, no wider than a phone needs, as the small PNG that the folder
 * takes. Nothing but what the eye sees comes through: no place, no time, no thumbnail of what was painted over.
 */
import { Resvg } from "@resvg/resvg-js";
import { smallPng } from "./small-png.ts";

export interface OwnDrawing {
  readonly bytes: Uint8Array;
  readonly mime: "image/png" | "image/jpeg";
  /** As stored, before turning. */
  readonly width: number;
  readonly height: number;
  /** How the camera was held, 1 to 8 as Exif counts. */
  readonly turn: number;
}

/** Wide enough to read on a phone, small enough for a weak network. */
const widest = 720;

export function redrawn({ bytes, mime, width, height, turn }: OwnDrawing): Uint8Array {
  const lies = turn >= 5;
  const [wide, high] = lies ? [height, width] : [width, height];
  const turned: Readonly<Record<number, string>> = {
    2: `matrix(-1 0 0 1 ${width} 0)`,
    3: `matrix(-1 0 0 -1 ${width} ${height})`,
    4: `matrix(1 0 0 -1 0 ${height})`,
    5: "matrix(0 1 1 0 0 0)",
    6: `matrix(0 1 -1 0 ${height} 0)`,
    7: `matrix(0 -1 -1 0 ${height} ${width})`,
    8: `matrix(0 -1 1 0 0 ${width})`,
  };
  const transform = turned[turn] === undefined ? "" : ` transform="${turned[turn]}"`;
  const data = Buffer.from(bytes).toString("base64");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">` +
    `<g${transform}><image width="${width}" height="${height}" href="data:${mime};base64,${data}"/></g></svg>`;
  const image = new Resvg(svg, {
    background: "#fff",
    fitTo: { mode: "width", value: Math.min(widest, wide) },
    font: { loadSystemFonts: false },
  }).render();
  // What cannot be read comes out as white paper, which is no use to anybody either.
  if (image.pixels.every((part) => part === 255)) throw new Error("the picture cannot be read");
  return smallPng(image.pixels, image.width, image.height);
}
