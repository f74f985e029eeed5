/**
 * The morning letter: at seven on working days each coordinator with a chat is told what is stuck, and who is to be
 * visited today. Both are read from the cases as they are then, and the desk shows the same at any hour; with
 * nothing to say nothing is sent. The key of a letter is its day, so a crash sends none twice and a late start still sends it.
 */
import {
  dayOf,
  type Inbound,
  type Instant,
  instantOf,
  isWorkingDay,
  type Library,
  monthStage,
  sayTime,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Conversations } from "../conversations/ports.ts";
import type { Log } from "../log.ts";
import { channelsReport } from "../reports/channels.ts";
import type { CaseLine } from "../store/cases.ts";
import type { MonthlyUse } from "../store/monthly-plans.ts";
import type { Store } from "../store/store.ts";
import { answerAfterMonth } from "./after-month.ts";
import { sendMonthNotesDue } from "./month-notes.ts";
import { type KnownVisit, type VillageVisits, visitsOn } from "./visits.ts";

const minute = 60 * 1000;
const hour = 60 * minute;

/** Who has waited so long, or has been held so long without an end, is stuck. */
const longWait = hour;
const longHeld = 24 * hour;

export interface Stuck {
  readonly case: CaseLine;
  readonly why: "waiting" | "held" | "meeting-past";
  /** For how long, in milliseconds. */
  readonly since: number;
}

export function stuckCases(store: Pick<Store, "cases">, commune: string, now: Instant): Stuck[] {
  return store
    .cases(commune, now)
    .flatMap((of) => stuckIn(of, now))
    .toSorted((a, b) => b.since - a.since);
}

function stuckIn(of: CaseLine, now: Instant): Stuck[] {
  switch (of.state) {
    case "waiting": {
      const since = now - of.waitingSince;
      return since >= longWait ? [{ case: of, why: "waiting", since }] : [];
    }
    case "claimed": {
      const since = now - of.openedAt;
      return since >= longHeld ? [{ case: of, why: "held", since }] : [];
    }
    case "resting": {
      const since = now - (of.card.meeting?.at ?? now);
      return since >= hour ? [{ case: of, why: "meeting-past", since }] : [];
    }
    case "closed":
      return [];
  }
}

const saysWhy = {
  waiting: "chưa ai nhận",
  held: "có người nhận, chưa xong",
  "meeting-past": "đã quá giờ hẹn, chưa báo kết quả",
} as const;

const linesInLetter = 10;

/** The stuck ones, the visits of the day, and a month that runs low; nothing when there is none of them. */
export function letterText(
  stuck: readonly Stuck[],
  visits: readonly VillageVisits<KnownVisit>[],
  months: readonly MonthlyUse[] = [],
): string | undefined {
  const low = months.filter((month) => monthStage(month) !== "enough");
  const parts = [
    ...(stuck.length === 0 ? [] : [stuckText(stuck)]),
    ...(visits.length === 0 ? [] : [visitsText(visits)]),
    ...low.map(monthText),
  ];
  return parts.length === 0 ? undefined : parts.join("\n\n");
}

function monthText({ of, used, monthly }: MonthlyUse): string {
  const usedUp = used >= monthly;
  const left = `còn ${monthly - used} trong ${monthly}`;
  switch (of) {
    case "messages":
      return usedUp
        ? `⛔ Zalo đã hết ${monthly} tin của tháng này. Ai đang chờ thì gọi điện; trang web vẫn chạy.`
        : `⚠️ Zalo tháng này ${left} tin. Máy chỉ trả lời, không nhắn trước.`;
    case "billed":
      return usedUp
        ? `⛔ Đã hết ${monthly} tin Zalo có tính tiền của tháng này. Ai quá 48 giờ chưa nhắn lại thì phải gọi điện.`
        : `⚠️ Tin Zalo có tính tiền tháng này ${left}.`;
    case "pictures":
      return usedUp
        ? `⚠️ Đã hết ${monthly} ảnh gửi lên Zalo của tháng này. Máy gửi bằng chữ và đường dẫn.`
        : `⚠️ Ảnh gửi lên Zalo tháng này ${left}.`;
  }
}

/** Where, when and who goes; whom they visit is on the desk. */
function visitsText(villages: readonly VillageVisits<KnownVisit>[]): string {
  const each = villages.map(({ village, days }) => ({
    where: village === "" ? "Chưa rõ thôn" : village,
    visits: days.flatMap(({ visits }) => visits),
  }));
  const count = each.reduce((sum, { visits }) => sum + visits.length, 0);
  return [
    `🏠 Hôm nay có ${count} buổi hẹn:`,
    ...each.map(
      ({ where, visits }) =>
        `• ${where}: ${visits.map(({ at, goes }) => `${sayTime(at, "vi")} (${goes})`).join(", ")}`,
    ),
  ].join("\n");
}

/** Whom nobody has comes first: on a bad day the letter ends before the list does. */
const urgency: readonly Stuck["why"][] = ["waiting", "meeting-past", "held"];

/** Village and guide, and nothing of who it is: it is read in a chat. Of a private matter not even the guide. */
function stuckText(stuck: readonly Stuck[]): string {
  const first = stuck.toSorted((a, b) => urgency.indexOf(a.why) - urgency.indexOf(b.why));
  const lines = first.slice(0, linesInLetter).map(({ case: of, why, since }, at) => {
    const where = of.card.village ?? "chưa rõ thôn";
    const what = of.discreet === true ? "việc riêng" : (of.card.flow ?? "chưa chọn bài");
    return `${at + 1}. ${where}, ${what}: ${saysWhy[why]}, ${howLong(since)}`;
  });
  const rest = stuck.length - lines.length;
  return [
    `📋 Sáng nay có ${stuck.length} việc đang kẹt:`,
    ...lines,
    ...(rest > 0 ? [`… và ${rest} việc nữa.`] : []),
    "Mở trang điều phối để giao lại hoặc nhận lấy.",
  ].join("\n");
}

function howLong(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hour);
  if (hours >= 24) return `${Math.floor(hours / 24)} ngày`;
  return hours >= 1 ? `${hours} giờ` : `${Math.floor(milliseconds / minute)} phút`;
}

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
  const months = channelsReport(store, commune, now).flatMap(({ allowances }) => allowances);
  const text = letterText(stuckCases(store, commune, now), visitsOn(store, commune, now), months);
  let sent = 0;
  if (text !== undefined) {
    const inbound: Inbound = { kind: "letter", text };
    for (const { conversation, id } of coordinators) {
      if (conversation === undefined) continue;
      const { fresh } = await conversations.note(conversation, `letter/${day}/${id}`, inbound);
      if (fresh) sent += 1;
    }
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
