/** An officer gives the right to send, and everything that goes wrong on the way, with the real command. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { soon } from "../support/patience.ts";
import { type Ended, runCommand, ServerProcess } from "../support/process/server.ts";
import { type ManualClock, manualClock } from "../support/telegram/clock.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

const publicUrl = "https://xa.example.vn";

let clock: ManualClock;
let oa: OaEmulator;
/** Not started: the command is used before the server, or beside it. */
let server: ServerProcess;

beforeEach(async () => {
  clock = manualClock(Date.now());
  oa = await new OaEmulator({ clock, callback: `${publicUrl}/zalo/oa/consent` }).open();
  server = new ServerProcess({
    PUBLIC_URL: publicUrl,
    ZALO_OA_APP_ID: oa.appId,
    ZALO_OA_APP_SECRET: oa.appSecret,
    ZALO_OA_API_ROOT: oa.root,
    ZALO_OAUTH_API_ROOT: oa.root,
  });
});
afterEach(async () => {
  await server.remove();
  await oa.close();
  oa.assertNoViolations();
});

const linkIn = (said: string): string => {
  const link = /https?:\S+\/v4\/oa\/permission\S+/.exec(said)?.[0];
  if (link === undefined) throw new Error(said);
  return link;
};
const command = (changes: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
  runCommand(["zalo-consent", ...argv], { ...server.settings, ...changes });
const allowed = async (): Promise<string> =>
  oa.tokens.consents(linkIn((await command({}, "--print")).out));
/** What is pasted ends the command: with what it says, and whether it worked. */
const gives = async (address: string, changes = {}): Promise<Pick<Ended, "code" | "out">> => {
  const { code, out } = await command(changes, "--address", address);
  return { code, out };
};

test("the command says what to save, word for word, and what to open", async () => {
  const { code, out } = await command({}, "--print");

  expect(code).toBe(0);
  expect(out).toContain(`Official Account Callback Url: ${publicUrl}/zalo/oa/consent\n`);
  expect(new URL(linkIn(out)).searchParams.get("app_id")).toBe(oa.appId);
});

test("half an address spends nothing: the whole one, pasted next, is taken", async () => {
  const ended = await runCommand(["zalo-consent"], server.settings, (said) => {
    const whole = oa.tokens.consents(linkIn(said));
    return `${whole.slice(0, 30)}\n${whole.replace(/state=\w+/, "state=0")}\n${whole}\n`;
  });

  expect(ended.out).toContain("địa chỉ chép chưa hết");
  expect(ended.out).toContain("của lần khác");
  expect(ended.out).toContain("Xong.");
  expect(ended.code).toBe(0);
});

test("an administrator who does not allow it, and a code that is too old or was used", async () => {
  const refused = await gives(`${publicUrl}/zalo/oa/consent?error=-14008`);
  expect(refused).toEqual({ code: 1, out: expect.stringContaining("Không có lần đồng ý nào") });
  const back = await allowed();
  expect(await gives(`${publicUrl}/zalo/oa/consent?error=-14008`)).toEqual({
    code: 1,
    out: expect.stringContaining("chưa bấm Cho phép"),
  });
  clock.advance(11 * 60_000);
  const old = await gives(back);
  expect(old.code).toBe(1);
  expect(old.out).toMatch(/không nhận mã \(-14019\).*10 phút/s);

  const fresh = await allowed();
  expect((await gives(fresh)).code).toBe(0);
  expect((await gives(fresh)).code).toBe(1);
});

test("a wrong app, and a wrong secret, are told apart from a wrong code", async () => {
  const asApp = { ZALO_OA_APP_ID: "999999999999" };
  const printed = linkIn((await command(asApp, "--print")).out);
  expect(() => oa.tokens.consents(printed)).toThrow("-14002");
  const own = new URL(printed);
  own.searchParams.set("app_id", oa.appId);
  expect((await gives(oa.tokens.consents(own.href), asApp)).out).toContain("ZALO_OA_APP_ID");

  const asSecret = { ZALO_OA_APP_SECRET: "another-secret" };
  const link = linkIn((await command(asSecret, "--print")).out);
  const done = await gives(oa.tokens.consents(link), asSecret);
  expect(done.code).toBe(1);
  expect(done.out).toContain("ZALO_OA_APP_SECRET");
  expect(`${done.out}`).not.toContain("another-secret");
});

test("killed between the link and the address, the next run of the command ends it", async () => {
  const back = await allowed();

  // Another process, which knows nothing but the database and the settings.
  const done = await gives(back);

  expect(done).toEqual({ code: 0, out: expect.stringContaining("Xong.") });
  await server.start();
  const looked = await server.command("channels");
  expect(looked.out).toContain("zalo-oa:");
  expect(looked.out).not.toContain("zalo-consent");
});

test.each([
  ["before Zalo looked at the code, the same address ends it", false],
  [
    "after Zalo has worked on it, the next run says that the code was used, and a fresh link ends it",
    true,
  ],
])("killed %s", async (_, worked) => {
  const back = await allowed();
  const never = Promise.withResolvers<void>();
  oa.failsTokens(worked ? { is: "works-and-waits" } : { is: "waits", until: never.promise });
  const inside = vi.waitUntil(() => oa.waiting > 0, soon);

  const argv = ["zalo-consent", "--address", back];
  const killed = await runCommand(argv, server.settings, undefined, inside);
  oa.dropsWaiting();
  const again = await gives(back);

  expect(killed.signal).toBe("SIGKILL");
  if (worked) {
    expect(again).toEqual({ code: 1, out: expect.stringContaining("không nhận mã") });
    expect((await gives(await allowed())).code).toBe(0);
  } else expect(again).toEqual({ code: 0, out: expect.stringContaining("Xong.") });
});

test("without its settings the command names them", async () => {
  const ended = await runCommand(["zalo-consent"], {
    DATABASE_URL: server.settings["DATABASE_URL"] ?? "",
  });
  expect(ended.code).not.toBe(0);
  expect(ended.err).toMatch(/ZALO_OA_APP_ID.*PUBLIC_URL/s);
});
