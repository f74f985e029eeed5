/** The words of the morning letter, Vietnamese and English; nothing when there is nothing to tell. */
import { type Language, monthStage, sayTime } from "../../flows/index.ts";
import type { MonthlyUse } from "../store/monthly-plans.ts";
import type { Stuck } from "./stuck-cases.ts";
import type { KnownVisit, VillageVisits } from "./visits.ts";

export interface LetterNews {
  readonly stuck: readonly Stuck[];
  readonly visits: readonly VillageVisits<KnownVisit>[];
  readonly months?: readonly MonthlyUse[];
}

interface LetterWords {
  readonly stuck: (count: number) => string;
  readonly why: Readonly<Record<Stuck["why"], string>>;
  readonly rest: (count: number) => string;
  readonly whatNow: string;
  readonly noVillage: string;
  readonly noGuide: string;
  readonly discreet: string;
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly visits: (count: number) => string;
  readonly month: (use: MonthlyUse) => string;
}

const vi: LetterWords = {
  stuck: (count) => `📋 Sáng nay có ${count} việc đang kẹt:`,
  why: {
    waiting: "chưa ai nhận",
    held: "có người nhận, chưa xong",
    "meeting-past": "đã quá giờ hẹn, chưa báo kết quả",
  },
  rest: (count) => `… và ${count} việc nữa.`,
  whatNow: "Mở trang điều phối để giao lại hoặc nhận lấy.",
  noVillage: "chưa rõ thôn",
  noGuide: "chưa chọn bài",
  discreet: "việc riêng",
  days: (count) => `${count} ngày`,
  hours: (count) => `${count} giờ`,
  minutes: (count) => `${count} phút`,
  visits: (count) => `🏠 Hôm nay có ${count} buổi hẹn:`,
  month: ({ of, used, monthly }) => {
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
  },
};

const some = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const en: LetterWords = {
  stuck: (count) => `📋 ${some(count, "case is", "cases are")} stuck this morning:`,
  why: {
    waiting: "nobody has taken it",
    held: "taken, not finished",
    "meeting-past": "the meeting is over, nothing was reported",
  },
  rest: (count) => `… and ${count} more.`,
  whatNow: "Open the coordinator's page to give them to somebody, or to take them over.",
  noVillage: "village not known",
  noGuide: "no guide chosen",
  discreet: "a private matter",
  days: (count) => some(count, "day", "days"),
  hours: (count) => some(count, "hour", "hours"),
  minutes: (count) => some(count, "minute", "minutes"),
  visits: (count) => `🏠 ${some(count, "meeting", "meetings")} today:`,
  month: ({ of, used, monthly }) => {
    const usedUp = used >= monthly;
    const left = `${monthly - used} of ${monthly} left`;
    switch (of) {
      case "messages":
        return usedUp
          ? `⛔ Zalo's ${monthly} messages of this month are used up. Telephone whoever waits; the web page goes on.`
          : `⚠️ Zalo messages this month: ${left}. The machine only answers and never writes first.`;
      case "billed":
        return usedUp
          ? `⛔ The ${monthly} Zalo messages that are paid for are used up this month. Telephone whoever has not written for 48 hours.`
          : `⚠️ Zalo messages that are paid for, this month: ${left}.`;
      case "pictures":
        return usedUp
          ? `⚠️ The ${monthly} pictures carried up to Zalo this month are used up. The machine sends words and a link.`
          : `⚠️ Pictures carried up to Zalo this month: ${left}.`;
    }
  },
};

const words: Readonly<Record<Language, LetterWords>> = { vi, en };

const linesInLetter = 10;
const minute = 60 * 1000;
const hour = 60 * minute;

/** The stuck ones, the visits of the day, and a month that runs low. */
export function letterText(
  { stuck, visits, months = [] }: LetterNews,
  language: Language,
): string | undefined {
  const low = months.filter((month) => monthStage(month) !== "enough");
  const parts = [
    ...(stuck.length === 0 ? [] : [stuckText(stuck, language)]),
    ...(visits.length === 0 ? [] : [visitsText(visits, language)]),
    ...low.map(words[language].month),
  ];
  return parts.length === 0 ? undefined : parts.join("\n\n");
}

/** Where, when and who goes; whom they visit is on the desk. */
function visitsText(villages: readonly VillageVisits<KnownVisit>[], language: Language): string {
  const says = words[language];
  const capital = `${says.noVillage.charAt(0).toLocaleUpperCase("vi")}${says.noVillage.slice(1)}`;
  const each = villages.map(({ village, days }) => ({
    where: village === "" ? capital : village,
    visits: days.flatMap(({ visits }) => visits),
  }));
  return [
    says.visits(each.reduce((sum, { visits }) => sum + visits.length, 0)),
    ...each.map(
      ({ where, visits }) =>
        `• ${where}: ${visits.map(({ at, goes }) => `${sayTime(at, language)} (${goes})`).join(", ")}`,
    ),
  ].join("\n");
}

/** Whom nobody has comes first: on a bad day the letter ends before the list does. */
const urgency: readonly Stuck["why"][] = ["waiting", "meeting-past", "held"];

/** Village and guide, and nothing of who it is: it is read in a chat. Of a private matter not even the guide. */
function stuckText(stuck: readonly Stuck[], language: Language): string {
  const says = words[language];
  const first = stuck.toSorted((a, b) => urgency.indexOf(a.why) - urgency.indexOf(b.why));
  const lines = first.slice(0, linesInLetter).map(({ case: of, why, since }, at) => {
    const where = of.card.village ?? says.noVillage;
    const guide = language === "en" ? (of.card.en?.flow ?? of.card.flow) : of.card.flow;
    const what = of.discreet === true ? says.discreet : (guide ?? says.noGuide);
    return `${at + 1}. ${where}, ${what}: ${says.why[why]}, ${howLong(since, says)}`;
  });
  const rest = stuck.length - lines.length;
  return [
    says.stuck(stuck.length),
    ...lines,
    ...(rest > 0 ? [says.rest(rest)] : []),
    says.whatNow,
  ].join("\n");
}

function howLong(milliseconds: number, says: LetterWords): string {
  const hours = Math.floor(milliseconds / hour);
  if (hours >= 24) return says.days(Math.floor(hours / 24));
  return hours >= 1 ? says.hours(hours) : says.minutes(Math.floor(milliseconds / minute));
}
