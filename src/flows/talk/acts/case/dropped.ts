/** Pictures and documents that nobody is to see. */
import type { Saved } from "../../saved.ts";
import { effect, type Talk, withSaved } from "../../talk.ts";

export const dropped = (talk: Talk, photos: Saved["photos"]): Talk =>
  withSaved(effect(talk, ...photos.map(({ media }) => ({ do: "drop-media" as const, media }))), {
    photos: talk.saved.photos.filter((photo) => !photos.includes(photo)),
  });
