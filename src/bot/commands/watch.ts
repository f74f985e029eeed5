/** `channels`, `unowned` and `parked`: what somebody who looks after the machine watches. */
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { alarmWords } from "../desk/alarm-words.ts";
import { channelAlarms } from "../desk/channel-alarms.ts";
import { channelsReport, describeChannels } from "../reports/channels.ts";
import { isClaimed } from "../store/sqlite/claim.ts";
import { answer } from "./answer.ts";
import { publishedCommune, visit } from "./visit.ts";

export function channels(config: Config, json: boolean): Promise<number> {
  return visit(config, (store) => {
    const [commune, now] = [publishedCommune(store), realClock.now()];
    const reports = channelsReport(store, commune, now);
    const alarms = channelAlarms(store, commune, now);
    const needs = ({ id }: { readonly id: string }) =>
      alarms
        .filter(({ account }) => account === id)
        .map((alarm) => `${alarmWords(alarm).vi} / ${alarmWords(alarm).en}`);
    const running = isClaimed(config.databaseFile);
    answer(json, { running, channels: reports, alarms }, describeChannels(reports, needs, running));
    return 0;
  });
}

/** Exit 1 where there is such a case, so that a watcher needs no reading. */
export function unowned(config: Config, json: boolean): Promise<number> {
  return visit(config, (store) => {
    const all = store.unowned(realClock.now(), 60_000);
    const lines = all.map(
      (u) => `${u.case}  ${u.state}  ${u.why}  ${new Date(u.since).toISOString()}`,
    );
    answer(json, { unowned: all }, `${[...lines, all.length].join("\n")}\n`);
    return all.length === 0 ? 0 : 1;
  });
}

export function parked(config: Config, json: boolean): Promise<number> {
  return visit(config, (store) => {
    const all = { inbounds: store.parked(), replies: store.parkedReplies() };
    const lines = [
      ...all.inbounds.map((p) => `nhận / inbound  ${p.conversation}  ${p.key}  ${p.why}`),
      ...all.replies.map((p) => `gửi / reply  ${p.conversation}  ${p.turn}  ${p.why}`),
    ];
    answer(json, all, `${[...lines, lines.length].join("\n")}\n`);
    return 0;
  });
}
