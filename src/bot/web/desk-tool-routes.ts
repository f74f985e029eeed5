/** What helps a propagandist at their desk beside a single case: ready answers, colleagues, search. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { dayOf, guardHelperMessage, maskSecrets } from "../../flows/index.ts";
import { answersFor, keepOwn, keepShared } from "../conversations/ready-answers.ts";
import { shownName } from "../conversations/roster.ts";
import { searchCases } from "../desk/search.ts";
import { monthFigures } from "../reports/figures.ts";
import type { DeskCaseView } from "./desk-case-view.ts";
import { type DeskRoutesOptions, helps, refuse, signedIn } from "./desk-door.ts";
import type { DeskCard } from "./wire/cases.ts";
import type { DeskAnswers, DeskColleague, DeskMyMonth } from "./wire/toolbox.ts";

const answers = z.array(z.string().trim().min(1).max(300)).max(40);
const answersSchema = z.object({ own: answers.optional(), shared: answers.optional() });
const searchSchema = z.object({ q: z.string().trim().min(1).max(100) });

export function deskToolRoutes(
  app: FastifyInstance,
  options: DeskRoutesOptions,
  { cardsFor }: Pick<DeskCaseView, "cardsFor">,
): void {
  const { store, clock } = options;

  app.get("/desk/api/answers", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    return answersFor(store, options.library(), who) satisfies DeskAnswers;
  });

  app.post("/desk/api/answers", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    const wish = answersSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    const { own, shared } = wish.data;
    if (shared !== undefined && who.rank !== "coordinator")
      return refuse(reply, 403, "not-allowed", who);
    // What may not be said to a resident may not lie ready either.
    const hosts = options.library().desk["official-hosts"];
    const allowed = [...(own ?? []), ...(shared ?? [])].every(
      (text) => guardHelperMessage(text, hosts).ok && maskSecrets(text).found.length === 0,
    );
    if (!allowed) return refuse(reply, 400, "may-not-be-said", who);
    if (own !== undefined) keepOwn(store, who, own);
    if (shared !== undefined) keepShared(store, who.commune, shared);
    return answersFor(store, options.library(), who) satisfies DeskAnswers;
  });

  app.get("/desk/api/my-month", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const month = dayOf(clock.now()).slice(0, 7);
    const mine = monthFigures(store, who.commune, month).loads.find((load) => load.who === who.id);
    return { closed: mine?.closed ?? 0, beside: mine?.beside ?? 0 } satisfies DeskMyMonth;
  });

  app.get("/desk/api/colleagues", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    return store
      .propagandists(who.commune)
      .filter((p) => p.duty && p.joinedAt !== undefined && helps(p) && p.id !== who.id)
      .map((p): DeskColleague => ({ id: p.id, name: shownName(p), role: p.role }));
  });

  app.get("/desk/api/search", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    const query = searchSchema.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, "not-read", who);
    return searchCases(store, who, query.data.q, clock.now()).map(
      cardsFor(who),
    ) satisfies DeskCard[];
  });
}
