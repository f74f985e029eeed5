import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { atEnd } from "../support/at-end.ts";
import { ownPort } from "../support/own-port.ts";
import { soon } from "../support/patience.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { runCommand, ServerProcess } from "../support/process/server.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";

const shipped = fileURLToPath(new URL("../../content", import.meta.url));
// Several lives each, on a machine that may be busy.
const servers: ServerProcess[] = [];
const emulators: TelegramEmulator[] = [];

const aServer = (
  settings: Readonly<Record<string, string>> = {},
  begun?: "published" | "empty",
): ServerProcess => {
  const server = new ServerProcess(settings, begun);
  servers.push(server);
  return server;
};
const anEmulator = async (): Promise<TelegramEmulator> => {
  const emulator = await startTelegramEmulator({ webhookWaitAfter: () => 100 });
  emulators.push(emulator);
  return emulator;
};

afterEach(async () => {
  for (const server of servers.splice(0)) await server.remove();
  for (const emulator of emulators.splice(0)) await emulator.close();
});

test("it starts without a warning, and prints a one-time link only while nobody has joined", async () => {
  const server = aServer({}, "empty");
  await server.start();
  expect(server.log).not.toMatch(/warning|deprecat/i);
  const code = server.signInCode ?? "";
  expect(code).not.toBe("");

  await server.restart();
  expect(server.signInCode).toBeDefined();
  expect(server.signInCode).not.toBe(code);
  expect((await new DeskWorker(() => server.url).signIn(server.signInCode ?? "")).status).toBe(200);
  expect((await new DeskWorker(() => server.url).signIn(server.signInCode ?? "")).status).toBe(404);

  await server.restart();
  expect(server.signInCode).toBeUndefined();
});

test("a second server on the same file is refused in one kind line, and the first goes on", async () => {
  const server = aServer();
  await server.start();

  const second = await runCommand(["start"], server.settings);

  expect(second.code).toBe(2);
  expect(second.out).toBe("");
  expect(second.err.trim().split("\n")).toHaveLength(1);
  expect(second.err).toMatch(/đang có máy khác dùng.*in use/);
  expect((await new Resident(() => server.url).open()).status).toBe(200);
});

test("a file that is no database, or cannot be made, is one kind line", async () => {
  const server = aServer();
  const broken = join(server.folder, "broken.db");
  writeFileSync(broken, "this is no database ".repeat(400));

  for (const file of [broken, join(broken, "below", "a.db")]) {
    const ended = await runCommand(["start"], {
      ...server.settings,
      DATABASE_URL: `sqlite:${file}`,
    });
    expect(ended.code).toBe(2);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
    expect(ended.err).not.toMatch(/\.ts:\d/);
  }
});

test("SIGTERM ends it cleanly, with open streams and a Telegram that does not answer", async () => {
  const emulator = await anEmulator();
  emulator.breaks({ times: 1_000_000, fault: { kind: "silence" } });
  const server = aServer({ TELEGRAM_BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.root });
  await server.start();
  const who = new Resident(() => server.url);
  await who.open();
  const desk = new DeskWorker(() => server.url);
  await desk.signIn(server.signInCode ?? "");
  const streams = [await who.stream("/api/chat/stream"), await desk.stream("/desk/api/stream")];

  // Nobody else ends a stream or answers a call: a server that waited for them would not come to its end.
  const ended = await server.stop();

  expect(ended).toMatchObject({ code: 0, signal: null });
  for (const stream of streams) await stream.ended;
  await server.start();
  expect((await who.news()).status).toBe(200);
});

test("what was published beside it is noticed while it runs", async () => {
  const content = join(aServer().folder, "content");
  cpSync(shipped, content, { recursive: true });
  const server = aServer({ CONTENT_DIR: content });
  await server.start();
  const desk = join(content, "desk.yaml");
  const changed = readFileSync(desk, "utf8").replaceAll("xã Tân An (mẫu)", "xã Tân Mới (mẫu)");
  writeFileSync(desk, changed);

  const shown = await server.command("publish", "--dry-run", "--json");
  expect(JSON.parse(shown.out)).toMatchObject({ outcome: "shown" });
  const published = await server.command("publish", "--json");
  expect(JSON.parse(published.out)).toMatchObject({ outcome: "published" });

  const who = new Resident(() => server.url);
  const operator = async () => (await who.open()).body.state.operator;
  await vi.waitFor(async () => expect(await operator()).toContain("Tân Mới"), soon);
  await server.restart();
  expect(server.logOfThisLife).not.toContain("differs");
  expect(await operator()).toContain("Tân Mới");
});

