/** What needs minutes and days to pass: on a clock of the test's own, in this process. */
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Clock, realClock } from "../../src/bot/clock.ts";
import { tryLimit } from "../../src/bot/conversations/try-limit.ts";
import { firstSignInLink, invite } from "../../src/bot/desk/invitations.ts";
import { makeLog } from "../../src/bot/log.ts";
import { type House, openHouse } from "../../src/bot/running.ts";
import { eventStream, livePages } from "../../src/bot/web/live.ts";
import { webServer } from "../../src/bot/web/server.ts";
import type { AccountId } from "../../src/flows/index.ts";

const minute = 60_000;
let now = Date.parse("2026-11-23T02:00:00Z");
const clock: Clock = { now: () => now, sleep: realClock.sleep };
const web = "web" as AccountId;

let house: House;
let app: Awaited<ReturnType<typeof webServer>>;

beforeAll(async () => {
  const log = makeLog("silent");
  const contentDir = fileURLToPath(new URL("../../content", import.meta.url));
  house = openHouse({ databaseFile: ":memory:", contentDir, clock, log });
  const { commune } = house.library().desk;
  house.store.account({ id: web, commune, channel: "web" });
  app = await webServer({
    store: house.store,
    conversations: house.conversations,
    library: house.library,
    clock,
    log,
    account: web,
    commune,
    pagesDir: join(tmpdir(), "no-pages"),
    publicUrl: undefined,
    webRoot: () => "http://test",
    botName: () => undefined,
  });
});
afterAll(async () => {
  await app.close();
  await house.close();
});
afterEach(() => vi.useRealTimers());

const commune = () => house.library().desk.commune;
const signIn = async (code: string, attempt?: string) =>
  await app.inject({
    method: "POST",
    url: "/desk/api/sign-in",
    headers: { "x-cau-noi": "desk" },
    payload: { code, attempt },
  });
const sessionOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  answer.cookies.find(({ name }) => name === "cn_desk")?.value;
const whoIs = async (session: string | undefined) =>
  await app.inject({ url: "/desk/api/me", cookies: { cn_desk: session ?? "" } });
const chiMai = () =>
  ({
    commune: commune(),
    rank: "propagandist",
    name: "Chị Mai (mẫu)",
    role: "Thôn (mẫu)",
    village: "na-khau",
    woman: true,
    office: false,
  }) as const;
const codeIn = (link: string | undefined): string => link?.split("#in=")[1] ?? "";

test("a one-time link lasts a quarter of an hour, and not longer", async () => {
  const late = codeIn(firstSignInLink(house.store, commune(), now, "http://test"));
  const timely = codeIn(firstSignInLink(house.store, commune(), now + minute, "http://test"));

  now += 15 * minute;
  const expired = await signIn(late);
  const signedIn = await signIn(timely);
  const again = await signIn(timely);

  expect([expired.statusCode, signedIn.statusCode, again.statusCode]).toEqual([410, 200, 404]);
  expect(expired.json()).toMatchObject({ error: "expired", says: expect.stringMatching(/\p{L}/u) });
  expect(signedIn.headers["set-cookie"]).toMatch(/cn_desk=.*HttpOnly.*SameSite=Strict/i);
  expect(firstSignInLink(house.store, commune(), now, "http://test")).toBeUndefined();
});

test("an invitation lasts two days, and not longer", async () => {
  const [late, timely] = [now, now + minute].map((at) =>
    invite(house.store, chiMai(), { now: at, webRoot: "http://test" }),
  );

  now += 48 * 60 * minute;

  expect((await signIn(late?.code ?? "")).statusCode).toBe(410);
  expect((await signIn(timely?.code ?? "")).statusCode).toBe(200);
});

describe("a sign-in whose answer was lost", () => {
  const mine = "0123456789abcdef0123456789abcdef";
  const others = "fedcba9876543210fedcba9876543210";
  const aCode = () => invite(house.store, chiMai(), { now, webRoot: "http://test" }).code;
  beforeEach(() => {
    now += 60 * minute;
  });

  test("is answered again to the page that sent it, with the same session", async () => {
    const code = aCode();
    const first = await signIn(code, mine);
    now += 9 * minute;

    const again = await signIn(code, mine);

    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.json()).toEqual(first.json());
    expect(sessionOf(again)).toBe(sessionOf(first));
    expect((await whoIs(sessionOf(again))).json()).toMatchObject({ name: "Chị Mai (mẫu)" });
  });

  test("is not answered to another page, nor to one without an attempt", async () => {
    const code = aCode();
    await signIn(code, mine);

    expect((await signIn(code, others)).statusCode).toBe(404);
    expect((await signIn(code)).statusCode).toBe(404);
  });

  test("is not answered for another code of the same page, nor after a quarter of an hour", async () => {
    const [code, used] = [aCode(), aCode()];
    await signIn(used, others);
    await signIn(code, mine);

    expect((await signIn(used, mine)).statusCode).toBe(404);
    now += 15 * minute;
    expect((await signIn(code, mine)).statusCode).toBe(404);
  });

  test("is not answered once that session was left", async () => {
    const code = aCode();
    const session = sessionOf(await signIn(code, mine));
    const left = await app.inject({
      method: "POST",
      url: "/desk/api/sign-out",
      headers: { "x-cau-noi": "desk" },
      cookies: { cn_desk: session ?? "" },
      payload: {},
    });

    // Nor do pictures that this browser was shown stay in it.
    expect(left.headers["clear-site-data"]).toBe('"cache"');
    expect((await signIn(code, mine)).statusCode).toBe(404);
  });
});

