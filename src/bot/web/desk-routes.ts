/** The desk over HTTP: its doors, its lists, a case, and the stream that says what changed. */
import type { FastifyInstance } from "fastify";
import type { MediaId } from "../../flows/index.ts";
import { caseWith, listsFor, mayRead } from "../desk/cases.ts";
import type { CaseLine } from "../store/cases.ts";
import { deskActRoutes } from "./desk-act-routes.ts";
import { deskBesideRoutes } from "./desk-beside-routes.ts";
import { deskCaseView } from "./desk-case-view.ts";
import { deskCoordinatorRoutes } from "./desk-coordinator-routes.ts";
import { type DeskRoutesOptions, lines, refuse, signedIn } from "./desk-door.ts";
import { deskFaceRoutes } from "./desk-face-routes.ts";
import { deskFiguresRoutes } from "./desk-figures-routes.ts";
import { deskPeopleRoutes } from "./desk-people-routes.ts";
import { deskReadingRoutes } from "./desk-reading-routes.ts";
import { deskSettingsRoutes } from "./desk-settings-routes.ts";
import { deskSignInRoutes } from "./desk-sign-in-routes.ts";
import { deskToolRoutes } from "./desk-tool-routes.ts";
import { deskVisitRoutes } from "./desk-visit-routes.ts";
import { deskWaysRoutes } from "./desk-ways-routes.ts";
import { eventStream } from "./live.ts";
import { dispositionOf } from "./media.ts";
import type { DeskCases } from "./wire/cases.ts";

export function deskRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock, desks } = options;
  const view = deskCaseView(options);
  const { cardsFor, caseOf, questions } = view;

  /** A page of another site can neither set this header nor read the answer. */
  app.addHook("onRequest", async (request, reply) => {
    if (
      request.method === "POST" &&
      request.url.startsWith("/desk/api/") &&
      request.headers["x-cau-noi"] !== "desk"
    )
      return reply.code(403).send({ error: "not-the-desk", says: lines["not-read"].vi });
  });

  deskSignInRoutes(app, options);
  deskActRoutes(app, options);
  deskReadingRoutes(app, options);
  deskToolRoutes(app, options, view);
  deskBesideRoutes(app, options);
  deskVisitRoutes(app, options);
  deskCoordinatorRoutes(app, options);
  deskPeopleRoutes(app, options);
  deskSettingsRoutes(app, options);
  deskFaceRoutes(app, options);
  deskFiguresRoutes(app, options);
  deskWaysRoutes(app, options);

  app.get("/desk/api/cases", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (who.unheardSince !== undefined) store.seenAtDesk(who.id);
    const found = listsFor(store, who, clock.now());
    const cardOf = cardsFor(who);
    const cards = (of: readonly CaseLine[]) => of.map(cardOf);
    return {
      ...(who.rank === "coordinator" ? { questions: questions(who) } : {}),
      waiting: cards(found.waiting),
      mine: cards(found.mine),
      others: cards(found.others),
      closed: cards(found.closed),
    } satisfies DeskCases;
  });

  app.get<{ Params: { id: string } }>("/desk/api/cases/:id", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const of = caseWith(store, request.params.id);
    if (of === undefined || !mayRead(who, of)) return refuse(reply, 404, "not-found", who);
    return caseOf(who, of);
  });

  app.get<{ Params: { id: string } }>("/desk/api/media/:id", async (request, reply) => {
    const who = signedIn(store, request);
    const recording = who === undefined ? undefined : store.recording(request.params.id as MediaId);
    if (recording !== undefined && recording.commune === who?.commune)
      return reply
        .header("content-type", recording.type)
        .header("cache-control", "private, no-store")
        .send(Buffer.from(recording.bytes));
    const media = who === undefined ? undefined : store.media(request.params.id as MediaId);
    const open =
      who !== undefined &&
      media?.shared === true &&
      store
        .cases(who.commune, clock.now())
        .some((c) => c.conversation === media.conversation && mayRead(who, c));
    if (!open || media === undefined) return refuse(reply, 404, "not-found", who);
    return reply
      .header("content-type", media.type)
      .header("content-disposition", dispositionOf(media.type))
      .header("cache-control", "private, max-age=600")
      .send(Buffer.from(media.bytes));
  });

  app.get("/desk/api/stream", (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) {
      refuse(reply, 401, "signed-out");
      return;
    }
    reply.hijack();
    const stream = eventStream(reply.raw, reply.getHeaders());
    request.raw.on("close", desks.open(who.id, stream));
    stream.send("cases", {});
  });
}
