import { expect, test } from "vitest";
import type { Effect } from "../../../src/flows/index.ts";
import {
  aPropagandist,
  aTurn,
  caseId,
  conversationId,
  morning,
  openCase,
  propagandistId,
  settle,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const day = 24 * 60 * 60 * 1000;
const sen = propagandistId("sen");
const canary = "chim-hoàng-yến";

const browser = (name: string) => ({
  endpoint: `https://push.example.vn/${name}`,
  p256dh: `key of ${name}`,
  auth: `secret of ${name}`,
});

const tell: Effect = { do: "tell", case: caseId("k1"), what: "needs-help", who: [sen] };

export function pushContract(current: Current): void {
  /** Sen at two browsers, the telephone of which is to be told. */
  function asked(): void {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["sen"] });
    store.savePropagandist(aPropagandist("sen", { conversation: conversationId("sen") }));
    store.openSession("telephone", sen, morning);
    store.openSession("table", sen, morning);
    store.subscribe("telephone", browser("telephone"), morning);
  }

  const happens = (revision = 1, at = morning) =>
    expect(
      current.store.commit(
        [aTurn({ in: "lan", revision, at, effects: [openCase("k1"), tell] })],
        at,
      ),
    ).toMatchObject([{ kind: "committed" }]);

  test("what a turn tells waits for each browser that asked, also after a restart", () => {
    asked();
    happens();

    current.restart();

    expect(current.store.duePushes(morning, 10)).toEqual([
      {
        subscription: expect.any(Number),
        session: "telephone",
        who: sen,
        to: browser("telephone"),
        case: "k1",
        what: "needs-help",
        at: morning,
        attempts: 0,
      },
    ]);
    expect(current.store.nextPushAt()).toBe(morning);
  });

  test("of one case the newest alone waits; one that was told meanwhile takes no newer one along", () => {
    asked();
    happens();
    const [older] = current.store.duePushes(morning, 10);
    happens(2, morning + 1000);

    if (older !== undefined) current.store.pushDone(older);

    expect(current.store.duePushes(morning + 1000, 10)).toMatchObject([{ at: morning + 1000 }]);
  });

  test("an attempt is counted, and nothing is due before its time", () => {
    asked();
    happens();
    const [push] = current.store.duePushes(morning, 10);

    if (push !== undefined) current.store.pushAgain(push, morning + 5000);

    expect(current.store.duePushes(morning + 4999, 10)).toEqual([]);
    expect(current.store.duePushes(morning + 5000, 10)).toMatchObject([{ attempts: 1 }]);
  });

  test("a browser belongs to who signed in there last, and a session has one", () => {
    const { store } = current;
    asked();
    store.savePropagandist(aPropagandist("pao"));
    store.openSession("of pao", propagandistId("pao"), morning);

    store.subscribe("of pao", browser("telephone"), morning);
    expect(store.isSubscribed("telephone")).toBe(false);
    store.subscribe("of pao", browser("new"), morning);
    store.subscribe("telephone", browser("telephone"), morning);
    happens();

    expect(store.duePushes(morning, 10).map(({ session }) => session)).toEqual(["telephone"]);
  });

  test.each([
    ["signing out there", () => current.store.endSession("telephone")],
    ["being signed out everywhere", () => void current.store.signOut(sen, morning)],
    ["switching it off", () => current.store.unsubscribe("telephone")],
    ["erasing one's own chat", () => void current.store.erase(conversationId("sen"))],
  ])("%s ends it at once, with all that waits", (_, end) => {
    asked();
    happens();

    end();

    expect(current.store.isSubscribed("telephone")).toBe(false);
    expect(current.store.nextPushAt()).toBeUndefined();
  });

  test("nothing of an erased telephone lies on the disk any more", () => {
    asked();

    current.store.erase(conversationId("sen"));

    expect(current.bytes().includes("push.example.vn")).toBe(false);
  });

  test("who has left the list, and a browser not seen for sixty days, is told nothing", () => {
    asked();
    current.store.subscribe("table", browser("table"), morning + 30 * day);

    happens(1, morning + 61 * day);
    expect(current.store.duePushes(morning + 61 * day, 10).map(({ session }) => session)).toEqual([
      "table",
    ]);
    for (const push of current.store.duePushes(morning + 61 * day, 10))
      current.store.pushDone(push);
    current.store.savePropagandist(aPropagandist("sen", { leftAt: morning }));
    happens(2, morning + 62 * day);

    expect(current.store.nextPushAt()).toBeUndefined();
  });

  test("a resident's erasure takes along what was to be told of their case", () => {
    asked();
    happens();

    current.store.erase(conversationId("lan"));

    expect(current.store.nextPushAt()).toBeUndefined();
    expect(current.store.isSubscribed("telephone")).toBe(true);
  });

  test("a turn tells nothing to who never asked", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    store.savePropagandist(aPropagandist("sen", { name: canary }));

    happens();

    expect(store.nextPushAt()).toBeUndefined();
  });
}
