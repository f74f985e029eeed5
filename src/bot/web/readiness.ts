/** Whether the program can do its work now: something is published, and what people write can be kept. */
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { keptReadiness } from "../store/account-settings.ts";
import type { Store } from "../store/store.ts";

/** The disk is written to so often at most, however often somebody asks. */
const lookEvery = 30_000;
/** With less the database may take the next word and not the one after it. */
const leastRoom = 16 * 1024 * 1024;

export type NotReady = "nothing is published" | "the disk is full" | "nothing can be kept";

/** Why not; nothing where all is well. What changes stands in the log, once. */
export function readiness(options: {
  readonly store: Pick<Store, "publicationId" | "setSetting">;
  /** Bytes left where the database lies; undefined where nobody knows. */
  readonly room: () => number | undefined;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}): () => NotReady | undefined {
  const { store, clock, log } = options;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let keeps: NotReady | undefined;

  function keeping(): NotReady | undefined {
    const now = clock.now();
    if (now - lookedAt < lookEvery && now >= lookedAt) return keeps;
    lookedAt = now;
    const before = keeps;
    const { why, said } = looked(now);
    keeps = why;
    if (why !== before) {
      if (why === undefined) log.info("what people write can be kept again");
      else log.error({ why, said }, "not ready: what people write may not be kept");
    }
    return why;
  }

  /** `said`: the engine's own word for it. */
  function looked(now: number): { readonly why?: NotReady; readonly said?: string } {
    const room = options.room();
    if (room !== undefined && room < leastRoom) return { why: "the disk is full" };
    try {
      // All the way to the disk: a quota or a disk that only reads shows nowhere else.
      store.setSetting(keptReadiness, String(now));
      return {};
    } catch (error) {
      const said = error instanceof Error && "code" in error ? String(error.code) : "";
      return { why: said === "SQLITE_FULL" ? "the disk is full" : "nothing can be kept", said };
    }
  }

  return () => (store.publicationId() === undefined ? "nothing is published" : keeping());
}
