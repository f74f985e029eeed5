/** The week's visits over HTTP, for whoever goes and for coordinators. */
import type { FastifyInstance } from "fastify";
import { dayOf } from "../../flows/index.ts";
import { type VillageVisits, type Visit, visitsOf } from "../desk/visits.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, helps, refuse, signedIn } from "./desk-door.ts";
import type { DeskVillageVisits, DeskVisit, DeskVisits } from "./wire/visits.ts";

export function deskVisitRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  app.get("/desk/api/visits", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!helps(who)) return refuse(reply, 403, "not-allowed", who);
    const now = clock.now();
    const { coming, past } = visitsOf(store, who, now);
    const shown = (villages: readonly VillageVisits[]) => villages.map((v) => shownFor(who, v));
    return { today: dayOf(now), coming: shown(coming), past: shown(past) } satisfies DeskVisits;
  });
}

const shownFor = (who: PropagandistRow, { village, days }: VillageVisits): DeskVillageVisits => ({
  village,
  days: days.map(({ day, visits }) => ({ day, visits: visits.map((v) => asShown(who, v)) })),
});

function asShown(who: PropagandistRow, visit: Visit): DeskVisit {
  const { at, place, went, goes, hidden, case: of } = visit;
  const { address, flow, subject } = of.card;
  return {
    case: of.id,
    at,
    place,
    goes,
    mine: visit.who === who.id,
    ...(address === undefined ? {} : { address }),
    ...(hidden ? { private: true } : {}),
    ...(hidden || flow === undefined ? {} : { need: flow }),
    ...(hidden || subject === undefined ? {} : { subject }),
    ...(went === undefined ? {} : { went }),
  };
}
