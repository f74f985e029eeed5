/** The HTTP side of the house: both pages, their routes, health, and a door for platforms' webhooks. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  fastify,
  LogController,
} from "fastify";
import type { AccountId, ConversationId, Library } from "../../flows/index.ts";
import { readingApart } from "../authoring/reading-apart.ts";
import type { Clock } from "../clock.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import { tryLimit } from "../conversations/try-limit.ts";
import { looking } from "../desk/push/looking.ts";
import { pushServices } from "../desk/push/push-service.ts";
import { type Pushes, pushes } from "../desk/push/pushes.ts";
import { senderKeys } from "../desk/push/sender-keys.ts";
import { newCookie } from "../ids.ts";
import type { Log } from "../log.ts";
import type { DrawnApart } from "../pictures/drawn-apart.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";
import type { Store } from "../store/store.ts";
import { MediaTooLarge } from "../store/store-errors.ts";
import { authoringPublishRoutes } from "./authoring-publish-routes.ts";
import { authoringRoom } from "./authoring-room.ts";
import { authoringRoutes } from "./authoring-routes.ts";
import { besidePages } from "./beside-pages.ts";
import { chatRoutes } from "./chat-routes.ts";
import { deskPushRoutes } from "./desk-push-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { healthRoutes } from "./health-routes.ts";
import { type LiveChats, type LiveDesks, livePages } from "./live.ts";
import { screenRoutes } from "./screen-routes.ts";
import { trialRoutes } from "./trial-routes.ts";
import { lostPage, wayInRoutes } from "./way-in-routes.ts";

export interface WebOptions {
  readonly store: Store;
  readonly conversations: RunningConversations;
  /** Without them steps are shown as words alone. */
  readonly pictures?: ScreenPictures;
  /** Without it cards and posters cannot be printed. */
  readonly drawSheet?: DrawnApart["sheet"] | undefined;
  library(): Library;
  /** Where guides are written; without it nobody writes any from here. */
  readonly contentDir?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly account: AccountId;
  readonly commune: string;
  /** Where `scripts/build-pages.mjs` put the pages. */
  readonly pagesDir: string;
  /** The address residents open, when it is known; TLS there makes cookies secure. */
  readonly publicUrl: string | undefined;
  webRoot(): string;
  botName(): string | undefined;
  /** Bytes left where the database lies. */
  readonly room?: (() => number | undefined) | undefined;
  /** For tests: their push service runs beside them, without TLS. */
  readonly pushToLoopback?: boolean | undefined;
}

/** A picture or a recording, and a little for the envelope. */
const largestBody = 10 * 1024 * 1024 + 64 * 1024;
const minute = 60_000;

