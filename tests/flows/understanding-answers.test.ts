import { expect, test } from "vitest";
import {
  readDate,
  readDossierCode,
  readNumber,
  readPhone,
} from "../../src/flows/understanding/answers.ts";

const friday = "2026-11-20";

test.each([
  ["24/11", "2026-11-24"],
  ["ngày 24 tháng 11", "2026-11-24"],
  ["hai tư tháng mười một", "2026-11-24"],
  ["ngay hai muoi tu thang muoi mot", "2026-11-24"],
  ["thứ năm tuần sau", "2026-11-26"],
  ["thu nam tuan sau nhe", "2026-11-26"],
  ["thứ 2", "2026-11-23"],
  ["chủ nhật tuần này", "2026-11-22"],
  ["mai", "2026-11-21"],
  ["hôm qua", "2026-11-19"],
  ["3 ngày nữa", "2026-11-23"],
  ["hai tuần trước", "2026-11-06"],
  ["mùng năm tháng ba năm 1950", "1950-03-05"],
  ["tôi sinh 5.3.61", "1961-03-05"],
  ["20-11-2020", "2020-11-20"],
  ["5/1", "2027-01-05"],
  ["24 November", "2026-11-24"],
  ["next Monday", "2026-11-23"],
])("%s, said on a Friday, is %s", (said, date) => {
  expect(readDate(said, friday)).toBe(date);
});

test.each(["31/2", "hôm nào cũng được", "", "13/13/2020", "lúc nào rảnh"])(
  "%s names no day",
  (said) => {
    expect(readDate(said, friday)).toBeUndefined();
  },
);

test.each([
  ["25", 25],
  ["8.000", 8000],
  ["8 nghìn", 8000],
  ["tám nghìn", 8000],
  ["hai mươi lăm", 25],
  ["bảy sáu", 76],
  ["một trăm linh năm", 105],
  ["nhà có bốn người", 4],
  ["không", 0],
  ["1 triệu", 1_000_000],
])("%s is the number %d", (said, number) => {
  expect(readNumber(said)).toBe(number);
});

test.each(["có 2 hoặc 3", "nhiều lắm", "không biết"])("%s is no number", (said) => {
  expect(readNumber(said)).toBeUndefined();
});

test.each([
  ["0912 345 678", "0912345678"],
  ["+84 912.345.678", "0912345678"],
  ["số em là 0987654321 nhé", "0987654321"],
  ["0207 3822 123", "02073822123"],
])("%s holds the telephone number %s", (said, phone) => {
  expect(readPhone(said)).toBe(phone);
});

test.each(["099060000777", "0912 345", "0912345678 hoặc 0987654321"])(
  "%s holds no single telephone number",
  (said) => {
    expect(readPhone(said)).toBeUndefined();
  },
);

test.each([
  ["000.19.25.H60-251103-0007", "000.19.25.H60-251103-0007"],
  ["mã là h60.25.3 - 251103 - 0007 ạ", "H60.25.3-251103-0007"],
  ["H60 251103 0007", "H60-251103-0007"],
])("%s holds the dossier code %s", (said, code) => {
  expect(readDossierCode(said)).toBe(code);
});

test("a date or a telephone number is no dossier code", () => {
  expect(readDossierCode("24-11-2025")).toBeUndefined();
  expect(readDossierCode("0912-345-678")).toBeUndefined();
});
