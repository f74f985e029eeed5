/** Who is told from afar, when, and of what: the store, the sender and a push service, on a clock of the test. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { looking } from "../../src/bot/desk/push/looking.ts";
import { pushServices } from "../../src/bot/desk/push/push-service.ts";
import { type Pushes, pushes } from "../../src/bot/desk/push/pushes.ts";
import { senderKeys } from "../../src/bot/desk/push/sender-keys.ts";
import { makeLog } from "../../src/bot/log.ts";
import type { PropagandistRow } from "../../src/bot/store/people.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { CaseRow, Effect, Library, Tidings } from "../../src/flows/index.ts";
import { type PushEmulator, type Subscriber, startPushEmulator } from "../support/push/emulator.ts";
import {
  aPropagandist,
  aTurn,
  caseId,
  commune,
  conversationId,
  morning,
  openCase,
  propagandistId,
  settle,
  words,
} from "../support/store/builders.ts";

const minute = 60_000;
const hour = 60 * minute;
const k1 = caseId("k1");
const canary = "chim-hoàng-yến";

/** All that is asked of what is published: where the villages are. */
const library = {
  places: {
    communes: [{ id: commune, says: "Tân An", villages: [{ id: "na-khau", says: "Nà Khau" }] }],
  },
} as unknown as Library;

let store: Store;
let emulator: PushEmulator;
let sending: Pushes;
let now: number;
let revision: number;
const seen = looking();
const stops: Array<() => Promise<void>> = [];

beforeEach(async () => {
  now = morning;
  revision = 0;
  store = openSqlite(":memory:", { now: () => now });
  settle(store, { web: ["lan"] });
  emulator = await startPushEmulator();
  emulator.now = () => now;
  sending = begun();
});
afterEach(async () => {
  expect(emulator.complaints).toEqual([]);
  for (const stop of stops.splice(0)) await stop();
  await emulator.close();
  store.close();
});

const keys = () => senderKeys(store, () => "https://cau-noi.example.vn");

function begun(): Pushes {
  const made = pushes({
    store,
    library: () => library,
    services: pushServices({ loopback: true }),
    keys: keys(),
    looking: seen,
    clock: { now: () => now, sleep: async () => undefined },
    log: makeLog("silent"),
  });
  stops.push(() => made.stop());
  return made;
}

/** Somebody on the list whose browser is told. */
async function listens(name: string, more: Partial<PropagandistRow> = {}): Promise<Subscriber> {
  store.savePropagandist(aPropagandist(name, more));
  store.openSession(`session of ${name}`, propagandistId(name), now);
  const browser = await emulator.subscriber(keys().publicKey);
  const { endpoint, keys: theirs } = browser.json;
  store.subscribe(`session of ${name}`, { endpoint, ...theirs }, now);
  return browser;
}

/** A turn of the resident's conversation, and then what it left is sent. */
async function happens(...effects: readonly Effect[]): Promise<void> {
  revision += 1;
  const turn = aTurn({ in: "lan", revision, inbound: words(canary), effects, at: now });
  expect(store.commit([turn], now)).toMatchObject([{ kind: "committed" }]);
  await sending.settled();
}

const tell = (what: Tidings, ...who: readonly string[]): Effect => ({
  do: "tell",
  case: k1,
  what,
  who: who.map(propagandistId),
});

const waiting: Partial<CaseRow> = {
  village: "na-khau",
  called: ["sen"],
  card: { reason: canary, tried: [canary], steps: [], address: "bà", village: "Nà Khau" },
};
const held = (by: string): Effect =>
  openCase("k1", { ...waiting, state: "claimed", claimedBy: propagandistId(by) });

const told = (browser: Subscriber) =>
  browser.delivered.map(({ text }) => JSON.parse(text) as Record<string, unknown>);

