/** A propagandist's likeness: given by themself, cleaned, and shown to the residents they help. */
import type { FastifyInstance } from "fastify";
import type { MediaId } from "../../flows/index.ts";
import { imageForm } from "../conversations/media/image-form.ts";
import { withoutMetadata } from "../conversations/media/without-metadata.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { largestRead, readMedia } from "./media.ts";

/** A face on a telephone needs no more. */
const largest = 1024 * 1024;

export function deskFaceRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  app.post("/desk/api/me/photo", { bodyLimit: largestRead }, async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const read = readMedia(request.body, "photo");
    if (read === undefined) return refuse(reply, 400, "not-read", who);
    const bytes = withoutMetadata(read.bytes);
    const form = imageForm(bytes);
    if (form.kind === "unknown") return refuse(reply, 400, "not-read", who);
    if (bytes.byteLength > largest) return refuse(reply, 413, "photo-too-large", who);
    store.savePhoto(who.id, { type: `image/${form.kind}`, bytes }, clock.now());
    return { ok: true };
  });

  app.post("/desk/api/me/photo/remove", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    store.savePhoto(who.id, undefined, clock.now());
    return { ok: true };
  });

  app.get<{ Params: { id: string } }>("/desk/api/faces/:id", async (request, reply) => {
    const who = signedIn(store, request);
    const face = request.params.id.startsWith("face-")
      ? store.media(request.params.id as MediaId)
      : undefined;
    if (who === undefined || face === undefined) return refuse(reply, 404, "not-found", who);
    return reply
      .header("content-type", face.type)
      .header("cache-control", "private, max-age=3600")
      .send(Buffer.from(face.bytes));
  });
}
