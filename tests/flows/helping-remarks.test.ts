/** Notes about a case, questions to the coordinators and their answers, written in a chat: never for the resident. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CaseId, ConversationId } from "../../src/flows/index.ts";
import { remarkIn } from "../../src/flows/understanding/remark-words.ts";
import {
  aHelper,
  asksForSomebody,
  hour,
  minute,
  morning,
  type Player,
  prepare,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { villages: ["ban-khac"], role: "chi hội phụ nữ" });
const lien = aHelper("lien", { villages: [], coordinator: true, role: "cán bộ điều phối" });
const nam = aHelper("nam", { villages: [], coordinator: true, role: "cán bộ điều phối" });

const last = (of: Player): string => of.heard.at(-1) ?? "";
const caseOf = (of: Player): CaseId => of.saved.case!.id;

/** Dung holds the case of somebody in Nà Khau; the coordinators are not called for it. */
function talking(coordinators = [lien], now = morning) {
  const commune = town({ now });
  const near = commune.helper(dung);
  const ba = commune.player("ba-lien", "telegram");
  asksForSomebody(ba);
  near.presses("Nhận giúp");
  const others = coordinators.map((one) => commune.helper(one));
  return { commune, near, ba, coordinator: others[0]!, others };
}

const canary = "nhà bà vắng đến tối";

/** Nothing of the resident's side may hold it: what was said, what is saved, what came in. */
function isNowhereWith(ba: Player, words: string) {
  expect(ba.heard.join("\n")).not.toContain(words);
  expect(JSON.stringify(ba.saved)).not.toContain(words);
  expect(JSON.stringify(ba.chat.effects)).not.toContain(words);
  expect(JSON.stringify(ba.met)).not.toContain(words);
}

describe("a note", () => {
  test.each([
    ["pressed for", (near: Player) => near.presses(`note:${near.saved.helping!.cases[0]!.id}`)],
    ["written with its word", undefined],
  ] as const)(
    "%s is kept with the case, which it names, and the resident hears nothing",
    (_, press) => {
      const { commune, near, ba } = talking();
      const before = ba.heard.length;
      if (press !== undefined) {
        near.presses("Khác…");
        press(near);
      }

      near.types(press === undefined ? `Ghi chú: ${canary}` : canary);

      expect(last(near)).toBe(
        `Đã ghi chú về bà ở Nà Khau: “${canary}”. Chỉ những người giúp thấy.`,
      );
      expect(commune.remarks).toMatchObject([
        { case: caseOf(ba), by: { id: "dung" }, as: "note", text: canary },
      ]);
      expect(ba.heard).toHaveLength(before);
      isNowhereWith(ba, canary);
      near.types("bà ơi bấm nút xanh");
      expect(last(ba)).toBe("bà ơi bấm nút xanh");
    },
  );

  test("is read by whoever helps beside, and by whoever takes the case over", () => {
    const { commune, near, ba } = talking();
    const far = commune.helper(hoa);
    near.presses("Khác…");
    near.presses("Khác…");
    near.presses("Mời thêm người cùng giúp…");
    near.presses(`inv:hoa:${caseOf(ba)}`);
    far.presses("Nhận giúp");

    near.types(`ghi chu ${canary}`);
    expect(last(far)).toBe(`📝 ${dung.name} ghi chú về bà ở Nà Khau: ${canary}`);

    near.presses("Nhờ người khác");
    near.types("cháu phải đi họp");
    far.presses("Nhận giúp");
    expect(last(far)).toContain(`📝 ${dung.name}: ${canary}`);
    isNowhereWith(ba, canary);
  });

  test("for nobody in particular waits until it is said about whom, and goes to no resident", () => {
    const { commune, near, ba } = talking();
    const ong = commune.player("ong-tu", "telegram");
    ong.arrives();
    ong.types("ông muốn gặp người");
    ong.commands("human");
    ong.types("Nà Khau");
    ong.presses("Ai giúp cũng được");
    near.presses("Nhận giúp");
    ba.types("cháu ơi");
    ong.types("ông đây");

    near.types(`ghi chú: ${canary}`);
    expect(last(near)).toBe(`Chưa ghi: “${canary}”. Về việc của ai ạ?`);
    expect(commune.remarks).toEqual([]);
    near.presses(`to:${caseOf(ba)}`);

    expect(commune.remarks).toMatchObject([{ case: caseOf(ba), text: canary }]);
    expect(last(near)).toContain("bà ở Nà Khau");
    isNowhereWith(ba, canary);
    isNowhereWith(ong, canary);
  });

  test("of an answer to a message belongs to the case of that message", () => {
    const { commune, near, ba } = talking();

    near.types(`ghi chú: ${canary}`, { about: caseOf(ba) });

    expect(commune.remarks).toMatchObject([{ case: caseOf(ba), text: canary }]);
  });

  test("of one word asks for the rest", () => {
    const { commune, near } = talking();

    near.types("ghi chú");
    expect(last(near)).toContain("Ghi chú về bà ở Nà Khau: anh/chị viết vào đây");
    near.types(canary);

    expect(commune.remarks).toMatchObject([{ text: canary }]);
  });
});

