/** Whether the process lives, whether it can work, and figures for whoever watches it. No words, no ids. */
import type { FastifyInstance } from "fastify";
import type { Clock } from "../clock.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";
import { readiness } from "./readiness.ts";

/** What is due happens within seconds; later than this it has not happened. */
const grace = 60_000;

export function healthRoutes(
  app: FastifyInstance,
  options: {
    readonly store: Store;
    readonly clock: Clock;
    readonly conversations: RunningConversations;
    readonly log: Log;
    readonly room: () => number | undefined;
  },
): void {
  const { store, clock, conversations } = options;
  let turns = 0;
  let replies = 0;
  const stop = conversations.onChanged((changed) => {
    turns += changed.length;
    replies += changed.reduce((sum, c) => sum + c.replies, 0);
  });
  app.addHook("preClose", async () => void stop());

  app.get("/healthz", async () => ({ ok: true }));
  const notReady = readiness(options);
  app.get("/readyz", async (_request, reply) => {
    const why = notReady();
    return why === undefined ? { ok: true } : reply.code(503).send({ ok: false, why });
  });
  app.get("/metrics", async (_request, reply) => {
    const due = store.nextTimerAt();
    const lines = [
      "# TYPE cau_noi_turns_total counter",
      `cau_noi_turns_total ${turns}`,
      "# TYPE cau_noi_replies_total counter",
      `cau_noi_replies_total ${replies}`,
      "# TYPE cau_noi_parked gauge",
      `cau_noi_parked{what="inbound"} ${store.parked().length}`,
      `cau_noi_parked{what="reply"} ${store.parkedReplies().length}`,
      "# TYPE cau_noi_unowned_cases gauge",
      `cau_noi_unowned_cases ${store.unowned(clock.now(), grace).length}`,
      "# TYPE cau_noi_timer_lag_seconds gauge",
      `cau_noi_timer_lag_seconds ${due === undefined ? 0 : Math.max(0, (clock.now() - due) / 1000)}`,
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    ];
    return reply
      .header("content-type", "text/plain; version=0.0.4; charset=utf-8")
      .send(`${lines.join("\n")}\n`);
  });
}
