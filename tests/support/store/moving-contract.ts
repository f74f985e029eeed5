import { expect, test } from "vitest";
import type { EditionId, Effect, Moved } from "../../../src/flows/index.ts";
import {
  aTurn,
  commune,
  conversationId,
  inside,
  journey,
  journeyId,
  morning,
  say,
  settle,
  telegram,
  words,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const lan = conversationId("lan");
const tram = conversationId("tram");
const canary = "chim-hoàng-yến";

const moved: Moved = {
  language: "vi",
  village: { says: canary },
  taughtWayBack: true,
  photos: [],
  guiding: true,
  offered: {},
  journeys: [
    {
      id: journeyId("lan/j1"),
      flow: "khai-sinh",
      edition: "e1" as EditionId,
      startedAt: morning,
      step: "log-in",
      since: morning,
      path: [],
      answers: { name: { kind: "value", value: canary } },
      aside: {},
      correcting: false,
      failed: 0,
      tried: [],
      helped: "alone",
    },
  ],
};

export function movingContract(current: Current): void {
  const kept = (form: "photo" | "voice") =>
    current.store.addMedia({
      ...{ conversation: lan, form, type: "image/png", bytes: Buffer.from(form), at: morning },
    });

  /** On the web, and then gone to Telegram, where the note has not been read yet. */
  function hasLeft(): void {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["tram"] });
    const reminder: Effect = {
      do: "timer",
      name: "remind-lan/j1-0",
      scope: `step:${journeyId("lan/j1")}`,
      at: morning + 1000,
      about: "lan/j1",
    };
    const forgetting: Effect = {
      do: "timer",
      name: "forget",
      scope: "conversation",
      at: morning + 2000,
    };
    store.setReturnCode(lan, "suối mận chè 4729", "hash-of-code");
    const left = (["photo", "voice"] as const).map((form) => kept(form));
    const begun = aTurn({
      in: "lan",
      inbound: words(canary),
      saved: moved,
      effects: [journey("lan/j1"), reminder, forgetting, say(`dạ ${canary}`)],
    });
    const gone = aTurn({
      in: "lan",
      account: inside,
      revision: 2,
      inbound: { kind: "move-asked", to: tram, channel: "telegram" },
      effects: [
        { do: "hand-on", to: tram, media: left },
        { do: "note", to: tram, note: { kind: "moved-here", from: "web", moved } },
        { do: "erase" },
        say("đã chuyển sang Telegram"),
      ],
    });
    for (const turn of [begun, gone])
      expect(store.commit([turn], morning)).toMatchObject([{ kind: "committed" }]);
  }

  test("a code made in a turn reopens that conversation, however it is typed", () => {
    const { store } = current;
    settle(store, { telegram: ["tram"] });

    store.commit(
      [
        aTurn({
          in: "tram",
          account: telegram,
          effects: [{ do: "return-code", code: "suối mận chè 4729" }],
        }),
      ],
      morning,
    );

    expect(store.conversation(tram)?.returnCode).toBe("suối mận chè 4729");
  });

  test("what moves lies in a note through a restart, and the old conversation knows nothing of it", () => {
    hasLeft();
    current.restart();

    const { store } = current;
    expect(store.pending(10)).toMatchObject([
      { conversation: tram, inbound: { kind: "moved-here", moved } },
    ]);
    expect(store.conversation(lan)?.saved.journeys).toEqual([]);
    expect(store.findByReturnCode(commune, "hash-of-code")).toBeUndefined();
    expect(JSON.stringify(store.lines(lan, 0, 100))).not.toContain(canary);
  });

  test("pictures and recordings left for whoever comes are the new conversation's", () => {
    hasLeft();
    const { store } = current;

    // The same bytes have the same id, and erasing took none of them.
    const ids = (["photo", "voice"] as const).map((form) => kept(form));
    expect(ids.map((id) => store.media(id)?.conversation)).toEqual([tram, tram]);
  });

  test("reminders of what moved come in the new conversation; the others end with the old one", () => {
    hasLeft();

    expect(current.store.dueTimers(morning + 5000, 10)).toMatchObject([
      { conversation: tram, name: "remind-lan/j1-0" },
    ]);
  });

  test("the figures go on counting one journey, by its hour", () => {
    hasLeft();
    current.store.commit(
      [
        aTurn({
          in: "tram",
          account: telegram,
          effects: [journey("lan/j1", { moment: "finished", outcome: "done" })],
        }),
      ],
      morning + 60_000,
    );

    expect(current.store.journeys(commune, morning - 1, morning + 100_000)).toMatchObject([
      { begunAt: morning, finishedAt: morning + 60_000 },
    ]);
  });

  test("erasing in the new place leaves nothing of what was moved there", () => {
    hasLeft();
    const { store } = current;
    const [note] = store.pending(1);
    store.commit([aTurn({ in: "tram", ...note, inbound: note!.inbound, saved: moved })], morning);

    store.commit(
      [aTurn({ in: "tram", account: telegram, revision: 2, effects: [{ do: "erase" }] })],
      morning,
    );

    expect(store.dueTimers(morning + 5000, 10)).toEqual([]);
    expect(store.journeys(commune, morning - 1, morning + 1)).toEqual([]);
    current.restart();
    expect(current.bytes().includes(Buffer.from(canary))).toBe(false);
  });
}
