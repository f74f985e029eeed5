/** What only coordinators may ask for. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { ranks } from "../../flows/index.ts";
import { alarmWords } from "../desk/alarm-words.ts";
import { channelAlarms } from "../desk/channel-alarms.ts";
import { invite } from "../desk/invitations.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { shownWords } from "./shown-words.ts";
import type { DeskAlarm } from "./wire/commune.ts";

const inviteSchema = z.object({
  role: shownWords(60),
  name: shownWords(60),
  village: z.string().trim().max(60).default(""),
  rank: z.enum(ranks).default("propagandist"),
  woman: z.boolean().default(false),
  office: z.boolean().default(false),
});

export function deskCoordinatorRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  app.get("/desk/api/alarms", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (who.rank !== "coordinator") return refuse(reply, 403, "not-allowed", who);
    return channelAlarms(store, who.commune, clock.now()).map((alarm) => ({
      what: alarm.what,
      account: alarm.account,
      says: alarmWords(alarm),
    })) satisfies DeskAlarm[];
  });

  app.post("/desk/api/invitations", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (who.rank !== "coordinator") return refuse(reply, 403, "not-allowed", who);
    const wish = inviteSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    return invite(
      store,
      { ...wish.data, commune: who.commune },
      { now: clock.now(), webRoot: options.webRoot(), botName: options.botName() },
    );
  });
}
