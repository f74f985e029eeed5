/**
 * Trying a draft on a phone: the resident's chat on the draft's library, under an address nobody can guess,
 * for a day. It has a house of its own in memory: nothing is counted, no propagandist exists there to be
 * called, and its conversations are gone a day after their last word, or with the program.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { AccountId, ConversationId, Instant } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import { conversations } from "../conversations/conversations.ts";
import { tryLimit } from "../conversations/try-limit.ts";
import { hashOf } from "../ids.ts";
import type { Log } from "../log.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { AuthoringRoom } from "./authoring-room.ts";
import { chatRoutes } from "./chat-routes.ts";
import { livePages } from "./live.ts";
import { screenRoutes } from "./screen-routes.ts";

const minute = 60_000;
const keptFor = 24 * 60 * minute;
const sweepEvery = 10 * minute;
/** A change of the draft is seen within this time. */
const freshFor = 2000;

const over = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cầu Nối</title>
<main><h1>Đường thử này không còn</h1><p>Đường thử bản nháp chỉ dùng được một ngày. Nhờ cán bộ viết bài tạo đường mới.</p>
<p lang="en">This trial link is over. Ask the author of the guide for a new one.</p></main></html>`;

export async function trialRoutes(
  app: FastifyInstance,
  room: AuthoringRoom,
  options: {
    readonly clock: Clock;
    readonly log: Log;
    readonly pagesDir: string;
    readonly secure: boolean;
  },
): Promise<void> {
  const { clock, log } = options;
  const account = "trial" as AccountId;
  const store = openSqlite(":memory:", { now: clock.now });
  store.account({ id: account, commune: room.commune, channel: "web" });
  const running = conversations({ store, library: room.library, clock, log });
  const live = livePages<ConversationId>();
  const lastTurn = new Map<ConversationId, Instant>();
  const stopListening = running.onChanged((changed) => {
    for (const { conversation } of changed) {
      lastTurn.set(conversation, clock.now());
      live.each(conversation, (stream) => stream.send("news", {}));
    }
  });
  running.start();
  const ending = new AbortController();
  const sweeping = sweep();
  app.addHook("preClose", async () => {
    ending.abort();
    stopListening();
    live.closeAll();
    await sweeping;
    await running.stop();
    store.close();
  });

  async function sweep(): Promise<void> {
    while (!ending.signal.aborted) {
      await clock.sleep(sweepEvery, ending.signal);
      if (ending.signal.aborted) return;
      const now = clock.now();
      room.store.dropTryLinks(now);
      for (const [conversation, at] of lastTurn) {
        if (now - at < keptFor) continue;
        store.erase(conversation);
        lastTurn.delete(conversation);
      }
    }
  }

  let freshAt = Number.NEGATIVE_INFINITY;
  const page = join(options.pagesDir, "chat", "index.html");
  const html = existsSync(page) ? readFileSync(page) : Buffer.from(over);

  await app.register(
    async (scope) => {
      scope.addHook<{ Params: { trial?: string } }>("onRequest", async (request, reply) => {
        const link = room.store.tryLink(hashOf(request.params.trial ?? ""));
        if (link === undefined || link.expiresAt <= clock.now())
          return reply.code(410).header("content-type", "text/html; charset=utf-8").send(over);
        if (clock.now() - freshAt < freshFor) return;
        freshAt = clock.now();
        // With errors in it the draft stays as it was last sound.
        await room.refresh();
      });
      scope.get("/", (_request, reply) =>
        reply
          .header("content-type", "text/html; charset=utf-8")
          .header("cache-control", "no-store")
          .header("referrer-policy", "no-referrer")
          .send(html),
      );
      chatRoutes(scope, {
        store,
        conversations: running,
        library: room.library,
        clock,
        account,
        commune: room.commune,
        live,
        secure: options.secure,
        ...(room.pictures === undefined ? {} : { pictures: room.pictures }),
        draft: true,
        onSeen: () => undefined,
        sayLimit: tryLimit(40, minute),
        openLimit: tryLimit(60, 10 * minute),
      });
      if (room.pictures !== undefined) screenRoutes(scope, { pictures: room.pictures });
    },
    { prefix: "/thu/:trial" },
  );
}