test("a name is one line of what can be seen, since it stands in sentences to others", async () => {
  const { code } = invite(house.store, chiMai(), { now, webRoot: "http://test" });
  const session = sessionOf(await signIn(code)) ?? "";
  const change = async (payload: object) =>
    await app.inject({
      method: "POST",
      url: "/desk/api/me",
      headers: { "x-cau-noi": "desk" },
      cookies: { cn_desk: session },
      payload,
    });

  const turned = await change({ name: "\u202eChị\u200b \n Mai\0", role: "Trưởng\tthôn\ud800" });
  const unseen = await change({ name: "\u200b\u2066\ufeff" });

  expect(turned.json()).toMatchObject({ name: "Chị Mai", role: "Trưởng thôn" });
  expect(unseen.statusCode).toBe(400);
});

test("too many codes tried at the desk from one address have to wait, and then may try again", async () => {
  now += 60 * minute;
  const statuses: number[] = [];
  for (let tries = 0; tries < 31; tries += 1) {
    statuses.push((await signIn("aaaaaaaaaaaaaaaa")).statusCode);
  }
  now += 10 * minute;

  expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await signIn("aaaaaaaaaaaaaaaa")).statusCode).toBe(404);
});

test("strangers who guess return codes all day shut nobody out who has one", async () => {
  now += 60 * minute;
  const post = (path: string, from: string, payload: object, cookie = "") =>
    app.inject({
      method: "POST",
      url: `/api/chat/${path}`,
      headers: { "x-cau-noi": "chat", cookie },
      remoteAddress: from,
      payload,
    });
  const opened = await post("open", "203.0.113.9", {});
  const { returnCode } = (opened.json() as { state: { returnCode: string } }).state;
  const guesses = async (from: string, number: number) => {
    const code = `núi núi núi ${String(number).padStart(4, "0")}`;
    return (await post("return", from, { code })).statusCode;
  };

  // Each try from a chat of its own, as cookies that open nothing are made up.
  const strangers: number[] = [];
  for (let stranger = 1; stranger <= 27; stranger += 1)
    for (let count = 0; count < 121; count += 1)
      strangers.push(await guesses(`192.0.2.${stranger}`, count));

  expect(strangers.filter((status) => status === 404)).toHaveLength(25 * 120 + 2 * 20);
  expect(await guesses("198.51.100.7", 0)).toBe(404);
  expect((await post("return", "198.51.100.7", { code: returnCode })).statusCode).toBe(200);
});

test("words that miss a return code count for where they come from, not for their chat alone", async () => {
  now += 25 * 60 * minute;
  const from = "198.51.100.8";
  const headers = { "x-cau-noi": "chat" };
  const answers: string[] = [];
  for (let chat = 0; chat < 25; chat += 1) {
    const opened = await app.inject({
      method: "POST",
      url: "/api/chat/open",
      headers,
      remoteAddress: from,
      payload: {},
    });
    const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    for (let count = 0; count < 5; count += 1)
      await app.inject({
        method: "POST",
        url: "/api/chat/say",
        headers: { ...headers, cookie },
        remoteAddress: from,
        payload: {
          key: `guess-${chat}-${count}`,
          seen: 0,
          text: `núi núi núi ${1000 + chat * 10 + count}`,
        },
      });
    const news = await app.inject({
      url: "/api/chat/entries?after=0",
      headers: { ...headers, cookie },
    });
    answers.push(news.payload);
  }

  expect(answers.slice(0, 24).some((said) => /thử mã nhiều lần/i.test(said))).toBe(false);
  expect(answers.at(-1)).toMatch(/thử mã nhiều lần/i);
});

test("a limit counts each key alone and forgives when its time has passed", () => {
  const limit = tryLimit(2, minute);

  expect([1, 2, 3].map(() => limit.allows("one", 0))).toEqual([true, true, false]);
  expect(limit.allows("other", 0)).toBe(true);
  expect(limit.allows("one", minute)).toBe(true);
});

test("a silent stream beats every twenty seconds, and no more once it has ended", () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writableEnded: false,
    destroyed: false,
    writeHead: () => response,
    write: (text: string) => written.push(text),
    end() {
      this.writableEnded = true;
    },
  });
  const stream = eventStream(response as unknown as ServerResponse);

  vi.advanceTimersByTime(40_000);
  const beats = written.filter((text) => text.startsWith("event: beat\n"));
  stream.close();
  const before = written.length;
  stream.send("news", {});
  vi.advanceTimersByTime(60_000);
  stream.close();

  expect(beats).toHaveLength(2);
  expect(written).toHaveLength(before);
});

test("of very many pages of one conversation the newest are kept, and all pages of others", () => {
  const ended: number[] = [];
  const heard: number[] = [];
  const pages = livePages<string>();
  const page = (k: number) => ({ send: () => heard.push(k), close: () => ended.push(k) });
  const leave = pages.open("here", page(0));
  pages.open("there", page(100));

  for (let k = 1; k <= 40; k += 1) pages.open("here", page(k));
  leave();
  pages.each("here", (stream) => stream.send("news", {}));
  pages.each("there", (stream) => stream.send("news", {}));

  expect(ended).toEqual(Array.from({ length: 25 }, (_, k) => k));
  expect(heard).toEqual([...Array.from({ length: 16 }, (_, k) => k + 25), 100]);
  expect(pages.isOpen("here")).toBe(true);
});
