import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChatNews } from "../../src/bot/web/wire/chat.ts";
import type { Entry } from "../../src/bot/web/wire/entry.ts";
import { BrowserLike } from "../support/process/browser-like.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";
import { towardsAPerson } from "../support/process/towards-a-person.ts";

const media = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../support/media/${name}`, import.meta.url)));

let server: ServerProcess;
/** The first to sign in; the link is printed once. */
let coordinator: DeskWorker;
const root = () => server.url;

beforeAll(async () => {
  server = await startServerProcess();
  coordinator = new DeskWorker(root);
  expect((await coordinator.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const aResident = async (): Promise<Resident> => {
  const who = new Resident(root);
  expect((await who.open()).status).toBe(200);
  return who;
};

/** Every refusal is JSON with a reason and a kind sentence; nothing of our insides shows. */
function expectKind({ status, headers, body, text }: Awaited<ReturnType<BrowserLike["get"]>>) {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get("content-type")).toMatch(/^application\/json/);
  expect(body).toMatchObject({ error: expect.any(String), says: expect.stringMatching(/\p{L}/u) });
  expect(text).not.toMatch(/FST_|SQLITE|\.ts:\d|node_modules|stack|\bat [\w.]+ \(/);
}

/** Opens a case: everything there is to press on the way. */
async function askForHelp(who: Resident): Promise<string> {
  await who.say("gặp người giúp");
  await who.news();
  for (let asked = 0; asked < 6; asked += 1) {
    const open = (await coordinator.cases()).body.waiting.find(({ id }) => !known.has(id));
    if (open !== undefined) {
      known.add(open.id);
      return open.id;
    }
    const { question } = who;
    const choice = towardsAPerson(question?.choices);
    if (question?.turn === undefined || choice === undefined) break;
    await who.press(question.turn, choice.id);
    await who.news();
  }
  throw new Error(
    `no case was opened: ${[...who.entries.values()].map((e) => e.text).join(" | ")}`,
  );
}
const known = new Set<string>();

describe("what a resident writes", () => {
  test("a typed return code comes back as a line of its own, without the code", async () => {
    const who = await aResident();
    const key = randomUUID();

    await who.say("suối mận chè 0000", key);
    await who.news();

    const line = [...who.entries.values()].find((entry) => entry.key === key);
    expect(line).toMatchObject({ from: { who: "resident" }, text: "(mã quay lại)" });
    expect(JSON.stringify([...who.entries.values()])).not.toContain("0000");
  });

  test("the same key twice is taken once, and both answers say it was taken", async () => {
    const who = await aResident();
    const key = randomUUID();

    const first = await who.say("1", key);
    const second = await who.say("1", key);
    await who.news();

    expect([first.body, second.body]).toEqual([
      { key, fresh: true },
      { key, fresh: false },
    ]);
    expect([...who.entries.values()].filter((entry) => entry.key === key)).toHaveLength(1);
  });

  test("the same key at the same moment is taken once", async () => {
    const who = await aResident();
    const key = randomUUID();

    const all = await Promise.all(Array.from({ length: 8 }, () => who.say("1", key)));

    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(all.filter(({ body }) => body.fresh)).toHaveLength(1);
  });

  test("the key of somebody else's message takes nothing away from it", async () => {
    const [one, other] = [await aResident(), await aResident()];
    const key = randomUUID();

    expect((await one.say("1", key)).body.fresh).toBe(true);
    expect((await other.say("1", key)).body.fresh).toBe(true);
  });

  test("a picture sent again under its key is taken once", async () => {
    const who = await aResident();
    const key = randomUUID();

    const first = await who.sendMedia("photo", media("square.jpg"), { key });
    const second = await who.sendMedia("photo", media("square.jpg"), { key });

    expect([first.body.fresh, second.body.fresh]).toEqual([true, false]);
  });

  test("ten thousand characters are answered, and the conversation stays where it was", async () => {
    const who = await aResident();
    const before = who.question?.choices;

    const taken = await who.say("à ".repeat(5000));
    await who.news();

    expect(taken.body).toMatchObject({ fresh: true });
    expect(who.question?.choices).toEqual(before);
  });

  test("an empty message is answered, and the conversation stays where it was", async () => {
    const who = await aResident();
    const before = who.question?.choices;

    expect((await who.say("   ")).body).toMatchObject({ fresh: true });
    await who.news();

    expect(who.question?.choices).toEqual(before);
  });
});

describe("who is who", () => {
  test("without a cookie, and with a wrong one, nothing is read or written", async () => {
    for (const cookie of [undefined, "x", "%zz", "a".repeat(4000)]) {
      const stranger = new Resident(root);
      if (cookie !== undefined) stranger.cookies.set("cn_chat", cookie);

      for (const answer of [
        await stranger.get("/api/chat/entries"),
        await stranger.get("/api/chat/stream"),
        await stranger.say("1"),
        await stranger.seen(3),
        await stranger.sendMedia("photo", media("square.jpg")),
      ]) {
        expect(answer.status).toBe(409);
        expect(answer.body).toMatchObject({ error: "no-conversation" });
      }
    }
  });

  test("the cookie cannot be read by scripts and is not sent from other sites", async () => {
    const answer = await new BrowserLike(root).post("/api/chat/open", {});

    expect(answer.headers.getSetCookie().join()).toMatch(/cn_chat=.*HttpOnly.*SameSite=Lax/i);
  });

  test("a form of another site puts no other conversation in the place of this one", async () => {
    const who = await aResident();
    await who.say("làm khai sinh");

    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const answer = await who.send("POST", "/api/chat/open", {
        body: "",
        headers: { "content-type": type },
      });
      expectKind(answer);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test("nobody sees a picture of somebody else", async () => {
    const [who, stranger] = [await aResident(), await aResident()];
    await who.sendMedia("photo", media("square.jpg"));
    await who.news();
    const url = [...who.entries.values()].find((entry) => entry.picture)?.picture?.url ?? "";

    expect((await who.get(url)).status).toBe(200);
    expect((await stranger.get(url)).status).toBe(404);
    expect((await new BrowserLike(root).get(url)).status).toBe(404);
  });

  test("a return code opens the conversation elsewhere, stops the old cookie and is renewed", async () => {
    const before = await aResident();
    const opened = await before.say("1");
    expect(opened.status).toBe(200);
    const code = (await before.news()).body.state.returnCode ?? "";
    const transcript = [...before.entries.values()].map(({ text }) => text);

    const elsewhere = await aResident();
    // As it is typed by somebody who heard it: no marks, other spaces, capitals.
    const spoken = code.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");
    const returned = await elsewhere.return(` ${spoken.toUpperCase().replaceAll(" ", "  ")} `);

    expect(returned.status).toBe(200);
    expect(returned.body.entries.map(({ text }) => text)).toEqual(transcript);
    expect((await before.say("1")).status).toBe(409);
    expect((await before.get("/api/chat/entries")).status).toBe(409);
    const renewed = returned.body.state.returnCode;
    expect(renewed).toMatch(/\d{4}$/);
    expect(renewed).not.toBe(code);
    expect((await (await aResident()).return(code)).status).toBe(404);
    expect((await (await aResident()).return(renewed ?? "")).status).toBe(200);
  });

  test("an answer lost on the way back shuts nobody out", async () => {
    const before = await aResident();
    const code = (await before.news()).body.state.returnCode ?? "";
    const elsewhere = await aResident();
    const cookie = elsewhere.cookies.get("cn_chat") ?? "";
    expect((await elsewhere.return(code)).status).toBe(200);

    // The browser never saw that answer, and asks again.
    elsewhere.cookies.set("cn_chat", cookie);
    const again = await elsewhere.return(code);

    expect(again.status).toBe(200);
    expect(elsewhere.cookies.get("cn_chat")).not.toBe(cookie);
    expect((await elsewhere.say("1")).status).toBe(200);
    expect((await elsewhere.news()).body.state.returnCode).toBe(again.body.state.returnCode);
  });

  test("a wrong code is 404, and too many tries are 429 for this one alone", async () => {
    const who = await aResident();

    const tries = [];
    for (let count = 0; count < 8; count += 1)
      tries.push(await who.return(`núi núi núi 000${count}`));

    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
    expect(Number(tries[7]?.headers.get("retry-after"))).toBeGreaterThan(0);
    for (const answer of tries) expectKind(answer);
    const neighbour = await aResident();
    expect((await neighbour.return("núi núi núi 0008")).status).toBe(404);
  });
});

describe("how much", () => {
  test("sixty residents at one address all get through", async () => {
    const all = await Promise.all(Array.from({ length: 60 }, () => aResident()));

    const said = await Promise.all(all.map((who) => who.say("1")));

    expect(said.map(({ status }) => status)).toEqual(all.map(() => 200));
  });

  test("one conversation that floods is slowed down, and nobody else", async () => {
    const [one, other] = [await aResident(), await aResident()];

    const statuses: number[] = [];
    for (let count = 0; count < 45; count += 1) statuses.push((await one.say("9")).status);
    const late = await one.say("9");

    expect(statuses.slice(0, 40)).toEqual(statuses.slice(0, 40).map(() => 200));
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expectKind(late);
    expect((await other.say("1")).status).toBe(200);
  });
});

describe("what cannot be read", () => {
  test("a file over 10 MB is refused kindly, however it is over", async () => {
    const who = await aResident();

    for (const size of [10 * 1024 * 1024 + 100, 11 * 1024 * 1024]) {
      const large = Buffer.concat([media("tone.webm"), Buffer.alloc(size)]);
      const answer = await who.sendMedia("voice", large);
      expect(answer.status).toBe(413);
      expectKind(answer);
    }
    expect((await who.say("1")).status).toBe(200);
  });

  test("what says it is a picture and is none is answered, not kept", async () => {
    const who = await aResident();

    const answer = await who.sendMedia("photo", Buffer.from("<script>alert(1)</script>"));
    await who.news();

    expect(answer.status).toBe(200);
    expect([...who.entries.values()].some((entry) => entry.picture)).toBe(false);
  });

  const json = { "content-type": "application/json" };
  test.each([
    ["broken JSON", "/api/chat/say", '{"key":', json],
    ["no JSON at all", "/api/chat/say", "hello", { "content-type": "text/plain" }],
    ["a form", "/api/chat/say", "a=b", { "content-type": "application/x-www-form-urlencoded" }],
    ["another shape", "/api/chat/say", '{"hello":1}', json],
    ["a list", "/api/chat/say", "[]", json],
    ["null", "/api/chat/say", "null", json],
    ["poisoned JSON", "/api/chat/say", '{"__proto__":{"x":1}}', json],
    ["a negative place", "/api/chat/seen", '{"seq":-1}', json],
    ["a code that is no text", "/api/chat/return", '{"code":{}}', json],
    ["a picture without a key", "/api/chat/media?kind=photo", "x", { "content-type": "image/png" }],
    ["a film", `/api/chat/media?key=12345678&kind=photo`, "x", { "content-type": "video/mp4" }],
  ] as const)("%s gets a kind answer", async (_name, path, body, headers) => {
    const who = await aResident();

    expectKind(await who.send("POST", path, { body, headers: { ...headers } }));
  });

  test.each([
    "/nothing",
    "/api/chat/nothing",
    "/desk/api/nothing",
    "/api/%zz",
    "/../../etc/passwd",
    "/chat-assets/../../package.json",
  ])("%s is no page", async (path) => {
    const answer = await new BrowserLike(root).get(path);

    expectKind(answer);
    expectKind(await new BrowserLike(root).post(path, {}, { "x-cau-noi": "desk" }));
  });

  test("every answer carries the headers that keep other sites out", async () => {
    const who = await aResident();
    for (const path of [
      "/",
      "/desk",
      "/healthz",
      "/api/chat/entries",
      "/desk/api/me",
      "/nothing",
    ]) {
      const { headers } = await who.get(path);
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'self'.*object-src 'none'/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-powered-by")).toBeNull();
      if (path.includes("/api/")) expect(headers.get("cache-control")).toBe("no-store");
    }
    expect((await coordinator.get("/desk/api/cases")).headers.get("cache-control")).toBe(
      "no-store",
    );
    const stream = await who.stream("/api/chat/stream");
    expect(stream.headers.get("content-security-policy")).toMatch(/default-src 'self'/);
    stream.close();
  });
});

describe("reading by sequence", () => {
  const entriesOf = (events: ReadonlyArray<{ event: string; data: unknown }>) =>
    events.filter(({ event }) => event === "entry").map(({ data }) => data as Entry);

  test("the stream brings what polling brings, and each event its sequence", async () => {
    const who = await aResident();
    const stream = await who.stream("/api/chat/stream");
    for (const words of ["1", "2", "1"]) await who.say(words);
    const polled = (await who.get<ChatNews>("/api/chat/entries?after=0")).body;

    await stream.until((events) => entriesOf(events).length >= polled.entries.length);

    expect(entriesOf(stream.events)).toEqual(polled.entries);
    expect(stream.events.filter(({ event }) => event === "entry").map(({ id }) => id)).toEqual(
      polled.entries.map(({ seq }) => String(seq)),
    );
    const states = stream.events.filter(({ event }) => event === "state");
    expect(states.at(-1)?.data).toEqual(polled.state);
    stream.close();
  });

  test("it resumes behind the last event, by header or by address", async () => {
    const who = await aResident();
    await who.say("1");
    const all = (await who.get<ChatNews>("/api/chat/entries?after=0")).body.entries;
    const [first, ...rest] = all;

    const byHeader = await who.stream("/api/chat/stream?after=0", {
      "last-event-id": String(first?.seq),
    });
    const byAddress = await who.stream(`/api/chat/stream?after=${first?.seq}`);
    for (const stream of [byHeader, byAddress]) {
      await stream.until((events) => events.some(({ event }) => event === "state"));
      expect(entriesOf(stream.events)).toEqual(rest);
      stream.close();
    }
  });

  test("more than a page of lines that wait are all brought", async () => {
    const who = await aResident();
    for (let count = 0; count < 39; count += 1) await who.say(count % 2 === 0 ? "/viec" : "1");
    const other = await aResident();
    const all: Entry[] = [];
    for (;;) {
      const { entries } = (
        await who.get<ChatNews>(`/api/chat/entries?after=${all.at(-1)?.seq ?? 0}`)
      ).body;
      if (entries.length === 0) break;
      all.push(...entries);
    }

    const stream = await who.stream("/api/chat/stream");
    await stream.until((events) => events.some(({ event }) => event === "state"));

    expect(entriesOf(stream.events)).toEqual(all);
    stream.close();
    expect((await other.news()).status).toBe(200);
  });

  test("a stream ends when its conversation went to another browser", async () => {
    const who = await aResident();
    const stream = await who.stream("/api/chat/stream");
    const code = (await who.news()).body.state.returnCode ?? "";

    await (await aResident()).return(code);

    await stream.ended;
    expect((await who.get("/api/chat/stream")).status).toBe(409);
  });
});

describe("the desk", () => {
  const paths = [
    "/desk/api/me",
    "/desk/api/cases",
    "/desk/api/cases/x",
    "/desk/api/stream",
    "/desk/api/media/x",
    "/desk/api/month.csv?month=2026-11",
    "/desk/api/stuck.csv?month=2026-11",
    "/desk/api/figures.csv?month=2026-11",
    "/desk/api/load.csv?month=2026-11",
    "/desk/api/figures?month=2026-11",
  ];

  test.each(paths)(
    "%s says nothing to strangers, nor to a forged or a resident's cookie",
    async (path) => {
      const resident = await aResident();
      const forged = new BrowserLike(root);
      forged.cookies.set("cn_desk", `${"a".repeat(32)}.${"b".repeat(43)}`);

      for (const who of [new BrowserLike(root), resident, forged]) {
        const answer = await who.get(path);
        expect([401, 404]).toContain(answer.status);
        expectKind(answer);
      }
    },
  );

  test("nothing is done without the header that no other site can set", async () => {
    const id = await askForHelp(await aResident());
    for (const [path, body] of [
      [`/desk/api/cases/${id}/acts`, { key: randomUUID(), act: "claim" }],
      ["/desk/api/me", { duty: false }],
      ["/desk/api/invitations", { name: "A", role: "B" }],
      ["/desk/api/sign-out", {}],
      ["/desk/api/sign-in", { code: "aaaaaaaaaaaaaaaa" }],
    ] as const) {
      const answer = await coordinator.post(path, body);
      expect(answer.status).toBe(403);
      expectKind(answer);
    }
    const of = (await coordinator.case(id)).body;
    expect(of.card.state).toBe("waiting");
    expect((await coordinator.me()).body.duty).toBe(true);
  });

  test("an invitation made beside the running server works at once, and once", async () => {
    const made = await server.command(
      "invite",
      "--role",
      "propagandist",
      "--village",
      "na-khau",
      "--name",
      "Chị Mai (mẫu)",
      "--json",
    );
    expect(made.code).toBe(0);
    const { code, web } = JSON.parse(made.out) as { code: string; web: string };
    expect(web.startsWith(`${server.url}/desk#join=`)).toBe(true);

    const mai = new DeskWorker(root);
    expect((await mai.signIn(code)).body).toMatchObject({
      name: "Chị Mai (mẫu)",
      rank: "propagandist",
    });
    const again = await new DeskWorker(root).signIn(code);
    expect(again.status).toBe(404);
    expectKind(again);
    expect((await mai.invite({ name: "X", role: "Y" })).status).toBe(403);
    expect((await mai.get("/desk/api/month.csv?month=2026-11")).status).toBe(403);
    for (const name of ["stuck.csv", "figures.csv", "load.csv", "figures"])
      expect((await mai.get(`/desk/api/${name}?month=2026-11`)).status).toBe(403);
  });

  test("a case whose village has its own people is not read by a propagandist of another", async () => {
    const join = async (village: string) => {
      const who = new DeskWorker(root);
      const invited = await coordinator.invite({
        name: `${village} (mẫu)`,
        role: "Thôn (mẫu)",
        village,
      });
      await who.signIn(invited.body.code);
      return who;
    };
    const [near, far] = [await join("na-khau"), await join("ban-khac")];
    await coordinator.change({ duty: false });
    const resident = await aResident();
    await resident.say("tôi ở Nà Khau, gặp người giúp");
    await resident.news();
    // The village is asked for when a helper is: it is named, whatever else is asked is passed.
    for (let asked = 0; asked < 6; asked += 1) {
      const { question } = resident;
      const village = question?.choices.find(({ id }) => id === "w:na-khau");
      const choice = village ?? question?.choices.find(({ id }) => /anyone|:no$|^no$/.test(id));
      if (question?.turn === undefined || choice === undefined) break;
      await resident.press(question.turn, choice.id);
      await resident.news();
    }
    const seen = (await near.cases()).body.waiting.filter(({ id }) => !known.has(id));
    expect(seen).toHaveLength(1);
    const id = seen[0]?.id ?? "";
    await resident.sendMedia("photo", media("square.jpg"));

    expect((await far.cases()).body.waiting.some((card) => card.id === id)).toBe(false);
    expect((await far.case(id)).status).toBe(404);
    expect((await far.act(id, { act: "say", text: "xin chào" })).body).toMatchObject({ ok: false });
    expect((await far.act(id, { act: "note", text: "xin chào" })).body).toMatchObject({
      ok: false,
    });
    expect((await near.act(id, { act: "claim" })).body).toEqual({ ok: true });
    expect((await far.case(id)).status).toBe(404);
    expect((await far.act(id, { act: "claim" })).body).toMatchObject({
      ok: false,
      reason: "unknown",
    });
    await coordinator.change({ duty: true });
  });

  test("two who claim at once: one wins, and asking again with the same key changes nothing", async () => {
    const id = await askForHelp(await aResident());
    const rival = new DeskWorker(root);
    await rival.signIn(
      (await coordinator.invite({ name: "Anh Tá (mẫu)", role: "Thôn (mẫu)" })).body.code,
    );
    const keys = [randomUUID(), randomUUID()];

    const claim = () =>
      Promise.all([
        coordinator.act(id, { act: "claim" }, keys[0]),
        rival.act(id, { act: "claim" }, keys[1]),
      ]);
    const first = (await claim()).map(({ body }) => body);
    const second = (await claim()).map(({ body }) => body);

    expect(first.filter(({ ok }) => ok)).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test("an act sent again after the case was closed says what it said", async () => {
    const id = await askForHelp(await aResident());
    await coordinator.act(id, { act: "claim" });
    const key = randomUUID();

    const first = await coordinator.act(id, { act: "hand-back", outcome: "finished" }, key);
    const again = await coordinator.act(id, { act: "hand-back", outcome: "finished" }, key);

    expect([first.body, again.body]).toEqual([{ ok: true }, { ok: true }]);
    expect((await coordinator.act(id, { act: "claim" })).body).toMatchObject({ reason: "closed" });
  });
});

test("a press on a question of long ago is shown by the label it had, however the page reads", async () => {
  const who = await aResident();
  const first = who.question;
  for (let count = 0; count < 36; count += 1) await who.say(count % 2 === 0 ? "/viec" : "1");
  await who.news();
  const key = randomUUID();

  await who.press(first?.turn ?? "", first?.choices[0]?.id ?? "", key);
  await who.news();

  const shown = [...who.entries.values()].find((entry) => entry.key === key);
  expect(shown?.text).toBe(first?.choices[0]?.says);
  const opened = (await who.open()).body.entries;
  expect(opened.find((entry) => entry.key === key)).toEqual(shown);
});
