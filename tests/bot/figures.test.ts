import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { monthFigures, type Waits } from "../../src/bot/reports/figures.ts";
import { figuresCsv, loadCsv } from "../../src/bot/reports/figures-csv.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { Effect } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";
import { type Recount, recount } from "../support/figures/recount.ts";
import {
  aCase,
  aPropagandist,
  aTurn,
  caseId,
  commune,
  conversationId,
  helper,
  journey,
  settle,
} from "../support/store/builders.ts";
import {
  aHelper,
  day,
  hour,
  minute,
  morning,
  type Player,
  prepare,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

let folder: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = aTempFolder();
  file = join(folder, "cau-noi.db");
  store = openSqlite(file);
});
afterEach(() => {
  store.close();
});

const november = [Date.parse("2026-10-31T17:00:00Z"), Date.parse("2026-11-30T17:00:00Z")] as const;

/** A generator everybody can repeat: the same seed, the same month. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a person does in one case, from asking to whatever end; by real turns of the talk. */
function lives(seed: number, name: string, residents: string[]): number {
  const roll = chance(seed);
  const village = ["Nà Khau", "na khau", "Bản Cuống", "bản cuống"][roll(4)] ?? "";
  const start = morning + roll(5) * day + [0, 3, 13][roll(3)]! * hour;
  const commons = town({ now: start });
  const helpers = ["dung", "hoa"].map((each) => commons.helper(aHelper(each)));
  const p = commons.player(name);
  let revision = 0;
  const keep = () => {
    const effects = p.chat.effects.filter(
      (e: Effect) =>
        e.do === "case" || e.do === "journey" || e.do === "stuck" || e.do === "case-answer",
    );
    while (revision < p.chat.revision) {
      revision += 1;
      const last = revision === p.chat.revision;
      store.commit([aTurn({ in: name, revision, effects: last ? effects : [] })], commons.now);
    }
  };
  const act = (doing: (of: Player) => unknown) => {
    doing(p);
    keep();
  };
  residents.push(name);
  settle(store, { web: [name] });

  act((of) => of.arrives(["tra-cuu-ho-so", "khai-sinh", "nop-phi"][roll(3)]));
  act((of) => of.types("gặp người giúp"));
  act((of) => of.types(village));
  act((of) => of.presses("Ai giúp cũng được"));
  if (roll(8) === 0) return commons.now;
  commons.pass(roll(50) * minute);
  keep();
  const open = p.saved.case;
  if (open === undefined) return commons.now;
  const by = helpers[roll(2)]!.saved.helping!.me;
  act((of) => of.sends({ kind: "case-claim", case: open.id, by }));
  commons.pass(roll(5) * minute);
  keep();
  switch (roll(6)) {
    case 0:
      act((of) => of.sends({ kind: "case-release", case: open.id, by }));
      act((of) =>
        of.sends({ kind: "case-claim", case: open.id, by: helpers[0]!.saved.helping!.me }),
      );
      break;
    case 1:
      act((of) => of.types("tự làm tiếp"));
      break;
    case 2:
      act((of) =>
        of.sends({ kind: "case-hand-back", case: open.id, by, result: { outcome: "unreached" } }),
      );
      break;
    case 3:
      act((of) =>
        of.sends({ kind: "case-hand-back", case: open.id, by, result: { outcome: "finished" } }),
      );
      break;
    case 4:
      act((of) =>
        of.sends({ kind: "case-hand-back", case: open.id, by, result: { outcome: "still-here" } }),
      );
      break;
    default:
      break;
  }
  // Two hours later they are asked once whether it helped; not everybody answers.
  commons.pass(14 * hour);
  keep();
  const answer = [p.choices[0], p.choices[1], undefined][roll(3)];
  if (p.saved.helped !== undefined && answer !== undefined) act((of) => of.presses(answer));
  return commons.now;
}

const rank = (waits: readonly number[], share: number) => {
  if (waits.length === 0) return undefined;
  return Math.round((waits[Math.ceil(share * waits.length) - 1]! / minute) * 10) / 10;
};
const waitsOf = (waits: readonly number[]): Waits => ({
  count: waits.length,
  median: rank(waits, 0.5),
  most: rank(waits, 0.9),
});
const asFigures = ({ loads: _, waits, waitsOutsideHours, ...rest }: Recount) => ({
  ...rest,
  waits: waitsOf(waits),
  waitsOutsideHours: waitsOf(waitsOutsideHours),
});

