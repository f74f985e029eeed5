/** What came of fetching a file that a person sent: it is what its bytes say, never what it is called. */
import type { InboundOf } from "../../flows/index.ts";
import { isAdts, m4aOf } from "../conversations/media/aac-adts.ts";
import { asDocument, asPicture } from "../conversations/media/looks.ts";
import { voiceForm } from "../conversations/media/voice-form.ts";
import type { MediaRow } from "../store/media.ts";

export type Fetched =
  | { readonly is: "media"; readonly media: Pick<MediaRow, "form" | "type" | "bytes"> }
  | { readonly is: "unreadable"; readonly what: InboundOf<"unreadable">["what"] };

export const unreadable = (what: InboundOf<"unreadable">["what"]): Fetched => ({
  is: "unreadable",
  what,
});

const endings = /\.(?:jpe?g|png|webp|pdf|docx?|m4a|aac|mp3|ogg|oga|opus|webm)$/i;
const types = /^(?:image\/|audio\/|application\/(?:pdf|msword|.*wordprocessingml))/i;

/** Whether a file is worth fetching, by what it is called; some platforms say `pdf` for a type. */
export const mayBeCarried = (type: string, name: string): boolean =>
  endings.test(name.trim()) || endings.test(`.${type}`) || types.test(type);

/** `form` is what its platform calls it; what a person picked as a file may be anything we carry. */
export function lookedAt(form: MediaRow["form"], bytes: Uint8Array): Fetched {
  const looks = form === "file" ? [asDocument, asPicture, asVoice] : [looksOf[form]];
  for (const look of looks) {
    const media = look(bytes);
    if (media !== undefined) return { is: "media", media };
  }
  return unreadable(form === "voice" ? "other" : "file");
}

const asVoice: typeof asPicture = (bytes) => {
  // What Zalo records; a bare stream is no file that pages play.
  if (isAdts(bytes)) return { form: "voice", type: "audio/mp4", bytes: m4aOf(bytes) };
  const heard = voiceForm(bytes);
  return heard.kind === "unknown" ? undefined : { form: "voice", type: heard.mime, bytes };
};

const looksOf = { photo: asPicture, voice: asVoice } as const;

/** The whole of a body; undefined when it is larger than allowed. Rejects when it breaks off. */
export async function wholeOf(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown },
  largest: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largest) {
      body.destroy();
      return undefined;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
