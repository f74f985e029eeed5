/** An MP4 file with one AAC track: written from its frames, and read back where it is written plainly. */
import { joined, numberAt, signed } from "./bytes.ts";

export interface AacTrack {
  /** Samples a second. */
  readonly rate: number;
  readonly channels: number;
  /** AudioSpecificConfig, as MP4 keeps it. */
  readonly config: Uint8Array;
  readonly frames: readonly Uint8Array[];
}

const samplesInFrame = 1024;

/** Four hours at the rate of speech; a file of ten megabytes can say that it holds ten million. */
export const mostFrames = 250_000;
/** No turning, no stretching. */
const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

/** Numbers of four bytes. */
const long = (...values: readonly number[]): Uint8Array => longs(values);
/** As many as there are: handed over one by one, very many would not fit. */
const longs = (values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, k) => {
    view.setUint32(k * 4, value);
  });
  return bytes;
};
/** Numbers of two bytes. */
const short = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value >> 8, value & 0xff]));
const letters = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const box = (name: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(parts);
  return joined([long(content.length + 8), letters(name), content]);
};
/** A descriptor of MPEG-4 systems: a tag, a length of seven bits, the content. */
const descriptor = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(parts);
  return joined([Uint8Array.of(tag, content.length), content]);
};

/** A whole file, its index before its sound, so that it plays while it loads. */
export function writeM4a(track: AacTrack): Uint8Array {
  const type = box("ftyp", letters("M4A "), long(0), letters("M4A mp42isom"));
  // The index names where the sound begins; its own length does not depend on that.
  const where = type.length + movie(track, 0).length + 8;
  return joined([type, movie(track, where), box("mdat", joined(track.frames))]);
}

function movie(track: AacTrack, soundAt: number): Uint8Array {
  const { rate } = track;
  const duration = track.frames.length * samplesInFrame;
  const media = box(
    "mdia",
    box("mdhd", long(0, 0, 0, rate, duration), short(0x55c4, 0)),
    box("hdlr", long(0, 0), letters("soun"), long(0, 0, 0), letters("SoundHandler\0")),
    box(
      "minf",
      box("smhd", long(0, 0)),
      box("dinf", box("dref", long(0, 1), box("url ", long(1)))),
      samples(track, soundAt),
    ),
  );
  return box(
    "moov",
    box(
      "mvhd",
      long(0, 0, 0, rate, duration, 0x10000),
      short(0x100, 0),
      long(0, 0, ...matrix, 0, 0, 0, 0, 0, 0, 2),
    ),
    box(
      "trak",
      box(
        "tkhd",
        long(7, 0, 0, 1, 0, duration, 0, 0),
        short(0, 0, 0x100, 0),
        long(...matrix, 0, 0),
      ),
      media,
    ),
  );
}

function samples({ rate, channels, config, frames }: AacTrack, soundAt: number): Uint8Array {
  const loudest = frames.reduce((most, { length }) => Math.max(most, length), 0);
  const decoder = descriptor(
    4,
    Uint8Array.of(0x40, 0x15),
    Uint8Array.of(loudest >> 16, loudest >> 8, loudest),
    long(0, 0),
    descriptor(5, config),
  );
  const esds = box(
    "esds",
    long(0),
    descriptor(3, short(1), Uint8Array.of(0), decoder, descriptor(6, Uint8Array.of(2))),
  );
  const sound = box(
    "mp4a",
    long(0),
    short(0, 1),
    long(0, 0),
    short(channels, 16, 0, 0),
    long(rate * 0x10000),
    esds,
  );
  return box(
    "stbl",
    box("stsd", long(0, 1), sound),
    box("stts", long(0, 1, frames.length, samplesInFrame)),
    box("stsc", long(0, 1, 1, frames.length, 1)),
    box("stsz", long(0, 0, frames.length), longs(frames.map(({ length }) => length))),
    box("stco", long(0, 1, soundAt)),
  );
}

interface Box {
  readonly start: number;
  readonly end: number;
}

function boxIn(bytes: Uint8Array, name: string, { start, end }: Box): Box | undefined {
  for (let at = start; at + 8 <= end; ) {
    const size = numberAt(bytes, at, 4) ?? 0;
    if (size < 8 || at + size > end) return undefined;
    if (signed(bytes, at + 4, name)) return { start: at + 8, end: at + size };
    at += size;
  }
  return undefined;
}

