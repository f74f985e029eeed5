/**
 * Sends what turns left, in order per conversation, until the platform accepts it or it is parked where a
 * person sees it. A reply is marked sent only after the platform said so: a crash may repeat, per
 * conversation, the one reply that was under way.
 */
import type { AccountId, ConversationId, Instant } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { DeliveryResult, Outgoing, Store } from "../store/store.ts";
import type { SendContext, Sender } from "./ports.ts";

/** Sends under way at once, over all accounts of this process. */
const atOnce = 32;

export interface Deliveries {
  add(sender: Sender): void;
  /** Something may wait to be sent. */
  wake(): void;
  /** Replies of this account that wait or are under way, as far as this process has looked. */
  open(account: AccountId): number;
  /** Resolves when nothing is under way and nothing is due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function deliveries(options: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Deliveries {
  const { store, clock, log } = options;
  const senders = new Map<AccountId, Sender>();
  const underWay = new Map<ConversationId, Promise<void>>();
  const openOf = new Map<AccountId, number>();
  let stopped = false;

  function look(): void {
    if (stopped || senders.size === 0 || underWay.size >= atOnce) return;
    const due = store.outgoing([...senders.keys()], clock.now(), atOnce + underWay.size);
    for (const outgoing of due) {
      if (underWay.size >= atOnce) return;
      if (underWay.has(outgoing.conversation)) continue;
      const sender = senders.get(outgoing.account);
      if (sender === undefined) continue;
      count(outgoing.account, 1);
      const sent = send(sender, outgoing).finally(() => {
        underWay.delete(outgoing.conversation);
        count(outgoing.account, -1);
        look();
      });
      underWay.set(outgoing.conversation, sent);
    }
  }

  const count = (account: AccountId, change: number): void => {
    openOf.set(account, (openOf.get(account) ?? 0) + change);
  };

  async function send(sender: Sender, outgoing: Outgoing): Promise<void> {
    let result: DeliveryResult;
    try {
      result = await sender.send(outgoing, contextOf(outgoing));
    } catch (error) {
      // A sender promises not to throw: keep the reply, try again in a while, and say that it is broken.
      log.error({ err: error, account: outgoing.account }, "sender failed");
      result = { kind: "again", at: clock.now() + backoff(outgoing.attempts) };
    }
    if (result.kind === "parked")
      log.warn(
        { conversation: outgoing.conversation, turn: outgoing.turn, why: result.why },
        "reply parked",
      );
    store.delivered(outgoing, result, clock.now());
  }

  function contextOf(outgoing: Outgoing): SendContext {
    return {
      media: (id) => store.media(id),
      sentAbout: (id) => store.sentAbout(outgoing.conversation, id),
      oldButtons: () => store.oldButtons(outgoing.conversation, outgoing.turn),
    };
  }

  return {
    add(sender) {
      senders.set(sender.account, sender);
    },
    wake: look,
    open: (account) => openOf.get(account) ?? 0,
    async settled() {
      look();
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    async stop() {
      stopped = true;
      await Promise.all(underWay.values());
    },
  };
}

const second = 1000;

export function backoff(attempts: number): Instant {
  return Math.min(second * 2 ** attempts, 300 * second);
}
