/** A clock that a test moves, for those who sleep and for emulators alike. */
import type { Clock } from "../../src/bot/clock.ts";
import { type ManualClock, manualClock } from "./telegram/clock.ts";

export type PassingClock = ManualClock & Clock;

export function passing(start: number): PassingClock {
  const clock = manualClock(start);
  return {
    ...clock,
    sleep: (milliseconds, signal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted === true) return resolve();
        const cancel = clock.after(milliseconds, resolve);
        signal?.addEventListener("abort", () => {
          cancel();
          resolve();
        });
      }),
  };
}