const path = (bytes: Uint8Array, from: Box, ...names: readonly string[]): Box | undefined =>
  names.reduce<Box | undefined>((within, name) => within && boxIn(bytes, name, within), from);

/**
 * The AAC frames of a file with one whole index, as this program, iPhones' recorders and most encoders write
 * them. Undefined for anything else: a file written piece by piece has its index in pieces too.
 */
export function readM4a(bytes: Uint8Array): AacTrack | undefined {
  const whole: Box = { start: 0, end: bytes.length };
  const table = path(bytes, whole, "moov", "trak", "mdia", "minf", "stbl");
  if (table === undefined) return undefined;
  const sound = boxIn(bytes, "stsd", table);
  if (sound === undefined || !signed(bytes, sound.start + 12, "mp4a")) return undefined;
  const entry = sound.start + 16;
  const channels = numberAt(bytes, entry + 16, 2) ?? 0;
  const rate = numberAt(bytes, entry + 24, 2) ?? 0;
  const esds = boxIn(bytes, "esds", { start: entry + 28, end: sound.end });
  const config = esds && configIn(bytes.subarray(esds.start + 4, esds.end));
  const frames = framesIn(bytes, table);
  return config === undefined || frames === undefined
    ? undefined
    : { rate, channels, config, frames };
}

/** What stands behind tag 5 inside the nested descriptors 3 and 4. */
function configIn(bytes: Uint8Array): Uint8Array | undefined {
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    let length = 0;
    at += 1;
    // Lengths come in seven bits a byte, the highest bit saying that more follow.
    for (let more = true; more && at < bytes.length; at += 1) {
      length = (length << 7) | ((bytes[at] ?? 0) & 0x7f);
      more = ((bytes[at] ?? 0) & 0x80) !== 0;
    }
    if (length < 0 || at + length > bytes.length) return undefined;
    if (tag === 5) return length >= 2 ? bytes.subarray(at, at + length) : undefined;
    if (tag === 3) at += 3;
    else if (tag === 4) at += 13;
    else at += length;
  }
  return undefined;
}

/**
 * Every count is held against what its box can hold and what the file can, before anything is counted by it:
 * one broken byte would otherwise keep this program, and with it everybody, for minutes.
 */
function framesIn(bytes: Uint8Array, table: Box): Uint8Array[] | undefined {
  const sizes = boxIn(bytes, "stsz", table);
  const chunks = rowsIn(bytes, boxIn(bytes, "stco", table), 1);
  const runs = rowsIn(bytes, boxIn(bytes, "stsc", table), 3);
  if (sizes === undefined || chunks === undefined || runs === undefined) return undefined;
  const same = numberAt(bytes, sizes.start + 4, 4) ?? 0;
  const each = rowsIn(bytes, { start: sizes.start + 4, end: sizes.end }, same > 0 ? 0 : 1);
  if (each === undefined || each.count === 0 || each.count > mostFrames) return undefined;

  const frames: Uint8Array[] = [];
  // Together they are no longer than the file: frames that lie on each other would fill the memory.
  let room = bytes.length;
  let run = 0;
  for (let chunk = 0; chunk < chunks.count && frames.length < each.count; chunk += 1) {
    // A run goes on until the next one begins; chunks are counted from one there.
    while (run + 1 < runs.count && runs.at(run + 1, 0) <= chunk + 1) run += 1;
    let from = chunks.at(chunk, 0);
    const inChunk = runs.count > 0 && runs.at(run, 0) <= chunk + 1 ? runs.at(run, 1) : 0;
    if (inChunk === 0) return undefined;
    for (let left = inChunk; left > 0 && frames.length < each.count; left -= 1) {
      const size = same > 0 ? same : each.at(frames.length, 0);
      room -= size;
      if (size === 0 || room < 0 || from + size > bytes.length) return undefined;
      frames.push(bytes.subarray(from, from + size));
      from += size;
    }
  }
  return frames.length === each.count ? frames : undefined;
}

interface Rows {
  readonly count: number;
  at(row: number, column: number): number;
}

/** A table of four-byte numbers behind its count, where the box holds all it says it does. */
function rowsIn(bytes: Uint8Array, box: Box | undefined, columns: number): Rows | undefined {
  const count = box && numberAt(bytes, box.start + 4, 4);
  if (box === undefined || count === undefined) return undefined;
  const first = box.start + 8;
  if (first + count * columns * 4 > box.end) return undefined;
  return {
    count,
    at: (row, column) => numberAt(bytes, first + (row * columns + column) * 4, 4) ?? 0,
  };
}
