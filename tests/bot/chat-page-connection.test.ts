import { describe, expect, test } from "vitest";
import {
  begin,
  type Connection,
  follow,
  type Happening,
  pollEvery,
} from "../../src/bot/web/chat/connection.ts";
import { troubleIn } from "../../src/bot/web/chat/server.ts";

const having = (...happenings: readonly (readonly [Happening, number])[]): Connection =>
  happenings.reduce((now, [happening, at]) => follow(now, happening, at), begin(0));

describe("news come", () => {
  test("by stream, with a seldom look whether it tells everything", () => {
    const connection = having(["opened", 300]);
    expect(connection).toMatchObject({ by: "stream", open: true });
    expect(pollEvery(connection, false, 0)).toBe(60_000);
  });

  test("by polling when the stream has not opened in six seconds", () => {
    expect(having(["tick", 5_900]).by).toBe("stream");
    expect(having(["tick", 6_000]).by).toBe("polling");
  });

  test("by polling after three failures", () => {
    expect(having(["failed", 1], ["failed", 2]).by).toBe("stream");
    expect(having(["failed", 1], ["failed", 2], ["failed", 3]).by).toBe("polling");
  });

  test("by polling too when the stream opens and breaks, opens and breaks", () => {
    const flapping = having(
      ["opened", 1],
      ["failed", 2],
      ["opened", 3],
      ["failed", 4],
      ["opened", 5],
      ["failed", 6],
    );
    expect(flapping.by).toBe("polling");
  });

  test("by stream still, when it breaks now and then but tells something in between", () => {
    const busy = having(
      ["failed", 1],
      ["failed", 2],
      ["opened", 3],
      ["delivered", 4],
      ["failed", 5],
      ["failed", 6],
    );
    expect(busy.by).toBe("stream");
  });

  test("by polling when the stream kept something back", () => {
    expect(having(["opened", 1], ["missed", 2]).by).toBe("polling");
  });

  test("by stream again after a minute, and later each time it fails again", () => {
    let connection = having(["tick", 6_000]);
    expect(follow(connection, "tick", 65_999).by).toBe("polling");
    connection = follow(connection, "tick", 66_000);
    expect(connection.by).toBe("stream");

    connection = follow(connection, "failed", 66_100); // one failure is enough now
    expect(connection.by).toBe("polling");
    expect(follow(connection, "tick", 66_100 + 119_999).by).toBe("polling");
    expect(follow(connection, "tick", 66_100 + 120_000).by).toBe("stream");
  });
});

test("polls come every three seconds, more slowly when hidden or when nobody answers", () => {
  const polling = having(["tick", 6_000]);
  expect(pollEvery(polling, false, 0)).toBe(3_000);
  expect(pollEvery(polling, true, 0)).toBe(10_000);
  expect(pollEvery(polling, false, 1)).toBe(6_000);
  expect(pollEvery(polling, false, 9)).toBe(10_000);
});

describe("an answer that is no success", () => {
  test.each([
    [409, { kind: "no-conversation" }],
    [500, { kind: "lost" }],
    [503, { kind: "lost" }],
    [302, { kind: "lost" }],
    [408, { kind: "busy", wait: 5_000 }],
    [413, { kind: "refused", status: 413, says: "Nặng quá" }],
    [404, { kind: "refused", status: 404, says: "Nặng quá" }],
  ] as const)("%i", (status, trouble) => {
    expect(troubleIn(status, { error: "x", says: "Nặng quá" }, null)).toEqual(trouble);
  });

  test("says how long to wait", () => {
    expect(troubleIn(429, undefined, "7")).toEqual({ kind: "busy", wait: 7_000 });
    expect(troubleIn(429, undefined, "tomorrow")).toEqual({ kind: "busy", wait: 5_000 });
  });

  test("is refused without words when it is not ours", () => {
    expect(troubleIn(403, "<html>", null)).toEqual({ kind: "refused", status: 403 });
  });
});
