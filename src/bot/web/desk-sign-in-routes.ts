/** Coming to the desk and leaving it, and what people say of themselves there. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { addresses } from "../../flows/index.ts";
import { firstCoordinator } from "../desk/invitations.ts";
import { hashOf, newPropagandistId } from "../ids.ts";
import type { PropagandistRow } from "../store/people.ts";
import { cookieName, type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { sessionAgain, sessionFor } from "./repeated-sign-in.ts";
import { shownWords } from "./shown-words.ts";
import type { DeskMe } from "./wire/desk.ts";

const sessionLasts = 60 * 24 * 60 * 60;

const meSchema = z.object({
  name: shownWords(60).optional(),
  role: shownWords(60).optional(),
  form: z.enum(addresses).nullable().optional(),
  duty: z.boolean().optional(),
  language: z.enum(["vi", "en"]).optional(),
});
const codeSchema = z.object({
  code: z.string().min(4).max(80),
  attempt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

export function deskSignInRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  const meOf = (who: PropagandistRow): DeskMe => {
    const { desk, places } = options.library();
    const commune = places.communes.find((c) => c.id === desk.commune);
    return {
      id: who.id,
      name: who.name,
      ...(who.form === undefined ? {} : { form: who.form }),
      ...(who.photo === undefined ? {} : { photo: `/desk/api/faces/${who.photo}` }),
      role: who.role,
      rank: who.rank,
      villages: who.villages.map((id) => ({
        id,
        says: commune?.villages?.find((v) => v.id === id)?.says ?? id,
      })),
      duty: who.duty,
      language: who.language,
      commune: commune?.says ?? "",
      trial: desk["approved-by"] === undefined,
    };
  };

  const giveSession = (reply: FastifyReply, session: string): void => {
    reply.setCookie(cookieName, session, {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: options.secure,
      signed: true,
      maxAge: sessionLasts,
    });
  };

  app.post("/desk/api/sign-in", async (request, reply) => {
    if (!options.signInLimit.allows(request.ip, clock.now()))
      return refuse(reply.header("retry-after", "300"), 429, "too-often");
    const given = codeSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 404, "wrong-code");
    const code = given.data.code
      .trim()
      .toLowerCase()
      .replace(/^join-/, "");
    const attempt = { code, attempt: given.data.attempt };
    const codeHash = hashOf(code);
    const again = sessionAgain(store, attempt, clock.now());
    const known = again === undefined ? undefined : store.session(hashOf(again));
    const before = known === undefined ? undefined : store.propagandist(known);
    if (again !== undefined && before !== undefined) {
      giveSession(reply, again);
      return meOf(before);
    }
    const link = store.useSignInLink(codeHash, clock.now());
    let who: PropagandistRow | undefined;
    if (link.outcome === "ok") {
      who =
        link.who === undefined
          ? firstCoordinator(link.commune, newPropagandistId(), clock.now())
          : store.propagandist(link.who);
      if (link.who === undefined && who !== undefined) store.savePropagandist(who);
    } else if (link.outcome === "unknown") {
      const joined = store.join(codeHash, newPropagandistId, undefined, clock.now());
      if (joined.outcome === "expired") return refuse(reply, 410, "expired");
      who = joined.outcome === "joined" ? joined.who : undefined;
    } else if (link.outcome === "expired") return refuse(reply, 410, "expired");
    if (who === undefined) return refuse(reply, 404, "wrong-code");
    const session = sessionFor(store, attempt, clock.now());
    store.openSession(hashOf(session), who.id, clock.now());
    giveSession(reply, session);
    return meOf(who);
  });

  app.post("/desk/api/sign-out", async (request, reply) => {
    const session = request.unsignCookie(request.cookies[cookieName] ?? "");
    if (session.valid) store.endSession(hashOf(session.value));
    reply.clearCookie(cookieName, { path: "/" });
    // Pictures that residents sent may be kept a while by the browser: a telephone is shared, or sold.
    reply.header("clear-site-data", '"cache"');
    return reply.code(204).send();
  });

  app.get("/desk/api/me", async (request, reply) => {
    const who = signedIn(store, request);
    return who === undefined ? refuse(reply, 401, "signed-out") : meOf(who);
  });

  app.post("/desk/api/me", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const change = meSchema.safeParse(request.body);
    if (!change.success) return refuse(reply, 400, "not-read", who);
    const { name, role, form, duty, language } = change.data;
    const changed: PropagandistRow = {
      ...who,
      name: name ?? who.name,
      role: role ?? who.role,
      ...(form === undefined ? {} : { form: form ?? undefined }),
      duty: duty ?? who.duty,
      language: language ?? who.language,
    };
    store.savePropagandist(changed);
    return meOf(changed);
  });
}
