/**
 * An event as it is kept between arriving and being met: secrets are masked by then, and nothing stands in it
 * that its inbound will not hold, except where a picture or a recording can be fetched.
 */
import { z } from "zod";
import { inboundSchema, maskSecrets } from "../../../../flows/index.ts";
import type { Sent } from "./read-event.ts";

const keptSchema = z.discriminatedUnion("is", [
  z.object({ is: z.literal("ready"), inbound: inboundSchema }),
  z.object({ is: z.literal("join"), code: z.string() }),
  z.object({
    is: z.literal("photo"),
    address: z.string(),
    caption: z.string(),
    masked: z.array(z.string()),
  }),
  z.object({ is: z.literal("voice"), address: z.string() }),
]);
export type Kept = Readonly<z.infer<typeof keptSchema>>;

/** `asked` is what the current step asks for, so that a telephone number asked for is no secret. */
export function keptOf(
  sent: Sent,
  asked: Parameters<typeof maskSecrets>[1],
  seen: number | undefined,
): Kept {
  switch (sent.is) {
    case "words": {
      const { text, found } = maskSecrets(sent.text, asked);
      return {
        is: "ready",
        inbound: {
          kind: "words",
          text,
          masked: [...found],
          ...(seen === undefined ? {} : { seen }),
        },
      };
    }
    case "photo": {
      const { text, found } = maskSecrets(sent.caption, asked);
      return { is: "photo", address: sent.address, caption: text, masked: [...found] };
    }
    case "command":
      return { is: "ready", inbound: sent.command };
    case "unreadable":
      return { is: "ready", inbound: { kind: "unreadable", what: sent.what } };
    case "join":
    case "voice":
      return sent;
  }
}

export const written = (kept: Kept): string => JSON.stringify(kept);
export const readBack = (event: string): Kept => keptSchema.parse(JSON.parse(event));