export async function webServer(options: WebOptions): Promise<FastifyInstance> {
  const { store, conversations, clock, log } = options;
  const secure = options.publicUrl?.startsWith("https:") === true;
  const app = fastify({
    loggerInstance: log.child(
      { part: "web" },
      { level: log.isLevelEnabled("warn") ? "warn" : log.level },
    ) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    trustProxy: options.publicUrl === undefined ? false : "loopback",
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => void refuse(error, reply),
  });
  const desks: LiveDesks = livePages();
  // Whether the page is open now is known to nobody but those who help, and kept nowhere.
  const chats: LiveChats = livePages((conversation) => {
    const open = store.casesOf(conversation).find((of) => of.state !== "closed");
    if (open === undefined) return;
    desks.all((stream) => {
      stream.send("cases", {});
      stream.send("case", { id: open.id });
    });
  });

  await app.register(fastifyCookie, { secret: store.secret("cookies", newCookie) });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 180 * 24 * 60 * 60 } : false,
    crossOriginEmbedderPolicy: false,
  });
  // No page of ours sends it, and a form of another site could: nothing that a form can send is read here.
  app.removeContentTypeParser("text/plain");
  for (const type of [/^image\//, /^audio\//, /^application\/octet-stream/]) {
    app.addContentTypeParser(type, { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
  }

  // What people said is kept by no browser and no proxy, but where a route says for how long.
  app.addHook("onSend", async (request, reply) => {
    if (request.url.includes("/api/") && !reply.hasHeader("cache-control"))
      reply.header("cache-control", "no-store");
  });

  function refuse(error: Error & { statusCode?: number }, reply: FastifyReply): FastifyReply {
    const status = error instanceof MediaTooLarge ? 413 : (error.statusCode ?? 500);
    if (status >= 500) log.error({ err: error }, "request failed");
    const says =
      status === 413
        ? "Tệp to quá, chỉ nhận dưới 10 MB."
        : status >= 500
          ? "Máy chủ đang trục trặc. Trang sẽ tự thử lại."
          : "Máy chưa đọc được. Thử lại giúp máy.";
    return reply.code(status).send({
      error: status === 413 ? "too-large" : status >= 500 ? "stumbled" : "not-read",
      says,
    });
  }
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    refuse(error, reply),
  );
  app.setNotFoundHandler(lostPage(options));

  chatRoutes(app, {
    ...options,
    live: chats,
    onSeen: (id) => desks.all((stream) => stream.send("case", { id })),
    secure,
    sayLimit: tryLimit(40, minute),
    openLimit: tryLimit(600, 10 * minute),
  });
  deskRoutes(app, {
    ...options,
    chats,
    desks,
    secure,
    signInLimit: tryLimit(30, 10 * minute),
    besideLimit: tryLimit(20, 60 * minute),
  });
  const telling = toldFromAfar(app, options);
  await besidePages(app, {
    ...options,
    live: chats,
    onSeen: () => undefined,
    secure,
    sayLimit: tryLimit(60, minute),
    openLimit: tryLimit(600, 10 * minute),
  });
  if (options.contentDir !== undefined) await authoring(app, options, options.contentDir, secure);
  wayInRoutes(app, { ...options, secure });
  if (options.pictures !== undefined) screenRoutes(app, { pictures: options.pictures });
  healthRoutes(app, { store, clock, conversations, log, room: options.room ?? (() => undefined) });
  await pages(app, options.pagesDir);

  const stopListening = conversations.onChanged((changed) => {
    if (changed.some(({ effects }) => effects.some((effect) => effect.do === "tell")))
      telling.wake();
    const cases = new Set<string>();
    for (const { conversation, effects } of changed) {
      chats.each(conversation, (stream) => stream.send("news", {}));
      for (const effect of effects) if (effect.do === "case") cases.add(effect.row.id);
    }
    if (cases.size === 0) return;
    desks.all((stream) => {
      stream.send("cases", {});
      for (const id of cases) stream.send("case", { id });
    });
  });
  /** What a helper's desk or chat has told about a case shows on the resident's page. */
  const tellChat = (conversation: ConversationId): void =>
    chats.each(conversation, (stream) => stream.send("news", {}));
  const stopWatching = conversations.onTouched((conversation, about) => {
    const helped = about === undefined ? undefined : store.case(about)?.conversation;
    if (helped !== undefined) tellChat(helped);
    const held = store.casesOf(conversation).find((of) => of.state === "claimed");
    if (held !== undefined) desks.all((stream) => stream.send("case", { id: held.id }));
  });
  app.addHook("preClose", async () => {
    stopListening();
    stopWatching();
    chats.closeAll();
    desks.closeAll();
  });
  return app;
}

/** Telephones of propagandists, told after each commit what it left for them. */
function toldFromAfar(app: FastifyInstance, options: WebOptions): Pushes {
  const { store, clock, log, library } = options;
  const keys = senderKeys(store, () =>
    options.publicUrl?.startsWith("https:") === true ? options.publicUrl : "mailto:desk@localhost",
  );
  const services = pushServices({ loopback: options.pushToLoopback === true });
  const seen = looking();
  deskPushRoutes(app, { store, clock, services, keys, looking: seen });
  const telling = pushes({ store, library, services, keys, looking: seen, clock, log });
  app.addHook("onReady", async () => telling.start());
  app.addHook("preClose", () => telling.stop());
  return telling;
}

async function authoring(
  app: FastifyInstance,
  options: WebOptions,
  dir: string,
  secure: boolean,
): Promise<void> {
  const { store, commune, clock, log, pagesDir } = options;
  const reading = readingApart();
  app.addHook("preClose", () => reading.close());
  const room = authoringRoom({
    home: { store, dir, commune },
    reading,
    pictures: options.pictures,
    clock,
    published: options.library,
  });
  authoringRoutes(app, room, { clock });
  authoringPublishRoutes(app, room, { clock, webRoot: options.webRoot });
  await trialRoutes(app, room, { clock, log, pagesDir, secure });
}

async function pages(app: FastifyInstance, dir: string): Promise<void> {
  const built = [
    { name: "chat", at: "/" },
    { name: "desk", at: "/desk" },
    { name: "authoring", at: "/desk/soan" },
  ] as const;
  for (const { name, at } of built) {
    const root = join(dir, name);
    if (!existsSync(join(root, "index.html"))) continue;
    const page = await readFile(join(root, "index.html"));
    app.get(at, (_request, reply) =>
      reply
        .header("content-type", "text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(page),
    );
    await app.register(fastifyStatic, {
      root,
      prefix: `/${name}-assets/`,
      decorateReply: false,
      index: false,
      // The build packed them already.
      preCompressed: true,
      setHeaders: (reply, path) => {
        if (path.endsWith("worker.js")) {
          // It stands between the page and us: it must never be an old one, and the page lies above its folder.
          reply.header("service-worker-allowed", at);
          reply.header("cache-control", "no-cache");
          return;
        }
        // Only what the build named by its hash never changes.
        reply.header(
          "cache-control",
          path.includes("/assets/")
            ? "public, max-age=31536000, immutable"
            : "public, max-age=3600",
        );
      },
    });
  }
}
