import { newestSeq } from "./entries.ts";
import * as server from "./server.ts";
import type { Showing } from "./shown.ts";

/** Tells the server what has come to this page, and what its reader has before their eyes. */
export interface Confirming {
  /** The newest entry that was really seen. */
  seen(): number;
  saw(seq: number): void;
  /** Something has come: a person who helps reads how far; of the machine's lines nobody asks. */
  arrived(): void;
  /** Another conversation is shown. */
  beginAnew(): void;
}

export function confirming(showing: Showing, onGone: () => void): Confirming {
  let seen = 0;
  let confirmed = { seq: 0, reached: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const reachedNow = (): number => newestSeq(showing.now().entries);
  const hasArrived = (): boolean =>
    showing.now().state.withPerson !== undefined && reachedNow() > confirmed.reached;

  function soon(wait: number): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      void confirm().finally(() => {
        timer = undefined;
        if (seen > confirmed.seq || hasArrived()) soon(10_000);
      });
    }, wait);
  }

  async function confirm(): Promise<void> {
    const now = { seq: seen, reached: reachedNow() };
    if (now.seq <= confirmed.seq && now.reached <= confirmed.reached) return;
    const answer = await server.confirmSeen(now);
    // One that the server refuses would be refused again; the next entry brings the next confirmation.
    if (answer.ok || answer.trouble.kind === "refused") confirmed = now;
    else if (answer.trouble.kind === "no-conversation") onGone();
  }

  return {
    seen: () => seen,
    saw(seq) {
      if (seq <= seen) return;
      seen = seq;
      soon(1_000);
    },
    arrived() {
      if (hasArrived()) soon(1_000);
    },
    beginAnew() {
      seen = 0;
      confirmed = { seq: 0, reached: 0 };
    },
  };
}
