/** The desk over HTTP: signing in, lists, a case with its thread, and acts, which become inbounds of that case. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type AccountId,
  type CaseId,
  type Helper,
  type handBackSchema,
  type Inbound,
  instantOf,
  type Library,
  type MediaId,
  maskSecrets,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import { caseWith, listsFor, mayRead, threadOf, unreadFor } from "../desk/cases.ts";
import { firstCoordinator, invite } from "../desk/invitations.ts";
import { meetingDue } from "../desk/meetings.ts";
import { hashOf, newCookie, newPropagandistId } from "../ids.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";
import { monthCsv } from "../reports/month.ts";
import {
  type ActAnswer,
  type CaseLine,
  type PropagandistRow,
  ranks,
  type Store,
} from "../store/store.ts";
import { entriesOf } from "./entries.ts";
import { eventStream, type LiveChats, type LiveDesks } from "./live.ts";
import { largestRead, readMedia } from "./media.ts";
import type { TryLimit } from "./try-limit.ts";
import type { DeskActed, DeskCard, DeskCase, DeskCases, DeskEntry, DeskMe } from "./wire.ts";

const cookieName = "cn_desk";
const sessionLasts = 60 * 24 * 60 * 60;

export interface DeskRoutesOptions {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly pictures?: Pick<ScreenPictures, "addressOf">;
  library(): Library;
  readonly clock: Clock;
  readonly chats: LiveChats;
  readonly desks: LiveDesks;
  readonly secure: boolean;
  readonly signInLimit: TryLimit;
  webRoot(): string;
  botName(): string | undefined;
}

const key = z.string().min(8).max(64);
const actSchema = z.union([
  z.object({ key, act: z.literal("claim") }),
  z.object({ key, act: z.literal("release") }),
  z.object({ key, act: z.literal("say"), text: z.string().trim().min(1).max(3000) }),
  z.object({ key, act: z.literal("note"), text: z.string().trim().min(1).max(3000) }),
  z.object({ key, act: z.literal("read"), seq: z.int().min(0) }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.enum(["still-here", "finished", "needs-paper", "in-person", "unreached"]),
    text: z.string().trim().max(300).optional(),
  }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.literal("done-up-to"),
    step: z.string().min(1).max(200),
  }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.literal("meet"),
    day: z.iso.date(),
    hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: z.string().trim().min(1).max(200),
  }),
]);
type Act = z.infer<typeof actSchema>;

const meSchema = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  role: z.string().trim().min(1).max(60).optional(),
  duty: z.boolean().optional(),
  language: z.enum(["vi", "en"]).optional(),
});
const codeSchema = z.object({ code: z.string().min(4).max(80) });
const inviteSchema = z.object({
  role: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  village: z.string().trim().max(60).default(""),
  rank: z.enum(ranks).default("propagandist"),
  woman: z.boolean().default(false),
  office: z.boolean().default(false),
});

const lines = {
  "signed-out": {
    vi: "Anh/chị cần vào lại. Nhờ điều phối gửi đường dẫn mới.",
    en: "Please sign in again. Ask the coordinator for a new link.",
  },
  "wrong-code": {
    vi: "Mã này chưa đúng hoặc đã dùng rồi. Nhờ điều phối gửi mã khác.",
    en: "This code is wrong or has been used. Ask the coordinator for another.",
  },
  expired: {
    vi: "Mã này đã quá hạn. Nhờ điều phối gửi mã khác.",
    en: "This code has expired. Ask the coordinator for another.",
  },
  "too-often": {
    vi: "Thử nhiều lần quá. Đợi vài phút rồi thử lại.",
    en: "Too many tries. Please wait a few minutes.",
  },
  "not-found": { vi: "Không thấy việc này.", en: "There is no such case." },
  "not-read": {
    vi: "Máy chưa đọc được. Thử lại giúp máy.",
    en: "This could not be read. Please try again.",
  },
  "not-allowed": { vi: "Việc này dành cho điều phối.", en: "This is for coordinators." },
} as const;

/** Any telephone number as people write it, with or without spaces. */
const telephone = /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/g;

