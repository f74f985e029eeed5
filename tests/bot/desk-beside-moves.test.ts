/** A neighbour who was sat beside goes on in their own chat: it shows on the desk, and nothing else of it does. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChatOpened } from "../../src/bot/web/wire/chat.ts";
import type { DeskBeside, DeskMyMonth } from "../../src/bot/web/wire/toolbox.ts";
import { patience } from "../support/patience.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { ServerProcess } from "../support/process/server.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";

let zalo: ZaloBotEmulator;
let telegram: TelegramEmulator;
let server: ServerProcess;
let dung: DeskWorker;

beforeEach(async () => {
  zalo = await startZaloBotEmulator();
  telegram = await startTelegramEmulator();
  server = new ServerProcess({
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.root,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await server.start();
  dung = new DeskWorker(() => server.url);
  expect((await dung.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterEach(async () => {
  await server.remove();
  await Promise.all([zalo.close(), telegram.close()]);
});

const people = async (): Promise<readonly DeskBeside[]> =>
  (await dung.get<DeskBeside[]>("/desk/api/beside")).body;
const labelled = async (label: string) => (await people()).find((p) => p.label === label);
const open = (id: string) => dung.post<ChatOpened>(`/desk/cung/${id}/api/chat/open`, {});

/** Sits beside somebody who says yes and what they want; gives the page's id and their code. */
async function sitsBeside(label: string, need: string) {
  const header = { "x-cau-noi": "desk" };
  const { id } = (await dung.post<{ id: string }>("/desk/api/beside", { label }, header)).body;
  const asked = (await open(id)).body.entries.at(-1);
  const yes = asked?.choices?.find(({ says }) => says === "Đồng ý");
  const say = (said: object) =>
    dung.post(`/desk/cung/${id}/api/chat/say`, { key: crypto.randomUUID(), seen: 999, ...said });
  await say({ press: { turn: asked?.turn, choice: yes?.id } });
  await say({ text: need });
  return { id, code: (await labelled(label))?.returnCode ?? "" };
}

const moved = (label: string) =>
  vi.waitFor(async () => expect(await labelled(label)).toMatchObject({ state: "moved" }), {
    interval: 20,
    timeout: patience,
  });

test("by the code typed in Zalo: the desk says moved, opens nothing any more and learns nothing new", async () => {
  const { id, code } = await sitsBeside("bà áo xanh", "bà muốn tra cứu hồ sơ");
  const other = await sitsBeside("ông mũ nồi", "ông muốn làm khai sinh cho cháu");
  const ba = zalo.person("Mẩy");
  await vi.waitFor(() => expect(zalo.polling).toBe(true), { timeout: patience });

  ba.sends(`mã quay lại ${code}`);
  await ba.waitsFor("đã sang đây");
  await moved("bà áo xanh");

  const left = await labelled("bà áo xanh");
  expect(Object.keys(left ?? {}).sort()).toEqual(["at", "id", "label", "state"]);
  for (const page of [id, left?.id ?? ""]) {
    expect((await open(page)).status).toBe(410);
    expect((await dung.get(`/desk/cung/${page}/api/chat/entries?after=0`)).status).toBe(409);
  }
  ba.sends("tôi ở sau nhà văn hoá");
  expect(JSON.stringify(await people())).not.toContain("văn hoá");
  // Who was sat beside in the same afternoon is where they were.
  expect(await labelled("ông mũ nồi")).toMatchObject({ id: other.id, state: "going" });
  expect(JSON.stringify((await open(other.id)).body)).not.toContain("tra cứu");
  expect((await dung.get<DeskMyMonth>("/desk/api/my-month")).body).toEqual({
    closed: 0,
    beside: 2,
  });
});

test("two of one family move to one telephone: both stay on the list as moved, and are gone when it erases everything", async () => {
  const first = await sitsBeside("bà áo xanh", "bà muốn tra cứu hồ sơ");
  const second = await sitsBeside("cháu của bà", "em muốn làm khai sinh");
  const phone = telegram.person({ id: 501, firstName: "Mẩy" });
  phone.startsWith();
  await phone.waitsFor(/cần làm việc gì/);

  for (const [label, { code }] of [
    ["bà áo xanh", first],
    ["cháu của bà", second],
  ] as const) {
    phone.sends(`mã quay lại ${code}`);
    await moved(label);
  }
  expect((await people()).map(({ label, state }) => [label, state])).toEqual([
    ["cháu của bà", "moved"],
    ["bà áo xanh", "moved"],
  ]);

  phone.sends("/xoa");
  await phone.waitsFor(/chắc chứ/);
  phone.presses("Xóa hết");
  await vi.waitFor(async () => expect(await people()).toEqual([]), { timeout: patience });
});
