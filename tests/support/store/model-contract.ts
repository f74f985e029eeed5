/**
 * Any sequence of commits, retries, timers, notes, erasures and restarts, held against a store small enough to
 * be believed: a few maps.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FinishedTurn, Outcome } from "../../../src/bot/store/turns.ts";
import type { Effect, Inbound } from "../../../src/flows/index.ts";
import {
  aTurn,
  conversationId,
  inside,
  morning,
  say,
  settle,
  threadOf,
  web,
  words,
} from "./builders.ts";
import type { StoreUnderTest } from "./contract.ts";

const names = ["a", "b", "c"];
const nobody = "nobody";

interface Remembered {
  revision: number;
  seq: number;
  thread: { seq: number; says: string }[];
  timers: Map<string, { scope: string; at: number }>;
}

/** What a store is supposed to know, in maps. */
class Model {
  readonly conversations = new Map(
    names.map((name): [string, Remembered] => [
      name,
      { revision: 0, seq: 0, thread: [], timers: new Map() },
    ]),
  );
  /** `account key` of everything that came. */
  readonly taken = new Set<string>();
  pending: { key: string; to: string; says: string }[] = [];

  commit(turn: FinishedTurn): Outcome["kind"] {
    const { account, key, conversation, inbound, at } = turn.arriving;
    const name = `${account} ${key}`;
    const found = this.conversations.get(conversation);
    if (this.taken.has(name)) {
      if (inbound.kind === "timer") this.meet(found, inbound.name, at);
      return "seen-before";
    }
    if (found === undefined) return "refused";
    if (found.revision !== turn.revision - 1) return "someone-went-first";
    if (turn.effects.some((e) => e.do === "note" && e.to === nobody)) return "refused";

    this.taken.add(name);
    this.pending = this.pending.filter((note) => account !== inside || note.key !== key);
    const erases = turn.effects.some((effect) => effect.do === "erase");
    if (erases) this.erase(conversation);
    found.revision += 1;
    if (inbound.kind === "words" && !erases) {
      found.seq += 1;
      found.thread.push({ seq: found.seq, says: inbound.text });
    }
    if (inbound.kind === "timer") this.meet(found, inbound.name, at);
    for (const [position, effect] of turn.effects.entries()) {
      if (effect.do === "say") {
        found.seq += 1;
        found.thread.push({ seq: found.seq, says: `bot: ${effect.reply.text}` });
      }
      if (effect.do === "timer")
        found.timers.set(effect.name, { scope: effect.scope, at: effect.at });
      if (effect.do === "end-timer") found.timers.delete(effect.name);
      if (effect.do === "end-scope") this.dropTimers(found, effect.scope);
      if (effect.do === "note" && effect.note.kind === "words") {
        const key = `${conversation}/${turn.revision}/${position}`;
        this.pending.push({ key, to: effect.to, says: effect.note.text });
      }
    }
    return "committed";
  }

  erase(conversation: string): void {
    const found = this.conversations.get(conversation)!;
    found.thread = [];
    found.timers.clear();
    for (const note of this.pending.filter(({ to }) => to === conversation)) {
      this.taken.add(`${inside} ${note.key}`);
    }
    this.pending = this.pending.filter(({ to }) => to !== conversation);
  }

  private meet(found: Remembered | undefined, name: string, at: number): void {
    if ((found?.timers.get(name)?.at ?? Number.POSITIVE_INFINITY) <= at) found?.timers.delete(name);
  }

  private dropTimers(found: Remembered, scope: string): void {
    for (const [name, timer] of found.timers) if (timer.scope === scope) found.timers.delete(name);
  }
}

const scope = fc.constantFrom("turn" as const, "conversation" as const);
const timerName = fc.constantFrom("silence", "due");
const soon = fc.integer({ min: 0, max: 9 }).map((later) => morning + later);
const name = fc.constantFrom(...names);
const text = fc.constantFrom("xong", "chưa", 'đ\'ồng "ý"');

const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 4, arbitrary: text.map((t) => say(t)) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("timer" as const), name: timerName, scope, at: soon }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end-timer" as const), name: timerName }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end-scope" as const), scope }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("note" as const),
      to: fc
        .oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: fc.constant(nobody) })
        .map(conversationId),
      note: text.map(words),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Effect>({ do: "erase" }) },
);

