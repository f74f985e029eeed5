/** The week's visits: agreed, over, called off; by village and day; one's own, and the commune's for coordinators. */
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { sendLettersDue } from "../../src/bot/desk/daily-letter.ts";
import { type VillageVisits, visitsIn, visitsOf } from "../../src/bot/desk/visits.ts";
import { makeLog } from "../../src/bot/log.ts";
import type { PropagandistRow } from "../../src/bot/store/people.ts";
import type {
  CaseId,
  ConversationId,
  Day,
  HandBack,
  PropagandistId,
} from "../../src/flows/index.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import {
  commune,
  type RunningVillage,
  runningVillage,
  telegram,
  web,
} from "../support/village/running-village.ts";

beforeAll(prepare, 120_000);

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Wednesday 25 November 2026, 9:00 in Vietnam. */
const wednesday = Date.parse("2026-11-25T02:00:00Z");
const at = (date: number, clock: string): number =>
  Date.parse(`2026-11-${date}T${clock}:00Z`) - 7 * hour;

let village: RunningVillage;
let heard: string[];
beforeEach(() => {
  heard = [];
  village = runningVillage({
    library: theLibrary(),
    now: wednesday,
    sent: ({ peer, reply }) => {
      if (peer === "chief") heard.push(reply.text);
    },
  });
});
afterEach(() => village.close());

function aPerson(id: string, more: Partial<PropagandistRow> = {}): PropagandistRow {
  const row: PropagandistRow = {
    ...{ id: id as PropagandistId, commune, name: `${id} (mẫu)`, role: "thôn (mẫu)" },
    ...{ rank: "propagandist", woman: false, office: false, villages: [], groups: [] },
    ...{ knows: [], speaks: ["vi"], hours: [], absences: [], duty: true, language: "vi" },
    joinedAt: 0,
    ...more,
  };
  village.store.savePropagandist(row);
  return row;
}

/** Somebody in this village asks, and one propagandist takes it. */
async function taken(peer: string, from: string, by: PropagandistRow, guide?: string) {
  if (guide !== undefined) await village.does(web, peer, { kind: "arrived", payload: guide });
  for (const text of ["gặp người giúp", from, "ai cũng được"])
    await village.does(web, peer, { kind: "words", text, masked: [] });
  await village.settle();
  const of = village.store
    .cases(commune, village.now)
    .find((c) => c.state === "waiting" && c.card.village === from);
  if (of === undefined) throw new Error(`${peer} has no case`);
  const case_: CaseId = of.id;
  const helper = { id: by.id, name: by.name, role: by.role };
  await village.notes(of.conversation, { kind: "case-claim", case: case_, by: helper });
  return {
    id: case_,
    ends: (result: HandBack) =>
      village.notes(of.conversation, { kind: "case-hand-back", case: case_, by: helper, result }),
  };
}

const meet = (when: number, place = "nhà bà"): HandBack => ({ outcome: "meet", at: when, place });

/** "Nà Khau > 2026-11-25: 14:00 nhà bà (Cô Hoa), finished". */
const told = (villages: readonly VillageVisits[]): string[] =>
  villages.flatMap((v) =>
    v.days.flatMap(({ day: on, visits }) =>
      visits.map(
        (visit) =>
          `${v.village} > ${on}: ${
            "case" in visit
              ? `${new Date(visit.at + 7 * hour).toISOString().slice(11, 16)} ${visit.place}`
              : "somebody"
          } (${visit.goes})${visit.went === undefined ? "" : `, ${visit.went}`}`,
      ),
    ),
  );

const noVisit = { coming: [], past: [], tally: { well: 0, not: 0, unsaid: 0 } };

test("agreed meetings stand by village, day and hour with who goes, and one's own list holds one's own", async () => {
  const hoa = aPerson("hoa", { form: "co" });
  const dung = aPerson("dung");
  const chief = aPerson("chief", { rank: "coordinator" });
  const first = await taken("r1", "Nà Khau", hoa);
  await first.ends(meet(at(27, "14:00")));
  const second = await taken("r2", "Bản Cuống", dung);
  await second.ends(meet(at(25, "16:00"), "nhà văn hoá"));
  const third = await taken("r3", "Nà Khau", dung);
  await third.ends(meet(at(26, "08:00")));

  expect(told(visitsOf(village.store, chief, village.now).coming)).toEqual([
    "Bản Cuống > 2026-11-25: 16:00 nhà văn hoá (dung (mẫu))",
    "Nà Khau > 2026-11-26: 08:00 nhà bà (dung (mẫu))",
    "Nà Khau > 2026-11-27: 14:00 nhà bà (Cô hoa (mẫu))",
  ]);
  expect(told(visitsOf(village.store, hoa, village.now).coming)).toEqual([
    "Nà Khau > 2026-11-27: 14:00 nhà bà (Cô hoa (mẫu))",
  ]);
  expect(visitsOf(village.store, aPerson("other"), village.now)).toMatchObject(noVisit);
});

