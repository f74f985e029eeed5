/** What a channel account may use in a calendar month; kept by the server for whoever asks beside it. */
import { z } from "zod";
import { dayOf, type Instant, type MonthlyPlan } from "../../flows/index.ts";
import type { MessageCount } from "./channels.ts";
import type { Store } from "./store.ts";

const planSchema: z.ZodType<MonthlyPlan> = z.object({
  of: z.enum(["messages", "billed", "pictures"]),
  monthly: z.int().positive(),
  counts: z.enum(["both", "sent"]),
});

/** How far one of them is used. */
export interface MonthlyUse extends Pick<MonthlyPlan, "of" | "monthly"> {
  readonly used: number;
}

const planName = (account: string): string => `monthly-plan:${account}`;

/** A calendar month in Vietnam, `2026-11`. */
export const monthOf = (now: Instant): string => dayOf(now).slice(0, 7);

export function usedOf({ of, counts }: MonthlyPlan, count: MessageCount): number {
  switch (of) {
    case "messages":
      return counts === "both" ? count.inbound + count.outbound : count.outbound;
    case "billed":
      return count.billed;
    case "pictures":
      return count.pictures;
  }
}

export function keepPlans(
  store: Pick<Store, "setSetting">,
  account: string,
  plans: readonly MonthlyPlan[],
): void {
  store.setSetting(planName(account), JSON.stringify(plans));
}

/** None where nobody counts; what an earlier release kept is written anew by the next start. */
export function plansOf(store: Pick<Store, "setting">, account: string): readonly MonthlyPlan[] {
  const kept = z
    .array(planSchema)
    .safeParse(JSON.parse(store.setting(planName(account)) ?? "null"));
  return kept.success ? kept.data : [];
}
