/** The resident's chat: opening, saying, and reading by sequence. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { joinCodeIn } from "../conversations/commands.ts";
import { wayInCodeIn } from "../conversations/way-in-code.ts";
import { hashOf, newConversationId, newCookie } from "../ids.ts";
import { type ChatRoutesOptions, chatDoor, refuse } from "./chat-door.ts";
import { chatMediaRoutes } from "./chat-media-routes.ts";
import { chatReturnRoutes } from "./chat-return-routes.ts";
import { inboundOf, saidSchema } from "./chat-said.ts";
import { chatView, newsAtOnce } from "./chat-view.ts";
import { eventStream } from "./live.ts";
import { placeOf } from "./place-of.ts";
import { wayInCookie } from "./way-in-routes.ts";
import type { ChatTaken } from "./wire/chat.ts";

const seenSchema = z.object({ seq: z.int().min(0), reached: z.int().min(0).optional() });
const afterQuery = z.object({ after: z.coerce.number().int().min(0).optional() });

/** The way in that the page before this one was opened by. */
function payloadOf(request: FastifyRequest): { readonly payload?: string } {
  const code = request.cookies[wayInCookie];
  return code === undefined || wayInCodeIn(code) === undefined ? {} : { payload: code };
}

export function chatRoutes(app: FastifyInstance, options: ChatRoutesOptions): void {
  const { store, conversations, clock, account, live } = options;
  const door = chatDoor(options);
  const { rowOf, giveCookie, freshCode } = door;
  const view = chatView(options);
  const { newsOf, openedOf } = view;
  chatMediaRoutes(app, options, door);
  chatReturnRoutes(app, options, door, view);

  app.post("/api/chat/open", async (request, reply) => {
    let row = rowOf(request);
    if (options.beside !== undefined) {
      if (row === undefined) return refuse(reply, 410, "left");
      if (row.returnCode === undefined) row = freshCode(row);
      return openedOf(row, options.beside(request)?.label);
    }
    if (row === undefined) {
      if (!options.openLimit.allows(request.ip, clock.now()))
        return refuse(reply.header("retry-after", "60"), 429, "too-often");
      const cookie = newCookie();
      row = store.conversationOf(account, hashOf(cookie), newConversationId, clock.now());
      giveCookie(reply, cookie);
    }
    // A new conversation has none, and one that was erased has lost it.
    if (row.returnCode === undefined) row = freshCode(row);
    const way = options.draft === true ? {} : payloadOf(request);
    if (row.revision === 0 || way.payload !== undefined) {
      const { peer } = row;
      await conversations.take({
        account,
        peer,
        // Each way somebody comes by is met once, however often they open the page.
        key: `${row.id}/arrived${way.payload === undefined ? "" : `/${way.payload}`}`,
        inbound: { kind: "arrived", ...way },
        at: clock.now(),
      });
      if (way.payload !== undefined) reply.clearCookie(wayInCookie, { path: "/" });
      row = store.conversation(row.id) ?? row;
    }
    return openedOf(row);
  });

  app.get("/api/chat/entries", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const query = afterQuery.safeParse(request.query);
    return newsOf(row, query.success ? (query.data.after ?? 0) : 0);
  });

  app.get("/api/chat/stream", (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) {
      refuse(reply, 409, "no-conversation");
      return;
    }
    const query = afterQuery.safeParse(request.query);
    const last = Number(
      request.headers["last-event-id"] ?? (query.success ? query.data.after : undefined) ?? 0,
    );
    reply.hijack();
    const stream = eventStream(reply.raw, reply.getHeaders());
    let sent = Number.isSafeInteger(last) && last >= 0 ? last : 0;
    const push = (): void => {
      const now = store.conversation(row.id);
      // The cookie may have moved to another browser meanwhile: this page no longer shows the conversation.
      if (now === undefined || now.peer !== row.peer) {
        stream.close();
        return;
      }
      for (;;) {
        const { entries, state } = newsOf(now, sent);
        for (const entry of entries) stream.send("entry", entry, entry.seq);
        const read = store.lines(row.id, sent, newsAtOnce);
        sent = read.at(-1)?.seq ?? sent;
        if (read.length === newsAtOnce) continue;
        stream.send("state", state);
        return;
      }
    };
    const left = live.open(row.id, { send: push, close: stream.close });
    request.raw.on("close", left);
    push();
  });

  app.post("/api/chat/say", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const { language } = row.saved;
    if (!options.sayLimit.allows(row.id, clock.now()))
      return refuse(reply.header("retry-after", "10"), 429, "too-often", language);
    const said = saidSchema.safeParse(request.body);
    if (!said.success) return refuse(reply, 400, "not-read", language);
    const code = "text" in said.data ? joinCodeIn(said.data.text) : undefined;
    if (code !== undefined) {
      const taken = await conversations.join(
        account,
        row.peer,
        `${row.id}/${said.data.key}`,
        code,
        clock.now(),
      );
      return { key: said.data.key, fresh: taken.fresh } satisfies ChatTaken;
    }
    const inbound = inboundOf(row, said.data, { store, conversations, account });
    const taken = await conversations.take({
      account,
      peer: row.peer,
      key: `${row.id}/${said.data.key}`,
      inbound,
      at: clock.now(),
      place: placeOf(request.ip),
    });
    return { key: said.data.key, fresh: taken.fresh } satisfies ChatTaken;
  });

  app.post("/api/chat/seen", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const seen = seenSchema.safeParse(request.body);
    if (!seen.success) return refuse(reply, 400, "not-read");
    if (seen.data.seq > 0) store.shown(row.id, seen.data.seq);
    if (seen.data.reached !== undefined) store.reached(row.id, seen.data.reached);
    if (row.saved.case !== undefined) options.onSeen(row.saved.case.id);
    return reply.code(204).send();
  });
}
