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

/** Lets time pass until this is over: whoever ends may still sleep. While `busy`, something is on its way that needs no time. */
export async function passesUntil(
  clock: PassingClock,
  ending: Promise<unknown>,
  busy: () => boolean,
): Promise<void> {
  let over = false;
  const ended = ending.then(() => {
    over = true;
  });
  await vi.waitFor(() => {
    if (over) return;
    if (!busy()) clock.advance(500);
    throw new Error("it does not end");
  }, soon);
  await ended;
}

/** Resolves once nothing is on its way any more, nor anything that followed from it at once. */
export async function calm(emulator: { readonly busy: boolean }): Promise<void> {
  for (let still = 0; still < 3; still += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (emulator.busy) still = -1;
  }
}
