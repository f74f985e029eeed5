import { expect, test } from "vitest";
import { type Effect, type Inbound, inboundSchema } from "../../../src/flows/index.ts";
import {
  aCase,
  ask,
  aTurn,
  conversationId,
  helper,
  inside,
  journey,
  journeyId,
  morning,
  openCase,
  say,
  settle,
  telegram,
  threadOf,
  web,
  words,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const minute = 60_000;
const lan = conversationId("lan");
const hoa = conversationId("hoa");

export function turnsContract(current: Current): void {
  test("a chat is one conversation, made at its first word", () => {
    const { store } = current;
    settle(store);
    expect(store.findByPeer(web, "p")).toBeUndefined();

    const first = store.conversationOf(web, "p", () => lan, morning);
    const again = store.conversationOf(web, "p", () => conversationId("another"), morning);
    const elsewhere = store.conversationOf(telegram, "p", () => hoa, morning);

    expect(first).toMatchObject({ id: lan, account: web, channel: "web", peer: "p", revision: 0 });
    expect(first.saved.state).toBe("greeting");
    expect(again).toEqual(first);
    expect(elsewhere).toMatchObject({ id: hoa, channel: "telegram" });
    current.restart();
    expect(current.store.conversation(lan)).toEqual(first);
    expect(current.store.findByPeer(web, "p")).toEqual(first);
  });

  test("an account that nobody named has no conversations", () => {
    expect(() => current.store.conversationOf(web, "p", () => lan, morning)).toThrow(
      expect.objectContaining({ code: "not-in-store" }),
    );
  });

  test("a committed turn is all there after a restart", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });

    const [outcome] = store.commit(
      [
        aTurn({
          in: "lan",
          saved: { state: "guided.step", village: { id: "na-khau", says: "Nà Khau" } },
          effects: [
            say("Dạ, máy của xã đây."),
            ask("Cần việc gì ạ?"),
            { do: "timer", name: "silence", scope: "turn", at: morning + minute, about: "j1" },
            {
              do: "note",
              to: hoa,
              note: { kind: "called", case: aCase("k1").id, card: "c", why: "w" },
            },
          ],
        }),
      ],
      morning,
    );

    expect(outcome).toEqual({ kind: "committed", seq: 3, replies: 2, notes: [hoa] });
    current.restart();
    const after = current.store;
    expect(after.conversation(lan)).toMatchObject({
      revision: 1,
      saved: { state: "guided.step", village: { id: "na-khau", says: "Nà Khau" } },
    });
    expect(threadOf(after, "lan")).toEqual([
      "xin chào",
      "bot: Dạ, máy của xã đây.",
      "bot: Cần việc gì ạ?",
    ]);
    expect(after.dueTimers(morning + minute, 10)).toEqual([
      { conversation: lan, name: "silence", at: morning + minute, about: "j1" },
    ]);
    expect(after.pending(10)).toMatchObject([
      { conversation: hoa, account: inside, key: "lan/1/3", inbound: { kind: "called" } },
    ]);
  });

  test("the same key counts once, also in one commit, and answers as it did", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    const act: Effect = {
      do: "answer-act",
      ok: false,
      reason: "taken",
      says: { vi: "Cô Hoa nhanh hơn.", en: "Hoa was faster." },
    };
    const first = aTurn({ in: "lan", key: "press-1", effects: [act, say("một")] });
    const twin = aTurn({ in: "lan", key: "press-1", revision: 2, effects: [say("hai")] });

    const outcomes = store.commit([first, twin], morning);
    current.restart();
    const [later] = current.store.commit([twin], morning + minute);

    const answer = {
      ok: false,
      reason: "taken",
      says: { vi: "Cô Hoa nhanh hơn.", en: "Hoa was faster." },
    };
    expect(outcomes).toMatchObject([
      { kind: "committed", answer },
      { kind: "seen-before", answer },
    ]);
    expect(later).toEqual({ kind: "seen-before", answer });
    expect(current.store.seen(web, "press-1")).toEqual({ answer });
    expect(current.store.seen(web, "press-2")).toBeUndefined();
    expect(current.store.seen(telegram, "press-1")).toBeUndefined();
    expect(threadOf(current.store, "lan")).toEqual(["xin chào", "bot: một"]);
  });

  test("of two turns decided on the same revision, the first stands", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });

    const outcomes = store.commit(
      [
        aTurn({ in: "lan", key: "a", effects: [say("một")] }),
        aTurn({ in: "lan", key: "b", effects: [say("hai")] }),
        aTurn({ in: "lan", key: "c", revision: 3 }),
      ],
      morning,
    );

    expect(outcomes.map((o) => o.kind)).toEqual([
      "committed",
      "someone-went-first",
      "someone-went-first",
    ]);
    expect(store.seen(web, "b")).toBeUndefined();
    expect(store.commit([aTurn({ in: "lan", key: "b", revision: 2 })], morning)).toMatchObject([
      { kind: "committed", seq: 3 },
    ]);
  });

  test("of 64 turns, the one the database refuses leaves 63 standing", () => {
    const { store } = current;
    const names = Array.from({ length: 64 }, (_, i) => `c${i}`);
    settle(store, { web: names });
    const nobody = conversationId("nobody");

    const outcomes = store.commit(
      names.map((name, i) =>
        aTurn({
          in: name,
          effects: [
            say("Dạ"),
            { do: "timer", name: "silence", scope: "turn", at: morning + i },
            journey(`j-${name}`),
            ...(i === 31
              ? [{ do: "note", to: nobody, note: words("không ai nhận") } as const]
              : []),
          ],
        }),
      ),
      morning,
    );

    expect(outcomes.filter((o) => o.kind === "committed")).toHaveLength(63);
    expect(outcomes[31]).toMatchObject({ kind: "refused", error: { code: "not-in-store" } });
    current.restart();
    for (const [i, name] of names.entries()) {
      const stands = i !== 31;
      expect(current.store.conversation(conversationId(name))?.revision).toBe(stands ? 1 : 0);
      expect(threadOf(current.store, name)).toHaveLength(stands ? 2 : 0);
      expect(current.store.seen(web, `${name}:1`) !== undefined).toBe(stands);
    }
    expect(current.store.dueTimers(morning + 64, 100)).toHaveLength(63);
    expect(current.store.journeys("tan-an", morning, morning + 1)).toHaveLength(63);
  });

  test("a turn of a conversation that is not there is refused", () => {
    settle(current.store);

    expect(current.store.commit([aTurn({ in: "nobody" })], morning)).toMatchObject([
      { kind: "refused", error: { code: "not-in-store" } },
    ]);
    expect(current.store.commit([], morning)).toEqual([]);
  });

  test("a note waits, in order, until its own turn takes it", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    const told = (text: string): Inbound => ({
      kind: "resident-said",
      case: aCase("k1").id,
      name: "bà ở Nà Khau",
      text,
    });
    store.commit(
      [
        aTurn({
          in: "lan",
          effects: [
            { do: "note", to: hoa, note: told("một") },
            { do: "note", to: hoa, note: told("hai") },
          ],
        }),
      ],
      morning,
    );

    current.restart();
    const [one, two] = current.store.pending(10);
    expect([one?.key, two?.key]).toEqual(["lan/1/0", "lan/1/1"]);
    expect(one!.position).toBeLessThan(two!.position);
    expect(current.store.pending(1)).toHaveLength(1);
    expect(current.store.seen(inside, "lan/1/0")).toEqual({});

    const taking = { arriving: one!, revision: 1, saved: aTurn({ in: "hoa" }).saved, effects: [] };
    expect(current.store.commit([taking], morning)).toMatchObject([{ kind: "committed" }]);
    expect(current.store.pending(10).map((note) => note.inbound)).toEqual([told("hai")]);
    expect(current.store.commit([{ ...taking, revision: 2 }], morning)).toEqual([
      { kind: "seen-before" },
    ]);
    expect(threadOf(current.store, "hoa")).toEqual([]); // a note is nobody's line
  });

  test("a timer is set again under its name, and ended by name or by scope", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    const scope = `journey:${journeyId("j1")}` as const;
    store.commit(
      [
        aTurn({
          in: "lan",
          effects: [
            { do: "timer", name: "silence", scope: "turn", at: morning + 5 },
            { do: "timer", name: "due", scope, at: morning + 9 },
            { do: "timer", name: "draft", scope, at: morning + 7 },
            { do: "timer", name: "forget", scope: "conversation", at: morning + 8 },
            { do: "timer", name: "silence", scope: "turn", at: morning + 6 },
          ],
        }),
      ],
      morning,
    );
    expect(store.nextTimerAt()).toBe(morning + 6);
    expect(store.dueTimers(morning + 9, 10).map((t) => t.name)).toEqual([
      "silence",
      "draft",
      "forget",
      "due",
    ]);
    expect(store.dueTimers(morning + 6, 10)).toHaveLength(1);
    expect(store.dueTimers(morning + 9, 2)).toHaveLength(2);

    store.commit(
      [
        aTurn({
          in: "lan",
          revision: 2,
          effects: [
            { do: "end-timer", name: "silence" },
            { do: "end-scope", scope },
          ],
        }),
      ],
      morning,
    );

    current.restart();
    expect(current.store.dueTimers(morning + 99, 10).map((t) => t.name)).toEqual(["forget"]);
  });

  test("a timer that was met is gone, unless it was set again meanwhile", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    const set = (at: number): Effect => ({ do: "timer", name: "silence", scope: "turn", at });
    const met = (revision: number, at: number, effects: Effect[] = []) =>
      aTurn({
        in: "lan",
        account: inside,
        key: `lan/silence/${at}/${revision}`,
        revision,
        inbound: { kind: "timer", name: "silence" },
        at,
        effects,
      });
    store.commit([aTurn({ in: "lan", effects: [set(morning + 5)] })], morning);

    store.commit([met(2, morning + 4)], morning + 5);
    expect(store.nextTimerAt()).toBe(morning + 5);
    store.commit([met(3, morning + 5, [set(morning + 50)])], morning + 6);
    expect(store.nextTimerAt()).toBe(morning + 50);
    store.commit([met(4, morning + 50)], morning + 51);
    expect(store.nextTimerAt()).toBeUndefined();
    expect(threadOf(store, "lan")).toEqual(["xin chào"]);
  });

  test("a timer set again for the moment it was met at does not stay due for ever", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    const set: Effect = { do: "timer", name: "meeting", scope: "conversation", at: morning };
    const met = (revision: number) =>
      aTurn({
        in: "lan",
        account: inside,
        key: `timer/lan/meeting/${morning}`,
        revision,
        inbound: { kind: "timer", name: "meeting" },
        effects: [set],
      });
    store.commit([aTurn({ in: "lan", effects: [set] }), met(2)], morning);
    expect(store.timerAt(lan, "meeting")).toBe(morning);

    expect(store.commit([met(3)], morning)).toEqual([{ kind: "seen-before" }]);

    expect(store.dueTimers(morning, 10)).toEqual([]);
    expect(store.timerAt(lan, "meeting")).toBeUndefined();
  });

  test("what a turn kept throwing at is kept where a person sees it, and counts once", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    const note: Inbound = { kind: "case-claim", case: aCase("k1").id, by: helper };
    store.commit(
      [
        aTurn({
          in: "lan",
          effects: [
            { do: "note", to: hoa, note },
            { do: "timer", name: "silence", scope: "turn", at: morning },
          ],
        }),
      ],
      morning,
    );
    const [waiting] = store.pending(1);
    const timer: Inbound = { kind: "timer", name: "silence" };

    const fresh = aTurn({ in: "lan", key: "odd" }).arriving;
    store.park(fresh, "threw twice", morning + minute);
    store.park(waiting!, "threw twice", morning + minute);
    store.park(aTurn({ in: "lan", key: "t", inbound: timer }).arriving, "threw", morning + minute);
    store.park(aTurn({ in: "lan" }).arriving, "was taken long ago", morning + minute);

    current.restart();
    expect(current.store.parked()).toEqual([
      {
        account: inside,
        key: "lan/1/0",
        conversation: hoa,
        why: "threw twice",
        at: morning + minute,
      },
      { account: web, key: "odd", conversation: lan, why: "threw twice", at: morning + minute },
      { account: web, key: "t", conversation: lan, why: "threw", at: morning + minute },
    ]);
    expect(current.store.pending(10)).toEqual([]);
    expect(current.store.nextTimerAt()).toBeUndefined();
    expect(
      current.store.commit([{ ...aTurn({ in: "lan", revision: 2 }), arriving: fresh }], morning),
    ).toEqual([{ kind: "seen-before" }]);
    expect(threadOf(current.store, "lan")).toEqual(["xin chào"]);
  });

  test("the thread holds what people did and what was said, each once, in order", () => {
    settle(current.store, { web: ["lan"] });
    const written: Inbound[] = [
      { kind: "arrived" },
      words("làm giấy khai sinh"),
      { kind: "press", turn: 2, choice: "done" },
      { kind: "photo", media: "m" as never, caption: "", masked: [] },
      { kind: "voice", media: "m" as never },
      { kind: "unreadable", what: "sticker" },
      { kind: "command", command: "help" },
      { kind: "case-say", case: aCase("k1").id, by: helper, text: "Cô đây", masked: [] },
      {
        kind: "case-send",
        case: aCase("k1").id,
        by: helper,
        media: "m" as never,
        form: "photo",
        caption: "",
      },
    ];
    const unwritten: Inbound[] = [
      { kind: "timer", name: "silence" },
      { kind: "case-claim", case: aCase("k1").id, by: helper },
      { kind: "gone", case: aCase("k1").id, why: "taken", name: "bà" },
      { kind: "joined", outcome: "joined", helper },
    ];

    const all = [...written, ...unwritten];
    for (const [i, inbound] of all.entries()) {
      const [outcome] = current.store.commit(
        [
          aTurn({
            in: "lan",
            revision: i + 1,
            inbound,
            at: morning + i,
            effects: [say(`dạ ${i}`)],
          }),
        ],
        morning + i,
      );
      expect(outcome?.kind).toBe("committed");
      current.restart();
    }

    const lines = current.store.lines(lan, 0, 100);
    expect(lines.map((line) => line.seq)).toEqual(lines.map((_, i) => i + 1));
    expect(lines).toHaveLength(2 * written.length + unwritten.length);
    expect(lines.flatMap(({ what }) => (what.is === "inbound" ? [what.inbound] : []))).toEqual(
      written,
    );
    expect(lines[2]).toEqual({
      seq: 3,
      at: morning + 1,
      turn: 2,
      what: { is: "inbound", inbound: words("làm giấy khai sinh"), key: "lan:2" },
    });
    expect(current.store.lines(lan, 4, 3).map((line) => line.seq)).toEqual([5, 6, 7]);
    expect(current.store.lastLines(lan, 2)).toEqual(lines.slice(-2));
    expect(current.store.lines(conversationId("nobody"), 0, 10)).toEqual([]);
  });

  test("every kind of inbound is stored and read back as it was", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    const kinds = inboundSchema.options.map((option) => option.shape.kind.value);
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(20);
    const note: Inbound = {
      kind: "case-hand-back",
      case: aCase("k1").id,
      by: helper,
      result: { outcome: "meet", at: morning, place: "nhà văn hoá" },
    };

    store.commit([aTurn({ in: "lan", effects: [{ do: "note", to: hoa, note }] })], morning);

    expect(store.pending(1)[0]?.inbound).toEqual(note);
  });

  test("a case belongs to one conversation", () => {
    const { store } = current;
    settle(store, { web: ["lan", "minh"] });

    const outcomes = store.commit(
      [
        aTurn({ in: "lan", effects: [openCase("k1")] }),
        aTurn({ in: "minh", effects: [openCase("k1", { state: "closed" })] }),
      ],
      morning,
    );

    expect(outcomes.map((o) => o.kind)).toEqual(["committed", "refused"]);
    expect(store.case(aCase("k1").id)).toMatchObject({ conversation: lan, state: "waiting" });
  });
}