test("a folder that differs from what runs is said at every start, until it is published", async () => {
  const content = join(aServer().folder, "content");
  cpSync(shipped, content, { recursive: true });
  const server = aServer({ CONTENT_DIR: content });
  await server.start();
  expect(server.logOfThisLife).not.toContain("differs");
  const desk = join(content, "desk.yaml");
  writeFileSync(desk, readFileSync(desk, "utf8").replaceAll("Tân An (mẫu)", "Tân Mới (mẫu)"));

  await server.restart();
  expect(server.logOfThisLife).toContain("differs");
  await server.restart();
  expect(server.logOfThisLife).toContain("differs");
});

test("a kill between two lines of a conversation loses neither line nor place", async () => {
  const server = aServer();
  await server.start();
  const who = new Resident(() => server.url);
  await who.open();
  for (let line = 0; line < 4; line += 1) {
    const { question } = who;
    await who.press(question?.turn ?? "", question?.choices[0]?.id ?? "");
    await who.news();
    const before = JSON.stringify([...who.entries.values()]);

    await server.restart();

    const fresh = new Resident(() => server.url);
    for (const [name, value] of who.cookies) fresh.cookies.set(name, value);
    await fresh.news(0);
    expect(JSON.stringify([...fresh.entries.values()])).toBe(before);
  }
});

test("by webhook: updates arrive, a wrong secret is turned away and nothing of it is read", async () => {
  const emulator = await anEmulator();
  const { port, giveBack } = await ownPort();
  atEnd(giveBack);
  const server = aServer({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_MODE: "webhook",
    TELEGRAM_WEBHOOK_SECRET: "a-secret-for-this-test",
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.root,
  });
  await server.start();
  const person = emulator.person({ id: 77 });
  person.startsWith();
  const greeting = await person.waitsFor(() => true);
  person.presses(greeting.buttons.flat()[0] ?? "");
  await person.waitsFor(() => true);
  await emulator.allConfirmed();
  const seen = person.sees().length;

  const update = {
    update_id: 999_999,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 77, type: "private" },
      from: { id: 77 },
      text: "1",
    },
  };
  for (const secret of [undefined, "", "a-secret-for-this-tesT"]) {
    for (const body of [JSON.stringify(update), "{ broken"]) {
      const answer = await fetch(`${server.url}/telegram/webhook`, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
      });
      expect(answer.status).toBe(401);
      expect(await answer.text()).toBe("");
    }
  }

  await server.restart();
  person.sends("1");
  await person.waitsFor(() => true);
  expect(person.sees().length).toBeGreaterThan(seen);
  await emulator.allConfirmed();
  expect(emulator.violations).toEqual([]);
  expect(server.log).not.toContain("999999");
});

test("while Telegram is polled there is no webhook to knock at", async () => {
  const emulator = await anEmulator();
  const server = aServer({ TELEGRAM_BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.root });
  await server.start();

  const answer = await new Resident(() => server.url).post("/telegram/webhook", { update_id: 1 });

  expect(answer.status).toBe(404);
});

test("an invitation made beside a bot carries its link, and opens the chat as a propagandist's", async () => {
  const emulator = await anEmulator();
  const server = aServer({ TELEGRAM_BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.root });
  await server.start();
  const invite = async () => {
    const made = await server.command(
      "invite",
      "--role",
      "propagandist",
      "--village",
      "na-khau",
      "--name",
      "Anh Páo (mẫu)",
      "--json",
    );
    return JSON.parse(made.out) as { code: string; telegram: string | null };
  };
  let invited = await invite();
  for (let tries = 0; tries < 20 && invited.telegram === null; tries += 1) invited = await invite();

  expect(invited.telegram).toMatch(new RegExp(`^https://t.me/${emulator.username}\\?start=join-`));
  const pao = emulator.person({ id: 88 });
  pao.startsWith(invited.telegram?.split("start=")[1]);

  await pao.waitsFor("Anh Páo (mẫu)");
});

test("restoring what is not there takes nothing away", async () => {
  const server = aServer();
  await server.start();
  const who = new Resident(() => server.url);
  await who.open();
  const copy = join(server.folder, "copy.db");
  expect((await server.command("backup", copy)).code).toBe(0);
  expect((await server.command("restore", copy)).code).toBe(2);
  await server.stop();

  const missing = await server.command("restore", join(server.folder, "missing.db"));
  expect(missing.code).toBe(2);
  expect(missing.err.trim().split("\n")).toHaveLength(1);
  await server.start();
  expect((await who.news()).status).toBe(200);

  await who.say("1");
  await server.stop();
  expect((await server.command("restore", copy)).code).toBe(0);
  await server.start();
  const back = new Resident(() => server.url);
  for (const [name, value] of who.cookies) back.cookies.set(name, value);
  await back.news(0);
  expect(back.entries.size).toBeLessThan(who.entries.size + 1);
  expect((await back.say("1")).status).toBe(200);
});
