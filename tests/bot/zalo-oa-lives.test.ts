/** The real program with an Official Account, killed where it hurts. */
import { afterEach, expect, test, vi } from "vitest";
import { soon } from "../support/patience.ts";
import { ServerProcess } from "../support/process/server.ts";
import { realClock } from "../support/telegram/clock.ts";
import { OaEmulator, type OaEmulatorOptions } from "../support/zalo-oa/emulator.ts";

const ba = "2468135790246813579";
const publicUrl = "http://127.0.0.1:9";

let emulator: OaEmulator;
let server: ServerProcess;

afterEach(async () => {
  await server.remove();
  await emulator.close();
  emulator.assertNoViolations();
  for (const token of emulator.tokens.issued) expect(server.log).not.toContain(token);
  expect(server.log).not.toContain(emulator.appSecret);
});

async function aProgram(options: Partial<OaEmulatorOptions> = {}, grant = true): Promise<void> {
  emulator = await new OaEmulator({
    inARow: 8,
    ...options,
    clock: realClock,
    callback: `${publicUrl}/zalo/oa/consent`,
  }).open();
  server = new ServerProcess({
    PUBLIC_URL: publicUrl,
    ZALO_OA_APP_ID: emulator.appId,
    ZALO_OA_APP_SECRET: emulator.appSecret,
    ZALO_OA_SECRET_KEY: emulator.secretKey,
    ZALO_OA_API_ROOT: emulator.root,
    ZALO_OAUTH_API_ROOT: emulator.root,
    ...(grant ? { ZALO_OA_REFRESH_TOKEN: emulator.tokens.newPair().refresh_token } : {}),
  });
  await server.start();
  listens();
}

const listens = (): void => {
  emulator.webhook = `${server.url}/zalo/oa`;
};
const until = async (happened: () => boolean) =>
  await vi.waitFor(() => {
    if (!happened()) throw new Error(`not yet:\n${server.log.slice(-800)}`);
  }, soon);
const heard = () => emulator.sees(ba);

test("an officer is walked through the consent, and residents are answered from then on", async () => {
  await aProgram({}, false);
  const probe = await fetch(emulator.webhook, { method: "POST", body: "{}" });
  expect(probe.status).toBe(200);
  emulator.sendsText(ba, "xin chào");

  const back = new URL(await consentLink());
  const page = await fetch(`${server.url}${back.pathname}${back.search}`);

  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Xong");
  await until(() => heard().length > 0);
  const again = await fetch(`${server.url}${back.pathname}${back.search}`);
  expect(again.status).toBe(400);
});

/** The address that Zalo leads back to, from the link the command prints. */
async function consentLink(): Promise<string> {
  const { out, err } = await server.command("zalo-consent", "--print");
  const link = /https?:\S+\/v4\/oa\/permission\S+/.exec(out)?.[0];
  if (link === undefined) throw new Error(`${out}${err}`);
  return emulator.tokens.consents(link);
}

test("a kill before Zalo has worked on a rotation costs nothing", async () => {
  await aProgram();
  emulator.sendsText(ba, "xin chào");
  await until(() => heard().length === 1);
  emulator.tokens.endAccess();
  const never = Promise.withResolvers<void>();
  emulator.failsTokens({ is: "waits", until: never.promise });
  emulator.sendsText(ba, "bà đây");
  await until(() => emulator.waiting > 0);

  await server.kill9();
  emulator.dropsWaiting();
  await server.start();
  listens();

  await until(() => heard().length >= 2);
  expect(emulator.tokens.grantLost).toBe(false);
});

test("a kill after Zalo has worked on it loses the grant, loudly, and no message", async () => {
  await aProgram();
  emulator.sendsText(ba, "xin chào");
  await until(() => heard().length === 1);
  emulator.tokens.endAccess();
  emulator.failsTokens({ is: "works-and-waits" });
  emulator.sendsText(ba, "bà đây");
  await until(() => emulator.waiting > 0);

  await server.kill9();
  emulator.dropsWaiting();
  await server.start();
  listens();
  await until(() => server.logOfThisLife.includes("zalo-consent"));

  const back = new URL(await consentLink());
  await fetch(`${server.url}${back.pathname}${back.search}`);
  const before = heard().length;
  emulator.sendsText(ba, "bà đây");
  await until(() => heard().length > before);
});

test("a kill in the middle of sending repeats one message at most, and its echo is no staff", async () => {
  await aProgram();
  emulator.sendsText(ba, "xin chào");
  await until(() => heard().length === 1);
  emulator.fails({ is: "works-and-waits" });
  emulator.sendsText(ba, "bà muốn làm khai sinh cho cháu");
  await until(() => heard().length === 2);

  await server.kill9();
  emulator.dropsWaiting();
  await server.start();
  listens();
  await until(() => heard().length === 3);

  expect(heard()[2]?.text).toBe(heard()[1]?.text);
  await emulator.settled();
  emulator.sendsText(ba, "xin chào");
  await until(() => heard().length === 4);
});

