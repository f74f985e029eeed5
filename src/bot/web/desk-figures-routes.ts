/** A month in figures, on the page and as tables, for coordinators and managers. No person who asked is in them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { dayOf } from "../../flows/index.ts";
import { monthFigures } from "../reports/figures.ts";
import { figuresCsv, loadCsv } from "../reports/figures-csv.ts";
import { monthCsv, stuckCsv } from "../reports/month.ts";
import { waysCsv } from "../reports/ways-csv.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import type { DeskFigures } from "./wire/figures.ts";

const monthSchema = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

const readers: ReadonlySet<PropagandistRow["rank"]> = new Set(["coordinator", "manager"]);

export function deskFiguresRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  /** Who asks and for which month; otherwise the refusal has been sent. */
  function reading(
    request: FastifyRequest,
    reply: FastifyReply,
  ): { readonly commune: string; readonly month: string } | undefined {
    const who = signedIn(store, request);
    if (who === undefined) {
      refuse(reply, 401, "signed-out");
      return undefined;
    }
    if (!readers.has(who.rank)) {
      refuse(reply, 403, "not-allowed", who);
      return undefined;
    }
    const query = monthSchema.safeParse(request.query);
    if (!query.success) {
      refuse(reply, 400, "not-read", who);
      return undefined;
    }
    return { commune: who.commune, month: query.data.month };
  }

  app.get("/desk/api/figures", async (request, reply) => {
    const asked = reading(request, reply);
    if (asked === undefined) return reply;
    const { commune, month } = asked;
    const names = new Map(store.propagandists(commune).map(({ id, name }) => [id, name]));
    const { places } = options.library();
    const villages = new Map(
      places.communes.find(({ id }) => id === commune)?.villages?.map(({ id, says }) => [id, says]),
    );
    const { all, each, loads } = monthFigures(store, commune, month);
    return {
      month,
      all,
      each: each.map((line) => ({ ...line, village: villages.get(line.village) ?? line.village })),
      loads: loads.map(({ who, ...load }) => ({ name: names.get(who) ?? who, ...load })),
    } satisfies DeskFigures;
  });

  const tables = {
    month: (commune: string, month: string) => monthCsv(store, commune, month),
    stuck: (commune: string, month: string) => stuckCsv(store, commune, month, dayOf(clock.now())),
    figures: (commune: string, month: string) => figuresCsv(store, commune, month),
    load: (commune: string, month: string) => loadCsv(store, commune, month),
    ways: (commune: string, month: string) => waysCsv(store, options.library(), commune, month),
  };
  for (const [name, table] of Object.entries(tables)) {
    app.get(`/desk/api/${name}.csv`, async (request, reply) => {
      const asked = reading(request, reply);
      if (asked === undefined) return reply;
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="cau-noi-${asked.month}-${name}.csv"`)
        .send(table(asked.commune, asked.month));
    });
  }
}
