/** A neighbour reads a step aloud into Telegram, and somebody in another Telegram chat hears it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { soon } from "../support/patience.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { ServerProcess } from "../support/process/server.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";

const tone = readFileSync(fileURLToPath(new URL("../support/media/tone.webm", import.meta.url)));

let emulator: TelegramEmulator;
let server: ServerProcess;

beforeAll(async () => {
  emulator = await startTelegramEmulator();
  server = new ServerProcess({
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.root,
  });
  await server.start();
});
afterAll(async () => {
  await server.remove();
  await emulator.close();
});

test("a step recorded by a voice message is played back, kept, and sent to whoever asks to hear it", async () => {
  const coordinator = new DeskWorker(() => server.url);
  await coordinator.signIn(server.signInCode ?? "");
  const { body } = await coordinator.invite({ name: "Chị Hoa (mẫu)", role: "Thôn (mẫu)" });
  const hoa = emulator.person({ id: 900, firstName: "Hoa" });
  hoa.startsWith(`join-${body.code.replace(/^join-/, "")}`);
  await hoa.waitsFor("Hoa");

  hoa.sends("thu giọng");
  await hoa.waitsFor(({ buttons }) => buttons.flat().includes("Tiếng Tày"));
  hoa.presses("Tiếng Tày");
  hoa.sends("tra cứu hồ sơ");
  await hoa.waitsFor("Số 1: Có mã đây");
  hoa.sendsVoice(tone);
  await hoa.waitsFor(({ buttons }) => buttons.flat().includes("Giữ giọng này"));
  hoa.presses("Giữ giọng này");
  await hoa.waitsFor(() => true);

  const ba = emulator.person({ id: 901, firstName: "Mẩy" });
  ba.startsWith("tra-cuu-ho-so");
  await ba.waitsFor(({ buttons }) => buttons.flat().includes("Có mã đây"));
  const before = emulator.calls.filter(({ method }) => method === "sendVoice").length;
  ba.sends("nghe");

  await vi.waitFor(
    () =>
      expect(
        emulator.calls.filter(
          ({ method, parameters, status }) =>
            method === "sendVoice" && status === 200 && String(parameters["chat_id"]) === "901",
        ),
      ).toHaveLength(1),
    soon,
  );
  expect(before).toBeGreaterThan(0);
});
