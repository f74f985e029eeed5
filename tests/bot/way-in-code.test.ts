/** A poster's code, in every form people type, say or scan it; and what is none. */
import { expect, test } from "vitest";
import { spokenWayIn, wayInCodeIn } from "../../src/bot/conversations/way-in-code.ts";
import { newWayInCode, plainReturnCode } from "../../src/bot/ids.ts";

test("every code that is made is read back as it is printed, typed without marks or carried by a link", () => {
  for (let k = 0; k < 200; k += 1) {
    const code = newWayInCode();
    const plain = plainReturnCode(code);

    const read = [` ${code.toUpperCase()} `, plain, `di-${plain}`, `ma ${plain}`].map(wayInCodeIn);

    expect(read).toEqual([plain, plain, plain, plain]);
    expect(spokenWayIn(plain)).toBe(code);
  }
});

test.each([
  "Mận 274",
  "man274",
  "mã mận 274",
  "Mã: MẬN-274.",
  "ma man 2 7 4",
  "di-man274",
  "mã số mận 274 ạ",
  "ma thon la man 274 nhe",
  "cháu có mã mận 274",
  "mận hai bảy bốn",
  "man hai bay tu",
  "mận hai trăm bảy mươi tư",
  "man hai tram bay tu",
  "mã mận 27 bốn",
  "mận hai mươi bảy bốn",
  "maanj 274",
  "maajn hai bayr boosn",
  "https://cau-noi.example.vn/di/man274",
  "http://192.168.1.4:8080/di/man274?x=1",
])("%s is mận 274", (typed) => {
  expect(wayInCodeIn(typed)).toBe("man274");
});

test.each([
  ["suối hai trăm linh năm", "suoi205"],
  ["ma suoi hai tram le nam", "suoi205"],
  ["chè ba trăm", "che300"],
  ["trâu chín trăm mười", "trau910"],
  ["voi một trăm mười lăm", "voi115"],
  ["ngựa năm trăm bảy", "ngua570"],
  ["mây 300", "may300"],
])("%s is %s", (typed, plain) => {
  expect(wayInCodeIn(typed)).toBe(plain);
});

test.each([
  "bà 274",
  "mận 27",
  "mận 2745",
  "274",
  "con mận 274 ơi",
  "số nhà 274",
  "nhà 274 tổ 3",
  "hai trăm bảy mươi tư",
  "mận",
  "mã mận",
  "mua 2 cân mận 274 nghìn",
  "tôi ở thôn Suối",
  "mã OTP 274",
  "mận hai",
  "ông 82 tuổi",
  `${"mận ".repeat(30)}274`,
])("%s is none", (typed) => {
  expect(wayInCodeIn(typed)).toBeUndefined();
});