test("what is over stands with how it went; one nobody reported says so, and one called off before its day is gone", async () => {
  const hoa = aPerson("hoa");
  const done = await taken("r1", "Nà Khau", hoa);
  await done.ends(meet(at(25, "14:00")));
  const silent = await taken("r2", "Bản Cuống", hoa);
  await silent.ends(meet(at(25, "15:00")));
  const off = await taken("r3", "Nà Pục", hoa);
  await off.ends(meet(at(27, "08:00")));
  village.passTo(at(25, "17:00"));
  await village.settle();
  await done.ends({ outcome: "finished" });
  await off.ends(meet(at(28, "09:00"), "nhà văn hoá"));

  const sameDay = visitsOf(village.store, hoa, village.now);
  village.passTo(at(26, "08:00"));
  await village.settle();
  const nextDay = visitsOf(village.store, hoa, village.now);
  village.passTo(at(27, "10:00"));
  await village.settle();
  const later = visitsOf(village.store, hoa, village.now);

  expect(told(sameDay.past)).toEqual(["Nà Khau > 2026-11-25: 14:00 nhà bà (hoa (mẫu)), finished"]);
  // Its hour has passed, and nobody has said how it went: it is still to be dealt with today.
  expect(told(sameDay.coming)).toEqual([
    "Bản Cuống > 2026-11-25: 15:00 nhà bà (hoa (mẫu))",
    "Nà Pục > 2026-11-28: 09:00 nhà văn hoá (hoa (mẫu))",
  ]);
  expect(told(nextDay.past)).toEqual([
    "Bản Cuống > 2026-11-25: 15:00 nhà bà (hoa (mẫu))",
    "Nà Khau > 2026-11-25: 14:00 nhà bà (hoa (mẫu)), finished",
  ]);
  // By then the one who never agreed to be remembered is forgotten, and others are called for the other. A village
  // that was only written by them is forgotten with them.
  expect(told(later.past)).toEqual([
    "Bản Cuống > 2026-11-25: 15:00 nhà bà (hoa (mẫu)), waiting",
    "na-khau > 2026-11-25: somebody (hoa (mẫu)), finished",
  ]);
  expect(later.tally).toEqual({ well: 1, not: 1, unsaid: 0 });
  expect(told(later.coming)).toEqual(["Nà Pục > 2026-11-28: 09:00 nhà văn hoá (hoa (mẫu))"]);
});

test("weeks begin on Monday and can be turned back and on; this one goes on for seven days from today", async () => {
  const hoa = aPerson("hoa");
  const visits = [
    [26, "12:00", "on Thursday"],
    [29, "16:00", "on Sunday"],
    [30, "08:00", "on Monday"],
  ] as const;
  for (const [date, clock, place] of visits)
    await (await taken(place, "Nà Khau", hoa)).ends(meet(at(date, clock), place));
  const places = (week: number) => {
    const { from, until, coming, past } = visitsOf(village.store, hoa, village.now, week);
    return [
      `${from} ${until}`,
      told(coming).length,
      told(past).length,
      visitsIn(village.store, hoa, village.now, week),
    ];
  };

  expect([places(-1), places(0), places(1)]).toEqual([
    ["2026-11-16 2026-11-22", 0, 0, 0],
    ["2026-11-23 2026-12-01", 3, 0, 3],
    ["2026-11-30 2026-12-06", 1, 0, 1],
  ]);
  village.passTo(at(30, "06:00"));
  await village.settle();
  expect([places(-1), places(0)]).toEqual([
    ["2026-11-23 2026-11-29", 0, 2, 2],
    ["2026-11-30 2026-12-06", 1, 0, 1],
  ]);
});