export function deskRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, conversations, clock, chats, desks } = options;

  const refuse = (
    reply: FastifyReply,
    status: number,
    error: keyof typeof lines,
    who?: PropagandistRow,
  ): FastifyReply => reply.code(status).send({ error, says: lines[error][who?.language ?? "vi"] });

  const signedIn = (request: FastifyRequest): PropagandistRow | undefined => {
    const cookie = request.cookies[cookieName];
    const session = cookie === undefined ? undefined : request.unsignCookie(cookie);
    if (session?.valid !== true) return undefined;
    const id = store.session(hashOf(session.value));
    return id === undefined ? undefined : store.propagandist(id);
  };

  /** A page of another site can neither set this header nor read the answer. */
  app.addHook("onRequest", async (request, reply) => {
    if (
      request.method === "POST" &&
      request.url.startsWith("/desk/api/") &&
      request.headers["x-cau-noi"] !== "desk"
    )
      return reply.code(403).send({ error: "not-the-desk", says: lines["not-read"].vi });
  });

  const meOf = (who: PropagandistRow): DeskMe => {
    const { desk, places } = options.library();
    const commune = places.communes.find((c) => c.id === desk.commune);
    return {
      id: who.id,
      name: who.name,
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

  app.post("/desk/api/sign-in", async (request, reply) => {
    if (!options.signInLimit.allows(request.ip, clock.now()))
      return refuse(reply.header("retry-after", "300"), 429, "too-often");
    const given = codeSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 404, "wrong-code");
    const codeHash = hashOf(
      given.data.code
        .trim()
        .toLowerCase()
        .replace(/^join-/, ""),
    );
    const link = store.useSignInLink(codeHash, clock.now());
    let who: PropagandistRow | undefined;
    if (link.outcome === "ok") {
      who =
        link.who === undefined
          ? firstCoordinator(link.commune, newPropagandistId())
          : store.propagandist(link.who);
      if (link.who === undefined && who !== undefined) store.savePropagandist(who);
    } else if (link.outcome === "unknown") {
      const joined = store.join(codeHash, newPropagandistId, undefined, clock.now());
      if (joined.outcome === "expired") return refuse(reply, 410, "expired");
      who = joined.outcome === "joined" ? joined.who : undefined;
    } else if (link.outcome === "expired") return refuse(reply, 410, "expired");
    if (who === undefined) return refuse(reply, 404, "wrong-code");
    const session = newCookie();
    store.openSession(hashOf(session), who.id, clock.now());
    reply.setCookie(cookieName, session, {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: options.secure,
      signed: true,
      maxAge: sessionLasts,
    });
    return meOf(who);
  });

  app.post("/desk/api/sign-out", async (request, reply) => {
    const session = request.unsignCookie(request.cookies[cookieName] ?? "");
    if (session.valid) store.endSession(hashOf(session.value));
    reply.clearCookie(cookieName, { path: "/" });
    return reply.code(204).send();
  });

  app.get("/desk/api/me", async (request, reply) => {
    const who = signedIn(request);
    return who === undefined ? refuse(reply, 401, "signed-out") : meOf(who);
  });

  app.post("/desk/api/me", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const change = meSchema.safeParse(request.body);
    if (!change.success) return refuse(reply, 400, "not-read", who);
    const { name, role, duty, language } = change.data;
    const changed: PropagandistRow = {
      ...who,
      name: name ?? who.name,
      role: role ?? who.role,
      duty: duty ?? who.duty,
      language: language ?? who.language,
    };
    store.savePropagandist(changed);
    return meOf(changed);
  });

  const nameOf = (id: string): string =>
    store.propagandist(id as PropagandistRow["id"])?.name ?? "";

  const cardOf = (who: PropagandistRow, of: CaseLine): DeskCard =>
    ({
      id: of.id,
      state: of.state,
      address: of.card.address,
      village: of.card.village,
      subject: of.card.subject,
      flow: of.card.flow,
      step:
        of.card.step === undefined
          ? undefined
          : { says: of.card.step.says, sign: of.card.step.sign },
      reason: of.card.reason,
      waitingSince: of.waitingSince,
      claimedBy:
        of.claimedBy === undefined ? undefined : { id: of.claimedBy, name: nameOf(of.claimedBy) },
      wants: of.card.wants,
      unread: of.claimedBy === who.id || of.state === "waiting" ? unreadFor(store, who.id, of) : 0,
      channel: of.channel,
      present: of.channel === "web" ? chats.isOpen(of.conversation) : undefined,
      meeting:
        of.card.meeting === undefined
          ? undefined
          : { ...of.card.meeting, due: meetingDue(of.card.meeting.at, clock.now()) },
    }) as DeskCard;

  app.get("/desk/api/cases", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const found = listsFor(store, who, clock.now());
    const cards = (of: readonly CaseLine[]) => of.map((c) => cardOf(who, c));
    return {
      waiting: cards(found.waiting),
      mine: cards(found.mine),
      others: cards(found.others),
      closed: cards(found.closed),
    } satisfies DeskCases;
  });

  app.get<{ Params: { id: string } }>("/desk/api/cases/:id", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const of = caseWith(store, request.params.id);
    if (of === undefined || !mayRead(who, of)) return refuse(reply, 404, "not-found", who);
    return caseOf(who, of);
  });

  function caseOf(who: PropagandistRow, of: CaseLine): DeskCase {
    const thread = threadOf(store, of.conversation);
    const mine = of.claimedBy === who.id;
    const mayCall = mine && of.state !== "closed";
    const delivery = new Map(
      thread.map((l) => [l.seq, l.what.is === "reply" ? l.what.state : undefined]),
    );
    const said: DeskEntry[] = entriesOf(thread, {
      earlier: (turn) => store.repliesOfTurn(of.conversation, turn),
      pictureOf: (screen) => options.pictures?.addressOf(screen, who.language),
    }).map((entry) => {
      const { choices: _choices, ...rest } = entry;
      const state = delivery.get(entry.seq);
      return {
        ...withDeskMedia(mayCall ? rest : { ...rest, text: withoutTelephones(rest) }),
        ...(state === undefined ? {} : { delivery: state === "parked" ? "failed" : state }),
      };
    });
    const notes: DeskEntry[] = store.notes(of.id).map((note, index) => ({
      seq: (thread.findLast((l) => l.at <= note.at)?.seq ?? 0) + (index + 1) / 1000,
      at: note.at,
      from: { who: "propagandist", name: note.by.name, role: note.by.role },
      text: note.text,
      internal: true,
    }));
    return {
      card: cardOf(who, of),
      ...(mine && of.phone !== undefined ? { phone: of.phone } : {}),
      tried: of.card.tried,
      thread: [...said, ...notes].toSorted((a, b) => a.seq - b.seq || a.at - b.at),
      steps: of.card.steps,
      canWrite: mayCall,
    };
  }

  /** The number a resident wrote to be called at is for the claimer, in the thread as on the card. */
  const withoutTelephones = ({ from, text }: DeskEntry): string =>
    from.who === "resident" ? text.replaceAll(telephone, "•••") : text;

  /** Pictures and recordings a resident has not agreed to pass on are no part of the thread. */
  const withDeskMedia = (entry: DeskEntry): DeskEntry => {
    const { picture, voice, ...rest } = entry;
    return {
      ...rest,
      ...(picture === undefined || !isShared(picture.url)
        ? {}
        : { picture: { ...picture, url: picture.url.replace("/api/media/", "/desk/api/media/") } }),
      ...(voice === undefined || !isShared(voice.url)
        ? {}
        : { voice: { url: voice.url.replace("/api/media/", "/desk/api/media/") } }),
    };
  };

  /** Screens we drew ourselves are everybody's. */
  const isShared = (url: string): boolean =>
    !url.startsWith("/api/media/") ||
    store.media(url.slice("/api/media/".length) as MediaId)?.shared === true;

  app.post<{ Params: { id: string } }>("/desk/api/cases/:id/acts", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const act = actSchema.safeParse(request.body);
    if (!act.success) return refuse(reply, 400, "not-read", who);
    // The same key again, after an answer that was lost: what it said then, however the case stands now.
    const before = store.seen("desk" as AccountId, `${who.id}/${act.data.key}`);
    if (before !== undefined) return actedOf(who, before.answer);
    const of = caseWith(store, request.params.id);
    if (
      of === undefined ||
      of.commune !== who.commune ||
      !(mayRead(who, of) || act.data.act === "claim")
    )
      return {
        ok: false,
        reason: "unknown",
        says: lines["not-found"][who.language],
      } satisfies DeskActed;
    return actOn(who, of, act.data);
  });

  async function actOn(who: PropagandistRow, of: CaseLine, act: Act): Promise<DeskActed> {
    const by: Helper = { id: who.id, name: who.name, role: who.role };
    switch (act.act) {
      case "note":
        store.addNote(of.id, `${who.id}/${act.key}`, by, maskSecrets(act.text).text, clock.now());
        tellDesks(of.id);
        return { ok: true };
      case "read":
        store.markRead(of.id, who.id, act.seq);
        return { ok: true };
      case "claim":
        return leave(who, of, act.key, { kind: "case-claim", case: of.id, by });
      case "release":
        return leave(who, of, act.key, { kind: "case-release", case: of.id, by });
      case "say": {
        const masked = maskSecrets(act.text);
        return leave(who, of, act.key, {
          kind: "case-say",
          case: of.id,
          by,
          text: masked.text,
          masked: [...masked.found],
        });
      }
      case "hand-back":
        return leave(who, of, act.key, {
          kind: "case-hand-back",
          case: of.id,
          by,
          result: resultOf(act),
        });
    }
  }

  function resultOf(act: Extract<Act, { act: "hand-back" }>): z.infer<typeof handBackSchema> {
    const text = "text" in act && act.text !== undefined ? maskSecrets(act.text).text : undefined;
    switch (act.outcome) {
      case "done-up-to":
        return { outcome: "done-up-to", step: act.step };
      case "meet":
        return {
          outcome: "meet",
          at: instantOf(act.day, act.hour),
          place: maskSecrets(act.place).text,
        };
      case "needs-paper":
        return { outcome: "needs-paper", ...(text === undefined ? {} : { paper: text }) };
      case "in-person":
        return { outcome: "in-person", ...(text === undefined ? {} : { where: text }) };
      case "still-here":
      case "finished":
      case "unreached":
        return { outcome: act.outcome };
    }
  }

  async function leave(
    who: PropagandistRow,
    of: CaseLine,
    actKey: string,
    inbound: Inbound,
  ): Promise<DeskActed> {
    const taken = await conversations.note(of.conversation, `${who.id}/${actKey}`, inbound);
    return actedOf(who, taken.answer);
  }

  function actedOf(who: PropagandistRow, answer: ActAnswer | undefined): DeskActed {
    if (answer?.ok === true) return { ok: true };
    // Every act is answered; without an answer its turn failed and was set aside.
    return {
      ok: false,
      reason: answer?.reason ?? "unknown",
      says: answer?.says ?? lines["not-read"][who.language],
    };
  }

  const upload = { bodyLimit: largestRead };
  app.post<{ Params: { id: string } }>(
    "/desk/api/cases/:id/media",
    upload,
    async (request, reply) => {
      const who = signedIn(request);
      if (who === undefined) return refuse(reply, 401, "signed-out");
      const query = z.object({ key, kind: z.enum(["photo", "voice"]) }).safeParse(request.query);
      const of = caseWith(store, request.params.id);
      const read = query.success ? readMedia(request.body, query.data.kind) : undefined;
      if (!query.success || of === undefined || read === undefined || !mayRead(who, of))
        return refuse(reply, 400, "not-read", who);
      const resident = store.conversation(of.conversation);
      if (resident === undefined) return refuse(reply, 404, "not-found", who);
      const media = conversations.keepMedia(resident.account, resident.peer, read);
      const by: Helper = { id: who.id, name: who.name, role: who.role };
      return leave(who, of, query.data.key, {
        kind: "case-send",
        case: of.id,
        by,
        media,
        form: query.data.kind,
        caption: "",
      });
    },
  );

  app.get<{ Params: { id: string } }>("/desk/api/media/:id", async (request, reply) => {
    const who = signedIn(request);
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
      .header("cache-control", "private, max-age=600")
      .send(Buffer.from(media.bytes));
  });

  app.get("/desk/api/stream", (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) {
      refuse(reply, 401, "signed-out");
      return;
    }
    reply.hijack();
    const stream = eventStream(reply.raw, reply.getHeaders());
    request.raw.on("close", desks.open(who.id, stream));
    stream.send("cases", {});
  });

  function tellDesks(id: CaseId): void {
    desks.all((stream) => {
      stream.send("cases", {});
      stream.send("case", { id });
    });
  }

  app.post("/desk/api/invitations", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (who.rank !== "coordinator") return refuse(reply, 403, "not-allowed", who);
    const wish = inviteSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    return invite(
      store,
      { ...wish.data, commune: who.commune },
      { now: clock.now(), webRoot: options.webRoot(), botName: options.botName() },
    );
  });

  app.get("/desk/api/month.csv", async (request, reply) => {
    const who = signedIn(request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    if (who.rank !== "coordinator") return refuse(reply, 403, "not-allowed", who);
    const query = z
      .object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })
      .safeParse(request.query);
    if (!query.success) return refuse(reply, 400, "not-read", who);
    return reply
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="cau-noi-${query.data.month}.csv"`)
      .send(monthCsv(store, who.commune, query.data.month));
  });
}
