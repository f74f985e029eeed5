import { expect, test } from "vitest";
import type { FinishedTurn } from "../../../src/bot/store/turns.ts";
import type { EditionId, Effect, Inbound } from "../../../src/flows/index.ts";
import {
  aPropagandist,
  ask,
  aTurn,
  caseId,
  commune,
  conversationId,
  helper,
  inside,
  journey,
  journeyId,
  morning,
  openCase,
  propagandistId,
  say,
  settle,
  telegram,
  threadOf,
  web,
  words,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const hour = 60 * 60 * 1000;
const lan = conversationId("lan");
const hoa = conversationId("hoa");
const minh = conversationId("minh");
const k1 = caseId("k1");
/** Midnight of that day in Vietnam. */
const thatDay = Date.parse("2026-11-21T17:00:00Z");

/** What only this resident could have said. */
const canary = "chim-hoàng-yến";

export function erasureContract(current: Current): void {
  /** A resident who left traces everywhere, and a helper's chat that heard of them. */
  function aLongStory(): void {
    const { store } = current;
    settle(store, { web: ["lan", "minh"], telegram: ["hoa"] });
    store.savePropagandist(aPropagandist("hoa", { conversation: hoa }));
    store.setReturnCode(lan, `mã ${canary}`, "hash-of-code");
    const media = store.addMedia({
      conversation: lan,
      form: "photo",
      type: "image/jpeg",
      bytes: Buffer.from(`ảnh ${canary}`),
      at: morning,
    });
    const told = (text: string): Effect => ({
      do: "note",
      to: hoa,
      note: { kind: "resident-said", case: k1, name: `bà ${canary}`, text },
    });
    const card = {
      address: "bà",
      village: canary,
      reason: `bà nói: ${canary}`,
      tried: [],
      steps: [{ id: "log-in", says: "Đăng nhập", where: "here" as const }],
    };
    const turns: FinishedTurn[] = [
      aTurn({
        in: "lan",
        inbound: words(`tôi là ${canary}`),
        saved: {
          village: { says: canary },
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
        },
        effects: [
          say(`Chào ${canary}`, { media: { id: media, form: "photo" } }),
          { do: "timer", name: "silence", scope: "turn", at: morning + hour },
          { do: "consent", purpose: "keep", given: true },
          openCase("k1", { card, phone: `0912 ${canary}`, village: "na-khau", flow: "khai-sinh" }),
          journey("lan/j1"),
          journey("lan/j0", { moment: "finished" }),
          told(`một ${canary}`),
          told(`hai ${canary}`),
          { do: "answer-act", ok: true, says: { vi: canary, en: canary } },
          {
            do: "stuck",
            moment: "offered",
            journey: journeyId("lan/j1"),
            flow: "khai-sinh",
            field: "justice",
            step: "log-in",
            signal: "photo",
            day: "2026-11-22",
          },
        ],
      }),
      aTurn({ in: "minh", inbound: words("tôi là người khác"), effects: [say("Chào người khác")] }),
    ];
    expect(store.commit(turns, morning).map((o) => o.kind)).toEqual(["committed", "committed"]);

    // The helper has heard one note, and got two replies about it: one sent, one still on its way.
    const heard: FinishedTurn = {
      arriving: store.pending(1)[0]!,
      revision: 1,
      saved: turns[1]!.saved,
      effects: [
        ask(`một ${canary}`, { about: k1 }),
        ask(`và ${canary}`, { about: k1 }),
        say("việc khác"),
      ],
    };
    expect(store.commit([heard], morning)).toMatchObject([{ kind: "committed" }]);
    store.delivered(
      { conversation: hoa, turn: 1, position: 0 },
      { kind: "sent", platformId: "100" },
      morning,
    );
    // The helper's own act is on its way to the resident and must arrive, whoever else erases.
    store.addRemark({
      case: k1,
      key: "n1",
      by: helper,
      text: `gọi cho ${canary}`,
      as: "question",
      at: morning,
    });
    store.markRead(k1, propagandistId("hoa"), 3);
    store.park(aTurn({ in: "lan", key: "odd", inbound: words(canary) }).arriving, canary, morning);
  }

  const eraseTurn = (more: readonly Effect[] = []) =>
    aTurn({
      in: "lan",
      key: "xoa",
      revision: 2,
      inbound: words(`/xoa ${canary}`),
      effects: [say("Dạ, đã xoá hết."), { do: "erase" }, ...more],
    });

  function expectNothingLeft(): void {
    const { store } = current;
    expect(current.bytes().includes(canary)).toBe(false);
    expect(store.findByReturnCode(commune, "hash-of-code")).toBeUndefined();
    expect(store.nextTimerAt()).toBeUndefined();
    expect(store.consents(lan)).toEqual([]);
    expect(store.remarks(k1)).toEqual([]);
    expect(store.readUpTo(k1, propagandistId("hoa"))).toBe(0);
    expect(store.parked()).toEqual([]);
    expect(store.standing()).toEqual([]);
    expect(store.case(k1)).toMatchObject({
      state: "closed",
      card: { reason: "", tried: [], steps: [] },
      phone: undefined,
      village: undefined,
    });
  }

  test("erasing in a turn leaves nothing of the resident but what the turn says afterwards", () => {
    aLongStory();
    expect(current.bytes().includes(canary)).toBe(true);

    const [outcome] = current.store.commit([eraseTurn()], morning + hour);

    expect(outcome).toMatchObject({ kind: "committed", replies: 1 });
    expectNothingLeft();
    expect(threadOf(current.store, "lan")).toEqual(["bot: Dạ, đã xoá hết."]);
    current.restart();
    expectNothingLeft();
    expect(threadOf(current.store, "lan")).toEqual(["bot: Dạ, đã xoá hết."]);
  });

  test("nobody else loses anything", () => {
    aLongStory();

    current.store.commit([eraseTurn()], morning + hour);

    expect(threadOf(current.store, "minh")).toEqual(["tôi là người khác", "bot: Chào người khác"]);
    expect(threadOf(current.store, "hoa")).toEqual(["bot: việc khác"]);
    expect(current.store.propagandist(propagandistId("hoa"))?.conversation).toBe(hoa);
    // The sent message about the case can still lose its buttons.
    expect(current.store.platformIds(hoa, 1)).toEqual(["100"]);
  });

  test("what waited to be told or sent is not told or sent any more", () => {
    aLongStory();
    expect(current.store.pending(10)).toHaveLength(1);
    expect(current.store.outgoing([telegram], morning, 10)).toHaveLength(1);

    current.store.commit([eraseTurn()], morning + hour);

    expect(current.store.pending(10)).toEqual([]);
    expect(current.store.outgoing([telegram], morning + hour, 10)).toMatchObject([
      { reply: { text: "việc khác" } },
    ]);
  });

  test("queued replies of the resident's own chat are erased unsent", () => {
    const { store } = current;
    settle(store, { telegram: ["an"] });
    store.commit(
      [aTurn({ in: "an", account: telegram, effects: [say("một"), say("hai")] })],
      morning,
    );

    const effects: Effect[] = [{ do: "erase" }, say("Đã xoá")];
    store.commit([aTurn({ in: "an", account: telegram, revision: 2, effects })], morning);

    expect(store.outgoing([telegram], morning, 10).map((out) => out.reply.text)).toEqual([
      "Đã xoá",
    ]);
    store.delivered(
      { conversation: conversationId("an"), turn: 1, position: 0 },
      { kind: "sent" },
      morning,
    );
    expect(threadOf(store, "an")).toEqual(["bot: Đã xoá"]);
  });

  test("what came once does not count again after an erasure", () => {
    aLongStory();
    current.store.commit([eraseTurn()], morning + hour);

    const again = (key: string) => aTurn({ in: "lan", key, revision: 3, inbound: words(canary) });
    for (const key of ["lan:1", "odd", "xoa"]) {
      expect(current.store.commit([again(key)], morning)).toEqual([{ kind: "seen-before" }]);
    }
    expect(current.store.seen(inside, "lan/1/6")).toEqual({});
    expect(current.bytes().includes(canary)).toBe(false);
  });

  test("journeys stay as numbers, without the person and the hour", () => {
    aLongStory();
    const stopped = journey("lan/j1", { moment: "stopped", step: "log-in" });

    current.store.commit([eraseTurn([stopped])], morning + hour);

    const lines = current.store.journeys(commune, thatDay, thatDay + 1);
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          begunAt: thatDay,
          finishedAt: thatDay,
          lastStep: "parents-married",
        }),
        expect.objectContaining({ begunAt: thatDay, outcome: "stopped", lastStep: "log-in" }),
      ]),
    );
    expect(current.store.journeys(commune, thatDay + 1, morning + 99 * hour)).toEqual([]);
    expect(current.bytes().includes("lan/j1")).toBe(false);
    // Help that was offered is counted on, under a name nobody can follow back.
    expect(current.store.stuck(commune, "2026-11-01", "2026-12-01")).toMatchObject([
      { step: "log-in", signal: "photo" },
    ]);
  });

  test("a case written in the erasing turn is written without words", () => {
    aLongStory();
    const closing = openCase("k1", {
      state: "closed",
      phone: `0912 ${canary}`,
      village: "na-khau",
      card: { reason: canary, tried: [canary], steps: [] },
    });

    current.store.commit([eraseTurn([closing])], morning + hour);

    expectNothingLeft();
    expect(current.store.cases(commune, morning + hour)).toMatchObject([
      { id: "k1", state: "closed" },
    ]);
  });

  test("what the erasing turn wants comes after the erasure, wherever it stands", () => {
    aLongStory();
    const after: Effect[] = [
      { do: "timer", name: "forget", scope: "conversation", at: morning + 9 * hour },
      { do: "note", to: hoa, note: { kind: "gone", case: k1, why: "withdrawn", name: "bà con" } },
    ];
    const turn = eraseTurn();

    current.store.commit([{ ...turn, effects: [...after, ...turn.effects] }], morning + hour);

    expect(current.store.nextTimerAt()).toBe(morning + 9 * hour);
    expect(current.store.pending(10)).toMatchObject([
      { key: "lan/2/1", inbound: { kind: "gone" } },
    ]);
  });

  test("an erasure that someone else went before erases nothing", () => {
    aLongStory();
    const before = threadOf(current.store, "lan");
    const bad: Effect = { do: "note", to: conversationId("nobody"), note: words("x") };

    const outcomes = current.store.commit(
      [{ ...eraseTurn(), revision: 7 }, eraseTurn([bad])],
      morning + hour,
    );

    expect(outcomes.map((o) => o.kind)).toEqual(["someone-went-first", "refused"]);
    expect(threadOf(current.store, "lan")).toEqual(before);
    expect(current.store.nextTimerAt()).toBe(morning + hour);
  });

  test("erasing by itself says what it took, and outdates turns decided before", () => {
    aLongStory();

    expect(current.store.erase(lan)).toEqual({ messages: 1, replies: 1, journeys: 2, media: 1 });

    expectNothingLeft();
    expect(threadOf(current.store, "lan")).toEqual([]);
    expect(current.store.findByPeer(web, "peer of lan")).toMatchObject({
      id: lan,
      revision: 2,
      saved: { state: "greeting", journeys: [] },
    });
    expect(current.store.commit([aTurn({ in: "lan", key: "late", revision: 2 })], morning)).toEqual(
      [{ kind: "someone-went-first" }],
    );
    expect(current.store.erase(lan)).toEqual({ messages: 0, replies: 0, journeys: 0, media: 0 });
    expect(current.store.erase(minh)).toMatchObject({ messages: 1, replies: 1 });
  });

  test("a propagandist who erases their own words loses no call that waits for them, and unsays no act", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    const called: Inbound = { kind: "called", case: k1, card: "thẻ", why: "w" };
    const handBack: Inbound = {
      kind: "case-hand-back",
      case: k1,
      by: helper,
      result: { outcome: "finished" },
    };
    store.commit(
      [
        aTurn({ in: "lan", effects: [{ do: "note", to: hoa, note: called }] }),
        aTurn({ in: "hoa", account: telegram, effects: [{ do: "note", to: lan, note: handBack }] }),
      ],
      morning,
    );

    store.erase(hoa);

    expect(store.pending(10).map((note) => note.inbound)).toEqual([called, handBack]);
  });
}
