import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/flows/understanding/fold.ts";

test.each([
  ["Được rồi ạ!", "duoc roi a"],
  ["dduwowcj", "duoc"],
  ["khai sinhs", "khai sinh"],
  ["ddang nhaapj", "dang nhap"],
  ["d9a8ng nha65p", "dang nhap"],
  ["khong6 d9uoc75", "khong duoc"],
  ["nghèooo quá", "ngheo qua"],
  ["quya lạii di", "quya lai di"],
  ["khaisinh", "khai sinh"],
  ["muc2", "muc 2"],
  ["hưu trí, cứu trợ, bưu điện", "huu tri cuu tro buu dien"],
  ["my password was lost", "my password was lost"],
  ["3 trong 1", "3 trong 1"],
  ["…!?", ""],
])("%s is folded to %s", (typed, folded) => {
  expect(fold(typed)).toBe(folded);
});

test("composed and decomposed letters fold alike", () => {
  for (const text of ["Đăng ký khai sinh", "Trợ cấp hưu trí xã hội", "quốc gia"]) {
    expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
  }
});

test("folding what is folded changes nothing, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const once = fold(text);
      expect(once).toBe(once.toLowerCase());
      expect(fold(once)).toBe(fold(fold(once)));
    }),
    { numRuns: 300 },
  );
});
