/**
 * What a channel account needs a person for: its consent ends or is lost, it was stopped, its month is nearly used
 * up, its events no longer come, or people it cannot write to have to be telephoned.
 */
import { z } from "zod";
import { type AccountId, dayOf, type Instant, monthStage } from "../../flows/index.ts";
import { type ChannelReport, channelsReport } from "../reports/channels.ts";
import { keptAlarm, keptNoMore, keptWatch } from "../store/account-settings.ts";
import type { MonthlyUse } from "../store/monthly-plans.ts";
import type { Store } from "../store/store.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** One letter that was cut on its way is no alarm. */
const fewMacs = 5;
/** A platform that cannot be reached mends itself mostly. */
const longestAway = hour;
/** Who could not be written to in this time is counted. */
const lately = 7 * day;
/** So long without a word from anybody may be a quiet week, or a webhook that is off. */
const longestQuiet = 3 * day;

const keptSchema = z.object({
  day: z.string(),
  alarm: z
    .object({
      what: z.enum(["zalo-consent-ends", "zalo-consent-lost"]),
      days: z.number().optional(),
    })
    .nullable(),
});
const watchedSchema = z.object({
  silentSince: z.number().optional(),
  macs: z.object({ count: z.number() }).optional(),
});

export type ChannelAlarm = { readonly account: AccountId } & (
  | { readonly what: "zalo-consent-ends"; readonly days: number }
  | { readonly what: "zalo-consent-lost" }
  | { readonly what: "zalo-stopped"; readonly why: string }
  | { readonly what: "not-reached"; readonly hours: number; readonly why: string }
  | { readonly what: "webhook-silent"; readonly minutes: number }
  | { readonly what: "nobody-writes"; readonly days: number }
  | { readonly what: "mac-refused"; readonly times: number }
  | {
      readonly what: "nearly-used-up";
      readonly of: MonthlyUse["of"];
      readonly left: number;
      readonly monthly: number;
    }
  | { readonly what: "used-up"; readonly of: MonthlyUse["of"]; readonly monthly: number }
  | { readonly what: "takes-no-more"; readonly hours: number }
  | { readonly what: "people-held"; readonly people: number }
  | { readonly what: "people-wait-for-month"; readonly people: number }
  | { readonly what: "people-unreached"; readonly people: number }
  | { readonly what: "people-unanswered"; readonly people: number; readonly why: string }
);

/** States in which nobody is needed: it works, or mends itself soon. */
const passing: ReadonlySet<string> = new Set(["ok", "starting", "stopped", "consent-needed"]);
/** Nothing of the platform answers, or not in its own words. */
const away: ReadonlySet<string> = new Set([
  "unreached",
  "connection",
  "gateway",
  "timeout",
  "broke-off",
  "not-zalo",
  "too-many-requests",
]);

/** Kept until they write again. */
const held: ReadonlySet<string> = new Set(["window-closed", "billed-used-up", "last-message-kept"]);
/** Kept until a new month, or a larger package. */
const monthEnded: ReadonlySet<string> = new Set(["allowance-used-up"]);
/** Blocked, gone, or not following: the platform brings them nothing. */
const unreached: ReadonlySet<string> = new Set([
  "not-following",
  "user-banned-or-away",
  "restricted-by-user",
  "blocked",
  "deactivated",
  "forbidden",
  "chat-not-found",
]);
/** Nobody misses it: it had lost its point, or was said another way. */
const missedByNobody: ReadonlySet<string> = new Set([
  "nudge-spared",
  "asked-anew",
  "answered-anew",
  "media-gone",
]);

export function channelAlarms(store: Store, commune: string, now: Instant): ChannelAlarm[] {
  return channelsReport(store, commune, now)
    .filter(({ served }) => served)
    .flatMap((line) => alarmsOf(store, line, now));
}

