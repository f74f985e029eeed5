/** How many messages a month the plan allows, how many are used, and who hears of it in time. */
import { type AccountId, dayOf } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Log } from "../../../log.ts";
import type { MessageCount, Store } from "../../../store/store.ts";

/** What the owner of the bot has agreed with Zalo; the free plan, unless set otherwise. */
export interface Plan {
  readonly monthly: number;
  /** Whether what people write counts too. Nothing official says so; one running bot does. */
  readonly counts: "both" | "sent";
}

/** From here on people are told. */
const nearlyUsed = 0.8;

export interface Allowance {
  received(): void;
  sent(): void;
  /** Messages left this month; never below zero. */
  left(): number;
}

export function usedOf({ counts }: Plan, { inbound, outbound }: MessageCount): number {
  return counts === "both" ? inbound + outbound : outbound;
}

/** A calendar month in Vietnam, `2026-11`. */
export const monthOf = (now: number): string => dayOf(now).slice(0, 7);

export function allowance(options: {
  readonly account: AccountId;
  readonly plan: Plan;
  readonly store: Pick<Store, "countMessage" | "messagesIn">;
  readonly clock: Clock;
  readonly log: Log;
}): Allowance {
  const { account, plan, store, clock, log } = options;

  function count(way: "inbound" | "outbound"): void {
    const used = usedOf(plan, store.countMessage(account, monthOf(clock.now()), way));
    // Each message counts one, so each mark is met exactly once a month.
    const counted = plan.counts === "both" || way === "outbound";
    if (counted && used === Math.ceil(plan.monthly * nearlyUsed)) {
      log.warn({ used, monthly: plan.monthly }, "four fifths of this month's messages are used");
    }
    if (counted && used === plan.monthly) {
      log.error({ monthly: plan.monthly }, "this month's messages are used up: replies are parked");
    }
  }

  return {
    received: () => count("inbound"),
    sent: () => count("outbound"),
    left: () =>
      Math.max(0, plan.monthly - usedOf(plan, store.messagesIn(account, monthOf(clock.now())))),
  };
}
