/** How much of a month's plans is left, and who hears in the log that one runs low. */
import { type AccountId, type MonthlyPlan, monthStage } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../log.ts";
import type { MessageCount } from "../../store/channels.ts";
import { monthOf, usedOf } from "../../store/monthly-plans.ts";
import type { Store } from "../../store/store.ts";

export interface Allowance {
  /** One more of these. */
  count(way: keyof MessageCount): void;
  /** Never below zero; endless where no plan says otherwise. */
  left(of: MonthlyPlan["of"]): number;
  /** So few are left that they are kept for answers. */
  low(of: MonthlyPlan["of"]): boolean;
}

export function allowance(options: {
  readonly account: AccountId;
  readonly plans: readonly MonthlyPlan[];
  readonly store: Pick<Store, "countMessage" | "messagesIn">;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}): Allowance {
  const { account, plans, store, clock, log } = options;
  const month = (): string => monthOf(clock.now());

  function hear(plan: MonthlyPlan, before: MessageCount, count: MessageCount): void {
    const { of, monthly } = plan;
    const used = usedOf(plan, count);
    const stage = monthStage({ used, monthly });
    // Each counts one, so each stage is entered exactly once a month.
    if (stage === monthStage({ used: usedOf(plan, before), monthly })) return;
    if (stage === "low") log.warn({ of, used, monthly }, "four fifths of this month are used");
    if (stage === "used-up") log.error({ of, monthly }, "this month is used up");
  }

  const planOf = (of: MonthlyPlan["of"]) => plans.find((plan) => plan.of === of);
  const used = (plan: MonthlyPlan): number => usedOf(plan, store.messagesIn(account, month()));
  return {
    count(way) {
      const count = store.countMessage(account, month(), way);
      const before = { ...count, [way]: count[way] - 1 };
      for (const plan of plans) hear(plan, before, count);
    },
    left(of) {
      const plan = planOf(of);
      return plan === undefined ? Number.POSITIVE_INFINITY : Math.max(0, plan.monthly - used(plan));
    },
    low(of) {
      const plan = planOf(of);
      return (
        plan !== undefined && monthStage({ used: used(plan), monthly: plan.monthly }) !== "enough"
      );
    },
  };
}