test("a month of cases is counted alike by two programs, as a whole and per field", () => {
  const residents: string[] = [];
  for (let seed = 1; seed <= 60; seed += 1) lives(seed * 7919, `r${seed}`, residents);
  // One in ten erases everything: what was counted stays counted.
  for (const name of residents.filter((_, index) => index % 10 === 3))
    store.erase(conversationId(name));

  const { all, each, loads } = monthFigures(store, commune, "2026-11");

  const second = recount(file, ...november);
  expect(all).toEqual(asFigures(second));
  expect(loads).toEqual(second.loads);
  expect(all.asked).toBe(60);
  expect(Object.keys(all.outcomes).length).toBeGreaterThan(3);
  expect(all.waits.count).toBeGreaterThan(5);
  expect(all.said.helped).toBeGreaterThan(3);
  expect(all.said.not).toBeGreaterThan(3);
  expect(all.waitsOutsideHours.count).toBeGreaterThan(5);
  for (const field of new Set(each.map((line) => line.field))) {
    const lines = each.filter((line) => line.field === field);
    const counted = recount(file, ...november, field);
    const sum = (of: (line: (typeof lines)[number]) => number) =>
      lines.reduce((total, line) => total + of(line), 0);
    expect([field, sum((l) => l.asked), sum((l) => l.answered), sum((l) => l.begun)]).toEqual([
      field,
      counted.asked,
      counted.answered,
      counted.begun,
    ]);
    expect(sum((l) => l.finished["in-chat"])).toBe(counted.finished["in-chat"]);
    expect([sum((l) => l.said.helped), sum((l) => l.said.not)]).toEqual([
      counted.said.helped,
      counted.said.not,
    ]);
  }
});

test("one village spelled in four ways is one line", () => {
  const residents: string[] = [];
  for (let seed = 1; seed <= 24; seed += 1) lives(seed * 104729, `r${seed}`, residents);

  const { each } = monthFigures(store, commune, "2026-11");

  const asked = each.filter((line) => line.asked > 0);
  const names = new Set(asked.map(({ village }) => village.toLocaleLowerCase("vi")));
  expect([...names].toSorted()).toEqual(["bản cuống", "na-khau"]);
});

const claimed = (at: number, more = {}) =>
  ({
    do: "case",
    row: aCase("k1", {
      state: "claimed",
      claimedBy: helper.id,
      openedAt: at,
      waitingSince: at,
      ...more,
    }),
  }) as const satisfies Effect;

test("time to a person is from the call to the first claim, and a second claim changes nothing", () => {
  settle(store, { web: ["lan"] });
  const at = morning;
  const commits = (revision: number, effect: Effect, when: number) =>
    store.commit([aTurn({ in: "lan", revision, effects: [effect] })], when);
  commits(1, { do: "case", row: aCase("k1", { openedAt: at, waitingSince: at }) }, at);
  commits(2, claimed(at), at + 4 * minute);
  commits(
    3,
    { do: "case", row: aCase("k1", { openedAt: at, waitingSince: at + 5 * minute }) },
    at + 5 * minute,
  );
  commits(4, claimed(at), at + 30 * minute);

  const { all, loads } = monthFigures(store, commune, "2026-11");

  expect(all.waits).toEqual({ count: 1, median: 4, most: 4 });
  expect(all.outcomes).toEqual({ open: 1 });
  expect(loads).toEqual([{ who: helper.id, helped: 1, closed: 0, beside: 0 }]);
});

test("a turn that only moves the resident writes nothing into the log", () => {
  settle(store, { web: ["lan"] });
  const row = aCase("k1");
  for (const revision of [1, 2, 3])
    store.commit([aTurn({ in: "lan", revision, effects: [{ do: "case", row }] })], morning);

  expect(store.caseEvents(commune, ...november).map(({ moment }) => moment)).toEqual(["opened"]);
});

test("who erases everything is still counted, without an hour and under a name that leads nowhere", () => {
  settle(store, { web: ["lan"] });
  store.commit([aTurn({ in: "lan", effects: [{ do: "case", row: aCase("k1") }] })], morning);

  store.erase(conversationId("lan"));

  const events = store.caseEvents(commune, ...november);
  expect(events.map(({ moment, outcome }) => [moment, outcome])).toEqual([
    ["opened", undefined],
    ["closed", "erased"],
  ]);
  for (const event of events) {
    expect(event.case).not.toBe("k1");
    expect((event.at + 7 * hour) % day).toBe(0);
  }
  expect(monthFigures(store, commune, "2026-11").all.outcomes).toEqual({ erased: 1 });
});

test("after an erasure a known village is still counted, and one that was typed is not kept", () => {
  settle(store, { web: ["lan", "minh"] });
  for (const [name, village] of [
    ["lan", "na-khau"],
    ["minh", "Bản Cuống"],
  ] as const) {
    const row = aCase(`case of ${name}`, { village });
    store.commit(
      [aTurn({ in: name, effects: [journey(`way of ${name}`, { village }), { do: "case", row }] })],
      morning,
    );
    store.erase(conversationId(name));
  }

  const { each } = monthFigures(store, commune, "2026-11");

  expect(each.map(({ village, asked, begun }) => [village, asked, begun])).toEqual([
    ["", 1, 0],
    ["", 0, 1],
    ["na-khau", 1, 0],
    ["na-khau", 0, 1],
  ]);
});

