/** What bytes from outside are to us, whatever they are called: undefined where they are nothing we carry. */
import type { MediaRow } from "../../store/media.ts";
import { documentForm } from "./document-form.ts";
import { imageForm } from "./image-form.ts";

type Look = (bytes: Uint8Array) => Pick<MediaRow, "form" | "type" | "bytes"> | undefined;

export const asPicture: Look = (bytes) => {
  const picture = imageForm(bytes);
  switch (picture.kind) {
    case "jpeg":
    case "png":
    case "webp":
      return { form: "photo", type: picture.mime, bytes };
    // Not every screen shows these, and a HEIC may say where it was taken.
    case "gif":
    case "heic":
    case "unknown":
      return undefined;
  }
};

export const asDocument: Look = (bytes) => {
  const document = documentForm(bytes);
  return document.kind === "unknown" ? undefined : { form: "file", type: document.mime, bytes };
};
