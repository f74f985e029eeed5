/** Work done in a thread of its own: what is asked comes back, and nobody waits for a thread that is gone. */
import { afterEach, expect, test } from "vitest";
import { apart } from "../../src/bot/apart.ts";
import type { SlowWork } from "../support/slow-thread.ts";

const file = new URL("../support/slow-thread.ts", import.meta.url);
const work = apart<SlowWork>({ file, called: "the slow thread", idleFor: 60_000 });
afterEach(() => work.close());

test("each gets the answer to what it asked, whichever is done first", async () => {
  const late = work.ask("later", { after: 200, says: "one" });
  const soon = work.ask("later", { after: 0, says: "two" });

  expect(await Promise.all([late, soon])).toEqual(["one", "two"]);
});

test("what fails there fails here, and the thread goes on", async () => {
  await expect(work.ask("fail", "no such picture")).rejects.toThrow("no such picture");

  expect(await work.ask("later", { after: 0, says: "still here" })).toBe("still here");
});

test("a thread that dies fails what was underway, and the next wish begins another", async () => {
  const waiting = work.ask("later", { after: 60_000, says: "never" });
  const dying = work.ask("die", undefined);

  await expect(waiting).rejects.toThrow("the slow thread ended");
  await expect(dying).rejects.toThrow("the slow thread ended");
  expect(await work.ask("later", { after: 0, says: "again" })).toBe("again");
});

test("closing fails what was underway", async () => {
  const waiting = work.ask("later", { after: 60_000, says: "never" });
  const refused = expect(waiting).rejects.toThrow("the slow thread was closed");

  await work.close();

  await refused;
});
