/**
 * Takes out of a picture what nobody meant to send: where and when it was taken, with which
 * phone, and the small copy made before something was painted over.
 *
 * Kept is what the eye needs: the picture itself, its colours, and which way is up.
 */
import { joined, keptOf, numberAt, numberBackwardsAt, signed } from "./bytes.ts";
import { imageForm } from "./image-form.ts";

/**
 * The same picture without metadata. JPEG, PNG and WebP are cleaned; a GIF carries none worth
 * the name, and a HEIC comes back as it was: its metadata cannot be cut out without moving the
 * picture, so whoever keeps one must know that it may say where it was taken.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  switch (imageForm(bytes).kind) {
    case "jpeg":
      return cleanJpeg(bytes);
    case "png":
      return cleanPng(bytes);
    case "webp":
      return cleanWebp(bytes);
    case "gif":
    case "heic":
    case "unknown":
      return bytes;
  }
}

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);

/** Copies the segments a decoder needs and stops at the first end: phones hang films behind it. */
function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const kept = keptOf(bytes);
  let turn = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = numberAt(bytes, at + 2, 2) ?? 0;
    if (length < 2) break;
    const isScan = marker === 0xda;
    const end = isScan
      ? endOfScan(bytes, at + 2 + length)
      : Math.min(at + 2 + length, bytes.length);
    if (marker === 0xe1) turn = orientationOf(bytes.subarray(at, end)) ?? turn;
    if (isWanted(marker, bytes, at, end)) kept.keep(at, end);
    at = end;
  }
  // The turn comes first, where cameras put it; without one there is nothing to say.
  return joined([START, ...(turn === 1 ? [] : [orientationSegment(turn)]), kept.whole(), END]);
}

/** Within a scan 0xff is followed by 0 or by a restart marker; anything else is the next segment. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function isWanted(marker: number, bytes: Uint8Array, at: number, end: number): boolean {
  if (marker === 0xfe) return false; // a comment
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return signed(bytes, at + 4, "JFIF\0") && end - at === 18; // longer: a small copy inside
  if (marker === 0xe2) return signed(bytes, at + 4, "ICC_PROFILE\0");
  return marker === 0xee && signed(bytes, at + 4, "Adobe");
}

const ORIENTATION = 0x0112;

/** Which way is up in a cleaned picture, 1 to 8 as Exif counts; only a JPEG says so. */
export function turnOf(cleaned: Uint8Array): number {
  if (numberAt(cleaned, 2, 2) !== 0xffe1) return 1;
  return orientationOf(cleaned.subarray(2)) ?? 1;
}

/** Which way is up (1 to 8), if this is an Exif segment that says so. */
function orientationOf(segment: Uint8Array): number | undefined {
  if (!signed(segment, 4, "Exif\0\0")) return undefined;
  const tiff = segment.subarray(10);
  const read = signed(tiff, 0, "II") ? numberBackwardsAt : numberAt;
  const directory = read(tiff, 4, 4);
  if (directory === undefined) return undefined;
  // As many as it says, and no more than there is room for.
  const room = Math.floor((tiff.length - directory - 2) / 12);
  const entries = Math.min(read(tiff, directory, 2) ?? 0, room, 512);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (read(tiff, at, 2) !== ORIENTATION) continue;
    const turn = read(tiff, at + 8, 2);
    return turn !== undefined && turn >= 1 && turn <= 8 ? turn : undefined;
  }
  return undefined;
}

/** An Exif segment that says which way is up and nothing else. */
function orientationSegment(turn: number): Uint8Array {
  const exif = [...new TextEncoder().encode("Exif\0\0MM"), 0, 42, 0, 0, 0, 8];
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(0xff, 0xe1, 0, 2 + exif.length + entry.length, ...exif, ...entry);
}

const PNG_METADATA = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"];

function cleanPng(bytes: Uint8Array): Uint8Array {
  const kept = keptOf(bytes);
  kept.keep(0, 8);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = Math.min(at + 12 + (numberAt(bytes, at, 4) ?? 0), bytes.length);
    const is = (name: string) => signed(bytes, at + 4, name);
    if (!PNG_METADATA.some(is)) kept.keep(at, end);
    if (is("IEND")) break;
    at = end;
  }
  return kept.whole();
}

const WEBP_SAYS_METADATA = 0x08 | 0x04; // Exif, XMP

function cleanWebp(bytes: Uint8Array): Uint8Array {
  const kept = keptOf(bytes);
  kept.keep(0, 12);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = numberBackwardsAt(bytes, at + 4, 4) ?? 0;
    const end = Math.min(at + 8 + length + (length % 2), bytes.length);
    if (!signed(bytes, at, "EXIF") && !signed(bytes, at, "XMP ")) kept.keep(at, end);
    at = end;
  }
  const clean = kept.whole();
  // What the file says it holds stands in its first chunk, or nowhere.
  if (signed(clean, 12, "VP8X") && clean.length > 20)
    clean[20] = (clean[20] ?? 0) & ~WEBP_SAYS_METADATA;
  new DataView(clean.buffer).setUint32(4, clean.length - 8, true);
  return clean;
}
