/** A propagandist's own chat takes nothing any more: whoever waits is not kept waiting for them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId } from "../../src/flows/index.ts";
import { aHelper, asksForSomebody, minute, type Player, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const lan = aHelper("lan", { villages: ["ban-khac"], role: "bí thư chi đoàn" });

const caseOf = (of: Player): CaseId => of.saved.case!.id;
const last = (of: Player): string => of.heard.at(-1) ?? "";

function called({ alone = false } = {}) {
  const commune = town();
  const near = commune.helper(dung);
  const far = alone ? undefined : commune.helper(lan);
  const ba = commune.player("ba-lien", "zalo-bot");
  asksForSomebody(ba);
  const refuses = (held = false) =>
    near.sends({
      kind: "undelivered",
      turn: 1,
      about: caseOf(ba),
      ...(held ? { held: true as const } : {}),
    });
  return { commune, near, far, ba, refuses };
}

describe("a call that could not be brought", () => {
  test.each([false, true])("leads to the next ones at once (held until they write: %s)", (held) => {
    const { far, ba, refuses } = called();

    refuses(held);

    expect(last(far!)).toContain("Người cần giúp: bà ở Nà Khau");
    expect(last(ba)).toMatch(/Chưa ai nhận được, cháu gọi thêm Lan/u);
    expect(ba.saved.case?.state.is).toBe("waiting");
  });

  test("leads to the telephone at once when there is nobody else, and to another call later", () => {
    const { commune, near, ba, refuses } = called({ alone: true });

    refuses();

    expect(last(ba)).toMatch(/gọi thẳng số/u);
    const heard = ba.heard.length;
    commune.pass(20 * minute);
    expect(ba.heard).toHaveLength(heard);
    commune.pass(60 * minute);
    expect(last(near)).toContain("Gọi lại");
  });

  test("says nothing new while somebody else was called too", () => {
    const { far, ba, near, commune } = called();
    commune.pass(3 * minute);
    const heard = ba.heard.length;

    near.sends({ kind: "undelivered", turn: 1, about: caseOf(ba) });

    expect(ba.heard).toHaveLength(heard);
    far!.presses("Nhận giúp");
    expect(ba.saved.case?.state.is).toBe("claimed");
  });
});

describe("what a neighbour wrote could not be brought to the one who holds the case", () => {
  test("others are called at once, and the neighbour hears why", () => {
    const { near, far, ba, refuses } = called();
    near.presses("Nhận giúp");
    ba.types("bà bấm vào đâu");

    refuses();

    expect(last(ba)).toContain("Máy không nhắn tới Dung (mẫu) được nữa.");
    expect(last(ba)).toContain("đã gọi người khác");
    expect(last(far!)).toContain("Người cần giúp: bà ở Nà Khau");
    far!.presses("Nhận giúp");
    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: "lan" } });
  });

  test("with nobody else on duty the neighbour is given the telephone", () => {
    const { commune, near, ba, refuses } = called({ alone: true });
    near.presses("Nhận giúp");
    ba.types("bà bấm vào đâu");
    const heard = ba.heard.length;

    refuses();

    const told = ba.heard.slice(heard).join("\n");
    expect(told).toContain("Máy không nhắn tới Dung (mẫu) được nữa.");
    expect(told).toMatch(/Lúc này chưa có ai nhận giúp được.*Cần ngay thì gọi/su);
    expect(ba.saved.case).toMatchObject({ state: { is: "waiting", rung: "later" } });
    expect(ba.saved.case?.nextAt).toBeGreaterThan(commune.now);
  });

  test("waits for them where it is only held until they write", () => {
    const { near, ba, refuses } = called();
    near.presses("Nhận giúp");
    ba.types("bà bấm vào đâu");
    const heard = ba.heard.length;

    refuses(true);

    expect(ba.saved.case?.state.is).toBe("claimed");
    expect(ba.heard).toHaveLength(heard);
  });

  test("leaves the case to whoever works at the desk and never did here", () => {
    const { ba, near } = called();
    const { id, name, role } = dung;
    ba.sends({ kind: "case-claim", case: caseOf(ba), by: { id, name, role } });
    ba.types("bà bấm vào đâu");

    near.sends({ kind: "undelivered", turn: 1, about: caseOf(ba) });

    expect(ba.saved.case?.state.is).toBe("claimed");
  });
});
