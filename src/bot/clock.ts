/** Where time comes from. Injected, so that limits, outages and days pass in tests without waiting. */
import type { Instant } from "../flows/index.ts";

export interface Clock {
  now(): Instant;
  /** Resolves after so many milliseconds, or at once when the signal ends it. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener("abort", end, { once: true });
    }),
};
