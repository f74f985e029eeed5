import { afterEach, expect, test, vi } from "vitest";
import { newWayInCode, plainReturnCode, wayInCodeIn } from "../../src/bot/ids.ts";
import { ServerProcess } from "../support/process/server.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";

let emulator: ZaloBotEmulator | undefined;
let server: ServerProcess | undefined;

afterEach(async () => {
  await server?.remove();
  await emulator?.close();
});

test("a code is understood as it is said, typed or carried by a link, and nothing else is one", () => {
  for (let k = 0; k < 200; k += 1) {
    const code = newWayInCode();
    expect(wayInCodeIn(`  ${code.toUpperCase()} `)).toBe(plainReturnCode(code));
  }
  expect(["Mận 274", "man274", "di-man274", "mã mận 274"].map(wayInCodeIn)).toEqual(
    Array.from({ length: 4 }, () => "man274"),
  );
  expect(["bà 274", "mận 27", "mận 2745", "274", "con mận 274 ơi"].map(wayInCodeIn)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test("a village's code brings its village along in Zalo, and a link does on the web", async () => {
  emulator = await startZaloBotEmulator({ patient: true });
  server = new ServerProcess({
    ZALO_BOT_TOKEN: emulator.token,
    ZALO_BOT_API_ROOT: emulator.root,
  });
  await server.start();
  await vi.waitFor(() => expect(emulator?.polling).toBe(true), { interval: 10, timeout: 20_000 });

  const asked = await server.command("links", "--village", "na-khau", "--json");
  const way = JSON.parse(asked.out) as Record<string, string>;
  expect(way["zalo"]).toMatch(/^https:\/\/zalo\.me\/\d+$/);
  expect(way["telegram"]).toBeNull();

  // In Zalo the code is typed, and the village is asked to be confirmed once somebody is to come.
  const hoa = emulator.person("Hoa");
  hoa.sends(way["code"] ?? "");
  await hoa.waitsFor("cần làm việc gì");
  hoa.sends("gặp người giúp");
  const question = await hoa.waitsFor("phải không");
  expect(question.text).toContain("Nà Khau, phải không");
  expect(question.text).toContain("1. Nà Khau");

  // On the web the page that opens next knows which way somebody came.
  const page = await fetch(`${server.url}/di/${plainReturnCode(way["code"] ?? "")}`);
  expect(await page.text()).toContain(way["code"]);
  const cookie = page.headers.getSetCookie().map((line) => line.split(";")[0]);
  expect(cookie.join()).toMatch(/^cn_di=di-[a-z]+\d{3}$/);
  const wrong = await fetch(`${server.url}/di/voi000`, { redirect: "manual" });
  expect(wrong.status).toBe(302);
}, 90_000);
