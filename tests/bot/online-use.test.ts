/** The committee's curve: what went off online, what was entered, and the share, counted alike by two programs. */
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type OnlineLine, onlineUse } from "../../src/bot/reports/online-use.ts";
import {
  dossierEntriesCsv,
  inVillagesCsv,
  onlineUseCsv,
} from "../../src/bot/reports/online-use-csv.ts";
import type { DossiersOf } from "../../src/bot/store/dossier-counts.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { Effect } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";
import { recount, recountInVillage, recountOnline } from "../support/figures/recount.ts";
import {
  aCase,
  aPropagandist,
  aTurn,
  commune,
  conversationId,
  journey,
  propagandistId,
  settle,
} from "../support/store/builders.ts";
import { aHelper, morning, prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

let file: string;
let store: Store;
beforeEach(() => {
  file = join(aTempFolder(), "cau-noi.db");
  store = openSqlite(file);
  store.savePropagandist(aPropagandist("chief"));
});
afterEach(() => {
  store.close();
});

const chief = propagandistId("chief");
const enter = (
  month: string,
  of: DossiersOf,
  counts?: { counter: number; online?: number | undefined },
) => store.enterDossiers(commune, { month, of, counts, who: chief, at: morning });
const november = Date.parse("2026-11-05T02:00:00Z");
const use = () => onlineUse(store, theLibrary(), commune, "2026-11");
const last = ({ points }: OnlineLine) => points.at(-1);

/** A journey of this name in which a dossier went off at that moment. */
function sends(name: string, at: number, more: Partial<Extract<Effect, { do: "journey" }>>): void {
  settle(store, { web: [name] });
  const moments = ["begun", "sent"] as const;
  moments.forEach((moment, index) => {
    const effect = { ...journey(`of ${name}`, { flow: "khai-sinh", ...more }), moment } as Effect;
    store.commit([aTurn({ in: name, revision: index + 1, effects: [effect] })], at);
  });
}

type Player = ReturnType<ReturnType<typeof town>["player"]>;

/** How often it was said that a dossier went off, in the turn just taken. */
const wentOff = (p: Player): number =>
  p.chat.effects.filter((e) => e.do === "journey" && e.moment === "sent").length;

/** Presses on to the step at which a lodger's notice is sent; says how often it went off on the way. */
function walksToSending(p: Player): number {
  let sent = wentOff(p);
  for (let presses = 0; presses < 60; presses += 1) {
    if (p.saved.journeys.at(-1)?.step === "send-notice") return sent;
    const on =
      p.choices.find((says) => /Xong rồi|Không có|Hết rồi|Bằng VNeID/.test(says)) ?? p.choices[0];
    p.presses(on ?? "");
    sent += wentOff(p);
  }
  throw new Error(`stands on ${p.saved.journeys.at(-1)?.step}`);
}

test("a dossier goes off when its step is done, alone or by a helper's word, and not in practice", () => {
  const alone = town({ now: morning }).player("lan");
  alone.arrives("luu-tru");
  expect(walksToSending(alone)).toBe(0);
  alone.presses("Xong rồi");
  if (wentOff(alone) === 0) alone.presses(alone.choices[0] ?? "");
  expect(wentOff(alone)).toBe(1);

  const commons = town({ now: morning });
  const helper = commons.helper(aHelper("dung")).saved.helping?.me;
  const helped = commons.player("minh");
  helped.arrives("luu-tru");
  walksToSending(helped);
  for (const text of ["gặp người giúp", "Nà Khau", "ai cũng được"]) helped.types(text);
  const open = helped.saved.case;
  if (open === undefined || helper === undefined) throw new Error("nobody was called");
  helped.sends({ kind: "case-claim", case: open.id, by: helper });
  expect(wentOff(helped)).toBe(0);
  helped.sends({
    ...{ kind: "case-hand-back", case: open.id, by: helper },
    result: { outcome: "done-up-to", step: "send-notice" },
  });
  expect(wentOff(helped)).toBe(1);

  const practising = town({ now: morning }).player("sen");
  practising.arrives("luu-tru");
  practising.types("làm thử");
  expect(practising.saved.journeys.at(-1)?.practice).toBe(true);
  expect(walksToSending(practising)).toBe(0);
  practising.presses("Xong rồi");
  expect(wentOff(practising)).toBe(0);
});

test("what is sent again after going back was sent once, when it was sent first", () => {
  const october = november - 20 * 24 * 3_600_000;
  sends("lan", october, { village: "na-khau" });
  const again = { ...journey("of lan", { flow: "khai-sinh" }), moment: "sent" } as Effect;
  store.commit([aTurn({ in: "lan", revision: 3, effects: [again] })], november);

  expect(
    use()
      .all.points.slice(-2)
      .map(({ sent }) => sent),
  ).toEqual([1, 0]);
});

test("every guide that files a dossier online says where it goes off", () => {
  const filing = [...theLibrary().flows.values()]
    .filter(({ steps }) =>
      Object.values(steps).some((step) => step.kind === "do" && step.sends === true),
    )
    .map(({ id }) => String(id))
    .toSorted();

  expect(filing).toMatchInlineSnapshot(`
    [
      "bhyt-ho-gia-dinh",
      "cai-chinh-ho-tich",
      "ket-hon",
      "khai-sinh",
      "khai-sinh-lai",
      "khai-tu",
      "khuyet-tat",
      "lien-thong-khai-sinh",
      "luu-tru",
      "ly-lich-tu-phap",
      "mai-tang-phi",
      "nguoi-co-cong",
      "nhan-cha-me-con",
      "nop-ho-so",
      "tach-ho",
      "tam-tru",
      "thuong-tru",
      "trich-luc-ho-tich",
      "tro-cap-huu-tri",
      "tro-cap-xa-hoi",
      "xac-nhan-cu-tru",
      "xac-nhan-hon-nhan",
    ]
  `);
});

test("without the counter's number there is no share, with it a least one, and with all that came online an exact one", () => {
  sends("lan", november, { village: "na-khau", field: "justice" });
  sends("minh", november, { village: "Bản Cuống", field: "justice" });

  expect(last(use().all)).toEqual({ month: "2026-11", sent: 2 });

  enter("2026-11", { is: "all" }, { counter: 6 });
  expect(last(use().all)?.share).toEqual({ percent: 25, is: "at-least" });

  enter("2026-11", { is: "all" }, { counter: 6, online: 4 });
  expect(last(use().all)?.share).toEqual({ percent: 40, is: "exact" });

  // Fewer than went off with us is a slip of whoever entered it.
  enter("2026-11", { is: "all" }, { counter: 6, online: 1 });
  expect(last(use().all)?.share).toEqual({ percent: 25, is: "exact" });

  enter("2026-11", { is: "all" });
  expect(last(use().all)).toEqual({ month: "2026-11", sent: 2 });
  expect(dossierEntriesCsv(store, theLibrary(), commune, "2026-11").split("\r\n").length - 2).toBe(
    4,
  );
});

test("villages are those we know and those people wrote, each once however it is spelled, and fields stand apart", () => {
  sends("lan", november, { village: "na-khau", field: "justice" });
  sends("minh", november, { village: "na khau", field: "residence" });
  sends("hoa", november, { village: "Bản Cuống", field: "residence" });
  sends("sen", november, { village: undefined, field: "residence" });
  enter("2026-11", { is: "village", id: "na-khau" }, { counter: 2, online: 2 });
  enter("2026-11", { is: "field", id: "residence" }, { counter: 1 });

  const { villages, fields } = use();

  expect(villages.map((line) => [line.name, last(line)?.sent, last(line)?.share?.percent])).toEqual(
    [
      ["Bản Cuống", 1, undefined],
      ["Nà Khau", 2, 50],
    ],
  );
  expect(fields.map((line) => [line.name, last(line)?.sent, last(line)?.share?.percent])).toEqual([
    ["Hộ tịch", 1, undefined],
    ["Cư trú", 3, 75],
    ["Bảo hiểm", 0, undefined],
    ["An sinh", 0, undefined],
    ["Tài khoản", 0, undefined],
  ]);
});

test("whoever erases everything stays counted", () => {
  sends("lan", november, { village: "na-khau", field: "justice" });
  store.erase(conversationId("lan"));

  expect(last(use().all)?.sent).toBe(1);
});

test("a year of sendings and entries is counted alike by two programs, as a whole, by village and by field", () => {
  const month = fc.integer({ min: 0, max: 11 });
  const village = fc.constantFrom("na-khau", "Bản Cuống", undefined);
  const field = fc.constantFrom("justice" as const, "residence" as const, "social" as const);
  const of = fc.constantFrom<DossiersOf>(
    { is: "all" },
    { is: "village", id: "na-khau" },
    { is: "village", id: "Bản Cuống" },
    { is: "field", id: "justice" },
    { is: "field", id: "residence" },
  );
  const counts = fc.option(
    fc.record({
      counter: fc.integer({ min: 0, max: 9 }),
      online: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    }),
    { nil: undefined },
  );
  let run = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ month, village, field, day: fc.integer({ min: 0, max: 27 }) }), {
        maxLength: 25,
      }),
      fc.array(fc.record({ month, of, counts }), { maxLength: 25 }),
      (sendings, entries) => {
        run += 1;
        const own = join(aTempFolder(), "cau-noi.db");
        const before = store;
        store = openSqlite(own);
        try {
          for (const [at, s] of sendings.entries())
            sends(`r${run}-${at}`, Date.UTC(2026, s.month, 1 + s.day, 18), {
              village: s.village,
              field: s.field,
            });
          const named = (at: number) => `2026-${String(at + 1).padStart(2, "0")}`;
          for (const entry of entries) enter(named(entry.month), entry.of, entry.counts);
          const { all, villages, fields, months } = onlineUse(
            store,
            theLibrary(),
            commune,
            "2026-12",
          );
          expect(months).toEqual(Array.from({ length: 12 }, (_, at) => named(at)));
          const check = (
            line: OnlineLine | undefined,
            again: Parameters<typeof recountOnline>[2],
          ) => {
            for (const { month: of_, sent, counter, online, share } of line?.points ?? [])
              expect({
                sent,
                counter: counter ?? null,
                online: online ?? null,
                percent: share?.percent ?? null,
              }).toEqual(recountOnline(own, of_, again));
          };
          check(all, {});
          const villageOf = (name: string) => villages.find((line) => line.name === name);
          check(villageOf("Nà Khau"), { villages: ["na-khau"] });
          check(villageOf("Bản Cuống"), { villages: ["Bản Cuống"] });
          for (const line of fields) if (line.of.is === "field") check(line, { field: line.of.id });
          const [from, until] = [
            Date.UTC(2026, 10, 1) - 7 * 3_600_000,
            Date.UTC(2026, 11, 1) - 7 * 3_600_000,
          ];
          expect(all.points[10]?.sent).toBe(recount(own, from, until).sent);
        } finally {
          store.close();
          store = before;
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("a village's fields say what was sent, asked and answered, alike by two programs, and in a table", () => {
  sends("lan", november, { village: "na-khau", field: "justice" });
  sends("minh", november, { village: "na khau", field: "justice" });
  sends("sen", november - 30 * 24 * 3_600_000, { village: "na-khau", field: "justice" });
  const asks = (name: string, taken: boolean, village: string | undefined) => {
    settle(store, { web: [name] });
    const row = aCase(name, { village, field: "justice" });
    const rows = taken ? [row, { ...row, state: "claimed" as const, claimedBy: chief }] : [row];
    for (const [at, one] of rows.entries())
      store.commit(
        [aTurn({ in: name, revision: at + 1, effects: [{ do: "case", row: one }] })],
        november + at,
      );
  };
  asks("hoa", true, "na-khau");
  asks("ly", false, "na-khau");
  asks("tu", true, undefined);

  const cells = use().inVillages;

  expect(cells).toEqual([
    { village: "", field: "justice", sent: 0, asked: 1, answered: 1 },
    { village: "Nà Khau", field: "justice", sent: 2, asked: 2, answered: 1 },
  ]);
  for (const [at, villages] of [[], ["na-khau", "na khau"]].entries()) {
    const { sent, asked, answered } = recountInVillage(file, "2026-11", {
      villages,
      field: "justice",
    });
    expect(cells[at]).toMatchObject({ sent, asked, answered });
  }
  expect(inVillagesCsv(store, theLibrary(), commune, "2026-11")).toContain(
    "\r\n2026-11,na-khau,Nà Khau,justice,Hộ tịch,2,2,1\r\n",
  );
});

test("the tables carry names beside ids, every month, and who entered what", () => {
  sends("lan", november, { village: "na-khau", field: "justice" });
  enter("2026-10", { is: "all" }, { counter: 9, online: 3 });
  enter("2026-11", { is: "village", id: "na-khau" }, { counter: 1 });

  const table = onlineUseCsv(store, theLibrary(), commune, "2026-11");
  const entries = dossierEntriesCsv(store, theLibrary(), commune, "2026-11");

  expect(table.startsWith("\u{feff}month,of,id,name,sent_online_with_us,")).toBe(true);
  expect(table).toContain("\r\n2026-10,commune,*,Cả xã,0,3,9,25,exact\r\n");
  expect(table).toContain("\r\n2026-11,village,na-khau,Nà Khau,1,,1,50,at-least\r\n");
  expect(table).toContain("\r\n2025-12,commune,*,Cả xã,0,,,,\r\n");
  expect(entries.split("\r\n").slice(1, -1)).toEqual([
    "2026-10,commune,*,Cả xã,3,9,chief (mẫu),2026-11-24,9:00",
    "2026-11,village,na-khau,Nà Khau,,1,chief (mẫu),2026-11-24,9:00",
  ]);
});
