/** Draws one screen. Takes a few tenths of a second of one core: ask `drawn-apart.ts`, except in tests. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import satori, { type SatoriNode, type SatoriOptions } from "satori";
import { composed, type Fit, floor, height, width } from "./compose-screen.ts";
import { smallPng } from "./small-png.ts";
import type { PictureWords, Screen } from "./words.ts";

/** Largest first: few things on a screen are drawn large. */
const fits: readonly Fit[] = [
  ...[1.3, 1.22, 1.14, 1.07, 1].map((scale) => ({ scale, crowded: false })),
  ...[1.1, 1.05, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].map((scale) => ({ scale, crowded: true })),
];

/** A PNG, 720 × 960, below 60 KB. */
export async function drawScreen(screen: Screen, spoken: PictureWords): Promise<Uint8Array> {
  const { svg } = await laidOut(screen, spoken);
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return smallPng(image.pixels, image.width, image.height);
}

/** As large as everything on the screen allows. */
export async function laidOut(
  screen: Screen,
  spoken: PictureWords,
): Promise<{ readonly svg: string; readonly fit: Fit; readonly stands: boolean }> {
  const first = screen.elements.length <= 4 ? 0 : 3;
  let svg = "";
  let last: Fit = { scale: 1, crowded: true };
  for (const fit of fits.slice(first)) {
    let end = 0;
    const seen = (node: SatoriNode): void => {
      if (node.key === "end") end = node.top;
    };
    svg = await satori(composed(screen, spoken, fit), {
      width,
      height,
      fonts: fonts(),
      onNodeDetected: seen,
    });
    last = fit;
    if (end <= floor) return { svg, fit, stands: true };
  }
  return { svg, fit: last, stands: false };
}

let read: SatoriOptions["fonts"] | undefined;

/** Be Vietnam Pro comes in three files, by which letters they hold; each letter is taken where it is found. */
export function fonts(): SatoriOptions["fonts"] {
  if (read !== undefined) return read;
  const { resolve } = createRequire(import.meta.url);
  const file = (letters: string, weight: number): Buffer =>
    readFileSync(
      resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${letters}-${weight}-normal.woff`),
    );
  const parts = [
    ["Viet", "vietnamese"],
    ["VietLatin", "latin"],
    ["VietLatinExt", "latin-ext"],
  ] as const;
  read = parts.flatMap(([name, letters]) =>
    ([500, 700] as const).map((weight) => ({
      name,
      data: file(letters, weight),
      weight,
      style: "normal" as const,
    })),
  );
  return read;
}
