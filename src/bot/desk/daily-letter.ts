/**
 * The morning letter: at seven on working days each coordinator with a chat is told what is stuck, and who is to be
 * visited today, in the language they set. Both are read from the cases as they are then, and the desk shows the same at
 * any hour; with nothing to say nothing is sent. The key of a letter is its day, so a crash sends none twice and a late
 * start still sends it.
 */
import { dayOf, type Inbound, instantOf, isWorkingDay, type Library } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Conversations } from "../conversations/ports.ts";
import type { Log } from "../log.ts";
import { channelsReport } from "../reports/channels.ts";
import type { Store } from "../store/store.ts";
import { answerAfterMonth } from "./after-month.ts";
import { letterText } from "./letter-words.ts";
import { sendMonthNotesDue } from "./month-notes.ts";
import { stuckCases } from "./stuck-cases.ts";
import { visitsOn } from "./visits.ts";

const minute = 60 * 1000;
const hour = 60 * minute;

export interface LetterOptions {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "note">;
  library(): Library;
  readonly clock: Clock;
  readonly log: Log;
}

/** Sends today's letter if it is time and it has not been sent. Says how many went out. */
export async function sendLettersDue({
  store,
  conversations,
  library,
  clock,
}: LetterOptions): Promise<number> {
  const now = clock.now();
  const day = dayOf(now);
  const begins = instantOf(day, "07:00");
  // Somebody who starts the server in the afternoon does not want the morning's letter.
  if (!isWorkingDay(day) || now < begins || now >= begins + 5 * hour) return 0;
  const { commune } = library().desk;
  const mark = `letter-day:${commune}`;
  if (store.setting(mark) === day) return 0;
  const coordinators = store
    .propagandists(commune)
    .filter((p) => p.rank === "coordinator" && p.conversation !== undefined);
  const news = {
    stuck: stuckCases(store, commune, now),
    visits: visitsOn(store, commune, now),
    months: channelsReport(store, commune, now).flatMap(({ allowances }) => allowances),
  };
  let sent = 0;
  for (const { conversation, id, language } of coordinators) {
    const text = letterText(news, language);
    if (conversation === undefined || text === undefined) continue;
    const inbound: Inbound = { kind: "letter", text };
    const { fresh } = await conversations.note(conversation, `letter/${day}/${id}`, inbound);
    if (fresh) sent += 1;
  }
  store.setSetting(mark, day);
  return sent;
}

const lookEvery = minute;

/** Looks every minute until the signal ends it. */
export async function dailyLetters(options: LetterOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await sendLettersDue(options);
      await sendMonthNotesDue(options);
      await answerAfterMonth(options);
    } catch (error) {
      // The next look tries again; what went out is known by its key.
      options.log.error(
        { err: error },
        "the morning letter or a note about the month could not be sent",
      );
    }
    await options.clock.sleep(lookEvery, signal);
  }
}