test.each([
  ["Ghi chú: gọi lúc chiều", { as: "note", text: "gọi lúc chiều" }],
  ["ghi chu nội bộ - bà nghe kém", { as: "note", text: "bà nghe kém" }],
  ["NOTE: call at four", { as: "note", text: "call at four" }],
  ["hỏi điều phối viên: giấy nào thay được", { as: "question", text: "giấy nào thay được" }],
  ["nhờ hỏi điều phối giúp giấy nào", { as: "question", text: "giúp giấy nào" }],
  ["note this down please", undefined],
  ["ghi chúc mừng", undefined],
  ["bà ghi chú lại giúp cháu nhé", undefined],
] as const)("%s", (text, meant) => {
  expect(remarkIn(text)).toEqual(meant);
});

describe("a question to the coordinators", () => {
  const question = "mất giấy chứng sinh thì dùng giấy gì thay ạ";

  test("comes with the card, is answered by a press, and the answer comes back to who asked", () => {
    const { commune, near, ba, coordinator } = talking();
    const before = ba.heard.length;

    near.presses("Khác…");
    near.presses("Khác…");
    near.presses("Hỏi điều phối viên…");
    near.types(question);

    expect(last(near)).toContain(`Đã hỏi ${lien.name} về việc của bà ở Nà Khau`);
    expect(near.saved.helping?.cases).toHaveLength(1);
    expect(last(coordinator)).toContain(
      `${dung.name} hỏi điều phối viên về bà ở Nà Khau: ${question}`,
    );
    expect(last(coordinator)).toContain("Đang làm:");

    coordinator.presses("Trả lời");
    coordinator.types("giấy xác nhận của y tế xã");

    expect(last(near)).toBe(
      `💡 ${lien.name} trả lời câu hỏi về bà ở Nà Khau: giấy xác nhận của y tế xã\n(Chỉ những người giúp thấy.)`,
    );
    expect(commune.remarks).toMatchObject([
      { as: "question", text: question },
      { as: "answer", of: commune.remarks[0]?.key, by: { id: "lien" } },
    ]);
    expect(ba.saved.case?.questions).toBeUndefined();
    expect(ba.heard).toHaveLength(before);
    isNowhereWith(ba, question);
    isNowhereWith(ba, "y tế xã");
  });

  test("is answered by answering its message, too", () => {
    const { near, ba, coordinator } = talking();
    near.types(`hỏi điều phối viên: ${question}`);

    coordinator.types("giấy của trạm y tế", { about: caseOf(ba) });

    expect(last(near)).toContain("giấy của trạm y tế");
    isNowhereWith(ba, "trạm y tế");
  });

  test("answered by one coordinator is seen as answered by the others, whose answers add to it", () => {
    const { commune, near, ba, others } = talking([lien, nam]);
    near.types(`hỏi điều phối viên: ${question}`);
    const [first, second] = [others[0]!, others[1]!];
    second.presses("Trả lời");

    first.presses("Trả lời");
    first.types("giấy của trạm y tế");
    expect(last(second)).toContain(`${lien.name} trả lời câu hỏi về bà ở Nà Khau`);
    second.types("hoặc người làm chứng");

    expect(commune.remarks.filter(({ as }) => as === "answer")).toHaveLength(2);
    expect(last(near)).toContain("hoặc người làm chứng");
    second.presses("Trả lời");
    expect(last(second)).toContain("đã có người trả lời");
    isNowhereWith(ba, "người làm chứng");
  });

  test("with no coordinator there says when, and is asked then, whoever holds the case by then", () => {
    const { commune, near, ba, coordinator } = talking([lien]);
    commune.duty("lien", false);
    const before = coordinator.heard.length;

    near.types(`hỏi điều phối viên: ${question}`);
    expect(last(near)).toMatch(/Chưa có điều phối viên nào đang trực.*máy hỏi lại lúc/u);
    expect(coordinator.heard).toHaveLength(before);
    const again = ba.chat.timers.get("case-question")!.at;
    near.presses("Nhờ người khác");
    near.types("cháu phải đi họp");
    commune.duty("lien", true);
    commune.pass(again - commune.now + minute);

    expect(coordinator.heard.slice(before).join("\n")).toContain(question);
  });

  test("is asked again each morning while nobody is there, and no more once the case is over", () => {
    const { commune, near, ba } = talking([lien]);
    commune.duty("lien", false);
    near.types(`hỏi điều phối viên: ${question}`);

    commune.pass(26 * hour);
    expect(ba.saved.case?.questions).toHaveLength(1);
    expect(ba.chat.timers.has("case-question")).toBe(true);
    ba.presses("Tự làm tiếp");
    commune.pass(30 * hour);

    expect(ba.chat.timers.has("case-question")).toBe(false);
  });

  test("of somebody who does not help there is refused, and nobody is bothered", () => {
    const { commune, ba, coordinator } = talking();
    const before = coordinator.heard.length;

    ba.sends({
      kind: "case-remarked",
      case: caseOf(ba),
      by: { id: hoa.id, name: hoa.name, role: hoa.role },
      key: "k",
      as: "question",
    });

    expect(ba.chat.effects).toContainEqual(
      expect.objectContaining({ do: "answer-act", ok: false, reason: "not-yours" }),
    );
    expect(coordinator.heard).toHaveLength(before);
    expect(commune.remarks).toEqual([]);
  });

  test("is not answered by somebody who is no coordinator", () => {
    const { commune, near, ba } = talking();
    const far = commune.helper(hoa);
    near.types(`hỏi điều phối viên: ${question}`);
    const key = commune.remarks[0]!.key;

    ba.sends({
      kind: "case-remarked",
      case: caseOf(ba),
      by: { id: hoa.id, name: hoa.name, role: hoa.role },
      key: "a",
      as: "answer",
      of: key,
    });

    expect(ba.saved.case?.questions).toHaveLength(1);
    expect(last(far)).not.toContain("trả lời");
  });
});

test("words that were erased are said to nobody, however late they come", () => {
  const { commune, near, ba, coordinator } = talking();
  near.types(`hỏi điều phối viên: ${canary}`);
  const asked = commune.remarks.splice(0);
  const before = coordinator.heard.length;

  coordinator.sends({
    kind: "remarked",
    case: caseOf(ba),
    name: "bà",
    by: dung.name,
    key: asked[0]!.key,
    as: "question",
  });

  expect(coordinator.heard).toHaveLength(before);
  expect(coordinator.chat.id).toBe("chat-of-lien" as ConversationId);
});
