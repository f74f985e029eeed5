/** Pictures, recordings and documents as a page posts them: known by their bytes, never by what the page calls them. */
import type { MediaForm } from "../../flows/index.ts";
import { asDocument, asPicture } from "../conversations/media/looks.ts";
import { toOggOpus, UnreadableVoice, voiceForm } from "../conversations/media/voice-form.ts";
import type { MediaRow } from "../store/media.ts";
import { MediaTooLarge } from "../store/store-errors.ts";

/**
 * So much is read to its end, to be refused in words when it is over what is kept. Answering before all has come
 * breaks the connection under a browser, which then sees a lost network and sends again.
 */
export const largestRead = 32 * 1024 * 1024;

/** A document is opened by another program, never in a page of ours; the link to it says its name. */
export const dispositionOf = (type: string): "attachment" | "inline" =>
  type.startsWith("application/") ? "attachment" : "inline";

/** What the store keeps of one of them, at most. */
const largestKept = 10 * 1024 * 1024;

export function readMedia(
  body: unknown,
  form: MediaForm,
): Pick<MediaRow, "form" | "type" | "bytes"> | undefined {
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  // A picture may yet become smaller by what nobody meant to send.
  if (form !== "photo" && body.length > largestKept)
    throw new MediaTooLarge(body.length, largestKept);
  if (form === "photo") return asPicture(body);
  if (form === "file") return asDocument(body);
  const voice = voiceForm(body);
  if (voice.kind === "unknown") return undefined;
  return voice.kind === "webm-opus" ? asOgg(body) : { form, type: voice.mime, bytes: body };
}

/** Chromium's own wrapping is played by Chromium alone: what everybody is to hear is put into one all play. */
function asOgg(webm: Uint8Array): Pick<MediaRow, "form" | "type" | "bytes"> | undefined {
  try {
    return { form: "voice", type: "audio/ogg", bytes: toOggOpus(webm) };
  } catch (error) {
    if (error instanceof UnreadableVoice) return undefined;
    throw error;
  }
}
