/**
 * Reads the Opus packets out of a WebM recording, as Chromium's MediaRecorder writes it: a stream
 * whose segment and clusters do not know their own size, possibly cut off in the middle.
 */
import { numberAt, signed } from "./bytes.ts";

export interface OpusStream {
  /** The OpusHead of the recording, as an Ogg stream needs it. */
  readonly head: Uint8Array;
  readonly packets: readonly Uint8Array[];
  /** Samples at 48 kHz that the recorder added at the end only to fill its last packet. */
  readonly padding: number;
}

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const AUDIO = 0xe1;
const BLOCK_GROUP = 0xa0;
const TRACK_NUMBER = 0xd7;
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63a2;
const CODEC_DELAY = 0x56aa;
const CHANNELS = 0x9f;
const ENCODINGS = 0x6d80;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
const DISCARD_PADDING = 0x75a2;

/** We step into these and simply go on reading, so whether they know their size does not matter. */
const OPENED: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, TRACKS, TRACK, AUDIO, BLOCK_GROUP]);

/** Every block looks for its track: a file that says it has very many would keep everybody waiting. */
const mostTracks = 16;

/** An hour of the shortest packets that recorders make; a file of ten megabytes can say it holds ten million. */
const mostPackets = 200_000;

/** A packet alone in its block stands among at most four more. */
const mostElements = 5 * mostPackets;

interface Track {
  number: number;
  codec: string;
  head: Uint8Array | undefined;
  delay: number;
  channels: number;
  /** Compressed or encrypted by the container; no recorder we know does that. */
  encoded: boolean;
}

/** The first Opus track of a WebM sound file, or undefined when there is none we can read. */
export function opusInWebm(bytes: Uint8Array): OpusStream | undefined {
  if (numberAt(bytes, 0, 4) !== EBML) return undefined;
  const tracks: Track[] = [];
  const packets: Uint8Array[] = [];
  let padding = 0;
  let elements = 0;
  for (let at = 0; at < bytes.length; ) {
    elements += 1;
    if (elements > mostElements || packets.length > mostPackets) return undefined;
    const id = elementId(bytes, at);
    const size = id && elementSize(bytes, at + id.length);
    if (!id || !size) break; // cut off: what came before is still a recording
    const start = at + id.length + size.length;
    if (OPENED.has(id.value)) {
      if (id.value === TRACK) tracks.push(aTrack());
      if (tracks.length > mostTracks) return undefined;
      at = start;
      continue;
    }
    if (size.value === undefined || start + size.value > bytes.length) break;
    const content = bytes.subarray(start, start + size.value);
    const track = tracks.at(-1);
    switch (id.value) {
      case TRACK_NUMBER:
        if (track) track.number = numberAt(content, 0, content.length) ?? 0;
        break;
      case CODEC:
        if (track)
          track.codec = String.fromCharCode(...content.subarray(0, 32)).replace(/\0+$/, "");
        break;
      case CODEC_PRIVATE:
        if (track) track.head = content;
        break;
      case CODEC_DELAY:
        if (track) track.delay = samples(numberAt(content, 0, content.length) ?? 0);
        break;
      case CHANNELS:
        if (track) track.channels = numberAt(content, 0, content.length) ?? 1;
        break;
      case ENCODINGS:
        if (track) track.encoded = true;
        break;
      case SIMPLE_BLOCK:
      case BLOCK: {
        const opus = tracks.find(({ codec }) => codec === "A_OPUS");
        const block = opus && blockOf(content);
        if (block && block.track === opus.number) {
          packets.push(...block.frames);
          padding = 0;
        }
        break;
      }
      case DISCARD_PADDING:
        padding = Math.max(0, samples(signedNumber(content)));
        break;
    }
    at = start + size.value;
  }
  if (tracks.some(({ codec }) => codec.startsWith("V_"))) return undefined; // a film is no voice
  const opus = tracks.find(({ codec }) => codec === "A_OPUS");
  if (opus === undefined || opus.encoded || packets.length === 0) return undefined;
  return { head: headOf(opus), packets, padding };
}

const aTrack = (): Track => ({
  number: 0,
  codec: "",
  head: undefined,
  delay: 0,
  channels: 1,
  encoded: false,
});

