/**
 * A small, honest stand-in for the server behind the resident's page: it keeps conversations in
 * memory and follows `src/bot/web/wire/chat.ts` to the letter, so the page can be tested by itself.
 *
 * It knows a handful of scripted turns. What a test wants to happen otherwise it does with `say`,
 * `change` and `forget`.
 */

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import type { ChatOpened, ChatSaid, ChatState } from "../../../src/bot/web/wire/chat.ts";
import type { Entry } from "../../../src/bot/web/wire/entry.ts";

type Draft = Omit<Entry, "seq" | "at"> & { readonly at?: number };

export interface Talk {
  readonly id: string;
  entries: Entry[];
  state: ChatState;
  /** Keys in the order they were first taken. */
  readonly taken: string[];
  /** How often each key arrived, taken or not. */
  readonly arrived: Map<string, number>;
  readonly media: { readonly kind: string; readonly type: string; readonly bytes: Buffer }[];
  /** Where somebody said that they are. */
  readonly places: { readonly latitude: number; readonly longitude: number }[];
  seen: number;
  readonly streams: Set<ServerResponse>;
}

export interface ChatServer {
  readonly url: string;
  readonly talks: Map<string, Talk>;
  /** The conversation opened last. */
  newest(): Talk;
  say(talk: Talk, ...drafts: Draft[]): void;
  change(talk: Talk, state: Partial<ChatState>): void;
  /** Erased, or wiped: its cookie is unknown from now on. */
  forget(talk: Talk): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Whose machine it is. */
const house = { operator: "UBND xã Tân An (mẫu)", telephone: "0207 3999 999" };

/** Serves the page built into `pages` and a machine with a few things to say. */
export async function startChatServer(
  pages: string,
  header: ChatOpened["header"] = {
    title: "Cầu Nối",
    trial: true,
  },
): Promise<ChatServer> {
  const talks = new Map<string, Talk>();

  function opened({ entries, state }: Talk): ChatOpened {
    return { entries, state, header };
  }

  function begin(): Talk {
    const talk: Talk = {
      id: randomUUID(),
      entries: [],
      state: { waitingForPerson: false, language: "vi", ...house },
      taken: [],
      arrived: new Map(),
      media: [],
      places: [],
      seen: 0,
      streams: new Set(),
    };
    talks.set(talk.id, talk);
    ask(talk, {
      text: "Dạ, đây là máy trả lời của xã Tân An. Máy giúp làm giấy tờ qua mạng, từng bước một.\nHôm nay cần làm việc gì ạ?",
      choices: ["Làm tài khoản VNeID", "Đăng ký khai sinh", "Xem hồ sơ đến đâu", "Việc khác…"],
      step: false,
    });
    return talk;
  }

  function ask(
    talk: Talk,
    asked: { text: string; choices: readonly string[]; step: boolean; picture?: boolean },
  ): void {
    const turn = `turn-${talk.entries.length}`;
    say(talk, {
      from: { who: "machine" },
      text: asked.text,
      turn,
      choices: asked.choices.map((says, i) => ({ id: `choice-${i + 1}`, says })),
      step: asked.step,
      speak: asked.text,
      ...(asked.picture === true
        ? { picture: { url: "/api/media/step", alt: "Hình minh hoạ: trang Cổng dịch vụ công" } }
        : {}),
    });
    change(talk, { current: talk.entries[talk.entries.length - 1]?.seq ?? 0 });
  }

  function say(talk: Talk, ...drafts: Draft[]): void {
    for (const draft of drafts) {
      const last = talk.entries[talk.entries.length - 1];
      const entry: Entry = { ...draft, seq: (last?.seq ?? 0) + 1, at: draft.at ?? Date.now() };
      talk.entries.push(entry);
      for (const stream of talk.streams) stream.write(told(entry));
    }
  }

  function change(talk: Talk, state: Partial<ChatState>): void {
    talk.state = { ...talk.state, ...state };
    for (const stream of talk.streams) {
      stream.write(`event: state\ndata: ${JSON.stringify(talk.state)}\n\n`);
    }
  }

  /** One scripted turn. */
  function answer(talk: Talk, words: string): void {
    const text = words.toLowerCase();
    if (text === "/xoa") {
      forget(talk);
    } else if (text.includes("khai sinh") || text === "xong rồi" || text === "2") {
      change(talk, { returnCode: "suối 47 trâu 12" });
      ask(talk, {
        text: "Mở trang dichvucong.gov.vn rồi bấm Đăng nhập ở góc trên bên phải.\nKhi hiện tên mình ở góc thì quay lại đây bấm Xong rồi.",
        choices: ["Xong rồi", "Không làm được", "Chỉ kỹ hơn", "Gặp người giúp", "Khác…"],
        step: true,
        picture: true,
      });
    } else if (text.includes("gặp người giúp")) {
      change(talk, { waitingForPerson: true });
      say(talk, { from: { who: "machine" }, text: "Dạ, máy đang gọi người giúp trong thôn." });
    } else if (talk.state.withPerson === undefined) {
      ask(talk, {
        text: `Dạ, máy đã nghe: ${words}. Cần làm việc gì ạ?`,
        choices: ["Đăng ký khai sinh", "Việc khác…"],
        step: false,
      });
    }
  }

  function forget(talk: Talk): void {
    talks.delete(talk.id);
    for (const stream of talk.streams) stream.end();
  }

  /** Takes what a key brings, once. */
  function take(talk: Talk, key: string, draft: Draft, words: string): boolean {
    talk.arrived.set(key, (talk.arrived.get(key) ?? 0) + 1);
    if (talk.taken.includes(key)) return false;
    talk.taken.push(key);
    say(talk, { ...draft, key });
    if (words !== "") answer(talk, words);
    return true;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const cookie = /cn_chat=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
    const talk = talks.get(cookie ?? "");
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
      response.end(JSON.stringify(body));
    };
    const cookieOf = ({ id }: Talk) => ({
      "set-cookie": `cn_chat=${id}; HttpOnly; SameSite=Lax; Path=/`,
    });

    if (url.pathname === "/api/media/step") {
      response.writeHead(200, { "content-type": "image/svg+xml" });
      response.end(drawing);
      return;
    }
    if (!url.pathname.startsWith("/api/chat/")) return file(url.pathname, response);

    const route = `${request.method} ${url.pathname.slice("/api/chat/".length)}`;
    const body = await bytesOf(request);
    if (route === "POST open") {
      const mine = talk ?? begin();
      return send(200, opened(mine), cookieOf(mine));
    }
    if (route === "POST return") {
      const { code } = JSON.parse(body.toString()) as { code: string };
      const older = [...talks.values()].find(({ state }) => state.returnCode === code);
      if (older === undefined) {
        return send(404, { error: "wrong-code", says: "Mã không đúng. Xin xem lại từng chữ." });
      }
      return send(200, opened(older), cookieOf(older));
    }
    if (talk === undefined) {
      return send(409, { error: "no-conversation", says: "Không còn cuộc trò chuyện này." });
    }
    switch (route) {
      case "GET entries": {
        const after = Number(url.searchParams.get("after") ?? "0");
        const entries = talk.entries.filter(({ seq }) => seq > after);
        return send(200, { entries, state: talk.state });
      }
      case "GET stream": {
        const after = Number(
          request.headers["last-event-id"] ?? url.searchParams.get("after") ?? "0",
        );
        response.writeHead(200, {
          "content-type": "text/event-stream",
          "cache-control": "no-store",
        });
        response.write(": here\n\n");
        for (const entry of talk.entries) if (entry.seq > after) response.write(told(entry));
        response.write(`event: state\ndata: ${JSON.stringify(talk.state)}\n\n`);
        talk.streams.add(response);
        response.on("close", () => talk.streams.delete(response));
        return;
      }
      case "POST say": {
        const said = JSON.parse(body.toString()) as ChatSaid;
        if ("recall" in said) {
          const { turn } = said.recall;
          talk.entries = talk.entries.filter((entry) => entry.turn !== turn);
          const fresh = take(
            talk,
            said.key,
            { from: { who: "resident" }, text: "", recalls: turn },
            "",
          );
          return send(200, { key: said.key, fresh });
        }
        if ("place" in said) {
          talk.places.push(said.place);
          const text = `📍 ${said.place.latitude},${said.place.longitude}`;
          const fresh = take(talk, said.key, { from: { who: "resident" }, text }, "");
          return send(200, { key: said.key, fresh });
        }
        const quoted =
          "text" in said ? talk.entries.find(({ seq }) => seq === said.answers) : undefined;
        const words =
          "text" in said
            ? said.text
            : (talk.entries
                .find(({ turn }) => turn === said.press.turn)
                ?.choices?.find(({ id }) => id === said.press.choice)?.says ?? "");
        if (words === "từ chối") {
          return send(422, {
            error: "unreadable",
            says: "Máy chưa nhận được tin này, xin viết lại.",
          });
        }
        const turn = `turn-${talk.entries.length}`;
        const fresh = take(
          talk,
          said.key,
          {
            from: { who: "resident" },
            text: words,
            turn,
            ...(quoted === undefined ? {} : { quote: quoted.text }),
          },
          words,
        );
        if (fresh && talk.state.withPerson !== undefined)
          change(talk, { mayRecall: [...(talk.state.mayRecall ?? []), turn] });
        return send(200, { key: said.key, fresh });
      }
      case "POST media": {
        const key = url.searchParams.get("key") ?? "";
        const kind = url.searchParams.get("kind") ?? "";
        const id = `m${talk.media.length}`;
        const shown =
          kind === "photo"
            ? { picture: { url: `/api/media/${id}`, alt: "" } }
            : { voice: { url: `/api/media/${id}` } };
        const fresh = take(talk, key, { from: { who: "resident" }, text: "", ...shown }, "");
        if (fresh)
          talk.media.push({ kind, type: request.headers["content-type"] ?? "", bytes: body });
        return send(200, { key, fresh });
      }
      case "POST seen": {
        const { seq } = JSON.parse(body.toString()) as { seq: number };
        talk.seen = Math.max(talk.seen, seq);
        return send(200, {});
      }
      default:
        return send(404, { error: "unknown", says: "" });
    }
  }

