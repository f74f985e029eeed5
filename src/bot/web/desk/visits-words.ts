/** Words about a week's visits. */
import type { DeskVisits } from "../wire/visits.ts";

type Tally = DeskVisits["tally"];

const vi = {
  door: "Lịch hẹn gặp",
  title: "Lịch hẹn gặp",
  which: (week: number) =>
    ({ [-1]: "Tuần trước", 0: "Tuần này", 1: "Tuần sau" })[week] ??
    (week < 0 ? `${-week} tuần trước` : `${week} tuần nữa`),
  turn: (week: string, visits: number) => (visits === 0 ? week : `${week} (${visits})`),
  thisWeek: "Về tuần này",
  coming: "Sắp tới",
  none: "Không có buổi hẹn nào sắp tới.",
  past: "Đã qua",
  nonePast: "Không có buổi hẹn nào.",
  tally: ({ well, not, unsaid }: Tally) =>
    [
      ...(well > 0 ? [`${well} buổi xong việc`] : []),
      ...(not > 0 ? [`${not} buổi chưa xong`] : []),
      ...(unsaid > 0 ? [`${unsaid} buổi chưa báo`] : []),
    ].join(", "),
  forgotten: "một người (đã xoá thông tin)",
  noVillage: "Chưa rõ thôn",
  goes: (name: string) => `${name} đến`,
  mine: "Tôi đến",
  someone: "một người",
  private: "việc riêng",
  count: (visits: number) => `${visits} buổi`,
  unsaid: "chưa báo kết quả",
  meet: "đã hẹn buổi khác",
  claimed: "đã giao người khác",
  waiting: "chưa xong, đang gọi người khác",
};
const en: typeof vi = {
  door: "Visits",
  title: "Visits",
  which: (week) =>
    ({ [-1]: "Last week", 0: "This week", 1: "Next week" })[week] ??
    (week < 0 ? `${-week} weeks ago` : `In ${week} weeks`),
  turn: (week, visits) => (visits === 0 ? week : `${week} (${visits})`),
  thisWeek: "To this week",
  coming: "To come",
  none: "No visit to come.",
  past: "Over",
  nonePast: "No visits.",
  tally: ({ well, not, unsaid }) =>
    [
      ...(well > 0 ? [`${well} done`] : []),
      ...(not > 0 ? [`${not} not finished`] : []),
      ...(unsaid > 0 ? [`${unsaid} not told yet`] : []),
    ].join(", "),
  forgotten: "somebody (no longer kept)",
  noVillage: "Village not known",
  goes: (name: string) => `${name} goes`,
  mine: "I go",
  someone: "somebody",
  private: "a private matter",
  count: (visits: number) => (visits === 1 ? "1 visit" : `${visits} visits`),
  unsaid: "nobody has said how it went",
  meet: "another visit was agreed",
  claimed: "given to somebody else",
  waiting: "not finished, others are called",
};
export const visitsWords = (language: "vi" | "en"): typeof vi => (language === "en" ? en : vi);