const samples = (nanoseconds: number): number => Math.round((nanoseconds * 48) / 1_000_000);

function signedNumber(content: Uint8Array): number {
  const value = numberAt(content, 0, content.length) ?? 0;
  return (content[0] ?? 0) >= 0x80 ? value - 256 ** content.length : value;
}

/** Length of a number whose leading zero bits say how many bytes follow: 1 to 8, or 0. */
const lengthByLeadingBits = (first: number): number => (first === 0 ? 0 : Math.clz32(first) - 23);

function elementId(bytes: Uint8Array, at: number): { value: number; length: number } | undefined {
  const length = lengthByLeadingBits(bytes[at] ?? 0);
  if (length === 0 || length > 4) return undefined;
  const value = numberAt(bytes, at, length);
  return value === undefined ? undefined : { value, length };
}

/** `value` is undefined for an element that does not know its size. */
function elementSize(
  bytes: Uint8Array,
  at: number,
): { value: number | undefined; length: number } | undefined {
  const length = lengthByLeadingBits(bytes[at] ?? 0);
  const marked = length === 0 ? undefined : numberAt(bytes, at, length);
  if (marked === undefined) return undefined;
  const value = marked - 2 ** (7 * length);
  return { value: value === 2 ** (7 * length) - 1 ? undefined : value, length };
}

interface Block {
  readonly track: number;
  readonly frames: readonly Uint8Array[];
}

const XIPH = 1;
const FIXED = 2;
const BY_DIFFERENCE = 3;

/** A block: track, time (2 bytes), flags, and one frame or several laced together. */
function blockOf(content: Uint8Array): Block | undefined {
  const track = elementSize(content, 0);
  if (track?.value === undefined) return undefined;
  const flags = content[track.length + 2];
  if (flags === undefined) return undefined;
  const body = content.subarray(track.length + 3);
  const frames = framesOf(body, (flags >> 1) & 3);
  return frames && { track: track.value, frames };
}

function framesOf(body: Uint8Array, lacing: number): Uint8Array[] | undefined {
  if (lacing === 0) return [body];
  const count = (body[0] ?? 0) + 1;
  let at = 1;
  const sizes: number[] = [];
  while (lacing !== FIXED && sizes.length < count - 1) {
    if (lacing === XIPH) {
      let size = 0;
      let part = 255;
      while (part === 255) {
        const next = body[at];
        if (next === undefined) return undefined;
        part = next;
        size += part;
        at += 1;
      }
      sizes.push(size);
      continue;
    }
    const stated = elementSize(body, at);
    if (stated?.value === undefined || lacing !== BY_DIFFERENCE) return undefined;
    const previous = sizes.at(-1);
    // After the first one, a size is the difference to the one before, with the middle meaning zero.
    const middle = 2 ** (7 * stated.length - 1) - 1;
    sizes.push(previous === undefined ? stated.value : previous + stated.value - middle);
    at += stated.length;
  }
  if (lacing === FIXED) {
    const size = (body.length - at) / count;
    if (!Number.isInteger(size)) return undefined;
    sizes.push(...Array.from({ length: count - 1 }, () => size));
  }
  const frames: Uint8Array[] = [];
  for (const size of sizes) {
    if (size < 0 || at + size > body.length) return undefined;
    frames.push(body.subarray(at, at + size));
    at += size;
  }
  return [...frames, body.subarray(at)];
}

function headOf(track: Track): Uint8Array {
  const given = track.head;
  if (given !== undefined && given.length >= 19 && signed(given, 0, "OpusHead")) {
    const head = given.slice();
    const preSkip = (head[10] ?? 0) + (head[11] ?? 0) * 256;
    if (preSkip === 0 && track.delay > 0) putPreSkip(head, track.delay);
    return head;
  }
  const head = new Uint8Array(19);
  head.set(new TextEncoder().encode("OpusHead"));
  head[8] = 1;
  head[9] = track.channels === 2 ? 2 : 1;
  putPreSkip(head, track.delay);
  head.set([0x80, 0xbb, 0, 0], 12); // 48000
  return head;
}

function putPreSkip(head: Uint8Array, delay: number): void {
  const preSkip = Math.min(delay, 0xffff);
  head[10] = preSkip & 0xff;
  head[11] = preSkip >> 8;
}
