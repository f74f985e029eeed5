/** A month in figures, on the page and as tables, for coordinators and managers. No person who asked is in them. */
import { isDeepStrictEqual } from "node:util";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { dayOf } from "../../flows/index.ts";
import { monthFigures } from "../reports/figures.ts";
import { figuresCsv, loadCsv } from "../reports/figures-csv.ts";
import { monthCsv, stuckCsv } from "../reports/month.ts";
import { fieldName, fieldNames, villageName } from "../reports/names.ts";
import { type OnlineUse, onlineUse } from "../reports/online-use.ts";
import { dossierEntriesCsv, inVillagesCsv, onlineUseCsv } from "../reports/online-use-csv.ts";
import { waysCsv } from "../reports/ways-csv.ts";
import type { DossiersOf } from "../store/dossier-counts.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import type { DeskFigures, DeskOnlineUse } from "./wire/figures.ts";

const monthSchema = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

const number = z.int().min(0).max(100_000);
const entrySchema = z
  .strictObject({
    month: monthSchema.shape.month,
    of: z.discriminatedUnion("is", [
      z.strictObject({ is: z.literal("all") }),
      z.strictObject({ is: z.literal("village"), id: z.string().min(1).max(80) }),
      z.strictObject({ is: z.literal("field"), id: z.string().min(1).max(40) }),
    ]),
    counter: number.optional(),
    online: number.optional(),
  })
  // Without the counter there is nothing to share by: both or neither, or the counter alone.
  .refine(({ counter, online }) => counter !== undefined || online === undefined);

const nameIn = ({ villages, fields }: OnlineUse, of: DossiersOf): string =>
  [...villages, ...fields].find((line) => isDeepStrictEqual(line.of, of))?.name ?? "";

const readers: ReadonlySet<PropagandistRow["rank"]> = new Set(["coordinator", "manager"]);

export function deskFiguresRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock, library } = options;

  /** Who asks and for which month; otherwise the refusal has been sent. */
  function reading(
    request: FastifyRequest,
    reply: FastifyReply,
  ): (Pick<PropagandistRow, "commune" | "language"> & { readonly month: string }) | undefined {
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
    return { commune: who.commune, language: who.language, month: query.data.month };
  }

  app.get("/desk/api/figures", async (request, reply) => {
    const asked = reading(request, reply);
    if (asked === undefined) return reply;
    const { commune, month, language } = asked;
    const names = new Map(store.propagandists(commune).map(({ id, name }) => [id, name]));
    const { all, each, loads } = monthFigures(store, commune, month);
    return {
      month,
      all,
      each: each.map((line) => ({
        ...line,
        village: villageName(library(), line.village),
        fieldName: fieldName(line.field, language),
      })),
      loads: loads.map(({ who, ...load }) => ({ name: names.get(who) ?? who, ...load })),
    } satisfies DeskFigures;
  });

  const useOf = (
    { commune, language }: Pick<PropagandistRow, "commune" | "language">,
    month: string,
  ): DeskOnlineUse => {
    const use = onlineUse(store, library(), commune, month, language);
    const entries = store.dossierEntries(commune, month, month).toReversed();
    return {
      ...use,
      inVillages: use.inVillages.map(({ field, ...one }) => ({
        ...one,
        fieldName: fieldName(field, language),
      })),
      entries: entries.map(({ of, counts, who, at }) => ({
        of,
        name: nameIn(use, of),
        ...(counts === undefined ? {} : { counter: counts.counter }),
        ...(counts?.online === undefined ? {} : { online: counts.online }),
        by: store.propagandist(who)?.name ?? who,
        at,
      })),
    };
  };

  app.get("/desk/api/online-use", async (request, reply) => {
    const asked = reading(request, reply);
    return asked === undefined ? reply : useOf(asked, asked.month);
  });

  app.post("/desk/api/dossiers", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (!readers.has(who.rank)) return refuse(reply, 403, "not-allowed", who);
    const given = entrySchema.safeParse(request.body);
    const at = clock.now();
    if (!given.success || given.data.month > dayOf(at).slice(0, 7))
      return refuse(reply, 400, "dossiers-wrong", who);
    const { month, of, counter, online } = given.data;
    const use = onlineUse(store, library(), who.commune, month);
    const known = [use.all, ...use.villages].some(({ of: one }) => isDeepStrictEqual(one, of));
    if (!known && !(of.is === "field" && of.id in fieldNames))
      return refuse(reply, 400, "dossiers-wrong", who);
    const counts = counter === undefined ? undefined : { counter, online };
    store.enterDossiers(who.commune, { month, of, counts, who: who.id, at });
    return useOf(who, month);
  });

  const tables: Readonly<Record<string, (commune: string, month: string) => string>> = {
    month: (commune, month) => monthCsv(store, library(), commune, month),
    stuck: (commune, month) => stuckCsv(store, library(), commune, month, dayOf(clock.now())),
    figures: (commune, month) => figuresCsv(store, library(), commune, month),
    load: (commune, month) => loadCsv(store, commune, month),
    ways: (commune, month) => waysCsv(store, library(), commune, month),
    "villages-fields": (commune, month) => inVillagesCsv(store, library(), commune, month),
    "online-use": (commune, month) => onlineUseCsv(store, library(), commune, month),
    dossiers: (commune, month) => dossierEntriesCsv(store, library(), commune, month),
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
