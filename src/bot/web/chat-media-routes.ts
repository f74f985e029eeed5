/** Photos, voices and documents of the chat: what a resident sends, and what a page may fetch. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { type Inbound, type MediaId, mediaFormSchema } from "../../flows/index.ts";
import { asInbound } from "../conversations/media/as-inbound.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Enclosure } from "../store/media.ts";
import type { Store } from "../store/store.ts";
import { type ChatDoor, type ChatRoutesOptions, refuse } from "./chat-door.ts";
import { answered } from "./chat-said.ts";
import { historyShown } from "./chat-view.ts";
import { dispositionOf, largestRead, readMedia } from "./media.ts";
import type { ChatTaken } from "./wire/chat.ts";

const mediaQuery = z.object({
  key: z.string().min(8).max(64),
  kind: mediaFormSchema,
  /** What the sender calls a document. */
  name: z.string().max(300).optional(),
  answers: z.coerce.number().int().min(1).optional(),
});

export function chatMediaRoutes(
  app: FastifyInstance,
  options: ChatRoutesOptions,
  { rowOf }: ChatDoor,
): void {
  const { store, conversations, clock, account } = options;

  app.post("/api/chat/media", { bodyLimit: largestRead }, async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const { language } = row.saved;
    const query = mediaQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, "not-read", language);
    if (!options.sayLimit.allows(row.id, clock.now()))
      return refuse(reply.header("retry-after", "10"), 429, "too-often", language);
    const { key, kind, name } = query.data;
    const quoted = answered(row, query.data.answers, { store });
    const read = readMedia(request.body, kind);
    const inbound: Inbound =
      read === undefined
        ? { kind: "unreadable", what: kind === "voice" ? "other" : "file" }
        : asInbound(
            conversations.keepMedia(account, row.peer, read),
            read,
            { caption: "", masked: [], name },
            quoted,
          );
    const taken = await conversations.take({
      account,
      peer: row.peer,
      key: `${row.id}/${key}`,
      inbound,
      at: clock.now(),
    });
    return { key, fresh: taken.fresh } satisfies ChatTaken;
  });

  app.get<{ Params: { id: string } }>("/api/media/:id", async (request, reply) => {
    const row = rowOf(request);
    const recording = row && store.recording(request.params.id as never);
    if (recording !== undefined && recording.commune === row?.commune)
      return sendMedia(reply, recording);
    const media = store.media(request.params.id as never);
    const mine =
      row !== undefined &&
      media !== undefined &&
      (media.conversation === row.id ||
        isFaceOf(store, row, media.id) ||
        store
          .lastLines(row.id, historyShown)
          .some((l) => l.what.is === "reply" && l.what.reply.media?.id === media.id));
    if (!mine) return reply.code(404).send({ error: "not-found", says: "" });
    return sendMedia(reply, media);
  });
}

/** The likeness of whoever is helping here is shown as long as they do, and nobody else's. */
function isFaceOf(store: Pick<Store, "propagandist">, row: ConversationRow, id: MediaId): boolean {
  const of = row.saved.case;
  if (of?.state.is !== "claimed") return false;
  const helping = [of.state.by, ...(of.beside ?? [])];
  return helping.some((by) => store.propagandist(by.id)?.photo === id);
}

const sendMedia = (reply: FastifyReply, { type, bytes }: Enclosure): FastifyReply =>
  reply
    .header("content-type", type)
    .header("cache-control", "private, max-age=3600")
    .header("content-disposition", dispositionOf(type))
    .send(Buffer.from(bytes));
