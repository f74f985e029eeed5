/** What `/readyz` answers by: whether what people write can be kept just now. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeLog } from "../../src/bot/log.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import { readiness } from "../../src/bot/web/readiness.ts";

const plenty = 1024 ** 3;

let store: Store;
let now = Date.UTC(2026, 10, 24, 2);
let room: number | undefined;
let writes = 0;
let refuses: string | undefined;
let logged: string[];

beforeEach(() => {
  store = openSqlite(":memory:");
  room = plenty;
  writes = 0;
  refuses = undefined;
  logged = [];
});
afterEach(() => store.close());

/** The store itself, whose disk answers as this test says. */
const onThatDisk = (): Pick<Store, "publicationId" | "setSetting"> => ({
  publicationId: () => "p1" as ReturnType<Store["publicationId"]>,
  setSetting: (name, value) => {
    writes += 1;
    if (refuses !== undefined) throw Object.assign(new Error("no"), { code: refuses });
    store.setSetting(name, value);
  },
});
const asked = () =>
  readiness({
    store: onThatDisk(),
    room: () => room,
    clock: { now: () => now },
    log: makeLog("info", { write: (line: string) => void logged.push(line) }),
  });

test("a full disk is not ready, is said once in the log, and passes", () => {
  const whyNot = asked();
  expect(whyNot()).toBeUndefined();

  room = 1024 ** 2;
  expect(whyNot()).toBeUndefined();
  for (let each = 0; each < 20; each += 1) {
    now += 30_000;
    expect(whyNot()).toBe("the disk is full");
  }
  expect(writes).toBe(1);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("the disk is full");

  room = plenty;
  now += 30_000;
  expect(whyNot()).toBeUndefined();
  expect(logged).toHaveLength(2);
});

test.each([
  ["SQLITE_FULL", "the disk is full"],
  ["SQLITE_IOERR_WRITE", "nothing can be kept"],
  ["SQLITE_READONLY", "nothing can be kept"],
])("a disk that refuses to write (%s) is not ready: %s", (code, why) => {
  refuses = code;

  expect(asked()()).toBe(why);
  expect(logged[0]).toContain(code);
});

test("however often somebody asks, little is written", () => {
  const whyNot = asked();

  for (let each = 0; each < 600; each += 1) {
    now += 100;
    whyNot();
  }

  expect(writes).toBe(2);
});
