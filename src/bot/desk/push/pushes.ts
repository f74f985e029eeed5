/**
 * Tells propagandists' telephones what turns have left for them (`pushes`), after the commit and until the push
 * service took it: what a crash interrupted is told after the next start, and may then be told twice.
 */
import type { Library } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import { backoff } from "../../conversations/deliver.ts";
import type { Log } from "../../log.ts";
import type { Push } from "../../store/pushes.ts";
import type { Store } from "../../store/store.ts";
import { closedFor } from "./envelope.ts";
import type { Looking } from "./looking.ts";
import type { Accepted, PushServices } from "./push-service.ts";
import type { SenderKeys } from "./sender-keys.ts";
import { worthTelling } from "./worth-telling.ts";

const atOnce = 8;
const lookEvery = 5000;
/** However long a push service asks us to wait. */
const longestWait = 60 * 60 * 1000;

export interface Pushes {
  /** Something may be to be told. */
  wake(): void;
  /** Looks again and again until stopped. */
  start(): void;
  /** Resolves when nothing is under way and nothing is due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function pushes(options: {
  readonly store: Store;
  library(): Library;
  readonly services: PushServices;
  readonly keys: SenderKeys;
  readonly looking: Looking;
  readonly clock: Clock;
  readonly log: Log;
}): Pushes {
  const { store, services, keys, clock, log } = options;
  /** One at a time to a browser: a later one must not overtake. */
  const underWay = new Map<number, Promise<void>>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  function look(): void {
    if (stopping.signal.aborted || underWay.size >= atOnce) return;
    for (const push of due()) {
      if (underWay.size >= atOnce) return;
      if (underWay.has(push.subscription)) continue;
      underWay.set(push.subscription, tellOrWait(push));
    }
  }

  async function tellOrWait(push: Push): Promise<void> {
    try {
      await tell(push);
      underWay.delete(push.subscription);
      look();
    } catch (error) {
      // The database refused: it stays due, and the next look, in a while, tries again.
      log.error({ err: error, case: push.case }, "a push could not be noted");
      underWay.delete(push.subscription);
    }
  }

  function due(): readonly Push[] {
    try {
      return store.duePushes(clock.now(), 4 * atOnce);
    } catch (error) {
      log.error({ err: error }, "pushes could not be read");
      return [];
    }
  }

  async function tell(push: Push): Promise<void> {
    const now = clock.now();
    const standing = options.looking.standing(push.session, push.at, now);
    if (standing.is === "looking") return store.pushAgain(push, standing.until);
    const telling = standing.is === "told" ? undefined : worth(push);
    if (telling === undefined) return store.pushDone(push);
    const { endpoint } = push.to;
    const answer = await services.send(
      {
        endpoint,
        headers: {
          ...telling.headers,
          "content-encoding": "aes128gcm",
          authorization: keys.authorization(endpoint, now),
        },
        body: closedFor(push.to, JSON.stringify(telling.told)),
      },
      now,
    );
    note(push, answer);
  }

  function worth(push: Push) {
    return worthTelling(store, options.library(), push, clock.now());
  }

  function note(push: Push, answer: Accepted): void {
    const now = clock.now();
    switch (answer.is) {
      case "accepted":
        store.pushDone(push);
        return;
      case "gone":
        log.info({ who: push.who }, "a browser is gone and is told nothing more");
        store.dropSubscription(push.subscription);
        return;
      case "again": {
        const asked = answer.after ?? now + backoff(push.attempts);
        store.pushAgain(push, Math.min(Math.max(asked, now + 1000), now + longestWait));
        return;
      }
      case "refused":
        log.warn({ who: push.who, status: answer.status }, "a push service refused");
        store.pushDone(push);
        return;
    }
  }

  async function keepLooking(): Promise<void> {
    while (!stopping.signal.aborted) {
      look();
      await clock.sleep(lookEvery, stopping.signal);
    }
  }

  return {
    wake: look,
    start() {
      running ??= keepLooking();
    },
    async settled() {
      look();
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    async stop() {
      stopping.abort();
      await services.close();
      await Promise.all(underWay.values());
      await running;
    },
  };
}
