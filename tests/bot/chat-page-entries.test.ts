import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { begun, currentEntry, merged, pressable } from "../../src/bot/web/chat/entries.ts";
import type { ChatState } from "../../src/bot/web/wire/chat.ts";
import type { Entry } from "../../src/bot/web/wire/entry.ts";

const entry = (seq: number, rest: Partial<Entry> = {}): Entry => ({
  seq,
  at: 1000 * seq,
  from: { who: "machine" },
  text: `tin ${seq}`,
  ...rest,
});
const question = (seq: number) =>
  entry(seq, { turn: `t${seq}`, choices: [{ id: "yes", says: "Có" }] });
const state = (rest: Partial<ChatState> = {}): ChatState => ({
  waitingForPerson: false,
  language: "vi",
  ...rest,
});
const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);

describe("news among what is known", () => {
  test("stands in order and once, however it arrives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), { maxLength: 12 }),
        (batches) => {
          let known: readonly Entry[] = [];
          const fresh: number[] = [];
          for (const batch of batches) {
            const next = merged(
              known,
              batch.map((seq) => entry(seq)),
            );
            known = next.entries;
            fresh.push(...seqs(next.fresh));
          }

          const all = [...new Set(batches.flat())].sort((a, b) => a - b);
          expect(seqs(known)).toEqual(all);
          expect(fresh.sort((a, b) => a - b)).toEqual(all);
        },
      ),
    );
  });

  test("takes back what a person said in a turn, and nothing the machine said in it", () => {
    const dung = { who: "propagandist", name: "Dung", role: "trưởng thôn" } as const;
    const known = merged(
      [],
      [entry(1, { turn: "7" }), entry(2, { turn: "7", from: dung }), entry(3, { from: dung })],
    ).entries;

    const { entries } = merged(known, [entry(4, { recalls: "7" })]);

    expect(seqs(entries)).toEqual([1, 3, 4]);
  });

  test("replaces an entry by its later telling, which is not fresh", () => {
    const known = merged([], [entry(1), entry(2)]).entries;

    const { entries, fresh } = merged(known, [entry(2, { text: "sửa lại" })]);

    expect(entries.map(({ text }) => text)).toEqual(["tin 1", "sửa lại"]);
    expect(fresh).toEqual([]);
  });

  test("leaves the list alone when nothing came", () => {
    const known = [entry(1)];
    expect(merged(known, []).entries).toBe(known);
  });
});

describe("the question that can be pressed", () => {
  test("is the newest with choices, also below an aside", () => {
    const entries = [question(1), question(3), entry(4)];
    expect(pressable(entries, state({ current: 3 }))?.seq).toBe(3);
  });

  test("is none when a newer question asks for words", () => {
    expect(pressable([question(1), entry(2)], state({ current: 2 }))).toBeUndefined();
  });

  test("is the one that arrived before the state that names it", () => {
    const entries = [question(1), question(2)];
    expect(pressable(entries, state({ current: 1 }))?.seq).toBe(2);
    expect(currentEntry(entries, state({ current: 1 }))?.seq).toBe(2);
  });

  test("a question for words is current without being pressable", () => {
    expect(currentEntry([question(1), entry(2)], state({ current: 2 }))?.seq).toBe(2);
  });
});

test("a conversation has begun once the resident wrote", () => {
  expect(begun([question(1)])).toBe(false);
  expect(begun([question(1), entry(2, { from: { who: "resident" } })])).toBe(true);
});
