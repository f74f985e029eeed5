/** Forty propagandists as a commune has them: villages, groups, languages, hours, absences, and how they answer. */
import type { PropagandistRow, WorkingGroup } from "../../../src/bot/store/people.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import { dayOf, type Instant, type PropagandistId, type Speech } from "../../../src/flows/index.ts";
import type { Chance } from "./chance.ts";
import { commune } from "./running-village.ts";

export const villages = Array.from({ length: 12 }, (_, at) => `Thôn mẫu ${at + 1}`);

export const neighbours: Record<string, string[]> = Object.fromEntries(
  villages.map((village, at) => [village, [villages[(at + 1) % villages.length] ?? village]]),
);

const groups: readonly WorkingGroup[] = [
  {
    id: "women",
    says: { vi: "Hội Phụ nữ (mẫu)", en: "Women's Union" },
    villages: villages.slice(0, 6),
  },
  { id: "youth", says: { vi: "Đoàn (mẫu)", en: "Youth Union" }, villages: villages.slice(6) },
  { id: "office", says: { vi: "Cán bộ xã (mẫu)", en: "Office" }, villages: [] },
];

const day = 24 * 60 * 60 * 1000;

/** What kind of helper somebody is, beside what the desk knows of them. */
export interface Manner {
  readonly id: PropagandistId;
  readonly inChat: boolean;
  /** Of a hundred calls, how many they take up. */
  readonly willing: number;
}

export function settlePeople(
  store: Store,
  count: number,
  lot: Chance,
  now: Instant,
): readonly Manner[] {
  for (const group of groups) store.saveGroup(commune, group);
  return Array.from({ length: count }, (_, at): Manner => {
    const id = `p${String(at).padStart(2, "0")}` as PropagandistId;
    const office = at < Math.max(1, count / 12);
    const speech: Speech = lot.oneOf(["vi", "tay", "dao", "mong"]);
    const row: PropagandistRow = {
      id,
      commune,
      name: `Người giúp ${at + 1} (mẫu)`,
      role: office ? "cán bộ xã" : "tổ công nghệ số",
      rank: at === 0 ? "coordinator" : "propagandist",
      woman: lot.percent(50),
      office,
      villages: office ? [] : [villages[at % villages.length] ?? ""],
      groups: [office ? "office" : lot.percent(50) ? "women" : "youth"],
      knows: lot.percent(60) ? ["justice", "account"] : [],
      speaks: ["vi", speech],
      hours: lot.percent(60)
        ? [{ days: [1, 2, 3, 4, 5, 6], from: lot.oneOf(["07:00", "11:30"]), until: "20:00" }]
        : [],
      absences: absencesOf(lot, now),
      duty: true,
      language: "vi",
      joinedAt: now,
    };
    store.savePropagandist(row);
    return { id, inChat: lot.percent(75), willing: lot.between(20, 80) };
  });
}

function absencesOf(lot: Chance, now: Instant): PropagandistRow["absences"] {
  const from = now + lot.between(0, 25) * day;
  return [
    ...(lot.percent(40)
      ? [
          {
            on: "days" as const,
            from: dayOf(from),
            until: dayOf(from + lot.between(0, 5) * day),
            why: "mùa gặt",
          },
        ]
      : []),
    ...(lot.percent(30)
      ? [{ on: "weekdays" as const, days: [lot.oneOf([0, 3, 6])], why: "chợ" }]
      : []),
    ...(lot.percent(30) ? [{ on: "lunar" as const, days: [1, 15] }] : []),
  ];
}
