import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftLives, emptyDraft, isStale, readDraft } from "../../src/bot/web/desk/drafts.ts";
import { codeIn, entranceOf, fragmentOfCase } from "../../src/bot/web/desk/entrance.ts";
import {
  answered,
  keptForm,
  nextToSend,
  type Outgoing,
  pauseAfter,
  readOutgoing,
  takenIn,
  without,
} from "../../src/bot/web/desk/outbox.ts";
import { linesOf, newestIn } from "../../src/bot/web/desk/thread-lines.ts";
import type { DeskEntry } from "../../src/bot/web/wire/cases.ts";

const written = (key: string, more: Partial<Outgoing> = {}): Outgoing => ({
  key,
  case: "1",
  kind: "say",
  text: `chào ${key}`,
  at: 1,
  after: 0,
  state: { is: "waiting" },
  ...more,
});

const anEntry = (seq: number, more: Partial<DeskEntry> = {}): DeskEntry => ({
  seq,
  at: Date.parse("2026-11-22T03:00:00Z"),
  from: { who: "resident" },
  text: `tin ${seq}`,
  ...more,
});

const keysOf = (outbox: readonly Outgoing[]) => outbox.map(({ key }) => key);

describe("the outbox", () => {
  test("a case's messages leave one after the other, cases beside each other", () => {
    const outbox = [written("a"), written("b"), written("c", { case: "2" })];

    expect(keysOf(nextToSend(outbox, new Set()))).toEqual(["a", "c"]);
    expect(keysOf(nextToSend(outbox, new Set(["1"])))).toEqual(["c"]);
  });

  test("a stopped message keeps its words and lets the next one pass", () => {
    const outbox = [written("a"), written("b")];

    const after = answered(outbox, "a", { ok: false, reason: "stopped", says: "hỏi mã" });

    expect(after[0]).toEqual(written("a", { state: { is: "refused", says: "hỏi mã" } }));
    expect(keysOf(nextToSend(after, new Set()))).toEqual(["b"]);
  });

  test("a message goes out of the outbox only by a reading that began after it was taken", () => {
    const before = takenIn([written("a")], "1");
    const outbox = answered([written("a")], "a", { ok: true });

    expect(without(outbox, before)).toEqual(outbox);
    expect(without(outbox, takenIn(outbox, "1"))).toEqual([]);
  });

  test("what is kept on the phone comes back with the same key", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.boolean(), (text, key, note) => {
        const outgoing = written(key, { text, kind: note ? "note" : "say" });

        expect(readOutgoing(keptForm(outgoing) ?? null)).toEqual(outgoing);
      }),
    );
  });

  test("a refusal survives a reload, a taken message and a photo are not kept", () => {
    const refused = written("a", { state: { is: "refused", says: "không được" } });

    expect(readOutgoing(keptForm(refused) ?? null)).toEqual(refused);
    expect(keptForm(written("a", { state: { is: "taken" } }))).toBeUndefined();
    expect(keptForm(written("a", { kind: "photo" }))).toBeUndefined();
  });

  test("what is no message is not read as one", () => {
    fc.assert(fc.property(fc.string(), (kept) => readOutgoing(kept) === undefined));
    for (const kept of [
      null,
      "",
      "null",
      "[]",
      '"a"',
      '{"key":1}',
      '{"key":"a","case":"1","text":"","kind":"photo"}',
    ]) {
      expect(readOutgoing(kept)).toBeUndefined();
    }
  });

  test("pauses grow and stop growing", () => {
    expect([1, 2, 3, 4, 5, 50].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});

describe("drafts", () => {
  test("a draft is read back, and damage reads as nothing written", () => {
    const draft = { text: "Cháu chào bà", internal: true, at: 5 };

    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    for (const kept of [null, "", "{", "7", '{"text":9}']) {
      expect(readDraft(kept)).toEqual(emptyDraft);
    }
  });

  test("a forgotten draft is cleared after a week", () => {
    const draft = { text: "x", internal: false, at: 100 };

    expect(isStale(draft, 100 + draftLives)).toBe(false);
    expect(isStale(draft, 101 + draftLives)).toBe(true);
  });
});

describe("the thread", () => {
  test("each entry stands once, in order, with a line where a day begins", () => {
    const lines = linesOf(
      [
        anEntry(7, { at: Date.parse("2026-11-22T17:00:00Z") }), // midnight in Vietnam
        anEntry(2),
        anEntry(2, { text: "mới hơn" }),
      ],
      [],
    );

    expect(lines.map((line) => (line.is === "entry" ? line.entry.text : line.is))).toEqual([
      "day",
      "mới hơn",
      "day",
      "tin 7",
    ]);
  });

  test("what is on its way stands last, unless it has arrived or was stopped", () => {
    const lines = linesOf(
      [anEntry(1, { key: "arrived" })],
      [
        written("arrived", { state: { is: "taken" } }),
        written("stopped", { state: { is: "refused", says: "không" } }),
        written("going"),
      ],
    );

    expect(lines.map(({ id }) => id)).toEqual(["day 2026-11-22 1", "entry 1", "going going"]);
  });

  test("news of a message may overtake its answer, and it still stands there once", () => {
    const from = { who: "propagandist", name: "Hoa", role: "Trưởng thôn" } as const;
    const going = [written("a", { text: "dạ", after: 4 }), written("b", { text: "dạ", after: 4 })];
    const shown = (entry: Partial<DeskEntry>) =>
      linesOf([anEntry(5, { from, text: "dạ", ...entry })], going).filter(
        ({ is }) => is === "going",
      );

    expect(shown({})).toHaveLength(1); // the second "dạ" has not arrived
    expect(shown({ internal: true })).toHaveLength(2);
    expect(shown({ seq: 4 })).toHaveLength(2); // an older "dạ"
    expect(shown({ key: "b" }).map(({ id }) => id)).toEqual(["going a"]);
  });

  test("the newest sequence counts, wherever it stands", () => {
    expect(newestIn([anEntry(9), anEntry(3)])).toBe(9);
    expect(newestIn([])).toBe(0);
  });
});

describe("the address", () => {
  test("a link says who comes in and by what", () => {
    expect(entranceOf("#in=abc")).toEqual({ to: "sign-in", by: "link", code: "abc" });
    expect(entranceOf("#join=MAI-2741")).toEqual({
      to: "sign-in",
      by: "invitation",
      code: "MAI-2741",
    });
    expect(entranceOf("")).toEqual({ to: "lists" });
    expect(entranceOf("#in=")).toEqual({ to: "lists" });
  });

  test("every case has an address that leads back to it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (id) => {
        expect(entranceOf(fragmentOfCase(id))).toEqual({ to: "case", id });
      }),
    );
  });

  test("a pasted link gives its code, typed words give themselves", () => {
    expect(codeIn("  MAI-2741 ")).toBe("MAI-2741");
    expect(codeIn("https://cau-noi.example/desk#join=MAI-2741")).toBe("MAI-2741");
    expect(codeIn("")).toBe("");
  });
});
