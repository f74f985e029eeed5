/** A clock that a test moves, for those who sleep and for emulators alike. */

import { vi } from "vitest";
import type { Clock } from "../../src/bot/clock.ts";
import { soon } from "./patience.ts";
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

/** Lets time pass until this is over: whoever ends may still sleep. */
export async function passesUntil(clock: PassingClock, ending: Promise<unknown>): Promise<void> {
  let over = false;
  const ended = ending.then(() => {
    over = true;
  });
  await vi.waitFor(() => {
    if (over) return;
    clock.advance(500);
    throw new Error("it does not end");
  }, soon);
  await ended;
}
