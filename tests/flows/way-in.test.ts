/** Coming by a village's link or somebody's card: what it says of a resident, whom it calls, what it counts. */
import { beforeAll, expect, test } from "vitest";
import type { CameBy, Effect, PropagandistId } from "../../src/flows/index.ts";
import { aHelper, type Player, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung", { name: "Chị Dung (mẫu)" });
const hoa = aHelper("hoa");
const poster: CameBy = { code: "man274", village: "na-khau" };
const card: CameBy = { code: "voi300", propagandist: "dung" as PropagandistId };
const lost: CameBy = { code: "nai111", village: "na-khau", ended: true };

function aTown(...helpers: (typeof dung)[]) {
  const commune = town({ waysIn: [poster, card, lost] });
  const chats = (helpers.length === 0 ? [hoa, dung] : helpers).map((h) => commune.helper(h));
  return { commune, chats, ba: commune.player("ba-lien") };
}

const counted = (player: Player): Effect[] => player.chat.effects.filter((e) => e.do === "came-by");

const last = (player: Player) => player.heard.at(-1) ?? "";

/** Up to the question which village, with whatever is asked before it. */
function asksForAPerson(ba: Player) {
  ba.types("bà đang ở nhà");
  ba.commands("human");
}

test("a village's link says the village, which is asked about before anybody is called", () => {
  const { ba } = aTown();
  ba.arrives("man274");

  asksForAPerson(ba);

  expect(ba.saved.village).toEqual({ id: "na-khau", says: "Nà Khau", by: "link" });
  expect(last(ba)).toContain("ở Nà Khau, phải không?");
});

test.each(["phải", "đúng rồi", "vâng ạ", "dung roi", "Nà Khau"])(
  "%s agrees to the village of the link",
  (answer) => {
    const { ba } = aTown();
    ba.arrives("man274");
    asksForAPerson(ba);

    ba.types(answer);

    expect(ba.saved.village).toEqual({ id: "na-khau", says: "Nà Khau" });
  },
);

test.each(["không phải", "ko phai", "sai rồi"])(
  "to %s the village is asked anew, without it",
  (answer) => {
    const { ba } = aTown();
    ba.arrives("man274");
    asksForAPerson(ba);

    ba.types(answer);
    expect(last(ba)).toContain("ở thôn nào?");
    expect(ba.saved.village).toBeUndefined();

    ba.types("Khau Tràng");
    expect(ba.saved.village).toEqual({ says: "Khau Tràng" });
  },
);

test("no is no village's name, and calls somebody without one", () => {
  const { ba } = aTown();
  ba.arrives();
  asksForAPerson(ba);

  ba.types("không");

  expect(ba.saved.village).toBeUndefined();
  expect(ba.saved.asking?.what).toBe("who");
});

test("whose card it was is called first, and both hear why", () => {
  const { chats, ba } = aTown();
  ba.types("voi300");
  asksForAPerson(ba);
  ba.types("phải");

  ba.types("ai cũng được");

  expect(last(ba)).toContain("đã gọi Chị Dung (mẫu), vì bà vào bằng mã của Chị Dung (mẫu)");
  const [ofHoa, ofDung] = chats;
  expect(ofDung?.heard.at(-1)).toContain("vào bằng mã của anh/chị");
  expect(ofHoa?.heard.at(-1)).not.toContain("🔔");
});

test("whose card it was is passed over while off duty", () => {
  const { ba } = aTown(hoa, { ...dung, onDuty: false });
  ba.arrives("voi300");
  asksForAPerson(ba);
  ba.types("phải");

  ba.types("ai cũng được");

  expect(last(ba)).toContain("đã gọi Hoa (mẫu)");
});

test("a card says the village of whoever goes to a single one, also where it has no id", () => {
  const single = aTown({ ...dung, villages: ["Khau Tràng"] });
  single.ba.arrives("voi300");
  expect(single.ba.saved.village).toEqual({ says: "Khau Tràng", by: "link" });

  asksForAPerson(single.ba);
  single.ba.presses("Khau Tràng");
  expect(single.ba.saved.village).toEqual({ says: "Khau Tràng" });

  const several = aTown({ ...dung, villages: ["na-khau", "Khau Tràng"] });
  several.ba.arrives("voi300");
  expect(several.ba.saved.village).toBeUndefined();
});

test("what somebody said of their village stands, whatever poster they come by later", () => {
  const { ba } = aTown({ ...dung, villages: ["Khau Tràng"] });
  ba.arrives("man274");
  asksForAPerson(ba);
  ba.types("Nà Khau");

  ba.types("voi300");

  expect(ba.saved.village).toEqual({ id: "na-khau", says: "Nà Khau" });
});

test("each who comes is counted once, and so is the first guide begun after that", () => {
  const { ba } = aTown();
  ba.arrives("man274");
  expect(counted(ba)).toEqual([{ do: "came-by", code: "man274", moment: "came" }]);
  ba.types("man274");
  expect(counted(ba)).toEqual([]);

  ba.arrives("tra-cuu-ho-so");
  expect(counted(ba)).toEqual([{ do: "came-by", code: "man274", moment: "begun" }]);
  ba.arrives("khai-tu");
  expect(counted(ba)).toEqual([]);
});

test("practice is no guide begun", () => {
  const { ba } = aTown();
  ba.arrives("man274");

  ba.types("làm thử tra cứu hồ sơ");

  expect(ba.saved.journeys.at(-1)?.practice ?? ba.saved.practiceWished).toBe(true);
  expect(counted(ba)).toEqual([]);
});

test("an ended code is greeted like any other and says nothing", () => {
  const { ba } = aTown();

  ba.types("nai111");

  expect(last(ba)).toContain("cần làm việc gì");
  expect([ba.saved.village, ba.saved.cameBy, ...counted(ba)]).toEqual([undefined, undefined]);
});
