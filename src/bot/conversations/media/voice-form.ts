/**
 * What a voice recording is, and how to make it one that every channel plays.
 *
 * Firefox records Ogg/Opus and Safari MP4: those go as they are. Chromium records WebM, which
 * neither Telegram nor iPhones play as a voice message, although the sound inside is the same
 * Opus; so its packets are put into an Ogg file, without touching the sound.
 */
import { numberAt, numberBackwardsAt, signed } from "./bytes.ts";
import { oggOpus, packetSamples } from "./ogg-opus.ts";
import { opusInWebm } from "./opus-in-webm.ts";

export type VoiceForm =
  | {
      readonly kind: "ogg-opus";
      readonly mime: "audio/ogg";
      readonly milliseconds: number | undefined;
    }
  | { readonly kind: "webm-opus"; readonly mime: "audio/webm"; readonly milliseconds: number }
  | { readonly kind: "m4a"; readonly mime: "audio/mp4"; readonly milliseconds: number | undefined }
  | { readonly kind: "mp3"; readonly mime: "audio/mpeg" }
  | { readonly kind: "unknown" };

/** Says what the bytes are by looking at them; names and headers from outside are not asked. */
export function voiceForm(bytes: Uint8Array): VoiceForm {
  if (signed(bytes, 0, "OggS")) {
    if (!signed(bytes, 28, "OpusHead")) return { kind: "unknown" };
    return { kind: "ogg-opus", mime: "audio/ogg", milliseconds: oggMilliseconds(bytes) };
  }
  const webm = opusInWebm(bytes);
  if (webm !== undefined) {
    const samples = webm.packets.reduce((sum, packet) => sum + packetSamples(packet), 0);
    const heard = samples - webm.padding - preSkipOf(webm.head);
    return { kind: "webm-opus", mime: "audio/webm", milliseconds: inMilliseconds(heard) };
  }
  if (signed(bytes, 4, "ftyp")) return mp4Form(bytes);
  if (signed(bytes, 0, "ID3") || isMp3Frame(bytes)) return { kind: "mp3", mime: "audio/mpeg" };
  return { kind: "unknown" };
}

/** A WebM recording whose sound we cannot find; sending it on would leave someone with silence. */
export class UnreadableVoice extends Error {
  override readonly name = "UnreadableVoice";
}

/** The same sound as an Ogg/Opus file. Throws `UnreadableVoice` when there is no Opus in it. */
export function toOggOpus(webm: Uint8Array): Uint8Array {
  const stream = opusInWebm(webm);
  if (stream === undefined || !stream.packets.some((packet) => packetSamples(packet) > 0)) {
    throw new UnreadableVoice(
      "This is not a WebM recording with Opus sound; ask for it once more.",
    );
  }
  return oggOpus(stream);
}

const inMilliseconds = (samples: number): number => Math.max(0, Math.round(samples / 48));
const preSkipOf = (head: Uint8Array): number => numberBackwardsAt(head, 10, 2) ?? 0;

/** The position on the last page says how long it all is. */
function oggMilliseconds(bytes: Uint8Array): number | undefined {
  const farthest = Math.max(0, bytes.length - 65_307 - 27); // a page is at most 65,307 bytes long
  for (let at = bytes.length - 27; at >= farthest; at -= 1) {
    if (!signed(bytes, at, "OggS")) continue;
    const low = numberBackwardsAt(bytes, at + 6, 4) ?? 0;
    const high = numberBackwardsAt(bytes, at + 10, 4) ?? 0;
    if (high === 0xffffffff) continue; // no packet ends on this page
    return inMilliseconds(high * 2 ** 32 + low - (numberBackwardsAt(bytes, 38, 2) ?? 0));
  }
  return undefined;
}

const PICTURE_BRANDS = /^(?:hei[cfmsx]|hev[cm]|mif1|msf1|avi[fs])$/;

/** Sound in an MP4 file; a film or a picture in the same wrapping is not a voice. */
function mp4Form(bytes: Uint8Array): VoiceForm {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  if (PICTURE_BRANDS.test(brand)) return { kind: "unknown" };
  const movie = boxIn(bytes, "moov", 0, bytes.length);
  if (movie === undefined) {
    return brand.startsWith("M4A")
      ? { kind: "m4a", mime: "audio/mp4", milliseconds: undefined }
      : { kind: "unknown" };
  }
  const handlers = trackHandlers(bytes, movie);
  if (!handlers.includes("soun") || handlers.includes("vide")) return { kind: "unknown" };
  return { kind: "m4a", mime: "audio/mp4", milliseconds: mp4Milliseconds(bytes, movie) };
}

interface Box {
  readonly start: number;
  readonly end: number;
}

/** The content of the first box of that name; boxes are a length, four letters, and the content. */
function boxIn(bytes: Uint8Array, name: string, from: number, to: number): Box | undefined {
  for (let at = from; at + 8 <= to; ) {
    const stated = numberAt(bytes, at, 4) ?? 0;
    const wide = stated === 1;
    const size = wide ? (numberAt(bytes, at + 8, 8) ?? 0) : stated === 0 ? to - at : stated;
    if (size < 8) return undefined;
    const end = Math.min(at + size, to);
    if (signed(bytes, at + 4, name)) return { start: at + (wide ? 16 : 8), end };
    at += size;
  }
  return undefined;
}

function trackHandlers(bytes: Uint8Array, movie: Box): string[] {
  const handlers: string[] = [];
  for (let from = movie.start; from < movie.end; ) {
    const track = boxIn(bytes, "trak", from, movie.end);
    if (track === undefined) break;
    const media = boxIn(bytes, "mdia", track.start, track.end);
    const handler = media && boxIn(bytes, "hdlr", media.start, media.end);
    if (handler)
      handlers.push(String.fromCharCode(...bytes.subarray(handler.start + 8, handler.start + 12)));
    from = track.end;
  }
  return handlers;
}

/** Recorders that write as they go leave the length at zero: then it is unknown. */
function mp4Milliseconds(bytes: Uint8Array, movie: Box): number | undefined {
  const header = boxIn(bytes, "mvhd", movie.start, movie.end);
  if (header === undefined) return undefined;
  const long = bytes[header.start] === 1;
  const scale = numberAt(bytes, header.start + (long ? 20 : 12), 4) ?? 0;
  const length = numberAt(bytes, header.start + (long ? 24 : 16), long ? 8 : 4) ?? 0;
  return scale > 0 && length > 0 ? Math.round((length / scale) * 1000) : undefined;
}

/** Eleven set bits, layer III, and neither a forbidden bit rate nor a forbidden sampling rate. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return (
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) === 0x02 &&
    third >> 4 !== 0x0f &&
    third >> 4 !== 0 &&
    (third & 0x0c) !== 0x0c
  );
}
