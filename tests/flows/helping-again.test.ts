/** Whoever helped is needed again within a day: asked first, with what was noted before, and then the ladder goes on. */
import { beforeAll, expect, test } from "vitest";
import type { CaseId } from "../../src/flows/index.ts";
import { aHelper, hour, minute, morning, type Player, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { role: "chi hội phụ nữ" });
const last = (of: Player): string => of.heard.at(-1) ?? "";
const caseOf = (of: Player): CaseId => of.saved.case!.id;

/** Dung has helped, noted something, and ended it; nobody was asked to be remembered. */
function helped({ outcome = "still-here", keep = "Không, hết ngày thì quên" } = {}) {
  const commune = town({ now: morning });
  const near = commune.helper(dung);
  const ba = commune.player("ba-lien", "telegram");
  ba.arrives();
  ba.types("bà đang ở nhà");
  ba.arrives("tra-cuu-ho-so");
  ba.presses(ba.choices[0] ?? "");
  if (ba.saved.asking?.what === "keep") ba.types(keep.startsWith("Không") ? "không" : "có");
  ba.commands("human");
  ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
  near.presses("Nhận giúp");
  const other = commune.helper(hoa);
  near.types("bà bấm nút xanh nhé");
  near.types("ghi chú: bà nghe kém, gọi to");
  const first = caseOf(ba);
  near.presses("Kết thúc giúp");
  if (outcome === "unreached") near.presses("Khác…");
  near.presses(`o:${outcome}:${first}`);
  return { commune, near, other, ba, first };
}

test("a person asked for again is the same one, called alone, with the earlier card and notes", () => {
  const { near, other, ba, first } = helped();
  const before = other.heard.length;

  ba.commands("human");
  expect(last(ba)).toContain(`${dung.name} vừa giúp bà. Cháu mời ${dung.name} quay lại nhé?`);
  ba.presses(`Mời ${dung.name}`);

  expect(ba.saved.case).toMatchObject({ reopens: { case: first, outcome: "still-here" } });
  expect(caseOf(ba)).not.toBe(first);
  expect(ba.heard.join("\n")).toContain(`${dung.name}, vì lúc nãy đã giúp bà`);
  expect(other.heard).toHaveLength(before);
  expect(last(near)).toContain(
    "Bà ở Nà Khau lúc nãy được anh/chị giúp, giờ lại cần. Anh/chị có quay lại được không?",
  );
  expect(last(near)).toContain(`Mở lại: ${dung.name} đã giúp`);
  expect(last(near)).toContain("Vẫn ở bước này");
  expect(last(near)).toContain("bà nghe kém, gọi to");
  near.presses("Nhận giúp");
  expect(ba.saved.case?.state).toMatchObject({ is: "claimed", by: { id: "dung" } });
});

test("nobody came back within the limit: others are called, and read the notes once they come", () => {
  const { commune, near, other, ba } = helped();
  ba.commands("human");
  ba.presses(`Mời ${dung.name}`);
  const before = other.heard.length;

  commune.pass(4 * minute);

  expect(other.heard.length).toBeGreaterThan(before);
  expect(last(other)).not.toContain("nghe kém");
  other.presses("Nhận giúp");
  expect(last(other)).toContain(`📝 ${dung.name}: bà nghe kém, gọi to`);
  expect(last(near)).toContain(hoa.name);
});

test("words to the helper by name bring them back, and are read by them when they come", () => {
  const { near, ba } = helped();

  ba.types("chị Dung ơi bà bấm rồi mà nó không chạy");
  expect(last(ba)).toContain(`mời ${dung.name} quay lại`);
  ba.types("ừ");
  near.presses("Nhận giúp");

  expect(near.heard.join("\n")).toContain("bà bấm rồi mà nó không chạy");
});

test.each(["cảm ơn chị Dung nhé", "cám ơn chị Dung nhiều", "chị gái bà tên là Hoa"])(
  "“%s” calls nobody back",
  (text) => {
    const { ba } = helped();

    ba.types(text);

    expect(ba.saved.asking?.what).not.toBe("again");
    expect(ba.saved.case).toBeUndefined();
  },
);

test("off duty they are named, and others are called at once", () => {
  const { commune, other, ba } = helped();
  commune.duty("dung", false);

  ba.commands("human");
  ba.presses(`Mời ${dung.name}`);

  expect(ba.heard.join("\n")).toContain(`Bây giờ ${dung.name} không trực`);
  expect(last(other)).toContain("Mở lại");
});

test("somebody else can be asked for instead", () => {
  const { near, ba } = helped();
  const before = near.heard.length;

  ba.commands("human");
  ba.presses("Nhờ người khác");
  expect(ba.choices).toContain("Ai giúp cũng được");
  ba.types("không");
  expect(ba.saved.asking).toBeUndefined();
  ba.commands("human");
  ba.types("người khác");
  ba.presses("Cán bộ xã");

  expect(ba.saved.case).toMatchObject({ wants: "office" });
  expect(ba.saved.case?.reopens).toBeUndefined();
  expect(near.heard).toHaveLength(before);
});

test("declined, the guide goes on and nobody hears of it", () => {
  const { near, ba } = helped();
  const before = near.heard.length;

  ba.commands("human");
  ba.presses(ba.choices.at(-1) ?? "");

  expect(ba.saved.case).toBeUndefined();
  expect(ba.saved.guiding).toBe(true);
  expect(near.heard).toHaveLength(before);
});

test.each([
  ["a day later", (of: ReturnType<typeof helped>) => of.commune.pass(25 * hour)],
  ["when they could not be reached", undefined],
  [
    "when it did not help",
    (of: ReturnType<typeof helped>) => {
      of.commune.pass(3 * hour);
      of.ba.presses("helped:no");
    },
  ],
  ["when they help here no more", (of: ReturnType<typeof helped>) => of.commune.leaves("dung")],
] as const)("%s nobody is asked back", (_, happens) => {
  const all = helped({ outcome: happens === undefined ? "unreached" : "still-here", keep: "Có" });
  happens?.(all);

  all.ba.commands("human");

  expect(all.ba.saved.asking?.what).not.toBe("again");
});

test("in another guide whoever is asked for is asked as always, and the same one is still called first", () => {
  const { near, ba } = helped();
  ba.commands("menu");
  ba.arrives("khai-sinh");

  ba.commands("human");
  expect(ba.saved.asking?.what).toBe("who");
  ba.presses("Ai giúp cũng được");

  expect(last(near)).toContain("lúc nãy");
  expect(ba.saved.case?.reopens).toBeUndefined();
});
