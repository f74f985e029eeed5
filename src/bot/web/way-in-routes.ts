/** `GET /di/<code>`: one link for every phone. It offers the channels there are, and remembers who it is from. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import qrcode from "qrcode";
import { type Library, telephoneOf } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import { spokenWayIn, wayInCodeIn } from "../conversations/way-in-code.ts";
import { openings, whoseWay } from "../desk/village-links.ts";
import type { Store } from "../store/store.ts";
import { type WayInPage, wayInPage, wayInStyle } from "./way-in-page.ts";

/** Tells the chat page, opened next, which way somebody came. */
export const wayInCookie = "cn_di";
/** Long enough to read a poster's page and press; the code says no more than a village. */
const remembered = 60 * 60;

/** Who only fetches a link to show it in a chat, or to index it, has not come. */
const noPerson = /bot|crawl|spider|preview|fetch|facebookexternalhit|whatsapp|curl|wget/i;
const onPhone = /Android|iPhone|iPad|Mobile/i;

export interface WayInOptions {
  readonly commune: string;
  readonly store: Pick<Store, "wayIn" | "channels" | "setting" | "propagandist" | "countOpened">;
  library(): Library;
  webRoot(): string;
  readonly clock: Pick<Clock, "now">;
  readonly secure: boolean;
}

export function wayInRoutes(app: FastifyInstance, options: WayInOptions): void {
  const { commune, store, clock } = options;
  app.get("/di-style.css", (_request, reply) =>
    reply
      .header("content-type", "text/css; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .send(wayInStyle),
  );

  app.get<{ Params: { code: string } }>("/di/:code", async (request, reply) => {
    const code = wayInCodeIn(request.params.code);
    const way = code === undefined ? undefined : store.wayIn(commune, code);
    const holds = way !== undefined && way.endedAt === undefined;
    const open = openings(store, commune, holds ? way.code : undefined);
    const agent = request.headers["user-agent"] ?? "";
    if (holds) {
      const carried = `di-${way.code}`;
      if (request.cookies[wayInCookie] !== carried && !noPerson.test(agent))
        store.countOpened(commune, way.code, clock.now());
      reply.setCookie(wayInCookie, carried, {
        path: "/",
        httpOnly: true,
        sameSite: "lax",
        secure: options.secure,
        maxAge: remembered,
      });
      // Nothing to choose between, and no other phone to point at the screen.
      if (open.zalo === null && open.telegram === null && onPhone.test(agent))
        return reply.redirect("/");
    }
    if (!holds)
      return sendPage(options, request, reply.code(404), {
        open,
        way: { is: way === undefined ? "unknown" : "ended" },
      });
    const link = `${options.webRoot()}/di/${way.code}`;
    return sendPage(options, request, reply, {
      open,
      way: {
        is: "open",
        code: spokenWayIn(way.code),
        ...whoseWay(store, options.library(), way),
        link,
        qr: await qrcode.toString(link, { type: "svg", margin: 2 }),
      },
    });
  });
}

/** Whoever mistypes an address finds the way in all the same; programs are answered as programs are. */
export function lostPage(
  options: PageOptions,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (request, reply) => {
    const reads = request.method === "GET" && /\btext\/html\b/.test(request.headers.accept ?? "");
    if (!reads)
      return reply
        .code(404)
        .send({ error: "not-found", says: "Không có trang này. / There is no such page." });
    const open = openings(options.store, options.commune, undefined);
    return sendPage(options, request, reply.code(404), { open, way: { is: "elsewhere" } });
  };
}

type PageOptions = Pick<WayInOptions, "commune" | "store" | "clock" | "library">;

function sendPage(
  options: PageOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Pick<WayInPage, "open" | "way">,
): FastifyReply {
  const library = options.library();
  const language = isEnglish(request) ? "en" : "vi";
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      wayInPage({
        language,
        operator: library.desk.operator[language],
        trial: library.desk["approved-by"] === undefined,
        telephone: telephoneOf(library, options.clock.now(), language),
        ...page,
      }),
    );
}

const isEnglish = ({ query }: FastifyRequest): boolean =>
  typeof query === "object" && query !== null && "lang" in query && query.lang === "en";
