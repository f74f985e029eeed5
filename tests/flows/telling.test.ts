/** Whose telephone speaks up, and for what: decided with the turn, whether they have a chat or only the desk. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId } from "../../src/flows/index.ts";
import {
  aHelper,
  asksForSomebody,
  day,
  minute,
  type Player,
  prepare,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** Works at the desk alone. */
const sen = aHelper("sen", { conversation: undefined });
/** Has a chat besides. */
const pao = aHelper("pao");
const as = (who: typeof sen) => ({ id: who.id, name: who.name, role: who.role });

function asked() {
  const commune = town({ roster: [sen] });
  const chat = commune.helper(pao);
  const ba = commune.player("ba");
  asksForSomebody(ba);
  return { commune, chat, ba };
}

const idOf = (ba: Player): CaseId => ba.saved.case?.id ?? ("" as CaseId);

/** "needs-help: sen, pao", for everything the last turn here tells. */
const told = (who: Player): string[] =>
  who.chat.effects.flatMap((effect) =>
    effect.do === "tell" ? [`${effect.what}: ${effect.who.join(", ")}`] : [],
  );

const claimed = (ba: Player, who: typeof sen) =>
  ba.sends({ kind: "case-claim", case: idOf(ba), by: as(who) });

describe("telephones speak up", () => {
  test("for everybody who is called, and again when all are called anew", () => {
    const { commune, ba } = asked();
    expect(told(ba)).toEqual(["needs-help: sen, pao"]);

    const anew: string[] = [];
    for (let minutes = 0; minutes < day / minute && anew.length === 0; minutes += 10) {
      commune.pass(10 * minute);
      anew.push(...told(ba));
    }

    expect(anew).toEqual(["needs-help: sen, pao"]);
  });

  test("for the holder, when the resident writes or sends something", () => {
    const { ba } = asked();
    claimed(ba, sen);
    expect(told(ba)).toEqual([]);

    ba.types("nó hiện chữ gì lạ lắm");

    expect(told(ba)).toEqual(["message: sen"]);
  });

  test("for whoever is handed a case, not for whoever takes it over themselves", () => {
    const { ba } = asked();

    ba.sends({ kind: "case-assign", case: idOf(ba), by: as(pao), to: as(sen) });
    expect(told(ba)).toEqual(["given: sen"]);
    ba.sends({ kind: "case-assign", case: idOf(ba), by: as(pao), to: as(pao) });

    expect(told(ba)).toEqual([]);
  });

  test("for whoever is called in, and then for both when the resident writes", () => {
    const { ba } = asked();
    claimed(ba, pao);

    ba.sends({
      kind: "case-tool",
      case: idOf(ba),
      by: as(pao),
      tool: { is: "invite", to: sen.id },
    });
    expect(told(ba)).toEqual(["called-in: sen"]);
    claimed(ba, sen);
    ba.types("hai người à");

    expect(told(ba)).toEqual(["message: pao", "message: sen"]);
  });

  test("for a coordinator on duty, when the holder asks about the case", () => {
    const { commune, ba } = asked();
    commune.helper(aHelper("mai", { coordinator: true, villages: [] }));
    claimed(ba, sen);

    ba.sends({
      kind: "case-remarked",
      case: idOf(ba),
      by: as(sen),
      key: "k1",
      as: "question",
      text: "giấy nào thay được?",
    } as never);

    expect(told(ba)).toEqual(["colleague: mai"]);
  });

  test("not when somebody takes words back, or the case ends", () => {
    const { ba } = asked();
    claimed(ba, sen);
    ba.types("nhầm người");

    ba.sends({
      kind: "case-hand-back",
      case: idOf(ba),
      by: as(sen),
      result: { outcome: "finished" },
    });

    expect(told(ba)).toEqual([]);
  });

  test("before a meeting, for whoever goes there", () => {
    const { commune, ba } = asked();
    claimed(ba, sen);
    ba.sends({
      kind: "case-hand-back",
      case: idOf(ba),
      by: as(sen),
      result: { outcome: "meet", at: ba.saved.case?.openedAt ?? 0, place: "nhà văn hoá" },
    });
    const heard: string[] = [];

    for (let minutes = 0; minutes < 24 * 60 && heard.length === 0; minutes += 30) {
      commune.pass(30 * minute);
      heard.push(...told(ba));
    }

    expect(heard).toEqual(["meeting: sen"]);
  });
});
