/** The emulator's only source of time; milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
  /** Runs once after so many milliseconds; calling what it returns prevents that. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The clock on the wall. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A clock that moves only when a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, running on the way everything that falls due, in order. */
  advance(milliseconds: number): void;
}

/** A clock standing at the given instant. */
export function manualClock(start: number): ManualClock {
  let now = start;
  let due: ReadonlyArray<{ readonly at: number; readonly run: () => void }> = [];

  return {
    now: () => now,
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run };
      due = [...due, entry];
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}
