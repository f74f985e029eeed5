/** What goes with a reply, as far as Zalo carries it: a picture, a document; of anything else where to find it. */
import type { Reply } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import { endingOf } from "../../../conversations/media/endings.ts";
import { imageForm } from "../../../conversations/media/image-form.ts";
import type { SendContext } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import type { Enclosure } from "../../../store/media.ts";
import { drawnInTime, redrawnInTime } from "../../drawn-in-time.ts";
import type { Enclosed, EnclosedFile } from "./compose.ts";

/** Zalo refuses larger ones; in bytes. */
const largestPicture = 1024 * 1024;
const largestFile = 5 * 1024 * 1024;
/** Photos drawn again that are kept in case they have to be sent once more. */
const mostMadeSmall = 8;

export interface EnclosingOptions {
  /** Where a recording, or what is too large, can be opened for a while. */
  readonly linkTo: (media: Pick<Enclosure, "id" | "type">) => string;
  readonly clock: Clock;
  readonly log: Log;
}

interface WithReply {
  readonly media: Enclosure | undefined;
  /** Undefined when there was nothing in it but media which is gone. */
  readonly reply: Reply | undefined;
  readonly picture?: Enclosed | undefined;
  readonly file?: EnclosedFile | undefined;
}

export function enclosing(
  options: EnclosingOptions,
): (reply: Reply, about: SendContext) => Promise<WithReply> {
  const madeSmall = new Map<string, Uint8Array>();

  /** As it is, or drawn again where Zalo would refuse it for its size. */
  async function sendable(photo: Enclosure, about: SendContext): Promise<Enclosed | undefined> {
    const as = formOf(photo.bytes);
    if (as !== undefined && photo.bytes.length <= largestPicture)
      return { bytes: photo.bytes, type: as };
    const small = madeSmall.get(photo.id) ?? (await redrawnInTime(photo.bytes, about, options));
    if (small === undefined || small.length > largestPicture) return undefined;
    if (madeSmall.size >= mostMadeSmall) madeSmall.clear();
    madeSmall.set(photo.id, small);
    return { bytes: small, type: "image/png" };
  }

  async function drawn(
    screen: string | undefined,
    about: SendContext,
  ): Promise<Enclosed | undefined> {
    const picture = await drawnInTime(screen, about, options);
    if (picture === undefined || picture.bytes.length > largestPicture) return undefined;
    return { bytes: picture.bytes, type: "image/png", knownAs: picture.hash };
  }

  return async (reply, about) => {
    if (reply.media === undefined)
      return { media: undefined, reply, picture: await drawn(reply.screen, about) };
    const media = about.media(reply.media.id);
    if (media === undefined) return { media, reply: reply.text.trim() === "" ? undefined : reply };
    const says = linked[about.language][media.form];
    const address = options.linkTo(media);
    switch (media.form) {
      case "photo": {
        const picture = await sendable(media, about);
        const line = `${says} ${address}`;
        return picture === undefined
          ? { media, reply: withLine(reply, line) }
          : { media, reply, picture: { ...picture, linked: line } };
      }
      case "voice":
        return { media, reply: withLine(reply, `${says} ${address}`) };
      case "file": {
        const { bytes, type } = media;
        const name = reply.media.file?.name ?? `tep.${endingOf(type)}`;
        const line = `${says}\n${name}\n${address}`;
        return bytes.length > largestFile
          ? { media, reply: withLine(reply, line) }
          : { media, reply, file: { bytes, type, name, linked: line } };
      }
    }
  };
}

function formOf(photo: Uint8Array): Enclosed["type"] | undefined {
  const { kind } = imageForm(photo);
  if (kind === "jpeg") return "image/jpeg";
  return kind === "png" ? "image/png" : undefined;
}

export const withLine = (reply: Reply, line: string): Reply => ({
  ...reply,
  text: [reply.text.trim(), line].filter((one) => one !== "").join("\n"),
});

const linked = {
  vi: {
    photo: "Zalo không gửi được ảnh này. Bấm vào đây để xem:",
    voice: "Zalo không gửi được lời nói. Bấm vào đây để nghe:",
    file: "Zalo không gửi được tệp này. Bấm vào đây để mở:",
  },
  en: {
    photo: "Zalo does not carry this picture. Open this to see it:",
    voice: "Zalo does not carry recordings. Open this to listen:",
    file: "Zalo does not carry this file. Open this to see it:",
  },
} as const;
