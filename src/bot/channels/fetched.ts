/** What came of fetching a file that a person sent: it is what its bytes say, never what it is called. */
import type { InboundOf } from "../../flows/index.ts";
import { imageForm } from "../conversations/media/image-form.ts";
import { voiceForm } from "../conversations/media/voice-form.ts";
import type { MediaRow } from "../store/media.ts";

export type Fetched =
  | { readonly is: "media"; readonly media: Pick<MediaRow, "form" | "type" | "bytes"> }
  | { readonly is: "unreadable"; readonly what: InboundOf<"unreadable">["what"] };

export const unreadable = (what: InboundOf<"unreadable">["what"]): Fetched => ({
  is: "unreadable",
  what,
});

export function lookedAt(form: MediaRow["form"], bytes: Uint8Array): Fetched {
  if (form === "voice") {
    const heard = voiceForm(bytes);
    return heard.kind === "unknown"
      ? unreadable("other")
      : { is: "media", media: { form, type: heard.mime, bytes } };
  }
  const picture = imageForm(bytes);
  switch (picture.kind) {
    case "jpeg":
    case "png":
    case "webp":
      return { is: "media", media: { form, type: picture.mime, bytes } };
    // Not every screen shows these, and a HEIC may say where it was taken.
    case "gif":
    case "heic":
    case "unknown":
      return unreadable("file");
  }
}

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
