/** How each channel account stands: connected or not, when somebody last wrote, what is left of its month. */
import { z } from "zod";
import { type Instant, monthStage } from "../../flows/index.ts";
import { keptServed } from "../store/account-settings.ts";
import type { ChannelLine, MessageCount } from "../store/channels.ts";
import { type MonthlyUse, monthOf, plansOf, usedOf } from "../store/monthly-plans.ts";
import type { Store } from "../store/store.ts";

export interface ChannelReport extends ChannelLine {
  /** What was counted this month; nothing where nobody counts. */
  readonly month?: MessageCount | undefined;
  readonly allowances: readonly MonthlyUse[];
  /** It is in the server's settings; what was taken out of them is shown as it last stood. */
  readonly served: boolean;
}

const servedSchema = z.array(z.string());

export function channelsReport(store: Store, commune: string, now: Instant): ChannelReport[] {
  const served = servedSchema.safeParse(JSON.parse(store.setting(keptServed) ?? "null"));
  return store.channels(commune).map((line) => {
    const plans = plansOf(store, line.id);
    const count = store.messagesIn(line.id, monthOf(now));
    const counts = line.channel === "zalo-oa" || line.channel === "zalo-bot";
    return {
      ...line,
      served: !served.success || served.data.includes(line.id),
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
  serverRuns = true,
): string {
  if (reports.length === 0) return "Chưa có kênh nào. / No channel yet.\n";
  const stopped = serverRuns
    ? ""
    : "Máy chủ đang không chạy. Dưới đây là lúc nó còn chạy. / The server is not running; this is how it last stood.\n\n";
  const lines = reports
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
  return `${stopped}${lines}`;
}

function stateOf({ stands, served }: ChannelReport): string {
  if (!served) return "không còn trong cài đặt / no longer in the settings";
  if (stands === undefined) return "chưa nối lần nào / never connected";
  const says = stateSays[stands.state] ?? stands.state;
  return `${says} từ / since ${at(stands.since)}`;
}

const away = "chưa nối được / not reached";
/** What a state means to whoever reads it; any other one is a platform's refusal by its name. */
const stateSays: Readonly<Record<string, string>> = {
  ok: "đang nối / connected",
  starting: "đang bắt đầu / starting",
  stopped: "đã dừng / stopped",
  "consent-needed": "chưa được phép gửi / may not send",
  "stopped-by-zalo": "bị Zalo chặn gửi / stopped by Zalo",
  "wrong-token": "sai token / wrong token",
  unreached: away,
  connection: `${away} (connection)`,
  gateway: `${away} (gateway)`,
  timeout: `${away} (timeout)`,
  "broke-off": `${away} (broke-off)`,
  "not-zalo": `${away} (not-zalo)`,
};

function monthSays({ inbound, outbound, billed, perhaps }: MessageCount): string {
  const late = billed === 0 ? "" : ` (${billed} có tính tiền / billed)`;
  const lost =
    perhaps === 0
      ? ""
      : `, trong đó ${perhaps} tin không rõ đã tới chưa / of which ${perhaps} perhaps`;
  return `tháng này / this month: nhận / received ${inbound}, gửi / sent ${outbound}${late}${lost}`;
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
