/** Writes a drawing as a PNG with a palette: a third of the size of full colour, and a phone cannot tell them apart. */
import { crc32, deflateSync } from "node:zlib";

/** As many as a byte tells apart; fewer make a large picture small, since edges get fewer shades. */
const allColours = 256;

/** `pixels` are RGBA, row by row; transparency is not kept. */
export function smallPng(
  pixels: Uint8Array,
  width: number,
  height: number,
  mostColours = allColours,
): Uint8Array {
  const { palette, indexed } = withPalette(pixels, width * height, mostColours);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    lines.set(indexed.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, by palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The commonest colours as they are; the shades between them, which only edges have, go to the nearest. */
function withPalette(
  pixels: Uint8Array,
  count: number,
  mostColours: number,
): { readonly palette: readonly number[]; readonly indexed: Uint8Array } {
  const colourAt = (n: number): number =>
    ((pixels[n * 4] ?? 0) << 16) | ((pixels[n * 4 + 1] ?? 0) << 8) | (pixels[n * 4 + 2] ?? 0);
  const seen = new Map<number, number>();
  for (let n = 0; n < count; n += 1) {
    const colour = colourAt(n);
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  const byCount = [...seen].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette: number[] = [];
  // First those clearly apart from one another, so that rare but strong colours keep a place.
  for (const apart of [24, 8, 0]) {
    for (const colour of byCount) {
      if (palette.length >= mostColours) break;
      if (palette.every((kept) => distance(kept, colour) > apart * apart)) palette.push(colour);
    }
  }
  const places = new Map<number, number>();
  for (const colour of seen.keys()) places.set(colour, nearest(palette, colour));
  const indexed = new Uint8Array(count);
  for (let n = 0; n < count; n += 1) indexed[n] = places.get(colourAt(n)) ?? 0;
  return { palette, indexed };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let place = 1; place < palette.length; place += 1) {
    if (distance(palette[place] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = place;
  }
  return best;
}

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}
