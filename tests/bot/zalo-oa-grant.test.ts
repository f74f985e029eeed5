/** The right to send, shared by a server and a command beside it: one rotation at a time, and none lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Grant, grant } from "../../src/bot/channels/zalo/oa/grant.ts";
import { ZaloServer } from "../../src/bot/channels/zalo/oa/http.ts";
import { type OAuth, oauth } from "../../src/bot/channels/zalo/oa/oauth.ts";
import { sealing } from "../../src/bot/channels/zalo/oa/sealed-grant.ts";
import { makeLog } from "../../src/bot/log.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import { type PassingClock, passing } from "../support/passing-clock.ts";
import { soon } from "../support/patience.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

const name = "zalo-oa-grant/zalo-oa:1";

let folder: string;
let clock: PassingClock;
let emulator: OaEmulator;
let zalo: ZaloServer;
let server: Store;
let command: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cau-noi-grant-"));
  clock = passing(Date.parse("2026-11-24T02:00:00Z"));
  emulator = await new OaEmulator({ clock }).open();
  zalo = new ZaloServer(emulator.root, clock);
  server = openSqlite(join(folder, "cau-noi.db"), { now: clock.now });
  command = openSqlite(join(folder, "cau-noi.db"), { now: clock.now, role: "visitor" });
});
afterEach(async () => {
  await zalo.hangUp();
  command.close();
  server.close();
  await emulator.close();
  rmSync(folder, { recursive: true });
  emulator.assertNoViolations();
});

interface Process {
  readonly store?: Pick<Store, "setting" | "changeSetting">;
  readonly tokens?: OAuth;
  readonly alone?: boolean;
  readonly by?: string;
}

const tokens = (): OAuth => oauth(zalo, { appId: emulator.appId, appSecret: emulator.appSecret });
const first = { refresh: "" };

function aProcess({
  store = server,
  tokens: asked,
  alone = true,
  by = "server",
}: Process = {}): Grant {
  first.refresh ||= emulator.tokens.newPair().refresh_token;
  return grant({
    store,
    name,
    sealing: sealing("app-secret", "salt", "zalo-oa:1"),
    oauth: asked ?? tokens(),
    clock,
    log: makeLog("silent"),
    by,
    alone,
    refreshToken: first.refresh,
  });
}
const beside = (more: Process = {}) =>
  aProcess({ store: command, alone: false, by: "command", ...more });

beforeEach(() => {
  first.refresh = "";
});

/** Resolves what is asked while time passes as it has to. */
async function settled<Result>(asked: Promise<Result>): Promise<Result> {
  let over = false;
  const done = asked.finally(() => {
    over = true;
  });
  done.catch(() => {});
  await vi.waitFor(() => {
    if (over) return;
    if (emulator.calls === 0) clock.advance(250);
    throw new Error("not yet");
  }, soon);
  return await done;
}

describe("a server and a command that renew at once", () => {
  test("rotate once, and both hold the same token", async () => {
    const [one, two] = [aProcess(), beside()];
    await settled(one.access());
    for (let round = 0; round < 20; round += 1) {
      const [refused, before] = [await one.access(), emulator.tokens.rotations];
      emulator.tokens.endAccess();

      const [a, b] = await settled(Promise.all([one.instead(refused), two.instead(refused)]));

      expect(a).toBe(b);
      expect(a).not.toBe(refused);
      expect(emulator.tokens.rotations).toBe(before + 1);
    }
    expect(emulator.tokens.grantLost).toBe(false);
  });

  test("rotate once too when the old token has run out by itself", async () => {
    const [one, two] = [aProcess(), beside()];
    await settled(one.access());
    clock.advance(26 * 60 * 60 * 1000);

    const [a, b] = await settled(Promise.all([one.access(), two.access()]));

    expect(a).toBe(b);
    expect(emulator.tokens.rotations).toBe(2);
  });

  test("whoever is slow is waited for, not overtaken", async () => {
    const [one, two] = [aProcess(), beside()];
    const refused = await settled(one.access());
    emulator.tokens.endAccess();
    const { promise: until, resolve: release } = Promise.withResolvers<void>();
    emulator.failsTokens({ is: "waits", until });

    const theirs = two.instead(refused);
    await vi.waitFor(() => expect(emulator.calls).toBe(1), soon);
    const ours = one.instead(refused);
    clock.advance(5000);
    expect(emulator.tokens.rotations).toBe(1);
    release();

    const [a, b] = await settled(Promise.all([ours, theirs]));
    expect(a).toBe(b);
    expect(emulator.tokens.rotations).toBe(2);
    expect(emulator.tokens.grantLost).toBe(false);
  });
});

describe("a process that dies in the middle of a rotation", () => {
  /** From the so many-th write on, nothing this process does reaches the disk. */
  function dyingAt(write: number): Pick<Store, "setting" | "changeSetting"> {
    let writes = 0;
    return {
      setting: (key) => command.setting(key),
      changeSetting: (key, from, to) => {
        writes += 1;
        if (writes >= write) throw new Error("killed");
        return command.changeSetting(key, from, to);
      },
    };
  }

  test.each([
    { when: "before it was written down", write: 1, rotated: 1, lost: false },
    {
      when: "after Zalo had answered, before the answer was kept",
      write: 2,
      rotated: 2,
      lost: true,
    },
  ])("$when", async ({ write, rotated, lost }) => {
    const one = aProcess();
    const refused = await settled(one.access());
    emulator.tokens.endAccess();

    await expect(settled(beside({ store: dyingAt(write) }).instead(refused))).rejects.toThrow(
      "killed",
    );
    expect(emulator.tokens.rotations).toBe(rotated);

    const next = settled(one.instead(refused));
    if (lost) await expect(next).rejects.toMatchObject({ code: "zalo-consent-needed" });
    else expect(await next).not.toBe(refused);
    expect(one.standing().is).toBe(lost ? "lost" : "held");
  });

  test("while Zalo had not worked on it: its token is tried once more, after its time or by the next server", async () => {
    const one = aProcess();
    const refused = await settled(one.access());
    emulator.tokens.endAccess();
    const never = new Promise<never>(() => {});
    const dead: OAuth = { ...tokens(), renew: () => never };
    void beside({ tokens: dead }).instead(refused);
    clock.advance(1000);

    // It began after this server did, so it may be alive.
    const waited = clock.now();
    expect(await settled(one.instead(refused))).not.toBe(refused);
    expect(clock.now() - waited).toBeGreaterThan(40_000);

    const second = await one.access();
    emulator.tokens.endAccess();
    void aProcess({ tokens: dead, by: "dead server" }).instead(second);
    clock.advance(1000);
    const restarted = clock.now();
    expect(await settled(aProcess({ by: "next server" }).instead(second))).not.toBe(second);
    expect(clock.now() - restarted).toBeLessThan(5000);
    expect(emulator.tokens.grantLost).toBe(false);
  });
});
