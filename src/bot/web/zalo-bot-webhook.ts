/** The door for messages that Zalo's bot platform pushes. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZaloBotChannel } from "../channels/zalo/bot/zalo-bot-channel.ts";

/** Events are a few hundred bytes. */
const largestEvent = 256 * 1024;

/** Whoever does not know the secret is turned away before a byte of what they send is read. */
export async function zaloBotWebhook(
  app: FastifyInstance,
  zalo: Pick<ZaloBotChannel, "knows" | "handleWebhook">,
): Promise<void> {
  await app.register(async (door) => {
    // Whatever the type says, it is read as bytes: a probe has none.
    door.removeAllContentTypeParsers();
    door.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    door.post(
      "/zalo/bot",
      {
        bodyLimit: largestEvent,
        onRequest: async (request, reply) => {
          if (isProbe(request) || zalo.knows(secretOf(request))) return;
          return reply.code(401).send();
        },
      },
      async (request, reply) => {
        if (isProbe(request)) return reply.code(200).send();
        const event = jsonOf(request.body);
        // Sent again it would be no more readable.
        if (event === undefined) return reply.code(400).send();
        return reply.code(zalo.handleWebhook(event).status).send();
      },
    );
  });
}

/** Seen while a webhook is set: no body, no type. There is nothing in it to believe. */
function isProbe({ headers }: FastifyRequest): boolean {
  const none = headers["content-length"] === undefined || headers["content-length"] === "0";
  return none && headers["transfer-encoding"] === undefined;
}

function secretOf({ headers }: FastifyRequest): string | undefined {
  const secret = headers["x-bot-api-secret-token"];
  return typeof secret === "string" ? secret : undefined;
}

function jsonOf(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
