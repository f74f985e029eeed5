/** A picture that can be drawn again: what it is, how large, and which way up. */
import { imageForm } from "./image-form.ts";
import { turnOf, withoutMetadata } from "./without-metadata.ts";

export interface Drawable {
  /** Without metadata. */
  readonly bytes: Uint8Array;
  readonly mime: "image/png" | "image/jpeg";
  /** As stored, before turning. */
  readonly width: number;
  readonly height: number;
  /** How the camera was held, 1 to 8 as Exif counts. */
  readonly turn: number;
}

/** Larger ones would take the machine's memory to read. */
const mostPixels = 30_000_000;

/** Undefined where it is neither PNG nor JPEG, does not say its size, or is too large to be read. */
export function drawable(picture: Uint8Array): Drawable | undefined {
  const form = imageForm(picture);
  if ((form.kind !== "png" && form.kind !== "jpeg") || form.size === undefined) return undefined;
  if (form.size.width * form.size.height > mostPixels) return undefined;
  const bytes = withoutMetadata(picture);
  return {
    bytes,
    mime: form.kind === "png" ? "image/png" : "image/jpeg",
    ...form.size,
    turn: form.kind === "jpeg" ? turnOf(bytes) : 1,
  };
}
