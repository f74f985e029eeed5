/** How each channel account stands: connected or not, when somebody last wrote, what is left of its month. */
import { type Instant, monthStage } from "../../flows/index.ts";
import type { ChannelLine, MessageCount } from "../store/channels.ts";
import { type MonthlyUse, monthOf, plansOf, usedOf } from "../store/monthly-plans.ts";
import type { Store } from "../store/store.ts";

export interface ChannelReport extends ChannelLine {
  /** What was counted this month; nothing where nobody counts. */
  readonly month?: MessageCount | undefined;
  readonly allowances: readonly MonthlyUse[];
}

export function channelsReport(store: Store, commune: string, now: Instant): ChannelReport[] {
  return store.channels(commune).map((line) => {
    const plans = plansOf(store, line.id);
    const count = store.messagesIn(line.id, monthOf(now));
    const counts = line.channel === "zalo-oa" || line.channel === "zalo-bot";
    return {
      ...line,
      ...(counts ? { month: count } : {}),
      allowances: plans.map((plan) => ({
        of: plan.of,
        monthly: plan.monthly,
        used: usedOf(plan, count),
      })),
    };
  });
}

/** The same for people, with what each of them needs somebody for. */
export function describeChannels(
  reports: readonly ChannelReport[],
  needs: (report: ChannelReport) => readonly string[],
): string {
  if (reports.length === 0) return "Chưa có kênh nào. / No channel yet.\n";
  return reports
    .map((report) =>
      [
        `${report.id}${report.stands?.name === undefined ? "" : `  ${report.stands.name}`}`,
        `  ${stateOf(report)}`,
        `  tin đến cuối / last inbound: ${at(report.lastInboundAt)}`,
        `  lần bị từ chối cuối / last refusal: ${
          report.stands?.refusal === undefined
            ? "–"
            : `${report.stands.refusal.why}, ${at(report.stands.refusal.at)}`
        }`,
        `  đang chờ gửi / waiting: ${report.waiting}   không gửi được / parked: ${report.parked}`,
        ...(report.month === undefined ? [] : [`  ${monthSays(report.month)}`]),
        ...report.allowances.map((use) => `  ${leftOf(use)}`),
        ...needs(report).map((need) => `  ! ${need}`),
        "",
      ].join("\n"),
    )
    .join("\n");
}

function stateOf({ stands }: ChannelReport): string {
  if (stands === undefined) return "chưa nối lần nào / never connected";
  return stands.state === "ok"
    ? `đang nối từ / connected since ${at(stands.since)}`
    : `${stands.state} từ / since ${at(stands.since)}`;
}

function monthSays({ inbound, outbound, billed }: MessageCount): string {
  const late = billed === 0 ? "" : ` (${billed} có tính tiền / billed)`;
  return `tháng này / this month: nhận / received ${inbound}, gửi / sent ${outbound}${late}`;
}

const ofWhat = {
  messages: "tin / messages",
  billed: "tin có tính tiền, sau 48 giờ / billed messages, after 48 hours",
  pictures: "ảnh / pictures",
} as const;

function leftOf({ of, used, monthly }: MonthlyUse): string {
  const left = Math.max(0, monthly - used);
  const line = `còn / left this month: ${left} trong / of ${monthly} ${ofWhat[of]}`;
  return monthStage({ used, monthly }) === "enough" ? line : `${line}   SẮP HẾT / NEARLY USED UP`;
}

const hour = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});
const at = (instant: Instant | undefined): string =>
  instant === undefined ? "–" : hour.format(instant);