test("whoever is forgotten leaves a visit behind that leads nowhere, for whoever went and the coordinator alone", async () => {
  const hoa = aPerson("hoa");
  const dung = aPerson("dung");
  const chief = aPerson("chief", { rank: "coordinator" });
  const first = await taken("r1", "Nà Khau", hoa);
  await first.ends(meet(at(25, "14:00"), "sau nhà chim-hoàng-yến"));
  const unmade = await taken("r2", "Bản Cuống", hoa);
  await unmade.ends(meet(at(27, "14:00"), "sau nhà chim-hoàng-yến"));
  village.passTo(at(25, "15:00"));
  await village.settle();
  await first.ends({ outcome: "needs-paper" });

  for (const peer of ["r1", "r2"]) {
    await village.does(web, peer, { kind: "command", command: "delete" });
    await village.does(web, peer, { kind: "words", text: "xoá hết", masked: [] });
  }
  await village.settle();

  const left = "na-khau > 2026-11-25: somebody (hoa (mẫu)), needs-paper";
  const pastOf = (who: PropagandistRow) => told(visitsOf(village.store, who, village.now).past);
  expect([pastOf(hoa), pastOf(chief), pastOf(dung)]).toEqual([[left], [left], []]);
  expect(
    JSON.stringify(village.store.pastVisits(commune, "2026-11-01" as Day, "2026-12-01" as Day)),
  ).toBe(
    JSON.stringify([{ day: "2026-11-25", who: "hoa", village: "na-khau", went: "needs-paper" }]),
  );
});

test("a visit for a private matter says what it is about to whoever goes, and to nobody else", async () => {
  const hoa = aPerson("hoa", { villages: ["Bản Cuống"] });
  const chief = aPerson("chief", { rank: "coordinator" });
  const secret = await taken("r1", "Nà Khau", hoa, "khuyet-tat");
  await secret.ends(meet(at(26, "08:00")));

  const hidden = (who: PropagandistRow) =>
    visitsOf(village.store, who, village.now)
      .coming.flatMap((v) => v.days.flatMap(({ visits }) => visits))
      .map((visit) => "hidden" in visit && visit.hidden);

  expect(village.store.case(secret.id)?.discreet).toBe(true);
  expect([hidden(hoa), hidden(chief)]).toEqual([[false], [true]]);
});

test("who erases everything takes their visits along", async () => {
  const hoa = aPerson("hoa");
  const first = await taken("r1", "Nà Khau", hoa);
  await first.ends(meet(at(26, "08:00"), "sau nhà chim-hoàng-yến"));
  expect(visitsOf(village.store, hoa, village.now).coming).toHaveLength(1);

  await village.does(web, "r1", { kind: "command", command: "delete" });
  await village.does(web, "r1", { kind: "words", text: "xoá hết", masked: [] });
  await village.settle();

  expect(visitsOf(village.store, hoa, village.now)).toMatchObject(noVisit);
  expect(village.store.meetings(commune, 0, wednesday + 9 * day)).toEqual([]);
});

test("the morning letter says how many are to be visited today, where and by whom, even when nothing is stuck", async () => {
  const chat = () => "chat-chief" as ConversationId;
  const { id: conversation } = village.store.conversationOf(telegram, "chief", chat, wednesday);
  aPerson("chief", { rank: "coordinator", conversation, duty: false });
  const hoa = aPerson("hoa", { form: "co" });
  for (const [peer, from, clock] of [
    ["r1", "Nà Khau", "08:00"],
    ["r2", "Nà Khau", "14:30"],
    ["r3", "Bản Cuống", "15:00"],
  ] as const)
    await (await taken(peer, from, hoa)).ends(meet(at(26, clock), "sau nhà bà Thu"));
  village.passTo(at(26, "07:05"));
  await village.settle();
  heard.length = 0;

  await sendLettersDue({
    store: village.store,
    conversations: village.conversations,
    library: theLibrary,
    clock: { now: () => village.now, sleep: async () => undefined },
    log: makeLog("silent"),
  });
  await village.settle();

  expect(heard).toEqual([
    "🏠 Hôm nay có 3 buổi hẹn:\n" +
      "• Bản Cuống: 15 giờ (Cô hoa (mẫu))\n" +
      "• Nà Khau: 8 giờ (Cô hoa (mẫu)), 14 giờ 30 (Cô hoa (mẫu))",
  ]);
});
