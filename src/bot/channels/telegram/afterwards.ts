/** What is done at most once and never waited for: answers to presses, old buttons, typing. */
import type { Log } from "../../log.ts";
import { underWay } from "../under-way.ts";
import { TelegramRefused, TelegramUnreached } from "./refusals.ts";

export interface Afterwards {
  /** Starts it; when it fails, the log says so and nobody else hears. */
  quietly(what: string, act: () => Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function afterwards(log: Log): Afterwards {
  const { follow, settled } = underWay();
  return {
    quietly: (what, act) => {
      const done = act().catch((error: unknown) => {
        const expected = error instanceof TelegramRefused || error instanceof TelegramUnreached;
        // Being late or repeated is how most of these end.
        if (expected) log.debug({ what, why: error.code }, "left undone");
        else log.error({ err: error, what }, "left undone by our own mistake");
      });
      void follow(done);
    },
    settled,
  };
}
