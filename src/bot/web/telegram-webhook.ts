/** The door for Telegram's updates when they are pushed instead of fetched. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { TelegramChannel } from "../channels/telegram/telegram-channel.ts";
import type { Config } from "../config.ts";

/** Far larger than any update. */
const largestUpdate = 1024 * 1024;

/** Whoever does not know the secret is turned away before a byte of what they send is read. */
export function telegramWebhook(
  app: FastifyInstance,
  telegram: TelegramChannel,
  mode: NonNullable<Config["telegram"]>["mode"],
): void {
  const expected = mode === "polling" ? undefined : digestOf(mode.secret);
  const secretOf = ({ headers }: FastifyRequest): string => {
    const secret = headers["x-telegram-bot-api-secret-token"];
    return typeof secret === "string" ? secret : "";
  };
  app.post(
    "/telegram/webhook",
    {
      bodyLimit: largestUpdate,
      onRequest: async (request, reply) => {
        if (expected === undefined) return reply.callNotFound();
        if (!timingSafeEqual(digestOf(secretOf(request)), expected)) return reply.code(401).send();
      },
    },
    async (request, reply) => {
      const { status } = await telegram.handleWebhook(request.body, secretOf(request));
      return reply.code(status).send();
    },
  );
}

/** Of equal length whatever was sent, so that comparing takes equally long. */
const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
