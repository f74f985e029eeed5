/** Staff answer in the platform's own app: the machine is silent beside them, and comes back. */
import { beforeAll, describe, expect, test } from "vitest";
import { aHelper, day, minute, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const staffSays = (text: string) => ({ kind: "staff-said" as const, text, masked: [] });

function onZalo() {
  const commune = town();
  const helper = commune.helper(dung);
  const ba = commune.player("ba-lien", "zalo-oa");
  ba.arrives();
  ba.types("bà muốn tra cứu hồ sơ");
  return { commune, helper, ba };
}

describe("staff who write in Zalo", () => {
  test("silence the machine, which says once who is there and how to go on alone", () => {
    const { ba } = onZalo();

    const said = ba.sends(staffSays("Chào bà, hồ sơ của bà xong rồi ạ"));

    expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { name: "Cán bộ xã" } });
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain("Cán bộ xã (trong Zalo)");
    expect(said[0]?.choices.map((c) => c.id)).toEqual(["take-back"]);
    expect(ba.types("thế bao giờ lấy được")).toEqual([]);
    expect(ba.sends(staffSays("Chiều mai bà nhé"))).toEqual([]);
  });

  test("leave without a word when both are quiet, and the machine answers what comes next", () => {
    const { commune, ba } = onZalo();
    ba.sends(staffSays("Chào bà"));

    expect(commune.pass(29 * minute)).toEqual([]);
    expect(ba.saved.case).toBeDefined();
    expect(commune.pass(2 * minute)).toEqual([]);

    expect(ba.saved.case).toBeUndefined();
    expect(ba.types("xong rồi").length).toBeGreaterThan(0);
  });

  test("who do not answer any more are followed by a neighbour", () => {
    const { commune, helper, ba } = onZalo();
    ba.sends(staffSays("Chào bà"));
    ba.types("bà vẫn chưa thấy gì");

    commune.pass(20 * minute);

    expect(ba.saved.case?.state.is).toBe("waiting");
    expect(helper.heard.at(-1)).toContain("Có chuyện gì");
  });

  test("end when the resident goes on alone", () => {
    const { ba } = onZalo();
    ba.sends(staffSays("Chào bà"));

    ba.presses("take-back");

    expect(ba.saved.case).toBeUndefined();
    expect(ba.saved.guiding).toBe(true);
  });

  test("take over a case that waits, and whoever was called hears it", () => {
    const { helper, ba } = onZalo();
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");

    ba.sends(staffSays("Bà cần gì ạ"));

    expect(ba.saved.case?.state.is).toBe("claimed");
    expect(helper.heard.at(-1)).toContain("Cán bộ xã");
  });

  test("do not take a case from a neighbour, who reads along", () => {
    const { helper, ba } = onZalo();
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const id = ba.saved.case?.id;
    if (id === undefined) throw new Error("no case");
    const { name, role } = dung;
    ba.sends({ kind: "case-claim", case: id, by: { id: dung.id, name, role } });

    ba.sends(staffSays("Mai bà ra xã"));

    expect(ba.saved.case?.state).toMatchObject({ by: { id: dung.id } });
    expect(helper.heard.at(-1)).toBe("Bà ở Nà Khau:\nCán bộ xã: Mai bà ra xã");
  });

  test("who write first to somebody the machine never spoke with are not interrupted by a greeting", () => {
    const ba = town().player("ba-moi", "zalo-oa");

    const said = ba.sends(staffSays("Chào bà, em ở xã"));

    expect(said.map((s) => s.text).join("\n")).not.toContain("máy trả lời");
    expect(ba.saved.case?.state.is).toBe("claimed");
  });
});

describe("while a meeting is agreed, staff who write in Zalo", () => {
  const { id: dungId, name, role } = dung;
  const by = { id: dungId, name, role };

  /** Tomorrow at nine Dũng meets them; until then the guide goes on. */
  function meets() {
    const talked = onZalo();
    const { commune, ba } = talked;
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const id = ba.saved.case?.id;
    if (id === undefined) throw new Error("no case");
    ba.sends({ kind: "case-claim", case: id, by });
    const at = commune.now + day;
    ba.sends({
      kind: "case-hand-back",
      case: id,
      by,
      result: { outcome: "meet", at, place: "nhà văn hoá" },
    });
    expect(ba.saved.case?.state).toMatchObject({ is: "resting", place: "nhà văn hoá" });
    return { ...talked, id, at };
  }

  test("silence the machine until both are quiet, and the meeting stands", () => {
    const { commune, helper, ba, at } = meets();

    const said = ba.sends(staffSays("Bà mang thêm sổ nhé"));

    expect(said.map((s) => s.text).join("\n")).toContain("Cán bộ xã");
    expect(helper.heard.at(-1)).toContain("Cán bộ xã: Bà mang thêm sổ nhé");
    expect(ba.types("sổ nào hả cháu")).toEqual([]);
    expect(helper.heard.at(-1)).toContain("sổ nào hả cháu");
    expect(ba.sends(staffSays("Sổ hộ khẩu ạ"))).toEqual([]);

    commune.pass(29 * minute);
    expect(ba.types("vâng")).toEqual([]);
    commune.pass(2 * minute);

    expect(ba.types("xong rồi").length).toBeGreaterThan(0);
    expect(ba.saved.case?.state).toEqual({ is: "resting", by, meetAt: at, place: "nhà văn hoá" });
  });

  test("may come back, and are silenced for once more", () => {
    const { commune, ba } = meets();
    ba.sends(staffSays("Chào bà"));
    commune.pass(31 * minute);
    expect(ba.types("xong rồi").length).toBeGreaterThan(0);

    ba.sends(staffSays("Bà ơi"));

    expect(ba.types("ơi")).toEqual([]);
  });

  test("are left by the resident's own press, who still meets the neighbour and is reminded", () => {
    const { commune, ba } = meets();
    ba.sends(staffSays("Chào bà"));

    ba.presses("take-back");
    expect(ba.types("xong rồi").length).toBeGreaterThan(0);
    const before = ba.chat.said.length;
    commune.pass(day);

    const since = ba.chat.said.slice(before).map((s) => s.text);
    expect(since.some((text) => text.includes("nhà văn hoá"))).toBe(true);
  });

  test("do not stop the neighbour from saying how the meeting went", () => {
    const { ba, id } = meets();
    ba.sends(staffSays("Chào bà"));

    ba.sends({ kind: "case-hand-back", case: id, by, result: { outcome: "still-here" } });

    expect(ba.saved.case).toBeUndefined();
    expect(ba.types("xong rồi").length).toBeGreaterThan(0);
  });
});

test("a card says until when Zalo lets us write, and afterwards to call", () => {
  const { commune, helper, ba } = onZalo();
  ba.commands("human");
  ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
  expect(helper.heard.at(-1)).toContain("Zalo cho nhắn đến");

  commune.pass(3 * day);

  expect(helper.heard.at(-1)).toContain("xin gọi điện");
});
