/** Pictures made of noise. */
import { crc32, deflateSync } from "node:zlib";

/** A PNG of colours without order, which nothing makes smaller than its pixels. */
export function noise(width: number, height: number, seed = 12_345): Buffer {
  let state = seed;
  const lines = Buffer.alloc((width * 3 + 1) * height);
  for (let at = 0; at < lines.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    lines[at] = at % (width * 3 + 1) === 0 ? 0 : state >>> 24;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    whole.set(body, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** So many that differ, each the size of a thumbnail. */
export const different = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, at) => noise(12, 9, at + 1));

let large: Buffer | undefined;
/** Larger than anything that is kept. */
export const tooLarge = (): Buffer => {
  large ??= noise(2000, 1900);
  return large;
};
