/** Whether this browser is told something while no page is open, and whether one is looked at just now. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { closedFor } from "../desk/push/envelope.ts";
import type { Looking } from "../desk/push/looking.ts";
import type { PushServices } from "../desk/push/push-service.ts";
import type { SenderKeys } from "../desk/push/sender-keys.ts";
import type { PushSubscription } from "../store/pushes.ts";
import { type DeskRoutesOptions, refuse, sessionOf, signedIn } from "./desk-door.ts";
import type { DeskPush } from "./wire/push.ts";

/** As `PushSubscription.toJSON()` writes it. */
const subscriptionSchema = z.object({
  endpoint: z.string().max(2048),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{86,88}=?$/),
    auth: z.string().regex(/^[\w-]{21,24}={0,2}$/),
  }),
});

export interface DeskPushOptions extends Pick<DeskRoutesOptions, "store" | "clock"> {
  readonly services: Pick<PushServices, "mayBe">;
  readonly keys: Pick<SenderKeys, "publicKey">;
  readonly looking: Looking;
}

export function deskPushRoutes(app: FastifyInstance, options: DeskPushOptions): void {
  const { store, clock, looking } = options;

  const here = (request: FastifyRequest): string | undefined =>
    signedIn(store, request) === undefined ? undefined : sessionOf(request);

  app.addHook("onRequest", async (request) => {
    if (request.headers["x-cau-noi-seen"] !== "yes") return;
    const session = sessionOf(request);
    if (session !== undefined) looking.seen(session, clock.now());
  });

  app.get("/desk/api/push", async (request, reply) => {
    const session = here(request);
    if (session === undefined) return refuse(reply, 401, "signed-out");
    return { key: options.keys.publicKey, on: store.isSubscribed(session) } satisfies DeskPush;
  });

  app.post("/desk/api/push", async (request, reply) => {
    const session = here(request);
    if (session === undefined) return refuse(reply, 401, "signed-out");
    const given = subscriptionSchema.safeParse(request.body);
    const to = given.success ? { endpoint: given.data.endpoint, ...given.data.keys } : undefined;
    if (to === undefined || !options.services.mayBe(to.endpoint) || !canBeClosedFor(to))
      return refuse(reply, 400, "not-read", signedIn(store, request));
    store.subscribe(session, to, clock.now());
    return { ok: true };
  });

  app.post("/desk/api/push/remove", async (request, reply) => {
    const session = here(request);
    if (session === undefined) return refuse(reply, 401, "signed-out");
    store.unsubscribe(session);
    return { ok: true };
  });

  app.post("/desk/api/away", async (request, reply) => {
    const session = here(request);
    if (session === undefined) return refuse(reply, 401, "signed-out");
    looking.away(session);
    return { ok: true };
  });
}

/** A key that is no point of the curve can be closed for by nobody. */
function canBeClosedFor(to: PushSubscription): boolean {
  try {
    closedFor(to, "");
    return true;
  } catch {
    return false;
  }
}
