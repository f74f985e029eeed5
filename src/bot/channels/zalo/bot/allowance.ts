/** How many messages a month the plan allows, how many are used, and who hears of it in time. */
import { type AccountId, dayOf, monthStage } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Log } from "../../../log.ts";
import type { MessageCount } from "../../../store/channels.ts";
import type { Store } from "../../../store/store.ts";

/** What the owner of the bot has agreed with Zalo; the free plan, unless set otherwise. */
export interface Plan {
  readonly monthly: number;
  /** Whether what people write counts too. Nothing official says so; one running bot does. */
  readonly counts: "both" | "sent";
}

export interface Allowance {
  received(): void;
  sent(): void;
  /** Messages left this month; never below zero. */
  left(): number;
  /** So few are left that they are kept for answers. */
  low(): boolean;
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
    const { monthly } = plan;
    const stage = monthStage({ used, monthly });
    // Each message counts one, so each stage is entered exactly once a month.
    const counted = plan.counts === "both" || way === "outbound";
    if (!counted || stage === monthStage({ used: used - 1, monthly })) return;
    if (stage === "low")
      log.warn({ used, monthly }, "four fifths of this month's messages are used");
    if (stage === "used-up")
      log.error({ monthly }, "this month's messages are used up: replies are parked");
  }

  const used = (): number => usedOf(plan, store.messagesIn(account, monthOf(clock.now())));
  return {
    received: () => count("inbound"),
    sent: () => count("outbound"),
    left: () => Math.max(0, plan.monthly - used()),
    low: () => monthStage({ used: used(), monthly: plan.monthly }) !== "enough",
  };
}
