/** A week's visits over HTTP, for whoever goes and for coordinators. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { dayOf } from "../../flows/index.ts";
import { villageSays } from "../content/villages.ts";
import {
  cameOf,
  type VillageVisits,
  type Visit,
  visitsIn,
  visitsOf,
  weeksShown,
} from "../desk/visits.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, helps, refuse, signedIn } from "./desk-door.ts";
import type { DeskVillageVisits, DeskVisit, DeskVisits } from "./wire/visits.ts";

const weekSchema = z.object({
  week: z.coerce.number().int().min(-weeksShown).max(weeksShown).default(0),
});

export function deskVisitRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock, library } = options;

  app.get("/desk/api/visits", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    const query = weekSchema.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, "not-read", who);
    const { week } = query.data;
    const now = clock.now();
    const { from, until, coming, past, tally } = visitsOf(store, who, now, week);
    const shown = (villages: readonly VillageVisits[]) => villages.map((v) => shownFor(who, v));
    const beside = (at: number) =>
      Math.abs(at) > weeksShown ? undefined : visitsIn(store, who, now, at);
    const [before, after] = [beside(week - 1), beside(week + 1)];
    return {
      today: dayOf(now),
      week,
      from,
      until,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      coming: shown(coming),
      past: shown(past),
      tally,
    } satisfies DeskVisits;
  });

  const shownFor = (who: PropagandistRow, { village, days }: VillageVisits): DeskVillageVisits => ({
    village: villageSays(library(), village),
    days: days.map(({ day, visits }) => ({ day, visits: visits.map((v) => asShown(who, v)) })),
  });
}

function asShown(who: PropagandistRow, visit: Visit): DeskVisit {
  const { went, goes } = visit;
  const common = {
    goes,
    mine: visit.who === who.id,
    came: cameOf(went),
    ...(went === undefined ? {} : { went }),
  };
  if (!("case" in visit)) return { ...common, is: "forgotten" };
  const { at, place, hidden, case: of } = visit;
  const { address, flow, subject } = of.card;
  return {
    ...common,
    is: "known",
    case: of.id,
    at,
    place,
    ...(address === undefined ? {} : { address }),
    ...(hidden ? { private: true } : {}),
    ...(hidden || flow === undefined ? {} : { need: flow }),
    ...(hidden || subject === undefined ? {} : { subject }),
  };
}
