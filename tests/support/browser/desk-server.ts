/**
 * A small desk server in memory, for tests of the desk's page. It keeps the promises of `web/wire/`
 * (sessions, keys taken once, one winner of a claim, messages stopped with a reason) and is strict
 * where a page could be careless: headers, content types, unknown acts. It can be put out of reach,
 * and its stream can be blocked, as networks do.
 */

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeskAct, DeskActed } from "../../../src/bot/web/wire/acts.ts";
import type { DeskCard, DeskCase, DeskCases, DeskEntry } from "../../../src/bot/web/wire/cases.ts";
import type { DeskMe } from "../../../src/bot/web/wire/desk.ts";
import type { Speaker } from "../../../src/bot/web/wire/entry.ts";
import type { DeskFigures, DeskOnlineUse } from "../../../src/bot/web/wire/figures.ts";

const built = fileURLToPath(new URL("../../../dist/web/desk/", import.meta.url));

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

interface Case {
  card: Mutable<DeskCard>;
  phone?: string;
  tried: string[];
  thread: DeskEntry[];
  steps: DeskCase["steps"];
}

export interface DeskServer {
  readonly url: string;
  /** Everything done, in order: "claim 1", "say 1 chào bà". */
  readonly acts: readonly string[];
  /** Bytes received, with their kind and content type. */
  readonly media: readonly { kind: string; type: string; bytes: Buffer }[];
  /** A code that signs in once; an expired one says so. */
  readonly code: (person: Partial<DeskMe>, expired?: boolean) => string;
  readonly addCase: (card: Partial<DeskCard>, rest?: Partial<Omit<Case, "card">>) => string;
  readonly says: (id: string, from: Speaker, text: string, more?: Partial<DeskEntry>) => void;
  /** Somebody else claims, and no open page hears of it yet. */
  readonly takenQuietly: (id: string, name: string) => void;
  readonly cardOf: (id: string) => DeskCard;
  readonly delivered: (id: string, delivery: "sent" | "reached" | "seen" | "failed") => void;
  readonly erase: (id: string) => void;
  readonly endSessions: () => void;
  /** As networks do it: a refusal, after which browsers give up, or a broken line, which they try again. */
  readonly blockStream: (how: "refused" | "broken" | "not") => void;
  /** Breaks every connection without an answer; acts already read are still done if `swallow`. */
  readonly unreachable: (away: boolean | "answers lost") => void;
  readonly close: () => Promise<void>;
}

