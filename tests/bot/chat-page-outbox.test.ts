import { expect, test } from "vitest";
import {
  again,
  echoed,
  failed,
  hurried,
  nextToSend,
  type Outbox,
  pressedTurn,
  refused,
  sending,
  taken,
  without,
  written,
} from "../../src/bot/web/chat/outbox.ts";

const texts = (...keys: string[]): Outbox =>
  keys.map((key, i) => written(key, { kind: "text", text: `tin ${key}` }, 7, i));
const sent = (outbox: Outbox, now: number) => {
  const next = nextToSend(outbox, now);
  return next.do === "send" ? next.unsent.key : next;
};

test("one is sent at a time, in the order written", () => {
  let outbox = texts("a", "b");
  expect(sent(outbox, 0)).toBe("a");

  outbox = sending(outbox, "a");
  expect(sent(outbox, 0)).toEqual({ do: "nothing" });

  outbox = taken(outbox, "a");
  expect(sent(outbox, 0)).toBe("b");
});

test("a failed one holds the others back and is sent again under its own key, ever more slowly", () => {
  let outbox = texts("a", "b");
  const waits: number[] = [];
  let now = 0;
  for (let tries = 0; tries < 8; tries++) {
    outbox = failed(sending(outbox, "a"), "a", now);
    const next = nextToSend(outbox, now);
    if (next.do !== "wait") throw new Error("it does not wait");
    waits.push(next.until - now);
    now = next.until;
    expect(sent(outbox, now)).toBe("a");
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

test("what the server asks for is waited", () => {
  const outbox = failed(sending(texts("a"), "a"), "a", 100, 42_000);
  expect(nextToSend(outbox, 100)).toEqual({ do: "wait", until: 42_100 });
});

test("a network that is back ends every wait", () => {
  const outbox = hurried(failed(sending(texts("a"), "a"), "a", 0));
  expect(sent(outbox, 0)).toBe("a");
});

test("a network that is back does not send twice what is on its way", () => {
  const outbox = hurried(sending(texts("a", "b"), "a"));
  expect(sent(outbox, 0)).toEqual({ do: "nothing" });
});

test("a refused one stays until the resident decides, and lets the others pass", () => {
  let outbox = refused(sending(texts("a", "b"), "a"), "a", "Xin viết lại.");
  expect(sent(outbox, 0)).toBe("b");
  expect(outbox[0]?.progress).toEqual({ state: "refused", says: "Xin viết lại." });

  expect(sent(again(outbox, "a"), 0)).toBe("a");

  outbox = without(outbox, "a");
  expect(outbox.map(({ key }) => key)).toEqual(["b"]);
});

test("an arrived entry ends what it came from, even where the confirmation was lost", () => {
  const outbox = failed(sending(texts("a", "b"), "a"), "a", 0);
  expect(echoed(outbox, new Set(["a"])).map(({ key }) => key)).toEqual(["b"]);
});

test("a turn counts as pressed until its press is refused", () => {
  const press = { kind: "press", turn: "t1", choice: "c", says: "Xong rồi" } as const;
  const outbox = [written("a", press, 1, 0)];

  expect(pressedTurn(outbox, "t1")?.key).toBe("a");
  expect(pressedTurn(outbox, "t2")).toBeUndefined();
  expect(pressedTurn(outbox, undefined)).toBeUndefined();
  expect(pressedTurn(refused(outbox, "a"), "t1")).toBeUndefined();
});
