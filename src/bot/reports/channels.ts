/** How each channel account stands: connected or not, when somebody last wrote, what is left of its month. */
import { dayOf, type Instant, monthStage } from "../../flows/index.ts";
import type { ChannelLine } from "../store/channels.ts";
import type { Store } from "../store/store.ts";

/** What a plan allows in a month, kept by the server for whoever asks beside it. */
export interface MonthlyPlan {
  readonly monthly: number;
  readonly counts: "both" | "sent";
}

export interface ChannelReport extends ChannelLine {
  readonly allowance?: { readonly used: number; readonly monthly: number } | undefined;
}

/** Under this name the store keeps an account's plan. */
export const planName = (account: string): string => `monthly-plan:${account}`;

export function channelsReport(store: Store, commune: string, now: Instant): ChannelReport[] {
  return store.channels(commune).map((line) => {
    const kept = store.setting(planName(line.id));
    if (kept === undefined) return line;
    const plan = JSON.parse(kept) as MonthlyPlan;
    const { inbound, outbound } = store.messagesIn(line.id, dayOf(now).slice(0, 7));
    const used = plan.counts === "both" ? inbound + outbound : outbound;
    return { ...line, allowance: { used, monthly: plan.monthly } };
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
        ...(report.allowance === undefined ? [] : [`  ${leftOf(report.allowance)}`]),
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

function leftOf({ used, monthly }: NonNullable<ChannelReport["allowance"]>): string {
  const left = Math.max(0, monthly - used);
  const line = `còn / left this month: ${left} trong / of ${monthly}`;
  return monthStage({ used, monthly }) === "enough" ? line : `${line}   SẮP HẾT / NEARLY USED UP`;
}

const hour = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "short",
});
const at = (instant: Instant | undefined): string =>
  instant === undefined ? "–" : hour.format(instant);
