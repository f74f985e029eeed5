/** When the right to send is about to end, or has: the log says so, and coordinators hear it in their chats, once a day. */
import { type AccountId, dayOf, type InboundOf } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Conversations } from "../../../conversations/ports.ts";
import type { Log } from "../../../log.ts";
import { keptAlarm } from "../../../store/account-settings.ts";
import type { Store } from "../../../store/store.ts";
import type { Grant } from "./grant.ts";

const day = 24 * 60 * 60 * 1000;
/** Time for a letter to reach whoever owns the account. */
const warnBefore = 14 * day;

type Alarm = InboundOf<"house-alarm">;

export function alarms(options: {
  readonly account: AccountId;
  readonly commune: string;
  readonly store: Pick<Store, "propagandists" | "setting" | "setSetting">;
  readonly conversations: Pick<Conversations, "note">;
  readonly grant: Pick<Grant, "standing">;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { account, store, conversations, grant, clock, log } = options;

  function due(): Alarm | undefined {
    const standing = grant.standing();
    switch (standing.is) {
      case "none":
      case "lost":
        return { kind: "house-alarm", what: "zalo-consent-lost" };
      case "held": {
        const left = (standing.refreshUntil ?? Number.POSITIVE_INFINITY) - clock.now();
        return left > warnBefore
          ? undefined
          : {
              kind: "house-alarm",
              what: "zalo-consent-ends",
              days: Math.max(0, Math.floor(left / day)),
            };
      }
    }
  }

  async function raise(alarm: Alarm): Promise<void> {
    log.error({ alarm: alarm.what, days: alarm.days }, "the Zalo account needs a person");
    const today = dayOf(clock.now());
    for (const { rank, conversation } of store.propagandists(options.commune)) {
      if (rank !== "coordinator" || conversation === undefined) continue;
      // The key makes it count once a day.
      await conversations.note(
        conversation,
        `${account}/${alarm.what}/${today}/${conversation}`,
        alarm,
      );
    }
  }

  return {
    async look(): Promise<void> {
      const alarm = due();
      const kept = JSON.stringify({ day: dayOf(clock.now()), alarm: alarm ?? null });
      // For the desk, which asks the store.
      if (store.setting(keptAlarm(account)) !== kept) store.setSetting(keptAlarm(account), kept);
      if (alarm !== undefined) await raise(alarm);
    },
    /** Zalo stopped the account itself: its package, its papers, its billing. */
    stopped: () => raise({ kind: "house-alarm", what: "zalo-stopped" }),
  };
}
