/** The resident's chat: opening, saying, reading by sequence, and coming back by a spoken code. */
import { createHmac } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type {
  AccountId,
  CaseId,
  Helper,
  Inbound,
  Language,
  Library,
  MediaId,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import { joinCodeIn } from "../conversations/commands.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import { freshReturnCode } from "../conversations/return-codes.ts";
import type { TryLimit } from "../conversations/try-limit.ts";
import { wayInCodeIn } from "../conversations/way-in-code.ts";
import { hashOf, newConversationId, newCookie, plainReturnCode, returnCodeIn } from "../ids.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Enclosure } from "../store/media.ts";
import type { Store } from "../store/store.ts";
import { answered, inboundOf, saidSchema } from "./chat-said.ts";
import { entriesOf } from "./entries.ts";
import { helperReading } from "./helper-reading.ts";
import { eventStream, type LiveChats } from "./live.ts";
import { largestRead, readMedia } from "./media.ts";
import { placeOf } from "./place-of.ts";
import { wayInCookie } from "./way-in-routes.ts";
import type { ChatNews, ChatOpened, ChatState, ChatTaken } from "./wire/chat.ts";

const aYear = 365 * 24 * 60 * 60;

/** How far back a page shows when it opens. */
const historyShown = 60;
const newsAtOnce = 200;

export interface ChatRoutesOptions {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly pictures?: Pick<ScreenPictures, "addressOf">;
  library(): Library;
  readonly clock: Clock;
  readonly account: AccountId;
  readonly commune: string;
  readonly live: LiveChats;
  /** Cookies only over TLS. */
  readonly secure: boolean;
  /** The resident saw more of a conversation that somebody is helping in. */
  onSeen(id: CaseId): void;
  /** Messages of one conversation. */
  readonly sayLimit: TryLimit;
  /** New conversations opened from one address; wide, since a practice evening shares one. */
  readonly openLimit: TryLimit;
  /** A trial of a draft: the page says so, and its cookie is for its own address alone. */
  readonly draft?: true;
  /** A propagandist sits beside: whose conversation it is, and what they are called, say the desk and the address. */
  readonly beside?: (
    request: FastifyRequest,
  ) => { readonly row: ConversationRow; readonly label: string } | undefined;
}

const seenSchema = z.object({ seq: z.int().min(0), reached: z.int().min(0).optional() });
const returnSchema = z.object({ code: z.string().min(4).max(80) });
const mediaQuery = z.object({
  key: z.string().min(8).max(64),
  kind: z.enum(["photo", "voice"]),
  answers: z.coerce.number().int().min(1).optional(),
});
const afterQuery = z.object({ after: z.coerce.number().int().min(0).optional() });

const lines = {
  "no-conversation": {
    vi: "Cuộc trò chuyện này không còn. Trang sẽ mở cuộc mới.",
    en: "This conversation is gone. A new one opens.",
  },
  "not-read": {
    vi: "Máy chưa đọc được tin này. Thử lại giúp máy.",
    en: "This could not be read. Please try again.",
  },
  "too-often": {
    vi: "Nhắn nhanh quá. Đợi một chút rồi nhắn tiếp.",
    en: "That was too fast. Please wait a moment.",
  },
  "wrong-code": {
    vi: "Mã này chưa đúng. Xem lại từng chữ giúp máy.",
    en: "This code is not right. Please check every word.",
  },
  left: {
    vi: "Trang làm cùng này đã xong hoặc đã sang máy khác. Máy này không giữ lại gì.",
    en: "This page is over, or it went to another phone. Nothing stays here.",
  },
  "too-large": {
    vi: "Tệp to quá, chỉ nhận dưới 10 MB.",
    en: "The file is too large; at most 10 MB.",
  },
} as const;

/** The way in that the page before this one was opened by. */
function payloadOf(request: FastifyRequest): { readonly payload?: string } {
  const code = request.cookies[wayInCookie];
  return code === undefined || wayInCodeIn(code) === undefined ? {} : { payload: code };
}

function refuse(
  reply: FastifyReply,
  status: number,
  error: keyof typeof lines,
  language: Language = "vi",
): FastifyReply {
  return reply.code(status).send({ error, says: lines[error][language] });
}

export function chatRoutes(app: FastifyInstance, options: ChatRoutesOptions): void {
  const { store, conversations, clock, account, live } = options;
  const cookieName = options.draft === true ? "cn_try" : "cn_chat";

  const rowOf = (request: FastifyRequest): ConversationRow | undefined => {
    if (options.beside !== undefined) return options.beside(request)?.row;
    const cookie = request.cookies[cookieName];
    return cookie === undefined ? undefined : store.findByPeer(account, hashOf(cookie));
  };

  const giveCookie = (reply: FastifyReply, cookie: string): void => {
    reply.setCookie(cookieName, cookie, {
      path: options.draft === true ? (/^\/thu\/[^/]+/.exec(reply.request.url)?.[0] ?? "/") : "/",
      httpOnly: true,
      sameSite: "lax",
      secure: options.secure,
      maxAge: aYear,
    });
  };

  const personOf = ({ id, name, role }: Helper) => {
    const photo = store.propagandist(id)?.photo;
    return { name, role, ...(photo === undefined ? {} : { photo: `/api/media/${photo}` }) };
  };

  const stateOf = (row: ConversationRow): ChatState => {
    const held = row.saved.case?.state;
    const theirs = helperReading(store, row);
    const newest = store
      .lastLines(row.id, 30)
      .findLast((l) => l.what.is === "reply" && l.what.reply.choices.length > 0);
    return {
      ...(newest === undefined ? {} : { current: newest.seq }),
      ...(held?.is === "claimed" ? { withPerson: { ...personOf(held.by) } } : {}),
      ...(theirs === undefined ? {} : { theirs }),
      ...(row.saved.said === undefined
        ? {}
        : { mayRecall: row.saved.said.map((line) => String(line.turn)) }),
      ...(held === undefined || held.is === "waiting" ? {} : { mayShowPlace: held.by.name }),
      waitingForPerson: held?.is === "waiting",
      language: row.saved.language,
      ...(row.saved.speech === undefined ? {} : { speech: row.saved.speech }),
      ...(row.returnCode === undefined || row.revision === 0 ? {} : { returnCode: row.returnCode }),
    };
  };

  const pictureIn = (language: Language) => (screen: string) =>
    options.pictures?.addressOf(screen, language);

  const newsOf = (row: ConversationRow, after: number): ChatNews => ({
    entries: entriesOf(store.lines(row.id, after, newsAtOnce), {
      earlier: (turn) => store.repliesOfTurn(row.id, turn),
      pictureOf: pictureIn(row.saved.language),
    }),
    state: stateOf(row),
  });

  const openedOf = (row: ConversationRow, label?: string): ChatOpened => {
    const { desk } = options.library();
    const { language } = row.saved;
    return {
      entries: entriesOf(store.lastLines(row.id, historyShown), {
        earlier: (turn) => store.repliesOfTurn(row.id, turn),
        pictureOf: pictureIn(language),
      }),
      state: stateOf(row),
      header: {
        title: "Cầu Nối",
        operator: desk.operator[language],
        trial: desk["approved-by"] === undefined,
        ...(options.draft === true ? { draft: true } : {}),
        ...(label === undefined ? {} : { beside: label }),
        ...(desk.telephone === undefined ? {} : { telephone: desk.telephone }),
      },
    };
  };

  const freshCode = (row: ConversationRow): ConversationRow => {
    const code = freshReturnCode(store, options.commune);
    store.setReturnCode(row.id, code, hashOf(plainReturnCode(code)));
    return { ...row, returnCode: code };
  };

  /**
   * Asked again by the same browser with the same code, it is the same cookie: the code is renewed on use, so
   * a first answer that was lost on the way must not shut its owner out.
   */
  const cookieFor = (code: string, before: string | undefined): string =>
    before === undefined
      ? newCookie()
      : createHmac("sha256", store.secret("return", newCookie))
          .update(`${code}/${before}`)
          .digest("hex");

  app.post("/api/chat/open", async (request, reply) => {
    let row = rowOf(request);
    if (options.beside !== undefined) {
      if (row === undefined) return refuse(reply, 410, "left");
      if (row.returnCode === undefined) row = freshCode(row);
      return openedOf(row, options.beside(request)?.label);
    }
    if (row === undefined) {
      if (!options.openLimit.allows(request.ip, clock.now()))
        return refuse(reply.header("retry-after", "60"), 429, "too-often");
      const cookie = newCookie();
      row = store.conversationOf(account, hashOf(cookie), newConversationId, clock.now());
      giveCookie(reply, cookie);
    }
    // A new conversation has none, and one that was erased has lost it.
    if (row.returnCode === undefined) row = freshCode(row);
    const way = options.draft === true ? {} : payloadOf(request);
    if (row.revision === 0 || way.payload !== undefined) {
      const { peer } = row;
      await conversations.take({
        account,
        peer,
        // Each way somebody comes by is met once, however often they open the page.
        key: `${row.id}/arrived${way.payload === undefined ? "" : `/${way.payload}`}`,
        inbound: { kind: "arrived", ...way },
        at: clock.now(),
      });
      if (way.payload !== undefined) reply.clearCookie(wayInCookie, { path: "/" });
      row = store.conversation(row.id) ?? row;
    }
    return openedOf(row);
  });

  app.get("/api/chat/entries", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const query = afterQuery.safeParse(request.query);
    return newsOf(row, query.success ? (query.data.after ?? 0) : 0);
  });

  app.get("/api/chat/stream", (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) {
      refuse(reply, 409, "no-conversation");
      return;
    }
    const query = afterQuery.safeParse(request.query);
    const last = Number(
      request.headers["last-event-id"] ?? (query.success ? query.data.after : undefined) ?? 0,
    );
    reply.hijack();
    const stream = eventStream(reply.raw, reply.getHeaders());
    let sent = Number.isSafeInteger(last) && last >= 0 ? last : 0;
    const push = (): void => {
      const now = store.conversation(row.id);
      // The cookie may have moved to another browser meanwhile: this page no longer shows the conversation.
      if (now === undefined || now.peer !== row.peer) {
        stream.close();
        return;
      }
      for (;;) {
        const { entries, state } = newsOf(now, sent);
        for (const entry of entries) stream.send("entry", entry, entry.seq);
        const read = store.lines(row.id, sent, newsAtOnce);
        sent = read.at(-1)?.seq ?? sent;
        if (read.length === newsAtOnce) continue;
        stream.send("state", state);
        return;
      }
    };
    const left = live.open(row.id, { send: push, close: stream.close });
    request.raw.on("close", left);
    push();
  });

  app.post("/api/chat/say", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const { language } = row.saved;
    if (!options.sayLimit.allows(row.id, clock.now()))
      return refuse(reply.header("retry-after", "10"), 429, "too-often", language);
    const said = saidSchema.safeParse(request.body);
    if (!said.success) return refuse(reply, 400, "not-read", language);
    const code = "text" in said.data ? joinCodeIn(said.data.text) : undefined;
    if (code !== undefined) {
      const taken = await conversations.join(
        account,
        row.peer,
        `${row.id}/${said.data.key}`,
        code,
        clock.now(),
      );
      return { key: said.data.key, fresh: taken.fresh } satisfies ChatTaken;
    }
    const inbound = inboundOf(row, said.data, { store, conversations, account });
    const taken = await conversations.take({
      account,
      peer: row.peer,
      key: `${row.id}/${said.data.key}`,
      inbound,
      at: clock.now(),
      place: placeOf(request.ip),
    });
    return { key: said.data.key, fresh: taken.fresh } satisfies ChatTaken;
  });

  app.post("/api/chat/media", { bodyLimit: largestRead }, async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const { language } = row.saved;
    const query = mediaQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, "not-read", language);
    if (!options.sayLimit.allows(row.id, clock.now()))
      return refuse(reply.header("retry-after", "10"), 429, "too-often", language);
    const { key, kind } = query.data;
    const quoted = answered(row, query.data.answers, { store });
    const read = readMedia(request.body, kind);
    const inbound: Inbound =
      read === undefined
        ? { kind: "unreadable", what: kind === "photo" ? "file" : "other" }
        : kind === "photo"
          ? {
              kind: "photo",
              media: conversations.keepMedia(account, row.peer, read),
              caption: "",
              masked: [],
              ...quoted,
            }
          : {
              kind: "voice",
              media: conversations.keepMedia(account, row.peer, read),
              ...quoted,
            };
    const taken = await conversations.take({
      account,
      peer: row.peer,
      key: `${row.id}/${key}`,
      inbound,
      at: clock.now(),
    });
    return { key, fresh: taken.fresh } satisfies ChatTaken;
  });

  app.post("/api/chat/seen", async (request, reply) => {
    const row = rowOf(request);
    if (row === undefined) return refuse(reply, 409, "no-conversation");
    const seen = seenSchema.safeParse(request.body);
    if (!seen.success) return refuse(reply, 400, "not-read");
    if (seen.data.seq > 0) store.shown(row.id, seen.data.seq);
    if (seen.data.reached !== undefined) store.reached(row.id, seen.data.reached);
    if (row.saved.case !== undefined) options.onSeen(row.saved.case.id);
    return reply.code(204).send();
  });

  app.post("/api/chat/return", async (request, reply) => {
    // The desk keeps whom this page is for: it does not turn into somebody else's.
    if (options.beside !== undefined) return refuse(reply, 404, "wrong-code");
    // A cookie that opens nothing may be made up anew for every try.
    const trying = { chat: rowOf(request)?.id, place: placeOf(request.ip) };
    if (!conversations.returnTries.allows(trying, clock.now()))
      return refuse(reply.header("retry-after", "600"), 429, "too-often");
    const given = returnSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 404, "wrong-code");
    const code = returnCodeIn(given.data.code);
    // What cannot be a code is no guess at one.
    if (code === undefined) return refuse(reply, 404, "wrong-code");
    const cookie = cookieFor(code, request.cookies[cookieName]);
    const row = store.findByReturnCode(options.commune, hashOf(code));
    const before = rowOf(request);
    const moveKey = (to: ConversationRow): string => `${to.id}/return/${hashOf(code)}`;
    if (row === undefined) {
      // Used a moment ago by this very page, whose answer was lost on the way.
      if (before !== undefined && store.seen(account, moveKey(before)) !== undefined)
        return openedOf(before);
      const returned = store.findByPeer(account, hashOf(cookie));
      if (returned === undefined) {
        conversations.returnTries.missed(trying, hashOf(code), clock.now());
        return refuse(reply, 404, "wrong-code");
      }
      giveCookie(reply, cookie);
      return openedOf(returned);
    }
    if (row.account !== account) {
      // A chat of another platform keeps its own address there: what the person was doing moves here.
      const here =
        before ?? store.conversationOf(account, hashOf(cookie), newConversationId, clock.now());
      if (before === undefined) giveCookie(reply, cookie);
      const to = here.returnCode === undefined ? freshCode(here) : here;
      await conversations.take({
        account,
        peer: to.peer,
        key: moveKey(to),
        inbound: { kind: "return-code", given: { is: "found", of: row.id } },
        at: clock.now(),
      });
      return openedOf(store.conversation(to.id) ?? to);
    }
    store.movePeer(row.id, hashOf(cookie));
    giveCookie(reply, cookie);
    live.each(row.id, (stream) => stream.close());
    if (row.saved.beside !== undefined)
      await conversations.note(row.id, `${hashOf(cookie)}/moved`, { kind: "moved" });
    return openedOf(freshCode({ ...row, peer: hashOf(cookie) }));
  });

  app.get<{ Params: { id: string } }>("/api/media/:id", async (request, reply) => {
    const row = rowOf(request);
    const recording = row && store.recording(request.params.id as never);
    if (recording !== undefined && recording.commune === row?.commune)
      return sendMedia(reply, recording);
    const media = store.media(request.params.id as never);
    const mine =
      row !== undefined &&
      media !== undefined &&
      (media.conversation === row.id ||
        isFaceOf(store, row, media.id) ||
        store
          .lastLines(row.id, historyShown)
          .some((l) => l.what.is === "reply" && l.what.reply.media?.id === media.id));
    if (!mine) return reply.code(404).send({ error: "not-found", says: "" });
    return sendMedia(reply, media);
  });
}

/** The likeness of whoever is helping here is shown as long as they do, and nobody else's. */
function isFaceOf(store: Pick<Store, "propagandist">, row: ConversationRow, id: MediaId): boolean {
  const of = row.saved.case;
  if (of?.state.is !== "claimed") return false;
  const helping = [of.state.by, ...(of.beside ?? [])];
  return helping.some((by) => store.propagandist(by.id)?.photo === id);
}

const sendMedia = (reply: FastifyReply, { type, bytes }: Enclosure): FastifyReply =>
  reply
    .header("content-type", type)
    .header("cache-control", "private, max-age=3600")
    .header("content-disposition", "inline")
    .send(Buffer.from(bytes));
