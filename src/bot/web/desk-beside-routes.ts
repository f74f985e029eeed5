/** Sitting beside people, on the desk: today's list, and beginning with the next one. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { maskSecrets } from "../../flows/index.ts";
import { type Beside, besides, sitBeside } from "../desk/beside.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, helps, refuse, signedIn } from "./desk-door.ts";
import { shownWords } from "./shown-words.ts";
import type { DeskBeside } from "./wire/toolbox.ts";

const beginSchema = z.object({ label: shownWords(40) });

export function deskBesideRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  const shownOf = (who: PropagandistRow, { row, label, at, moved }: Beside): DeskBeside => {
    const id = row.id;
    // What goes on there once it is theirs alone is nobody's to see from here.
    if (moved) return { id, label, at, state: "moved" };
    if (row.saved.state === "beside") return { id, label, at, state: "asking" };
    const flow = row.saved.guiding ? row.saved.journeys.at(-1)?.flow : undefined;
    const says = flow === undefined ? undefined : options.library().flows.get(flow)?.says;
    return {
      id,
      label,
      at,
      state: "going",
      ...(says === undefined ? {} : { flow: says[who.language] }),
      ...(row.returnCode === undefined ? {} : { returnCode: row.returnCode }),
    };
  };

  app.get("/desk/api/beside", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    return besides(store, who, clock.now()).map((one) => shownOf(who, one));
  });

  app.post("/desk/api/beside", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    const wish = beginSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    const now = clock.now();
    if (!options.besideLimit.allows(who.id, now))
      return refuse(reply.header("retry-after", "60"), 429, "too-often", who);
    const label = maskSecrets(wish.data.label).text;
    return { id: await sitBeside(options, who, { account: options.account, label, now }) };
  });
}
