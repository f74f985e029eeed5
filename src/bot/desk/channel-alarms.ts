/** What a channel account needs a person for: its consent ends or is lost, it was stopped, its month is nearly used up. */
import { z } from "zod";
import { dayOf, type Instant, monthStage } from "../../flows/index.ts";
import { channelsReport } from "../reports/channels.ts";
import { keptAlarm } from "../store/account-settings.ts";
import type { Store } from "../store/store.ts";

const day = 24 * 60 * 60 * 1000;

const keptSchema = z.object({
  day: z.string(),
  alarm: z
    .object({
      what: z.enum(["zalo-consent-ends", "zalo-consent-lost"]),
      days: z.number().optional(),
    })
    .nullable(),
});

export type ChannelAlarm =
  | { readonly what: "zalo-consent-ends"; readonly days: number }
  | { readonly what: "zalo-consent-lost" }
  | { readonly what: "zalo-stopped"; readonly why: string }
  | { readonly what: "nearly-used-up"; readonly left: number; readonly monthly: number };

/** States in which nobody is needed: it works, or mends itself. */
const passing: ReadonlySet<string> = new Set([
  "ok",
  "starting",
  "unreached",
  "stopped",
  "consent-needed",
]);

export function channelAlarms(store: Store, commune: string, now: Instant): ChannelAlarm[] {
  return channelsReport(store, commune, now).flatMap((line): ChannelAlarm[] => {
    const alarms: ChannelAlarm[] = [];
    if (line.channel === "zalo-oa") {
      const kept = keptSchema.safeParse(JSON.parse(store.setting(keptAlarm(line.id)) ?? "null"));
      // An account that nobody looks after any more was taken out of the settings.
      if (!kept.success || kept.data.day < dayOf(now - day)) return [];
      const { alarm } = kept.data;
      if (alarm !== null) {
        const { what, days = 0 } = alarm;
        alarms.push(what === "zalo-consent-ends" ? { what, days } : { what });
      }
      const state = line.stands?.state ?? "ok";
      if (!passing.has(state)) alarms.push({ what: "zalo-stopped", why: state });
    }
    const { allowance } = line;
    if (allowance !== undefined && monthStage(allowance) !== "enough") {
      const { used, monthly } = allowance;
      alarms.push({ what: "nearly-used-up", left: Math.max(0, monthly - used), monthly });
    }
    return alarms;
  });
}
