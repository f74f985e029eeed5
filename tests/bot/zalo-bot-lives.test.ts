import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { atEnd } from "../support/at-end.ts";
import { ownPort } from "../support/own-port.ts";
import { soon } from "../support/patience.ts";
import { ServerProcess } from "../support/process/server.ts";
import {
  botId,
  type EmulatorOptions,
  startZaloBotEmulator,
  type ZaloBotEmulator,
} from "../support/zalo-bot/emulator.ts";

const JPEG = readFileSync(new URL("../support/media/square.jpg", import.meta.url));

let emulator: ZaloBotEmulator;
let server: ServerProcess;

afterEach(async () => {
  await server.remove();
  await emulator.close();
  emulator.assertNoViolations();
});

async function aProgram(
  settings: Readonly<Record<string, string>> = {},
  options: EmulatorOptions = {},
): Promise<void> {
  emulator = await startZaloBotEmulator(options);
  server = new ServerProcess({
    ZALO_BOT_TOKEN: emulator.token,
    ZALO_BOT_API_ROOT: emulator.root,
    ...settings,
  });
  await server.start();
}

const until = async (happened: () => boolean) =>
  await vi.waitFor(() => {
    if (!happened()) throw new Error("not yet");
  }, soon);

test("a resident is guided over polling, by typed numbers, through a kill in the middle", async () => {
  await aProgram();
  const hoa = emulator.person("Hoa");
  await until(() => emulator.polling);

  hoa.sends("con mới đẻ làm giấy khai sinh");
  await hoa.waitsFor("1. ");
  const asked = hoa.sees().length;
  await server.restart();
  await until(() => emulator.polling);
  hoa.sends("1");

  await until(() => hoa.sees().length > asked);
  expect(server.log).not.toContain(emulator.token.split(":")[1]);
  expect(emulator.lost).toBe(0);
  const { channels } = JSON.parse((await server.command("channels", "--json")).out) as {
    channels: ReadonlyArray<Record<string, unknown>>;
  };
  expect(channels).toMatchObject([
    { channel: "web", stands: { state: "ok" } },
    {
      id: `zalo-bot:${botId}`,
      stands: { state: "ok", name: botId },
      lastInboundAt: expect.any(Number),
      waiting: 0,
      parked: 0,
      allowances: [{ of: "messages", used: expect.any(Number), monthly: 3000 }],
    },
  ]);
  const said = (await server.command("channels")).out;
  expect(said).toMatch(/connected .*since /);
  expect(said).toMatch(/left this month: 299\d trong \/ of 3000/);
});

test("what was handed out before a kill is met after it", async () => {
  await aProgram();
  const hoa = emulator.person("Hoa");
  await until(() => emulator.polling);
  const release = emulator.holdsFiles();
  hoa.sendsPhoto(JPEG);
  await until(() => emulator.filesAskedFor === 1);
  await until(() => emulator.polling);
  hoa.sends("bà gửi ảnh rồi");
  await until(() => emulator.polling);

  await server.kill9();
  const before = hoa.sees().length;
  release();
  await server.start();

  await until(() => hoa.sees().length > before);
  expect(emulator.filesAskedFor).toBe(2);
});

test("a webhook is set at the start, and what it brings is taken and answered", async () => {
  const { port, giveBack } = await ownPort();
  atEnd(giveBack);
  await aProgram(
    {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ZALO_BOT_WEBHOOK_SECRET: "mot-bi-mat-chi-de-thu",
    },
    { shapes: { envelope: "wrapped" } },
  );
  const hoa = emulator.person("Hoa");
  await until(() => emulator.webhook === `http://127.0.0.1:${port}/zalo/bot`);

  hoa.sends("xin chào");

  await hoa.waitsFor("1. ");
  expect(emulator.pushes.map(({ status }) => status)).toEqual([200]);
});
