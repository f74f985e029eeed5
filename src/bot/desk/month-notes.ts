/**
 * When a channel's month runs low, and when it is used up, each coordinator with a chat is told once: what will
 * happen, and what to do. What was told stands in the settings, and the note's key is of its month, so a start
 * in between tells nobody twice. Nobody is told at night: nobody could do anything then.
 */
import {
  addDays,
  afterQuiet,
  dayOf,
  type Inbound,
  type Library,
  monthStage,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Conversations } from "../conversations/ports.ts";
import { channelsReport } from "../reports/channels.ts";
import type { Store } from "../store/store.ts";

const alarms = {
  messages: { low: "zalo-month-low", "used-up": "zalo-month-used-up" },
  billed: { low: "zalo-billed-low", "used-up": "zalo-billed-used-up" },
  pictures: { low: "zalo-pictures-low", "used-up": "zalo-pictures-used-up" },
} as const;

export interface MonthNotesOptions {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "note">;
  library(): Library;
  readonly clock: Pick<Clock, "now">;
}

/** Tells what has not been told yet. Says how many notes went out. */
export async function sendMonthNotesDue({
  store,
  conversations,
  library,
  clock,
}: MonthNotesOptions): Promise<number> {
  const now = clock.now();
  if (afterQuiet(now) !== now) return 0;
  const month = dayOf(now).slice(0, 7);
  const { commune } = library().desk;
  let sent = 0;
  const uses = channelsReport(store, commune, now).flatMap(({ id, allowances }) =>
    allowances.map((use) => ({ account: id, use })),
  );
  for (const { account, use } of uses) {
    const stage = monthStage(use);
    if (stage === "enough") continue;
    const which = use.of === "messages" ? account : `${account}/${use.of}`;
    const mark = `month-told:${which}`;
    const told = `${month}/${stage}`;
    // Used up is the end of it: a package bought meanwhile may make it low again, which is no news.
    if (store.setting(mark) === told || store.setting(mark) === `${month}/used-up`) continue;
    const alarm: Inbound = {
      kind: "house-alarm",
      what: alarms[use.of][stage],
      left: Math.max(0, use.monthly - use.used),
      monthly: use.monthly,
      again: addDays(`${month}-28`, 4).slice(0, 7).concat("-01"),
    };
    for (const { rank, conversation } of store.propagandists(commune)) {
      if (rank !== "coordinator" || conversation === undefined) continue;
      const key = `month/${which}/${told}/${conversation}`;
      const { fresh } = await conversations.note(conversation, key, alarm);
      if (fresh) sent += 1;
    }
    store.setSetting(mark, told);
  }
  return sent;
}
