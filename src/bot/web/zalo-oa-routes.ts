/** The doors for an Official Account: its events, and the way back from Zalo's page of consent. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { type Consented, consentPath } from "../channels/zalo/oa/consent.ts";
import { consentSays } from "../channels/zalo/oa/consent-words.ts";
import type { OaChannel } from "../channels/zalo/oa/oa-channel.ts";
import { escaped } from "./escaped.ts";

/** Far larger than any event. */
const largestEvent = 256 * 1024;

/** Said once; twice is not what Zalo does. */
const once = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export function zaloOaRoutes(app: FastifyInstance, oa: OaChannel): void {
  // A room of its own: the mac is over the bytes as they came, so nothing may read them first.
  void app.register(async (room) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    room.post("/zalo/oa", { bodyLimit: largestEvent }, async (request, reply) => {
      const { status } = await oa.handleWebhook({
        raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: once(request.headers["x-zevent-signature"]),
        timestamp: once(request.headers["x-zevent-timestamp"]),
      });
      return reply.code(status).send();
    });
  });
  // Somebody looks whether the address is there; so may Zalo's console.
  app.get("/zalo/oa", (_request, reply) => reply.code(200).send());

  app.get<{ Querystring: Record<string, string | string[] | undefined> }>(
    consentPath,
    async ({ query }, reply) => {
      const done = await oa.consent.finish({
        code: once(query["code"]),
        oa_id: once(query["oa_id"]),
        state: once(query["state"]),
      });
      return page(reply, done);
    },
  );
}

function page(reply: FastifyReply, done: Consented): FastifyReply {
  const { vi, en } = consentSays(done);
  return reply
    .code(done.ok ? 200 : 400)
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .send(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cầu Nối</title><p>${escaped(vi)}</p><p lang="en">${escaped(en)}</p></html>`,
    );
}
