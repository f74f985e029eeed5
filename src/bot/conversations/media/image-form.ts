/** What a picture is, by its bytes. */
import { numberAt, numberBackwardsAt, signed } from "./bytes.ts";

export interface Picture {
  readonly kind: "jpeg" | "png" | "webp" | "gif" | "heic";
  readonly mime: "image/jpeg" | "image/png" | "image/webp" | "image/gif" | "image/heic";
  /** In pixels as stored, before any turning; undefined when the file does not say it plainly. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

export type ImageForm = Picture | { readonly kind: "unknown" };

export function imageForm(bytes: Uint8Array): ImageForm {
  if (numberAt(bytes, 0, 3) === 0xffd8ff) {
    return { kind: "jpeg", mime: "image/jpeg", size: jpegSize(bytes) };
  }
  if (signed(bytes, 0, "\x89PNG\r\n\x1a\n")) {
    return {
      kind: "png",
      mime: "image/png",
      size: sizeOf(numberAt(bytes, 16, 4), numberAt(bytes, 20, 4)),
    };
  }
  if (signed(bytes, 0, "RIFF") && signed(bytes, 8, "WEBP")) {
    return { kind: "webp", mime: "image/webp", size: webpSize(bytes) };
  }
  if (signed(bytes, 0, "GIF87a") || signed(bytes, 0, "GIF89a")) {
    const size = sizeOf(numberBackwardsAt(bytes, 6, 2), numberBackwardsAt(bytes, 8, 2));
    return { kind: "gif", mime: "image/gif", size };
  }
  if (
    signed(bytes, 4, "ftyp") &&
    /^(?:hei[cmsx]|hev[cm]|mif1|msf1)$/.test(String.fromCharCode(...bytes.subarray(8, 12)))
  ) {
    return { kind: "heic", mime: "image/heic", size: heicSize(bytes) };
  }
  return { kind: "unknown" };
}

const sizeOf = (width: number | undefined, height: number | undefined): Picture["size"] =>
  width === undefined || height === undefined || width === 0 || height === 0
    ? undefined
    : { width, height };

/** The frame header (SOF) holds the size; DHT, JPG and DAC share its range of markers. */
function jpegSize(bytes: Uint8Array): Picture["size"] {
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sizeOf(numberAt(bytes, at + 7, 2), numberAt(bytes, at + 5, 2));
    }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += 2 + (standsAlone ? 0 : Math.max(2, numberAt(bytes, at + 2, 2) ?? 2));
  }
  return undefined;
}

function webpSize(bytes: Uint8Array): Picture["size"] {
  const oneMore = (value: number | undefined) => (value === undefined ? undefined : value + 1);
  if (signed(bytes, 12, "VP8X")) {
    return sizeOf(
      oneMore(numberBackwardsAt(bytes, 24, 3)),
      oneMore(numberBackwardsAt(bytes, 27, 3)),
    );
  }
  if (signed(bytes, 12, "VP8L")) {
    const packed = numberBackwardsAt(bytes, 21, 4);
    return packed === undefined
      ? undefined
      : sizeOf((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
  }
  if (signed(bytes, 12, "VP8 ")) {
    const [width, height] = [numberBackwardsAt(bytes, 26, 2), numberBackwardsAt(bytes, 28, 2)];
    return width === undefined || height === undefined
      ? undefined
      : sizeOf(width & 0x3fff, height & 0x3fff);
  }
  return undefined;
}

const HEIC_HEAD = 65_536;

/** A phone stores tiles and a thumbnail beside the picture; the largest "ispe" is the whole. */
function heicSize(bytes: Uint8Array): Picture["size"] {
  let largest: Picture["size"];
  for (let at = 12; at + 16 <= Math.min(bytes.length, HEIC_HEAD); at += 1) {
    if (!signed(bytes, at, "ispe")) continue;
    const size = sizeOf(numberAt(bytes, at + 8, 4), numberAt(bytes, at + 12, 4));
    if (size && (!largest || size.width * size.height > largest.width * largest.height))
      largest = size;
  }
  return largest;
}
