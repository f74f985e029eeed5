/** What `channels` prints to whoever looks after the machine, beside the real program and without it. */
import { afterEach, expect, test, vi } from "vitest";
import { patience } from "../support/patience.ts";
import { ServerProcess } from "../support/process/server.ts";
import { realClock } from "../support/telegram/clock.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

let bot: ZaloBotEmulator;
let oa: OaEmulator;
const servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.remove();
  await bot.close();
  await oa.close();
});

test("each channel connected, broken, never connected, taken out; and the server at a stop", async () => {
  bot = await startZaloBotEmulator({ patient: true });
  oa = await new OaEmulator({ clock: realClock }).open();
  const publicUrl = "http://127.0.0.1:9";
  const own = {
    PUBLIC_URL: publicUrl,
    ZALO_OA_APP_ID: oa.appId,
    ZALO_OA_APP_SECRET: oa.appSecret,
    ZALO_OA_API_ROOT: oa.root,
    ZALO_OAUTH_API_ROOT: oa.root,
  };
  const server = new ServerProcess({
    ...own,
    ZALO_BOT_TOKEN: bot.token,
    ZALO_BOT_API_ROOT: bot.root,
    // Nobody listens there.
    TELEGRAM_BOT_TOKEN: "12345678:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    TELEGRAM_API_ROOT: "http://127.0.0.1:9",
  });
  servers.push(server);
  await server.start();
  bot.person("Hoa").sends("xin chào");

  const looks = async (whole: RegExp): Promise<string> =>
    await vi.waitFor(
      async () => {
        const { out, err } = await server.command("channels");
        if (!whole.test(out)) throw new Error(`${out}${err}`);
        return out;
      },
      { interval: 500, timeout: patience },
    );
  const of = (out: string, account: string): string =>
    out.split("\n\n").find((part) => part.startsWith(account)) ?? "";

  const out = await looks(/nhận \/ received 1, gửi \/ sent 1/);
  expect(of(out, "zalo-bot:")).toMatch(/đang nối \/ connected từ \/ since/);
  expect(of(out, "zalo-bot:")).toContain("còn / left this month: 2998 trong / of 3000 tin");
  expect(of(out, "zalo-oa:")).toMatch(/chưa được phép gửi.*! .*zalo-consent/s);
  expect(of(out, "telegram:")).not.toContain("connected từ");
  expect(of(out, "web")).toContain("connected");
  expect(out).not.toContain("Máy chủ đang không chạy");
  expect(out).not.toContain(bot.token);

  await server.kill9();
  const stopped = await looks(/Máy chủ đang không chạy/);
  expect(of(stopped, "zalo-bot:")).toContain("connected");

  const without = new ServerProcess({
    ...server.settings,
    ZALO_BOT_TOKEN: "",
    ZALO_BOT_API_ROOT: "",
  });
  servers.push(without);
  await without.start();
  const after = await looks(/không còn trong cài đặt/);
  expect(of(after, "zalo-bot:")).toContain("không còn trong cài đặt");
  expect(of(after, "zalo-oa:")).not.toContain("không còn trong cài đặt");
});
