/** Pictures of screens. Their address holds a hash of what they show, so a phone loads each one once. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";

const name = z.string().regex(/^[a-z0-9-]{1,60}$/);
const paramsSchema = z.object({ file: name, picture: z.string() });
const pictureName = /^([a-z0-9-]{1,60})\.(vi|en)\.png$/;

export interface ScreenRoutesOptions {
  readonly pictures: ScreenPictures;
}

/** `GET /screens/<file>/<screen>.<language>.png?v=<hash>`. */
export function screenRoutes(app: FastifyInstance, { pictures }: ScreenRoutesOptions): void {
  app.get("/screens/:file/:picture", async (request, reply) => {
    const params = paramsSchema.safeParse(request.params);
    const [, screen, language] = params.success
      ? (pictureName.exec(params.data.picture) ?? [])
      : [];
    const picture =
      params.success && screen !== undefined && (language === "vi" || language === "en")
        ? await pictures.pictureFor(`${params.data.file}/${screen}`, language)
        : undefined;
    if (picture === undefined) return reply.code(404).send({ error: "not-found", says: "" });
    const asked = z.object({ v: z.string() }).safeParse(request.query);
    const exact = asked.success && asked.data.v === picture.hash;
    return (
      reply
        .header("content-type", picture.type)
        // An older address shows the newer picture, which must not be kept under it.
        .header(
          "cache-control",
          exact ? "public, max-age=31536000, immutable" : "public, max-age=60",
        )
        .header("content-disposition", "inline")
        .send(Buffer.from(picture.bytes))
    );
  });
}