function alarmsOf(store: Store, line: ChannelReport, now: Instant): ChannelAlarm[] {
  const account = line.id;
  const alarms: ChannelAlarm[] = [];
  if (line.channel === "zalo-oa") {
    const kept = keptSchema.safeParse(JSON.parse(store.setting(keptAlarm(account)) ?? "null"));
    // An account that nobody looks after any more was taken out of the settings.
    if (!kept.success || kept.data.day < dayOf(now - day)) return [];
    const { alarm } = kept.data;
    if (alarm !== null) {
      const { what, days = 0 } = alarm;
      alarms.push(what === "zalo-consent-ends" ? { account, what, days } : { account, what });
    }
  }
  if (line.channel === "zalo-oa" || line.channel === "zalo-bot")
    alarms.push(...standing(line, now), ...events(store, line, now));
  return [
    ...alarms,
    ...line.allowances.flatMap((use) => month(account, use)),
    ...takesNoMore(store, account, now),
    ...residents(store, line, now),
  ];
}

function month(account: AccountId, use: MonthlyUse): ChannelAlarm[] {
  const { of, used, monthly } = use;
  switch (monthStage(use)) {
    case "enough":
      return [];
    case "low":
      return [{ account, what: "nearly-used-up", of, left: monthly - used, monthly }];
    case "used-up":
      return [{ account, what: "used-up", of, monthly }];
  }
}

/** Zalo counts differently from us, or the package is another one than the settings say. */
function takesNoMore(store: Store, account: AccountId, now: Instant): ChannelAlarm[] {
  const since = Number(store.setting(keptNoMore(account)) ?? "");
  return since === 0
    ? []
    : [{ account, what: "takes-no-more", hours: Math.floor((now - since) / hour) }];
}

function standing({ id: account, stands }: ChannelReport, now: Instant): ChannelAlarm[] {
  const { state, since } = stands ?? { state: "ok", since: now };
  if (passing.has(state)) return [];
  if (!away.has(state)) return [{ account, what: "zalo-stopped", why: state }];
  return now - since < longestAway
    ? []
    : [{ account, what: "not-reached", hours: Math.floor((now - since) / hour), why: state }];
}

function events(store: Store, line: ChannelReport, now: Instant): ChannelAlarm[] {
  const { id: account, lastInboundAt } = line;
  const read = watchedSchema.safeParse(JSON.parse(store.setting(keptWatch(account)) ?? "null"));
  if (!read.success) return [];
  const { silentSince, macs } = read.data;
  const wrong: ChannelAlarm[] =
    macs === undefined || macs.count < fewMacs
      ? []
      : [{ account, what: "mac-refused", times: macs.count }];
  if (silentSince !== undefined) {
    const minutes = Math.floor((now - silentSince) / 60_000);
    return [...wrong, { account, what: "webhook-silent", minutes }];
  }
  const quiet = lastInboundAt === undefined ? 0 : now - lastInboundAt;
  return quiet < longestQuiet || line.stands?.state !== "ok"
    ? wrong
    : [...wrong, { account, what: "nobody-writes", days: Math.floor(quiet / day) }];
}

/** Each counts once, whatever was to be said; a propagandist's own chat is nobody to telephone. */
function residents(store: Store, line: ChannelReport, now: Instant): ChannelAlarm[] {
  const { id: account, commune } = line;
  const helpers = new Set(store.propagandists(commune).map(({ conversation }) => conversation));
  const missed = store
    .notSent(account, now - lately)
    .filter(({ conversation }) => !helpers.has(conversation));
  const count = (reasons: ReadonlySet<string>): number =>
    new Set(missed.filter(({ why }) => reasons.has(why)).map(({ conversation }) => conversation))
      .size;
  const [waiting, later, lost] = [count(held), count(monthEnded), count(unreached)];
  // Whatever else a platform says no with: it is for whoever looks after the account, by its name.
  const refused = missed.filter(
    ({ why, reachedSince }) =>
      !reachedSince &&
      ![held, monthEnded, unreached, missedByNobody].some((reasons) => reasons.has(why)),
  );
  const unanswered = new Set(refused.map(({ conversation }) => conversation)).size;
  return [
    ...(waiting === 0 ? [] : [{ account, what: "people-held", people: waiting } as const]),
    ...(later === 0 ? [] : [{ account, what: "people-wait-for-month", people: later } as const]),
    ...(lost === 0 ? [] : [{ account, what: "people-unreached", people: lost } as const]),
    ...(unanswered === 0
      ? []
      : [
          {
            account,
            what: "people-unanswered",
            people: unanswered,
            why: refused.at(-1)?.why ?? "",
          } as const,
        ]),
  ];
}