describe("what is told", () => {
  test("who was called hears that somebody needs help, and where; no word of anybody's is in it", async () => {
    const sen = await listens("sen");

    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    expect(told(sen)).toEqual([
      {
        what: "needs-help",
        case: "k1",
        village: "Nà Khau",
        language: "vi",
        waiting: 1,
        quiet: false,
        at: morning,
      },
    ]);
    expect(sen.delivered).toMatchObject([{ urgency: "high", ttl: 3600 }]);
    expect(sen.delivered[0]?.text).not.toMatch(/hoàng|bà|sen/);
  });

  test("a village that somebody typed, and that of a private guide, is not told", async () => {
    const sen = await listens("sen", { villages: [canary] });

    await happens(openCase("k1", { ...waiting, village: canary }), tell("needs-help", "sen"));
    now += minute;
    await happens(openCase("k1", { ...waiting, discreet: true }), tell("needs-help", "sen"));

    expect(told(sen).map(({ village }) => village)).toEqual([undefined, undefined]);
    expect(JSON.stringify(sen.delivered)).not.toContain(canary);
  });

  test("pushes about one case replace each other at the service, those of two do not", async () => {
    const sen = await listens("sen");

    await happens(openCase("k1", waiting), tell("needs-help", "sen"));
    now += minute;
    await happens(held("sen"), tell("given", "sen"));
    await happens(openCase("k2", waiting), {
      ...tell("needs-help", "sen"),
      case: caseId("k2"),
    } as Effect);

    const [first, second, other] = sen.delivered.map(({ topic }) => topic);
    expect(first).toBe(second);
    expect(other).not.toBe(first);
  });

  test("only those named are told, on every telephone where they asked for it", async () => {
    const sen = await listens("sen");
    const pao = await listens("pao");
    store.openSession("second", propagandistId("sen"), now);
    const tablet = await emulator.subscriber(keys().publicKey);
    store.subscribe("second", { endpoint: tablet.json.endpoint, ...tablet.json.keys }, now);

    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    expect([sen, tablet, pao].map((browser) => browser.delivered.length)).toEqual([1, 1, 0]);
  });
});

describe("what is not told any more", () => {
  test("a call, once somebody else has the case", async () => {
    const sen = await listens("sen");
    sen.answers({ status: 503 });
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));
    await happens(held("pao"));

    now += minute;
    await sending.settled();

    expect(sen.asked()).toBe(1);
    expect(store.nextPushAt()).toBeUndefined();
  });

  test.each([
    ["the switch is off", { duty: false }],
    ["it is a day away", { absences: [{ on: "days", from: "2026-11-22", until: "2026-11-22" }] }],
    ["it is outside their hours", { hours: [{ days: [0], from: "13:00", until: "17:00" }] }],
  ] as const)("a call, when %s", async (_, off) => {
    const sen = await listens("sen", off);

    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    expect(sen.asked()).toBe(0);
    expect(store.nextPushAt()).toBeUndefined();
  });

  test("messages of one's own case are told off duty too, until they are read", async () => {
    const sen = await listens("sen", { duty: false });
    await happens(held("sen"), tell("message", "sen"));
    expect(told(sen)).toMatchObject([{ what: "message", waiting: 1 }]);

    now += minute;
    const newest = store.lastLines(conversationId("lan"), 1)[0]?.seq ?? 0;
    store.markRead(k1, propagandistId("sen"), newest + 1);
    await happens(tell("message", "sen"));

    expect(told(sen)).toHaveLength(1);
  });

  test.each([
    ["a coordinator who is asked", { rank: "coordinator" }, 1],
    ["a coordinator off duty", { rank: "coordinator", duty: false }, 0],
    ["somebody who has nothing to do with it", {}, 0],
  ] as const)("a colleague's word, for %s: %#", async (_, more, count) => {
    const sen = await listens("sen", more);

    await happens(held("pao"), tell("colleague", "sen"));

    expect(told(sen)).toHaveLength(count);
  });

  test("messages of a case that somebody else holds", async () => {
    const sen = await listens("sen");

    await happens(held("pao"), tell("message", "sen"));

    expect(sen.asked()).toBe(0);
  });

  test("what has waited longer than it is worth", async () => {
    const sen = await listens("sen");
    sen.answers({ status: 429, retryAfter: "3500" });
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    now += 2 * hour;
    await sending.settled();

    expect(sen.asked()).toBe(1);
    expect(store.nextPushAt()).toBeUndefined();
  });
});

