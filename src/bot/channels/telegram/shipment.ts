/** How a kept photo, recording or document travels on Telegram. */
import { endingOf } from "../../conversations/media/endings.ts";
import { imageForm } from "../../conversations/media/image-form.ts";
import { toOggOpus, UnreadableVoice, voiceForm } from "../../conversations/media/voice-form.ts";
import type { MediaRow } from "../../store/media.ts";

export interface Shipment {
  readonly as: "photo" | "voice" | "document";
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** The same bytes go to many people: sent once, they need not be carried up again. */
  readonly knownAs?: string;
}

/** What Telegram would neither show nor play goes as a plain file: then at least it arrives. */
export function shipmentOf(
  { form, type, bytes }: Pick<MediaRow, "form" | "type" | "bytes">,
  name: string | undefined,
): Shipment {
  switch (form) {
    case "photo":
      return pictureShipment(bytes);
    case "voice":
      return voiceShipment(bytes);
    case "file":
      return { as: "document", bytes, filename: name ?? `tep.${endingOf(type)}` };
  }
}

function pictureShipment(bytes: Uint8Array): Shipment {
  const { kind } = imageForm(bytes);
  switch (kind) {
    case "jpeg":
    case "png":
    case "webp":
      return { as: "photo", bytes, filename: `anh.${kind === "jpeg" ? "jpg" : kind}` };
    case "gif":
    case "heic":
      return { as: "document", bytes, filename: `anh.${kind}` };
    case "unknown":
      return { as: "document", bytes, filename: "anh.bin" };
  }
}

function voiceShipment(bytes: Uint8Array): Shipment {
  const { kind } = voiceForm(bytes);
  switch (kind) {
    case "ogg-opus":
      return { as: "voice", bytes, filename: "loi-noi.ogg" };
    case "mp3":
    case "m4a":
      return { as: "voice", bytes, filename: `loi-noi.${kind}` };
    case "webm-opus":
      try {
        return { as: "voice", bytes: toOggOpus(bytes), filename: "loi-noi.ogg" };
      } catch (error) {
        if (!(error instanceof UnreadableVoice)) throw error;
        return { as: "document", bytes, filename: "loi-noi.webm" };
      }
    case "unknown":
      return { as: "document", bytes, filename: "loi-noi.bin" };
  }
}
