/**
 * Addresses under which Zalo's servers, or a person's browser, may fetch one picture, recording or document for a while.
 * The address says what and until when, and is signed; nothing is kept for it, and what was erased is gone.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { MediaId } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import { adtsOf } from "../conversations/media/aac-adts.ts";
import { endingOf } from "../conversations/media/endings.ts";
import type { LentLinks, PictureOf } from "../conversations/ports.ts";
import type { Store } from "../store/store.ts";
import { dispositionOf } from "./media.ts";

/** Long enough for a resident to come back to a recording, short enough for a link that wandered off. */
const lifetime = 3 * 24 * 60 * 60 * 1000;

export interface LentMediaOptions {
  readonly store: Pick<Store, "media" | "recording">;
  /** Signs the addresses; whoever knows it can make them. */
  readonly secret: string;
  readonly clock: Clock;
  readonly pictureOf: PictureOf;
  readonly publicUrl: string | undefined;
  webRoot(): string;
}

/** What an address lends: a screen's picture, media as it is kept, or a recording as Zalo plays it. */
type Lent =
  | { readonly what: "screen"; readonly screen: string; readonly language: "vi" | "en" }
  | { readonly what: "media" | "aac"; readonly id: MediaId };

const bytesOf = (text: string): string => Buffer.from(text).toString("base64url");

function signatureOf(secret: string, payload: string): string {
  return createHmac("sha256", secret).update(payload).digest("base64url");
}

export function lentLinks(options: LentMediaOptions): LentLinks {
  const { clock, secret } = options;
  const address = (parts: readonly string[], ending: string): string => {
    // To the hour, so that the same picture sent to many keeps its address for a while.
    const until = Math.ceil((clock.now() + lifetime) / 3_600_000);
    const payload = bytesOf([...parts, until].join("|"));
    const root = options.publicUrl ?? options.webRoot();
    return `${root}/hinh/${payload}.${signatureOf(secret, payload)}.${ending}`;
  };
  return {
    public: options.publicUrl?.startsWith("https:") === true,
    screen: (screen, language) => address(["s", screen, language], "png"),
    media: ({ id, type }) => address(["m", id], endingOf(type)),
    aac: (id) => address(["a", id], "aac"),
  };
}

export function lentRoutes(app: FastifyInstance, options: LentMediaOptions): void {
  app.get<{ Params: { name: string } }>("/hinh/:name", async (request, reply) => {
    const lent = lentBy(request.params.name, options);
    const found = lent && (await fetched(lent, options));
    if (found === undefined) {
      return reply.code(404).send({ error: "not-found", says: "Liên kết này đã hết hạn." });
    }
    reply
      .header("content-type", found.type)
      .header("cache-control", "private, max-age=3600")
      .header("content-disposition", lentAs(found.type))
      .header("x-robots-tag", "noindex")
      .header("cross-origin-resource-policy", "cross-origin");
    return inPart(Buffer.from(found.bytes), request.headers.range, reply);
  });
}

function lentBy(name: string, { secret, clock }: LentMediaOptions): Lent | undefined {
  const [, payload = "", signature = ""] =
    /^([\w-]{8,200})\.([\w-]{43})\.[a-z0-9]{2,4}$/.exec(name) ?? [];
  const expected = Buffer.from(signatureOf(secret, payload));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [kind, what = "", ...rest] = Buffer.from(payload, "base64url").toString("utf8").split("|");
  if (Number(rest.at(-1)) * 3_600_000 < clock.now()) return undefined;
  if (kind === "m" || kind === "a") {
    return { what: kind === "m" ? "media" : "aac", id: what as MediaId };
  }
  return { what: "screen", screen: what, language: rest[0] === "en" ? "en" : "vi" };
}

async function fetched(
  lent: Lent,
  { store, pictureOf }: LentMediaOptions,
): Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined> {
  if (lent.what === "screen") return await pictureOf(lent.screen, lent.language);
  const media = store.media(lent.id) ?? store.recording(lent.id);
  if (media === undefined || lent.what === "media") return media;
  const adts = adtsOf(media.bytes);
  return adts === undefined ? undefined : { bytes: adts, type: "audio/aac" };
}

/** Whoever follows an address in a chat has no page that names it. */
function lentAs(type: string): string {
  const as = dispositionOf(type);
  return as === "attachment" ? `${as}; filename="tep.${endingOf(type)}"` : as;
}

/** iPhones play no sound of which they cannot ask for a part. */
function inPart(bytes: Buffer, range: string | undefined, reply: FastifyReply): FastifyReply {
  reply.header("accept-ranges", "bytes");
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (asked === null) return reply.send(bytes);
  const from = Number(asked[1]);
  const to = asked[2] === "" ? bytes.length - 1 : Math.min(Number(asked[2]), bytes.length - 1);
  if (from > to) return reply.code(416).header("content-range", `bytes */${bytes.length}`).send();
  return reply
    .code(206)
    .header("content-range", `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1));
}
