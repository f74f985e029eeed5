/**
 * Whether Zalo's events still reach us. Nobody tells when a webhook was switched off: but an account hears its own
 * messages again, and a mac that fits nothing shows that a key was changed. Kept in the store, for the desk and for
 * commands.
 */
import { z } from "zod";
import type { Instant } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import { keptWatch } from "../../store/account-settings.ts";
import type { Store } from "../../store/store.ts";

/** Longer than Zalo's first repetitions of an event. */
const patience = 20 * 60_000;

/** An echo may be faster than the answer to the call it is of. */
const justNow = 60_000;

const watchSchema = z.object({
  /** What we say comes back as an event, on this account. */
  echoes: z.boolean().default(false),
  /** We have been speaking since then, and nothing came back. */
  silentSince: z.number().optional(),
  /** Events with a mac that fits nothing, and none that fits since. */
  macs: z.object({ since: z.number(), count: z.int() }).optional(),
});
type Watched = Readonly<z.infer<typeof watchSchema>>;

export interface Watch {
  /** An event came in that is Zalo's own; `ours`: of a message we sent. */
  heard(ours: boolean): void;
  sent(): void;
  macRefused(): void;
  /** Keeps what has changed. */
  look(): void;
}

export function watch(options: {
  readonly account: string;
  readonly store: Pick<Store, "setting" | "setSetting">;
  readonly clock: Clock;
}): Watch {
  const { store, clock } = options;
  const name = keptWatch(options.account);
  const before = store.setting(name);
  const known = watchSchema.safeParse(JSON.parse(before ?? "{}"));
  let { echoes, macs, silentSince } = known.success ? known.data : watchSchema.parse({});
  let kept = before;
  let unheardSince: Instant | undefined = silentSince;
  let heardAt = Number.NEGATIVE_INFINITY;

  return {
    heard(ours) {
      heardAt = clock.now();
      echoes ||= ours;
      unheardSince = undefined;
      macs = undefined;
    },
    sent() {
      if (clock.now() - heardAt > justNow) unheardSince ??= clock.now();
    },
    macRefused() {
      macs = { since: macs?.since ?? clock.now(), count: (macs?.count ?? 0) + 1 };
    },
    look() {
      const silent = echoes && unheardSince !== undefined && clock.now() - unheardSince >= patience;
      silentSince = silent ? unheardSince : undefined;
      const now = JSON.stringify({ echoes, silentSince, macs } satisfies Watched);
      if (now === kept) return;
      store.setSetting(name, now);
      kept = now;
    },
  };
}
