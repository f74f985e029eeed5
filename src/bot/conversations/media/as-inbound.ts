/** What a person sent, once it is kept: as their conversation hears it. */
import {
  type Document,
  documentName,
  type Inbound,
  type InboundOf,
  type MediaId,
  maskSecrets,
} from "../../../flows/index.ts";
import type { MediaRow } from "../../store/media.ts";
import { endingOf } from "./endings.ts";

/** What came with it. */
export interface Along {
  /** Without secrets. */
  readonly caption: string;
  readonly masked: readonly string[];
  readonly album?: string | undefined;
  /** What its sender calls it, as it came; a document's alone is kept. */
  readonly name?: string | undefined;
}

/** Nothing came with it. */
export const alone: Partial<Along> = {};

type OnPlatform = Partial<Pick<InboundOf<"photo">, "seen" | "about" | "message" | "quote">> & {
  readonly answers?: number | undefined;
};

export function asInbound(
  media: MediaId,
  { form, type, bytes }: Pick<MediaRow, "form" | "type" | "bytes">,
  { caption, masked, album, name = "" }: Along,
  onPlatform: OnPlatform = {},
): Inbound {
  const said = {
    caption,
    masked: [...masked],
    ...(album === undefined ? {} : { album }),
    ...onPlatform,
  };
  switch (form) {
    case "voice":
      return caption === ""
        ? { kind: "voice", media, ...onPlatform }
        : { kind: "voice", media, caption, masked: [...masked], ...onPlatform };
    case "photo":
      return { kind: "photo", media, ...said };
    case "file":
      return { kind: "file", media, file: documentOf(name, { type, bytes }), ...said };
  }
}

/** A scanner writes the time into a name: what may be a secret is covered there without a word about codes. */
export const documentOf = (
  given: string,
  { type, bytes }: Pick<MediaRow, "type" | "bytes">,
): Document => ({
  name: documentName(maskSecrets(given).text, endingOf(type)),
  size: bytes.length,
});