describe("night and Tết", () => {
  const night = Date.parse("2026-11-22T15:00:00Z"); // 22:00 in Vietnam

  test.each([
    ["whose hours are not written down", {}, true],
    [
      "whose hours go on until then",
      { hours: [{ days: [0], from: "07:00", until: "23:00" }] },
      false,
    ],
  ] as const)(
    "at night a telephone shows it, and for one %s: silent is %s",
    async (_, more, quiet) => {
      now = night;
      const sen = await listens("sen", more);

      await happens(openCase("k1", waiting), tell("needs-help", "sen"));

      expect(told(sen)).toMatchObject([{ quiet }]);
    },
  );
});

describe("a page that is looked at", () => {
  test("has been told once it asked again, and the telephone stays still", async () => {
    const sen = await listens("sen");
    seen.seen("session of sen", now - 1000);
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));
    expect(sen.asked()).toBe(0);

    seen.seen("session of sen", now + 20);
    now += minute;
    await sending.settled();

    expect(sen.asked()).toBe(0);
    expect(store.nextPushAt()).toBeUndefined();
  });

  test("that does not ask again has lost its network: the telephone is told after a while", async () => {
    const sen = await listens("sen");
    seen.seen("session of sen", now - 1000);
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    now += minute;
    await sending.settled();

    expect(told(sen)).toHaveLength(1);
  });

  test("that was put away counts no more; and one on the table does not silence the one in the pocket", async () => {
    const sen = await listens("sen");
    seen.seen("session of sen", now);
    seen.away("session of sen");
    seen.seen("another session of sen", now);

    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    expect(told(sen)).toHaveLength(1);
  });
});

describe("what the push service answers", () => {
  test.each([404, 410])("%i: this browser is told nothing more", async (status) => {
    const sen = await listens("sen");
    sen.answers({ status });
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));

    expect(store.isSubscribed("session of sen")).toBe(false);
    await happens(held("sen"), tell("given", "sen"));
    expect(sen.asked()).toBe(1);
  });

  test("429: it waits as long as it is asked to, and then goes once", async () => {
    const sen = await listens("sen");
    sen.answers({ status: 429, retryAfter: "120" });
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));
    expect(store.nextPushAt()).toBe(now + 2 * minute);

    now += minute;
    await sending.settled();
    expect(sen.asked()).toBe(1);
    now += minute;
    await sending.settled();

    expect(told(sen)).toHaveLength(1);
    expect(sen.delivered[0]?.ttl).toBe(3600 - 120);
    expect(store.nextPushAt()).toBeUndefined();
  });

  test("5xx: tried again, later each time", async () => {
    const sen = await listens("sen");
    sen.answers({ status: 500 }, { status: 502 });
    await happens(openCase("k1", waiting), tell("needs-help", "sen"));
    const first = (store.nextPushAt() ?? 0) - now;
    now += first;
    await sending.settled();
    const second = (store.nextPushAt() ?? 0) - now;
    now += second;
    await sending.settled();

    expect(second).toBeGreaterThan(first);
    expect(told(sen)).toHaveLength(1);
  });

  test.each([400, 401, 403, 413])(
    "%i: that one is given up, the browser is kept",
    async (status) => {
      const sen = await listens("sen");
      sen.answers({ status });
      await happens(openCase("k1", waiting), tell("needs-help", "sen"));

      expect(store.nextPushAt()).toBeUndefined();
      now += minute;
      await happens(held("sen"), tell("given", "sen"));
      expect(told(sen)).toMatchObject([{ what: "given" }]);
    },
  );

  test("one that cannot be reached keeps nobody else waiting", async () => {
    const sen = await listens("sen");
    await listens("pao");
    store.subscribe(
      "session of pao",
      { endpoint: "http://127.0.0.1:1/push", ...sen.json.keys },
      now,
    );

    await happens(openCase("k1", waiting), tell("needs-help", "pao", "sen"));

    expect(told(sen)).toHaveLength(1);
    expect(store.nextPushAt()).toBeGreaterThan(now);
  });
});

test("what was committed before a crash is told after it", async () => {
  const sen = await listens("sen");
  const turn = aTurn({
    in: "lan",
    revision: 1,
    effects: [openCase("k1", waiting), tell("needs-help", "sen")],
  });
  store.commit([turn], now);
  await sending.stop();

  await begun().settled();

  expect(told(sen)).toHaveLength(1);
});
