/** Cards and posters: what is on them, and that the longest names leave room for the code. */
import { expect, test } from "vitest";
import { composed, type Sheet, sheetLaidOut } from "../../src/bot/pictures/draw-sheet.ts";

const sheet: Sheet = {
  form: "card",
  operator: "xã Tân An (mẫu)",
  trial: true,
  whose: ["Bà con Nà Khau"],
  code: "mận 274",
  link: "https://cau-noi.example.vn/di/man274",
  zalo: true,
  telephone: "18001096",
};
const printed = (of: Sheet): string => JSON.stringify(composed(of));

test("a card says whose it is, the code, the telephone, and that it is a trial while nobody approved it", () => {
  const said = printed(sheet);

  for (const words of ["xã Tân An (mẫu)", "Bà con Nà Khau", "mận 274", "18001096", "BẢN THỬ"])
    expect(said).toContain(words);
  expect(said).toContain("cau-noi.example.vn/di/man274");
  expect(printed({ ...sheet, trial: false })).not.toContain("BẢN THỬ");
  expect(printed({ ...sheet, telephone: undefined })).not.toContain("gọi");
});

test("the code to type is printed where there is a Zalo to type it in", () => {
  expect(printed({ ...sheet, zalo: false })).not.toContain("mận 274");
});

test.each(["card", "poster"] as const)(
  "the longest names fit on a %s, with a smaller code",
  async (form) => {
    const long: Sheet = {
      ...sheet,
      form,
      operator: "Ủy ban nhân dân xã Tân An, tỉnh Tuyên Quang (mẫu)",
      whose: [
        "Bà con Khau Tràng Thượng, Khau Tràng Hạ và Nà Luông",
        "Mã của Chị Nguyễn Thị Hồng Dung (mẫu)",
      ],
      code: "ngựa 274",
      link: "https://mot-dia-chi-rat-dai.xa-tan-an.tuyenquang.gov.vn/di/ngua274",
    };

    const [usual, tight] = await Promise.all([
      sheetLaidOut({ ...sheet, form }),
      sheetLaidOut(long),
    ]);

    expect([usual.stands, tight.stands]).toEqual([true, true]);
    expect(tight.scale).toBeLessThan(usual.scale);
  },
);
