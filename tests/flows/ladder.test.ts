/** Who is called, from near to wide, with which reason, and when the next ones are. */
import { beforeAll, describe, expect, test } from "vitest";
import { isThere, thereAgain } from "../../src/flows/cases/duty.ts";
import { type Need, nextCall, type Step } from "../../src/flows/cases/routing.ts";
import type { RosterEntry } from "../../src/flows/index.ts";
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

const desk = () => ({ ...theLibrary().desk, neighbours: { "na-khau": ["Thôn Bên"] } });
const need = (more: Partial<Need> = {}): Need => ({
  case: "k1" as Need["case"],
  wants: "anyone",
  discreet: false,
  village: "na-khau",
  flow: "khai-sinh",
  field: "justice",
  ...more,
});
const before = aHelper("xua", { villages: ["xa-lac"] });
const knowing = aHelper("biet", { knows: ["justice"], speaks: ["vi", "tay"] });
const near = aHelper("gan", { groups: ["village"] });
const beside = aHelper("ben", { villages: ["Thôn Bên"] });
const grouped = aHelper("to", { villages: ["xa-lac"], groups: ["village"] });
const far = aHelper("xa", { villages: ["noi-khac"] });
const all = [far, grouped, beside, near, knowing, before];

/** The rungs as they follow each other, with who is called on each. */
function climbed(roster: readonly RosterEntry[], of: Need): ReadonlyArray<readonly [Step, string]> {
  const rungs: Array<readonly [Step, string]> = [];
  const rang: string[] = [];
  for (let from: Step = "helped-before"; rungs.length < 50; ) {
    const next = nextCall(desk(), roster, of, from, rang);
    if (next === undefined) return rungs;
    rungs.push([next.rung, next.people.map((p) => p.id).join(" ")]);
    rang.push(...next.people.map((p) => p.id));
    from = next.rung;
  }
  throw new Error("the ladder has no end");
}

describe("the ladder", () => {
  test("calls those whose chat took nothing the last time after the others of their rung, whatever they hold", () => {
    const [gone, away] = ["mat", "chan"].map((name) =>
      aHelper(name, { unheardSince: morning - hour }),
    ) as [RosterEntry, RosterEntry];
    const busy = aHelper("ban", { open: 3, calls: 9 });

    expect(climbed([gone, busy, away, far], need())).toEqual([
      ["village", "ban"],
      ["village", "mat chan"],
      ["everyone", "xa"],
    ]);
    expect(climbed([gone, far], need({ helper: gone.id }))[0]).toEqual(["helped-before", "mat"]);
  });

  test("goes from who helped before, by what they know, outwards to everybody", () => {
    expect(climbed(all, need({ helper: before.id }))).toEqual([
      ["helped-before", "xua"],
      ["village-knows", "biet"],
      ["village", "gan"],
      ["neighbours", "ben"],
      ["group", "to"],
      ["everyone", "xa"],
    ]);
  });

  test("passes over rungs without people, and over whoever is off duty", () => {
    const away = all.map((p) => (p === near || p === knowing ? { ...p, onDuty: false } : p));
    expect(climbed(away, need())).toEqual([
      ["neighbours", "ben"],
      ["group", "to"],
      ["everyone", "xa xua"],
    ]);
  });

  test("with a language asks those first who know the task and speak it", () => {
    const silent = { ...knowing, speaks: ["vi"] as const };
    expect(climbed(all, need({ speech: "tay" }))[0]).toEqual(["village-knows", "biet"]);
    expect(climbed([near, silent], need({ speech: "tay" }))[0]).toEqual(["village", "gan biet"]);
  });

  test.each([
    ["another village", { wants: "other-village" }],
    ["a private guide", { discreet: true }],
    ["a private guide and a wish", { discreet: true, wants: "woman" }],
  ] as const)("for %s never reaches the own village, on any rung", (_why, more) => {
    const called = climbed(all, need({ ...more, helper: near.id })).map(([, who]) => who);
    expect(called.join(" ")).not.toMatch(/gan|biet/);
    expect(called.length).toBeGreaterThan(0);
  });

  test("of a private guide reaches the own village when the resident asks for it", () => {
    expect(climbed(all, need({ discreet: true, wants: "own-village" }))[0]?.[1]).toBe("biet");
  });

  test("calls a handful at once, those first with the least to do, and in the end everybody once", () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      aHelper(`p${String(at).padStart(2, "0")}`, { open: at % 3, calls: at }),
    );
    const rungs = climbed(many, need());
    expect(rungs[0]?.[0]).toBe("village");
    expect(rungs.every(([, who]) => who.split(" ").length <= 5)).toBe(true);
    const first = rungs[0]?.[1].split(" ") ?? [];
    expect(first).toEqual(expect.arrayContaining(["p00", "p03", "p06", "p09"]));
    expect(rungs.flatMap(([, who]) => who.split(" ")).toSorted()).toEqual(many.map((p) => p.id));
  });
});