/** Serves the built page; another folder when somebody looks at a page not built into place. */
export async function startDeskServer(pageFolder = built): Promise<DeskServer> {
  const people = new Map<string, DeskMe>();
  const sessions = new Map<string, string>();
  const codes = new Map<string, { person: string; expired: boolean }>();
  const cases = new Map<string, Case>();
  const answers = new Map<string, DeskActed>();
  const streams = new Set<ServerResponse>();
  const acts: string[] = [];
  const media: { kind: string; type: string; bytes: Buffer }[] = [];
  let seq = 0;
  let blocked: "refused" | "broken" | "not" = "not";
  let away: boolean | "answers lost" = false;

  const tell = (event: string, data: object) => {
    for (const stream of streams) {
      stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  };
  const changed = (id: string) => {
    tell("cases", {});
    tell("case", { id });
  };
  const add = (found: Case, entry: Omit<DeskEntry, "seq" | "at">) => {
    seq += 1;
    found.thread.push({ seq, at: Date.now(), ...entry });
  };
  const find = (id: string): Case => {
    const found = cases.get(id);
    if (found === undefined) throw new Error(`no case ${id}`);
    return found;
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://desk");
    response.setHeader("content-security-policy", "default-src 'self'");
    if (pathname === "/desk" || pathname.startsWith("/desk-assets/")) {
      return file(pageFolder, pathname, response);
    }
    if (away === true) {
      request.socket.destroy();
      return;
    }
    const body = await bytesOf(request);
    const post = request.method === "POST";
    if (post && request.headers["x-cau-noi"] !== "desk") return no(response, 403, "not-the-page");

    if (post && pathname === "/desk/api/sign-in") {
      const { code } = json(body) as { code: string };
      const found = codes.get(code);
      if (found === undefined) return no(response, 404, "unknown-code");
      if (found.expired) return no(response, 410, "expired-code");
      codes.delete(code);
      const session = randomBytes(12).toString("hex");
      sessions.set(session, found.person);
      response.setHeader("set-cookie", `cn_desk=${session}; HttpOnly; SameSite=Strict; Path=/`);
      return ok(response, people.get(found.person) ?? {});
    }

    const session = /cn_desk=([0-9a-f]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
    const me = people.get(sessions.get(session) ?? "");
    if (me === undefined) return no(response, 401, "not-signed-in");

    if (pathname === "/desk/api/sign-out") {
      sessions.delete(session);
      return ok(response, {});
    }
    if (pathname === "/desk/api/me") {
      if (post) people.set(me.id, { ...me, ...(json(body) as Partial<DeskMe>) });
      return ok(response, people.get(me.id) ?? me);
    }
    if (pathname === "/desk/api/cases") return ok(response, listsFor(me));
    if (pathname === "/desk/api/stream") {
      if (blocked === "refused") return no(response, 503, "blocked");
      if (blocked === "broken") {
        request.socket.destroy();
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": here\n\n");
      streams.add(response);
      request.on("close", () => streams.delete(response));
      return;
    }
    if (pathname === "/desk/api/invitations" && post) {
      if (me.rank !== "coordinator") return no(response, 403, "coordinators-only");
      const wish = json(body) as { name?: string; role?: string; village?: string };
      acts.push(`invite ${wish.name} ${wish.role} ${wish.village}`);
      return ok(response, {
        code: "MAI-2741",
        web: `${address()}/desk#join=MAI-2741`,
        telegram: "https://t.me/cau_noi_mau_bot?start=join-MAI-2741",
      });
    }
    if (pathname === "/desk/api/online-use") {
      return ok(response, anOnlineYear());
    }
    if (pathname === "/desk/api/figures") {
      return ok(response, aMonth(searchParams.get("month") ?? "") satisfies DeskFigures);
    }
    if (pathname.endsWith(".csv")) {
      response.setHeader("content-type", "text/csv; charset=utf-8");
      response.end(`village,month\nna-khau,${searchParams.get("month")}\n`);
      return;
    }
    if (pathname.startsWith("/api/media/")) {
      const name = pathname.slice("/api/media/".length);
      const photo = name.endsWith(".svg");
      response.setHeader("content-type", photo ? "image/svg+xml" : "audio/wav");
      response.end(photo ? drawnPhoto : silence());
      return;
    }

    const [, id = "", what] =
      /^\/desk\/api\/cases\/([^/]+)(?:\/(acts|media))?$/.exec(pathname) ?? [];
    const found = cases.get(decodeURIComponent(id));
    if (found === undefined) return no(response, 404, "unknown-case");
    if (what === undefined) return ok(response, caseFor(found, me));
    if (!post) return no(response, 405, "post-only");

    const type = request.headers["content-type"] ?? "";
    let answer: DeskActed;
    if (what === "media") {
      const kind = searchParams.get("kind") ?? "";
      if (!type.startsWith(kind === "photo" ? "image/" : "audio/")) {
        return no(response, 415, "wrong-type");
      }
      answer = once(searchParams.get("key") ?? "", () => {
        media.push({ kind, type, bytes: body });
        const from = { who: "propagandist", name: me.name, role: me.role } as const;
        add(found, {
          from,
          text: "",
          ...(kind === "photo"
            ? { picture: { url: "/api/media/photo.svg", alt: "ảnh" } }
            : { voice: { url: "/api/media/voice.wav" } }),
          delivery: "sent",
        });
        return { ok: true };
      });
    } else {
      if (!type.startsWith("application/json")) return no(response, 415, "wrong-type");
      const act = json(body) as DeskAct;
      answer = once(act.key, () => decide(found, act, me));
    }
    changed(found.card.id);
    if (away === "answers lost") request.socket.destroy();
    else ok(response, answer);
  }

  function once(key: string, doing: () => DeskActed): DeskActed {
    if (key === "") throw new Error("an act came without a key");
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = doing();
    answers.set(key, answer);
    return answer;
  }

  function decide(found: Case, act: DeskAct, me: DeskMe): DeskActed {
    const { card } = found;
    const mine = card.claimedBy?.id === me.id;
    const from = { who: "propagandist", name: me.name, role: me.role } as const;
    const refuse = (reason: "taken" | "not-yours" | "closed" | "stopped", says: string) =>
      ({ ok: false, reason, says }) as const;

    if (act.act === "read") {
      card.unread = 0;
      return { ok: true };
    }
    if (act.act === "reached") return { ok: true };
    acts.push([act.act, card.id, ...("outcome" in act ? [act.outcome] : [])].join(" "));
    if (act.act === "claim") {
      if (card.claimedBy !== undefined && !mine) {
        return refuse("taken", `${card.claimedBy.name} đã nhận việc này trước rồi.`);
      }
      card.state = "claimed";
      card.claimedBy = { id: me.id, name: me.name };
      add(found, {
        from: { who: "machine" },
        text: `${me.name}, ${me.role}, đã vào giúp. Xin đừng chụp thẻ hay gửi mã cho ai.`,
      });
      return { ok: true };
    }
    if (card.state === "closed") return refuse("closed", "Việc này đã xong rồi.");
    if (!mine) return refuse("not-yours", "Việc này đang do người khác giúp.");
    switch (act.act) {
      case "show":
      case "which-screen":
      case "invite":
      case "recall":
        return { ok: true };
      case "release":
        if (act.note !== undefined) acts.push(`passed on with ${act.note}`);
        card.state = "waiting";
        delete card.claimedBy;
        return { ok: true };
      case "say":
        if (/otp|mật khẩu/i.test(act.text)) {
          return refuse(
            "stopped",
            "Tin này hỏi mã hoặc mật khẩu nên máy giữ lại. Mã chỉ để bà con tự nhập.",
          );
        }
        acts.push(`said ${act.text}`);
        add(found, { from, text: act.text, delivery: "sent" });
        return { ok: true };
      case "note":
        acts.push(`noted ${act.text}`);
        add(found, { from, text: act.text, internal: true });
        return { ok: true };
      case "ask":
        acts.push(`asked ${act.text}`);
        add(found, { from, text: act.text, internal: true, remark: "question" });
        return { ok: true, says: "Đã hỏi Cô Liên." };
      case "answer":
        acts.push(`answered ${act.question} ${act.text}`);
        add(found, { from, text: act.text, internal: true, remark: "answer" });
        return { ok: true };
      case "hand-back":
        if (act.outcome === "meet") {
          const at = Date.parse(`${act.day}T${act.hour}:00+07:00`);
          if (Number.isNaN(at)) throw new Error(`not a meeting: ${act.day} ${act.hour}`);
          card.state = "resting";
          card.meeting = { at, place: act.place };
        } else {
          card.state = "closed";
        }
        if (act.outcome === "done-up-to") acts.push(`up to ${act.step}`);
        if ("text" in act && act.text !== undefined) acts.push(`with ${act.text}`);
        return { ok: true };
    }
  }

  function listsFor(me: DeskMe): DeskCases {
    const cards = [...cases.values()].map(({ card }) => card);
    const open = cards.filter(({ state }) => state === "claimed" || state === "resting");
    return {
      waiting: cards.filter(({ state }) => state === "waiting"),
      mine: open.filter(({ claimedBy }) => claimedBy?.id === me.id),
      others: open.filter(({ claimedBy }) => claimedBy?.id !== me.id),
      closed: cards.filter(({ state }) => state === "closed"),
    };
  }

  function caseFor({ card, phone, tried, thread, steps }: Case, me: DeskMe): DeskCase {
    const mine = card.claimedBy?.id === me.id && card.state !== "closed";
    return {
      card,
      ...(mine && phone !== undefined ? { phone } : {}),
      tried,
      missing: [],
      thread,
      steps,
      together: [],
      canWrite: mine,
    };
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: address(),
    acts,
    media,
    code(person, expired = false) {
      const me: DeskMe = {
        id: "p-hoa",
        name: "Lý Thị Hoa",
        role: "Trưởng thôn",
        rank: "propagandist",
        villages: [
          { id: "na-khau", says: "Nà Khau" },
          { id: "ban-sao", says: "Bản Sao (mẫu)" },
        ],
        duty: true,
        language: "vi",
        commune: "Xã Tân An",
        trial: true,
        ...person,
      };
      people.set(me.id, people.get(me.id) ?? me);
      const code = randomBytes(6).toString("hex");
      codes.set(code, { person: me.id, expired });
      return code;
    },
    addCase(card, rest = {}) {
      const id = card.id ?? `c${cases.size + 1}`;
      cases.set(id, {
        card: {
          id,
          state: "waiting",
          reason: "bấm Gặp người giúp",
          waitingSince: Date.now() - 240_000,
          unread: 0,
          channel: "web",
          ...card,
        },
        tried: [],
        thread: [],
        steps: [],
        ...rest,
      });
      changed(id);
      return id;
    },
    says(id, from, text, more = {}) {
      const found = find(id);
      add(found, { from, text, ...more });
      if (from.who === "resident") found.card.unread += 1;
      changed(id);
    },
    takenQuietly(id, name) {
      const { card } = find(id);
      card.state = "claimed";
      card.claimedBy = { id: "p-other", name };
    },
    cardOf: (id) => find(id).card,
    delivered(id, delivery) {
      const found = find(id);
      found.thread = found.thread.map((entry) =>
        entry.delivery === undefined ? entry : { ...entry, delivery },
      );
      changed(id);
    },
    erase(id) {
      cases.delete(id);
      changed(id);
    },
    endSessions: () => sessions.clear(),
    blockStream(how) {
      blocked = how;
      if (how !== "not") for (const stream of streams) stream.destroy();
    },
    unreachable(now) {
      away = now;
      if (now === true) for (const stream of streams) stream.destroy();
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function file(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === "/desk" ? "index.html" : pathname.slice("/desk-assets/".length);
  if (name.includes("..")) return no(response, 404, "no-file");
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  if (bytes === undefined) return no(response, 404, "no-file");
  response.setHeader("content-type", kinds[extname(name)] ?? "application/octet-stream");
  response.end(bytes);
}

function ok(response: ServerResponse, value: object): void {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(value));
}

/** Without words of its own, so that the page's words for each status are seen in tests. */
function no(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ error }));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const json = (bytes: Buffer): unknown => JSON.parse(bytes.toString("utf8"));

const drawnPhoto = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400" width="300" height="400"><rect width="300" height="400" fill="#c9dbe8"/><rect x="30" y="60" width="240" height="44" rx="8" fill="#fff"/><rect x="30" y="130" width="160" height="24" rx="6" fill="#8aa7bb"/><rect x="30" y="320" width="240" height="50" rx="25" fill="#c0392b"/></svg>`;

/** A second of silence as a WAV file. */
function silence(): Buffer {
  const samples = 8000;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples, 40);
  return wav;
}

/** A month in a small commune. */
function aMonth(month: string): DeskFigures {
  const line = (
    asked: number,
    answered: number,
    alone: number,
    inChat: number,
    inPerson: number,
  ) => ({
    asked,
    answered,
    waits: { count: answered, median: 4.5, most: 12 },
    waitsOutsideHours: { count: 1, median: 640, most: 640 },
    rungs: { village: answered },
    outcomes: { finished: answered },
    begun: 40,
    sent: 6,
    finished: { alone, "in-chat": inChat, "in-person": inPerson },
    said: { helped: answered - 1, not: 1 },
  });
  return {
    month,
    all: line(14, 12, 20, 8, 3),
    each: [
      { village: "", field: "social", fieldName: "An sinh", ...line(2, 1, 0, 0, 0) },
      { village: "Nà Khau", field: "justice", fieldName: "Hộ tịch", ...line(12, 11, 20, 8, 3) },
    ],
    loads: [
      { name: "Bà Mẩy (mẫu)", helped: 7, closed: 7, beside: 0 },
      { name: "Chị Hoa (mẫu)", helped: 5, closed: 4, beside: 3 },
    ],
  };
}

/** From fifteen of a hundred to seventy, with a month that nobody counted. */
function anOnlineYear(): DeskOnlineUse {
  const shares = [15, 18, undefined, 24, 31, 38, 42, 47, 55, 60, 66, 70];
  const months = shares.map((_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  const points = shares.map((percent, at) => ({
    month: months[at] ?? "",
    sent: at,
    ...(percent === undefined
      ? {}
      : { counter: 100 - percent, online: percent, share: { percent, is: "exact" as const } }),
  }));
  return {
    months,
    all: { of: { is: "all" }, name: "", points },
    villages: [{ of: { is: "village", id: "na-khau" }, name: "Nà Khau", points }],
    fields: [{ of: { is: "field", id: "justice" }, name: "Hộ tịch", points }],
    inVillages: [],
    entries: [],
  };
}
