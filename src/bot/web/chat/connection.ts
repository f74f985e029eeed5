/**
 * How news reaches the page: a stream where it can live, polling where it cannot.
 *
 * Decides only; `news.ts` acts. Some proxies answer the stream and then hold everything back, so a
 * stream is also doubted when a poll brings what it should have brought.
 */

export type Connection =
  | {
      readonly by: "stream";
      readonly open: boolean;
      /** When it was asked for, or when it opened. */
      readonly since: number;
      readonly failures: number;
      readonly retreats: number;
    }
  | { readonly by: "polling"; readonly since: number; readonly retreats: number };

export type Happening = "opened" | "delivered" | "failed" | "missed" | "returned" | "tick";

const failuresBeforePolling = 3;
const patience = 6_000;
const provenAfter = 30_000;
const longestRetreat = 600_000;

export function begin(now: number): Connection {
  return { by: "stream", open: false, since: now, failures: 0, retreats: 0 };
}

export function follow(connection: Connection, happening: Happening, now: number): Connection {
  if (connection.by === "polling") {
    const rest = Math.min(longestRetreat, 60_000 * 2 ** (connection.retreats - 1));
    if (happening !== "tick" || now - connection.since < rest) return connection;
    // One more try; a single failure sends us back.
    const failures = failuresBeforePolling - 1;
    return { by: "stream", open: false, since: now, failures, retreats: connection.retreats };
  }
  switch (happening) {
    case "opened":
      return { ...connection, open: true, since: now };
    case "delivered":
      return connection.failures === 0 ? connection : { ...connection, failures: 0 };
    case "failed":
      return connection.failures + 1 >= failuresBeforePolling
        ? polling(connection, now)
        : { ...connection, open: false, since: now, failures: connection.failures + 1 };
    case "missed":
      return polling(connection, now);
    case "returned":
      return { ...connection, open: false, since: now, failures: 0 };
    case "tick":
      if (!connection.open && now - connection.since >= patience) return polling(connection, now);
      if (connection.open && now - connection.since >= provenAfter && connection.failures > 0) {
        return { ...connection, failures: 0, retreats: 0 };
      }
      return connection;
  }
}

const polling = (connection: Connection, now: number): Connection => ({
  by: "polling",
  since: now,
  retreats: connection.retreats + 1,
});

/** Milliseconds from one poll to the next. An open stream is looked after too, seldom. */
export function pollEvery(connection: Connection, hidden: boolean, failedPolls: number): number {
  if (connection.by === "stream" && connection.open) return hidden ? 300_000 : 60_000;
  return hidden ? 10_000 : Math.min(10_000, 3_000 * (1 + failedPolls));
}