describe("being there", () => {
  const hours = [{ days: [1, 2, 3, 4, 5], from: "07:00", until: "11:00" }];

  test("follows one's own hours", () => {
    expect(isThere({ hours, absences: [] }, morning)).toBe(true);
    expect(isThere({ hours, absences: [] }, morning + 3 * hour)).toBe(false);
    expect(thereAgain({ hours, absences: [] }, morning + 3 * hour)).toBe(morning + 22 * hour);
  });

  test.each([
    ["a harvest", { on: "days", from: "2026-11-20", until: "2026-11-26" }, "2026-11-27"],
    ["market day", { on: "weekdays", days: [2] }, "2026-11-25"],
    // 24 November 2026 is the 16th of the tenth lunar month.
    ["a day of the moon", { on: "lunar", days: [16] }, "2026-11-25"],
  ] as const)("ends for %s and begins again after it", (_why, absence, back) => {
    const who = { hours, absences: [absence] };
    expect(isThere({ hours, absences: [] }, morning)).toBe(true);
    expect(isThere(who as never, morning)).toBe(false);
    expect(thereAgain(who as never, morning)).toBe(Date.parse(`${back}T00:00:00Z`));
  });
});

function asks(ba: Player, flow = "tra-cuu-ho-so") {
  ba.types("bà đang ở nhà");
  ba.arrives(flow);
  ba.presses(ba.choices[0] ?? "");
  if (ba.saved.asking?.what === "keep") ba.presses("Có, nhớ giúp tôi");
  ba.commands("human");
  if (ba.saved.asking?.what === "village") ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
}

describe("who helped before", () => {
  const dung = aHelper("dung", { villages: ["noi-khac"] });
  const hoa = aHelper("hoa");
  const by = { id: dung.id, name: dung.name, role: dung.role };

  test("is called first next time, and both sides read why", () => {
    const commune = town({ roster: [hoa] });
    const [helper, ba] = [commune.helper(dung), commune.player("ba")];
    asks(ba);
    const first = ba.saved.case?.id ?? "";
    ba.sends({ kind: "case-claim", case: first as never, by });
    ba.sends({
      kind: "case-hand-back",
      case: first as never,
      by,
      result: { outcome: "still-here" },
    });
    commune.pass(40 * day);

    ba.commands("human");
    ba.presses("Ai giúp cũng được");

    expect(ba.saved.case?.called).toEqual(["dung"]);
    expect(ba.heard.slice(-2).join("\n")).toMatch(
      /Dung \(mẫu\), vì (tháng trước|lần trước) đã giúp bà/,
    );
    expect(helper.heard.at(-1)).toMatch(/Bà ở Nà Khau lại cần giúp.*đã giúp/);
    commune.pass(3 * minute);
    expect(ba.saved.case?.called).toContain("hoa");
  });

  test("is not remembered without consent, and not after everything was erased", () => {
    const commune = town({ roster: [hoa] });
    commune.helper(dung);
    const ba = commune.player("ba");
    ba.types("bà đang ở nhà");
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const id = ba.saved.case?.id ?? "";
    ba.sends({ kind: "case-claim", case: id as never, by });
    ba.sends({ kind: "case-hand-back", case: id as never, by, result: { outcome: "still-here" } });

    expect(ba.saved.lastHelper).toBeUndefined();
  });
});

describe("outside hours", () => {
  test("the resident hears who is there when, and what they leave is read by whoever comes", () => {
    const hoa = aHelper("hoa", { onDuty: false, freeAt: morning + 22 * hour });
    const commune = town({ now: morning + 13 * hour });
    const helper = commune.helper(hoa);
    const ba = commune.player("ba");
    asks(ba);
    expect(ba.heard.join("\n")).toContain("Đến 7 giờ ngày mai có Hoa (mẫu) trực");

    ba.presses("Để lại lời nhắn");
    ba.types("Máy báo chưa có tài khoản");
    commune.duty("hoa", true);
    commune.pass(10 * hour);
    helper.presses("Nhận giúp");

    expect(helper.heard.join("\n")).toContain("Máy báo chưa có tài khoản");
  });
});

describe("a coordinator", () => {
  const [dung, hoa] = [aHelper("dung"), aHelper("hoa")];
  const as = (who: typeof dung) => ({ id: who.id, name: who.name, role: who.role });

  test("gives a case from one person to another: the one hears it is gone, the other has it", () => {
    const commune = town({});
    const [first, second] = [commune.helper(dung), commune.helper(hoa)];
    const ba = commune.player("ba");
    asks(ba);
    first.presses("Nhận giúp");
    const id = ba.saved.case?.id as never;

    ba.sends({ kind: "case-assign", case: id, by: as(hoa), to: as(hoa) });

    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: "hoa" } });
    expect(ba.saved.state).toBe("with-person");
    expect(first.heard.at(-1)).toContain("Điều phối đã nhờ Hoa (mẫu)");
    expect(second.saved.helping?.cases.map((c) => c.id)).toEqual([id]);
    expect(first.saved.helping?.cases).toEqual([]);
  });

  test("who signs a chat out makes it a resident's again at once", () => {
    const commune = town({});
    const lost = commune.helper(dung);
    const ba = commune.player("ba");
    asks(ba);
    commune.moves("dung", undefined);

    lost.presses("Nhận giúp");

    expect(ba.saved.case?.state.is).toBe("waiting");
    expect(lost.saved.helping).toBeUndefined();
    expect(lost.heard.join("\n")).toContain("không còn là bàn của người giúp");
  });
});