  async function file(path: string, response: ServerResponse): Promise<void> {
    const asked = path === "/" ? "index.html" : path.replace(/^\/chat-assets\//, "");
    const name = normalize(join(pages, asked));
    if (!name.startsWith(pages + sep)) {
      response.writeHead(404).end();
      return;
    }
    try {
      const bytes = await readFile(name);
      response.writeHead(200, {
        "content-type": types[extname(name)] ?? "application/octet-stream",
        "content-security-policy": "default-src 'self'; frame-ancestors 'none'",
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    talks,
    newest() {
      const last = [...talks.values()].pop();
      if (last === undefined) throw new Error("Nobody has opened the page yet.");
      return last;
    },
    say,
    change,
    forget,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const told = (entry: Entry) => `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 280" font-family="sans-serif">
<rect width="400" height="280" fill="#f3f3f3"/><rect width="400" height="52" fill="#b3261e"/>
<circle cx="30" cy="26" r="16" fill="#ffd54a"/><rect x="60" y="18" width="150" height="16" rx="4" fill="#ffffff88"/>
<rect x="284" y="10" width="104" height="32" rx="6" fill="#fff"/><rect x="300" y="20" width="72" height="12" rx="3" fill="#b3261e"/>
<rect x="276" y="4" width="120" height="44" rx="10" fill="none" stroke="#1a4fd6" stroke-width="5"/>
<path d="M250 110 L318 60" stroke="#1a4fd6" stroke-width="6"/><path d="M322 56l-20 4 12 14z" fill="#1a4fd6"/>
<rect x="24" y="80" width="200" height="18" rx="4" fill="#ccc"/><rect x="24" y="112" width="160" height="14" rx="4" fill="#ddd"/>
<rect x="24" y="150" width="104" height="84" rx="8" fill="#fff"/><rect x="148" y="150" width="104" height="84" rx="8" fill="#fff"/><rect x="272" y="150" width="104" height="84" rx="8" fill="#fff"/>
<text x="200" y="268" text-anchor="middle" font-size="17" fill="#444">hình minh hoạ</text></svg>`;
