/**
 * Recordings as Zalo hands them out: AAC in bare ADTS frames, which no phone's browser and no Telegram plays as
 * a voice. The same sound in an MP4 file is played everywhere, so the frames are put into one, and taken out
 * again for Zalo, without touching the sound.
 */
import { numberAt, signed } from "./bytes.ts";
import { type AacTrack, mostFrames, readM4a, writeM4a } from "./m4a.ts";

/** Sampling rates by the number ADTS and MP4 give them. */
const rates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
  7350,
] as const;

interface Frame {
  /** AudioSpecificConfig's own number: 2 is AAC-LC. */
  readonly kind: number;
  readonly rateIndex: number;
  readonly channels: number;
  readonly sound: Uint8Array;
  readonly length: number;
}

/** A header has thirteen bits for the length of its frame. */
const LONGEST_FRAME = 2 ** 13 - 1;

/** Twelve set bits, layer 0, and a length that holds at least the header. */
function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const head = numberAt(bytes, at, 7);
  if (head === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = bytes.subarray(at, at + 7);
  if (a !== 0xff || (b & 0xf6) !== 0xf0) return undefined;
  const header = (b & 1) === 1 ? 7 : 9;
  const length = ((d & 3) << 11) | (e << 3) | (f >> 5);
  const rateIndex = (c >> 2) & 15;
  // More than one block to a frame would need cutting inside the sound; no phone records so.
  if (length <= header || rates[rateIndex] === undefined || (g & 3) !== 0) return undefined;
  if (at + length > bytes.length) return undefined;
  return {
    kind: (c >> 6) + 1,
    rateIndex,
    channels: ((c & 1) << 2) | (d >> 6),
    sound: bytes.subarray(at + header, at + length),
    length,
  };
}

/** Some writers put a tag before the first frame: "ID3", version, flags and a length of four times seven bits. */
function soundBegins(bytes: Uint8Array): number {
  if (!signed(bytes, 0, "ID3")) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  return 10 + ((a << 21) | (b << 14) | (c << 7) | d);
}

/** Whether these are ADTS frames; a lone sync word may stand in anything, so a second frame must follow. */
export function isAdts(bytes: Uint8Array): boolean {
  const begins = soundBegins(bytes);
  const first = frameAt(bytes, begins);
  if (first === undefined) return false;
  const next = begins + first.length;
  return next === bytes.length || frameAt(bytes, next) !== undefined;
}

/** The same sound as an M4A file. A frame cut off at the end is left out, and what comes after some hours. Throws where there is none. */
export function m4aOf(adts: Uint8Array): Uint8Array {
  const frames: Frame[] = [];
  for (let at = soundBegins(adts); frames.length < mostFrames; ) {
    const frame = frameAt(adts, at);
    if (frame === undefined) break;
    frames.push(frame);
    at += frame.length;
  }
  const [first] = frames;
  const rate = first && rates[first.rateIndex];
  if (first === undefined || rate === undefined) throw new TypeError("these are no ADTS frames");
  return writeM4a({
    rate,
    channels: first.channels,
    config: Uint8Array.of(
      (first.kind << 3) | (first.rateIndex >> 1),
      ((first.rateIndex & 1) << 7) | (first.channels << 3),
    ),
    frames: frames.map(({ sound }) => sound),
  });
}

/** The same sound in ADTS frames, as Zalo takes it; undefined for a file whose sound is no plain AAC we can find. */
export function adtsOf(bytes: Uint8Array): Uint8Array | undefined {
  if (isAdts(bytes)) return bytes;
  const track: AacTrack | undefined = readM4a(bytes);
  if (track === undefined) return undefined;
  const [one = 0, two = 0] = track.config;
  const kind = one >> 3;
  const rateIndex = ((one & 7) << 1) | (two >> 7);
  const channels = (two >> 3) & 15;
  if (track.frames.some(({ length }) => length + 7 > LONGEST_FRAME)) return undefined;
  // ADTS has two bits for the kind: main, LC, SSR and LTP, and three for the channels.
  if (kind < 1 || kind > 4 || rates[rateIndex] === undefined || channels < 1 || channels > 7) {
    return undefined;
  }
  return Buffer.concat(
    track.frames.flatMap((sound) => [header(kind, rateIndex, channels, sound.length + 7), sound]),
  );
}

function header(kind: number, rateIndex: number, channels: number, length: number): Uint8Array {
  return Uint8Array.of(
    0xff,
    0xf1,
    ((kind - 1) << 6) | (rateIndex << 2) | (channels >> 2),
    ((channels & 3) << 6) | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  );
}
