/** Ways in at the desk: the list with its codes, making one anew, and what is printed or sent on. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import qrcode from "qrcode";
import { z } from "zod";
import { telephoneOf } from "../../flows/index.ts";
import type { ListedWay } from "../desk/listed-way.ts";
import { addVillage, looksAfter, waysFor } from "../desk/way-list.ts";
import type { Sheet } from "../pictures/draw-sheet.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { printPage, printScript, printStyle } from "./print-page.ts";
import { shownWords } from "./shown-words.ts";
import type { DeskWays } from "./wire/ways.ts";

const newSchema = z.object({ village: shownWords(60, 2) });
const printSchema = z.object({
  form: z.enum(["the", "to"]),
  ma: z.union([z.string(), z.array(z.string()).max(200)]).optional(),
  moi: z.coerce.number().int().min(1).max(40).optional(),
});
const pictureName = /^(the|to|qr)\.(svg|png)$/;
const types = { svg: "image/svg+xml", png: "image/png" } as const;
const mayHaveOne: ReadonlySet<PropagandistRow["rank"]> = new Set(["coordinator", "propagandist"]);

export function deskWaysRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock, library } = options;
  const at = () => ({ now: clock.now(), webRoot: options.webRoot() });

  /** Who asks and may have ways in; otherwise the refusal has been sent. */
  function helper(request: FastifyRequest, reply: FastifyReply): PropagandistRow | undefined {
    const who = signedIn(store, request);
    if (who === undefined) refuse(reply, 401, "signed-out");
    else if (!mayHaveOne.has(who.rank)) refuse(reply, 403, "not-allowed", who);
    else return who;
    return undefined;
  }

  const listed = (who: PropagandistRow): DeskWays => {
    const { desk } = library();
    return {
      ways: waysFor(store, library(), who, at()),
      trial: desk["approved-by"] === undefined,
      // Printed, it would lead nowhere.
      onlyHere: !options.webRoot().startsWith("https:"),
    };
  };

  app.post("/desk/api/ways", async (request, reply) => {
    const who = helper(request, reply);
    return who === undefined ? reply : listed(who);
  });

  app.post("/desk/api/ways/village", async (request, reply) => {
    const who = helper(request, reply);
    if (who === undefined) return reply;
    if (who.rank !== "coordinator") return refuse(reply, 403, "not-allowed", who);
    const wish = newSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    addVillage(store, library(), who.commune, wish.data.village, at());
    return listed(who);
  });

  /** The old code ends at once; the list makes another in its place, unless nobody needs one. */
  app.post<{ Params: { code: string } }>("/desk/api/ways/:code/end", async (request, reply) => {
    const who = helper(request, reply);
    if (who === undefined) return reply;
    const way = store.wayIn(who.commune, request.params.code);
    if (way === undefined || !looksAfter(who, way)) return refuse(reply, 404, "not-found", who);
    store.endWayIn(who.commune, way.code, clock.now());
    return listed(who);
  });

  function sheetOf(form: Sheet["form"], way: ListedWay): Sheet {
    const { desk } = library();
    return {
      form,
      operator: desk.operator.vi,
      trial: desk["approved-by"] === undefined,
      whose: [
        ...(way.village === undefined ? [] : [`Bà con ${way.village}`]),
        ...(way.person === undefined ? [] : [`Mã của ${way.person}`]),
      ],
      code: way.code,
      link: way.link,
      zalo: way.opens.includes("zalo"),
      telephone: telephoneOf(library(), clock.now(), "vi"),
    };
  }

  app.get<{ Params: { code: string; file: string } }>(
    "/desk/api/ways/:code/:file",
    async (request, reply) => {
      const who = helper(request, reply);
      if (who === undefined) return reply;
      const way = waysFor(store, library(), who, at()).find(
        ({ plain }) => plain === request.params.code,
      );
      const [, what, as] = pictureName.exec(request.params.file) ?? [];
      if (way === undefined || (as !== "svg" && as !== "png"))
        return refuse(reply, 404, "not-found", who);
      const bytes =
        what === "qr"
          ? await qrOf(way.link, as)
          : await options.drawSheet?.(sheetOf(what === "to" ? "poster" : "card", way), as);
      if (bytes === undefined) return refuse(reply, 404, "not-found", who);
      const name = `${what ?? ""}-${way.plain}.${as}`;
      const download = typeof request.query === "object" && "tai" in (request.query ?? {});
      return reply
        .header("content-type", types[as])
        .header("cache-control", "private, max-age=60")
        .header("content-disposition", download ? `attachment; filename="${name}"` : "inline")
        .send(Buffer.from(bytes));
    },
  );

  app.get("/desk/in.css", (_request, reply) =>
    reply.header("content-type", "text/css; charset=utf-8").send(printStyle),
  );
  app.get("/desk/in.js", (_request, reply) =>
    reply.header("content-type", "text/javascript; charset=utf-8").send(printScript),
  );

  app.get("/desk/in", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined || !mayHaveOne.has(who.rank)) return reply.redirect("/desk");
    const asked = printSchema.safeParse(request.query);
    if (!asked.success) return refuse(reply, 400, "not-read", who);
    const { form, ma = [], moi = 1 } = asked.data;
    const chosen = [ma].flat();
    const ways = waysFor(store, library(), who, at());
    const printed = chosen.length === 0 ? ways : ways.filter(({ plain }) => chosen.includes(plain));
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(printPage({ form, ways: printed, each: moi, language: who.language }));
  });
}

const qrOf = async (link: string, as: "svg" | "png"): Promise<Uint8Array> =>
  as === "png"
    ? await qrcode.toBuffer(link, { errorCorrectionLevel: "Q", width: 1200, margin: 3 })
    : new TextEncoder().encode(
        await qrcode.toString(link, { type: "svg", errorCorrectionLevel: "Q", margin: 3 }),
      );