test("the tables say the same, with names for people and one last line for everything", () => {
  settle(store, { web: ["lan"] });
  store.savePropagandist(aPropagandist("hoa"));
  store.commit(
    [
      aTurn({
        in: "lan",
        effects: [
          journey("j1"),
          {
            do: "case",
            row: aCase("k1", {
              openedAt: morning,
              rung: "village",
              waitingSince: morning,
              village: "na-khau",
              field: "justice",
            }),
          },
        ],
      }),
    ],
    morning,
  );
  store.commit(
    [
      aTurn({
        in: "lan",
        revision: 2,
        effects: [claimed(morning, { village: "na-khau", field: "justice" })],
      }),
    ],
    morning + 6 * minute,
  );

  expect(figuresCsv(store, theLibrary(), commune, "2026-11").split("\r\n").slice(1)).toEqual([
    "2026-11,na-khau,Nà Khau,justice,Hộ tịch,1,1,6,6,0,,1,0,0,0,0,0,0,village 1,open 1",
    "2026-11,*,Cả xã,*,Mọi lĩnh vực,1,1,6,6,0,,1,0,0,0,0,0,0,village 1,open 1",
    "",
  ]);
  expect(loadCsv(store, commune, "2026-11").split("\r\n").slice(1)).toEqual([
    "2026-11,hoa (mẫu),1,0,0",
    "",
  ]);
});

test("an answer is counted in its own month, once, with its case's village and field, and stays after an erasure", () => {
  settle(store, { web: ["lan", "minh"] });
  const december = Date.parse("2026-12-01T02:00:00Z");
  const asked = (name: string, village: string): Effect => ({
    do: "case",
    row: aCase(`case of ${name}`, { village, field: "justice" }),
  });
  const said = (name: string, well: boolean): Effect => ({
    do: "case-answer",
    case: caseId(`case of ${name}`),
    well,
  });
  const commits = (name: string, revision: number, effects: Effect[], at: number) =>
    store.commit([aTurn({ in: name, revision, effects })], at);
  commits("lan", 1, [asked("lan", "na-khau")], morning);
  commits("minh", 1, [asked("minh", "Bản Cuống")], morning);
  commits("lan", 2, [said("lan", true)], december);
  commits("lan", 3, [said("lan", false)], december);
  commits("minh", 2, [said("minh", false)], december);
  store.erase(conversationId("lan"));
  store.erase(conversationId("minh"));

  const { all, each } = monthFigures(store, commune, "2026-12");

  expect(all.said).toEqual({ helped: 1, not: 1 });
  expect(recount(file, december - day, december + 30 * day).said).toEqual(all.said);
  expect(
    each.filter((l) => l.field === "justice").map(({ village, said: of }) => [village, of]),
  ).toEqual([
    ["", { helped: 0, not: 1 }],
    ["na-khau", { helped: 1, not: 0 }],
  ]);
  expect(monthFigures(store, commune, "2026-11").all.said).toEqual({ helped: 0, not: 0 });
});

test("sitting beside counts people and guides helped in person, by two programs, and nobody's label", () => {
  const commons = town({ now: morning });
  const who = aHelper("dung");
  const by = { id: who.id, name: who.name, role: who.role };
  settle(store, { web: ["green", "cap", "red"] });
  for (const name of ["green", "cap", "red"]) {
    const neighbour = commons.player(name);
    const effects: Effect[] = [];
    const takes = (act: () => unknown) => {
      act();
      effects.push(...neighbour.chat.effects);
    };
    takes(() => neighbour.sends({ kind: "beside", by }));
    takes(() => neighbour.presses(name === "red" ? "Không đồng ý" : "Đồng ý"));
    if (name === "green") {
      takes(() => neighbour.arrives("tra-cuu-ho-so"));
      neighbour.sends({ kind: "moved" });
      for (let steps = 0; steps < 40 && neighbour.saved.guiding; steps += 1)
        takes(() =>
          neighbour.presses(
            neighbour.choices.find((says) => says.includes("đã trả")) ?? neighbour.choices[0]!,
          ),
        );
    }
    const counted = effects.filter((e) => e.do === "journey" || e.do === "sat-beside");
    store.commit([aTurn({ in: name, effects: counted })], commons.now);
  }

  const { all, loads } = monthFigures(store, commune, "2026-11");

  const second = recount(file, ...november);
  expect(loads).toEqual([{ who: who.id, helped: 0, closed: 0, beside: 2 }]);
  expect(loads).toEqual(second.loads);
  expect(all.finished).toEqual({ alone: 0, "in-chat": 0, "in-person": 1 });
  expect(all.finished).toEqual(second.finished);
});