const inbound: fc.Arbitrary<Inbound> = fc.oneof(
  { weight: 4, arbitrary: text.map(words) },
  { weight: 1, arbitrary: timerName.map((n): Inbound => ({ kind: "timer", name: n })) },
);

/** `ahead`: how far its revision is from the right one; mostly not at all. */
const drawnTurn = fc.record({
  in: name,
  key: fc.integer({ min: 0, max: 12 }).map(String),
  ahead: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
  ),
  inbound,
  at: soon,
  effects: fc.array(effect, { maxLength: 4 }),
});

const operation = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constant("commit" as const),
      turns: fc.array(drawnTurn, { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant("meet a note" as const),
      effects: fc.array(effect, { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("erase" as const), in: name }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("restart" as const) }) },
);

export function modelContract(openEmpty: () => StoreUnderTest): void {
  test("leaves exactly what a few maps would hold", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 14 }), (operations) => {
        let opened = openEmpty();
        const model = new Model();
        settle(opened.store, { web: names });
        try {
          for (const each of operations) {
            if (each.op === "restart") opened = opened.restart();
            if (each.op === "erase") {
              opened.store.erase(conversationId(each.in));
              model.erase(each.in);
              model.conversations.get(each.in)!.revision += 1;
            }
            if (each.op === "commit") {
              const ahead = new Map<string, number>();
              const turns = each.turns.map(({ ahead: wrong, ...turn }) => {
                const before = ahead.get(turn.in) ?? 0;
                ahead.set(turn.in, before + 1);
                const revision = model.conversations.get(turn.in)!.revision + 1 + before + wrong;
                return aTurn({ ...turn, revision });
              });
              const outcomes = opened.store.commit(turns, morning).map(({ kind }) => kind);
              expect(outcomes).toEqual(turns.map((turn) => model.commit(turn)));
              for (const outcome of outcomes) reached.add(outcome);
            }
            if (each.op === "meet a note") {
              const [note] = opened.store.pending(1);
              expect(note?.key).toBe(model.pending[0]?.key);
              if (note === undefined) continue;
              const revision = model.conversations.get(note.conversation)!.revision + 1;
              const turn = {
                ...aTurn({ in: note.conversation, revision, effects: each.effects }),
                arriving: note,
              };
              const [outcome] = opened.store.commit([turn], morning);
              expect(outcome?.kind).toBe(model.commit(turn));
              reached.add(`note ${outcome?.kind}`);
            }
          }
          compare(opened, model);
        } finally {
          opened.end();
        }
      }),
      { numRuns: 120 },
    );
    // Or the sequences were not as wild as they should be.
    expect([...reached]).toEqual(
      expect.arrayContaining([
        "committed",
        "seen-before",
        "someone-went-first",
        "refused",
        "note committed",
      ]),
    );
  });
}

function compare({ store }: StoreUnderTest, model: Model): void {
  const timers = new Map<string, number>();
  for (const [id, expected] of model.conversations) {
    expect(store.conversation(conversationId(id))?.revision).toBe(expected.revision);
    expect(threadOf(store, id)).toEqual(expected.thread.map(({ says }) => says));
    expect(store.lines(conversationId(id), 0, 1000).map(({ seq }) => seq)).toEqual(
      expected.thread.map(({ seq }) => seq),
    );
    for (const [timer, { at }] of expected.timers) timers.set(`${id} ${timer}`, at);
  }
  const stored = store.dueTimers(Number.MAX_SAFE_INTEGER, 1000);
  expect(new Map(stored.map((timer) => [`${timer.conversation} ${timer.name}`, timer.at]))).toEqual(
    timers,
  );
  expect(store.pending(1000).map(({ key, conversation }) => [key, conversation])).toEqual(
    model.pending.map(({ key, to }) => [key, to]),
  );
  for (let key = 0; key <= 12; key++) {
    expect(store.seen(web, String(key)) !== undefined).toBe(model.taken.has(`${web} ${key}`));
  }
}