test("a kill between two messages of one reply repeats none that Zalo had taken before", async () => {
  await aProgram();
  const other = "11111111111111111";
  /** Goes on by the first button, so many times or until a step shows its screen; how many it took. */
  const walks = async (user: string, most: number): Promise<number> => {
    const sees = () => emulator.sees(user);
    emulator.sendsText(user, "quên mật khẩu vneid");
    await until(() => sees().some(({ buttons }) => buttons.length > 0));
    for (let count = 0; ; count += 1) {
      if (count === most || sees().some(({ picture }) => picture !== undefined)) return count;
      const before = sees().length;
      emulator.presses(user, sees().at(-1)?.buttons[0]?.title ?? "");
      await until(() => sees().length > before && (sees().at(-1)?.buttons.length ?? 0) > 0);
    }
  };
  const presses = await walks(other, 8);
  expect(emulator.sees(other).some(({ picture }) => picture !== undefined)).toBe(true);
  await walks(ba, presses - 1);
  const before = heard().length;
  emulator.fails({ is: "waits", until: Promise.resolve() }, { is: "works-and-waits" });
  emulator.presses(ba, heard().at(-1)?.buttons[0]?.title ?? "");
  await until(() => heard().length === before + 2);

  await server.kill9();
  emulator.dropsWaiting();
  await server.start();
  listens();
  await until(() => heard().length === before + 3);

  const since = heard().slice(before);
  expect(since.map(({ picture }) => picture !== undefined)).toEqual([true, false, false]);
  expect(since[2]?.text).toBe(since[1]?.text);
});

test("an officer without a way back to the server pastes the address", async () => {
  await aProgram({}, false);
  emulator.sendsText(ba, "xin chào");
  const back = await consentLink();

  const done = await server.command("zalo-consent", "--address", back);

  expect(done.out).toContain("Xong");
  await until(() => heard().length > 0);
  const again = await server.command("zalo-consent", "--address", back);
  expect(again.out).not.toContain("Xong");
});

test("a consent by a command, while the server is renewing, loses neither", async () => {
  await aProgram();
  emulator.sendsText(ba, "xin chào");
  await until(() => heard().length === 1);
  const back = await consentLink();
  emulator.tokens.endAccess();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  emulator.failsTokens({ is: "waits", until: released });
  emulator.sendsText(ba, "bà đây");
  await until(() => emulator.waiting > 0);

  const done = await server.command("zalo-consent", "--address", back);
  release();

  expect(done.out).toContain("Xong");
  await until(() => heard().length >= 2);
  expect(emulator.tokens.grantLost).toBe(false);
});

test.each([
  ["after Zalo has worked on it", "never allowed", { is: "works-and-waits" }],
  [
    "before Zalo has worked on it",
    "allowed before",
    { is: "waits", until: new Promise<void>(() => {}) },
  ],
  ["after Zalo has worked on it", "allowed before", { is: "works-and-waits" }],
] as const)(
  "a kill in the middle of a consent, %s, of an account that was %s: it counts, or is asked for again",
  async (_, had, fault) => {
    await aProgram({}, had === "allowed before");
    if (had === "allowed before") {
      emulator.sendsText(ba, "xin chào");
      await until(() => heard().length === 1);
    }
    const back = new URL(await consentLink());
    emulator.failsTokens(fault);
    const opened = fetch(`${server.url}${back.pathname}${back.search}`).catch(() => undefined);
    await until(() => emulator.waiting > 0);

    await server.kill9();
    emulator.dropsWaiting();
    expect(await opened).toBeUndefined();
    await server.start();
    listens();
    // They see a page that does not open, and open it once more.
    const page = await fetch(`${server.url}${back.pathname}${back.search}`);
    const says = await page.text();

    if (fault.is === "waits") expect(says).toContain("Xong");
    else {
      expect(says).toMatch(/Chạy lại lệnh: .*zalo-consent/);
      if (had === "never allowed") {
        const stands = await server.command("channels");
        expect(stands.out).toMatch(/chưa được phép gửi|zalo-consent/);
      }
      const anew = new URL(await consentLink());
      expect(await (await fetch(`${server.url}${anew.pathname}${anew.search}`)).text()).toContain(
        "Xong",
      );
    }
    const before = heard().length;
    emulator.sendsText(ba, "bà đây");
    await until(() => heard().length > before);
  },
);
