/** Words that ask for a practice round, and words that only sound like it. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  practiceWish,
  practisedEnough,
  triesAgain,
  wantsForReal,
} from "../../src/flows/understanding/practice.ts";

describe("a wish to practise", () => {
  test.each([
    "làm thử",
    "lam thu",
    "Làm thử xem sao",
    "cho bà làm thử trước đã",
    "cho tôi làm thử một lần nhé",
    "làm thử được không ạ?",
    "toi muon tap lam cho quen",
    "cho làm nháp",
    "cho chau lam nhap truoc",
    "chạy thử",
    "practise",
    "I want to practice first",
    "can I try it out?",
    "let me try it out first please",
  ])("%s", (text) => {
    expect(practiceWish(text)).toEqual({ how: "plain", of: "" });
  });

  test.each(["thử xem", "thu xem sao", "để tôi thử xem", "cho bà thử xem nhé"])(
    "%s, which may also mean the step",
    (text) => {
      expect(practiceWish(text)).toEqual({ how: "faint", of: "" });
    },
  );

  test.each([
    ["làm thử khai sinh", "khai sinh"],
    ["cho bà làm thử đăng ký tạm trú", "dang ky tam tru"],
    ["lam thu khai sinh cho chau", "khai sinh cho chau"],
    ["khai sinh cho làm thử được không", "khai sinh cho"],
    ["làm nháp khai sinh", "khai sinh"],
  ])("%s, of %s", (text, of) => {
    expect(practiceWish(text)).toEqual({ how: "plain", of });
  });
});

describe("no wish to practise", () => {
  test.each([
    "thử lại",
    "để tôi thử lại",
    "làm thử lại xem",
    "thử rồi không được",
    "làm thử rồi mà không được",
    "làm thử rồi",
    "lam thu roi van bi loi",
    "đã thử mấy lần",
    "thử mãi không vào được",
    "chưa làm thử",
    "không làm thử đâu",
    "vui lòng thử lại sau",
    "bấm thử mà nó báo lỗi",
    "I tried already",
    "try again",
    "làm thủ tục",
    "lam thu tuc khai sinh",
    "làm thứ khác",
    "lam thu gi truoc",
    "lam nhap ho khau",
    "làm nhập khẩu cho con",
    "xác nhận thu nhập",
    "khai sinh",
    "xong rồi",
    "",
  ])("%s", (text) => {
    expect(practiceWish(text)).toBeUndefined();
  });

  test("nor anything that was ever collected for measuring", () => {
    const folder = fileURLToPath(new URL("../eval", import.meta.url));
    const said = readdirSync(folder)
      .filter((name) => name.endsWith(".tsv"))
      .flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").split("\n").slice(1))
      .map((line) => line.split("\t")[2] ?? "");

    const wishes = said.filter((text) => practiceWish(text) !== undefined);

    expect(said.length).toBeGreaterThan(500);
    expect(wishes).toEqual([]);
    expect(said.filter((text) => wantsForReal(text) || practisedEnough(text))).toEqual([]);
  });
});

test.each(["thử lại", "để tôi thử lại", "de ba thu lai xem nhe"])(
  "%s tries a step again",
  (text) => {
    expect(triesAgain(text)).toBe(true);
  },
);

test.each(["làm thử", "thử lại rồi vẫn không được", "vui lòng thử lại sau", "nó bảo thử lại sau"])(
  "%s does not say so",
  (text) => {
    expect(triesAgain(text)).toBe(false);
  },
);

test.each(["làm thật", "giờ làm thật đi", "thôi làm thật luôn nhé", "do it for real"])(
  "%s goes on to the real thing",
  (text) => {
    expect(wantsForReal(text)).toBe(true);
    expect(practisedEnough(text)).toBe(false);
  },
);

test.each(["làm thật chưa", "không làm thật đâu", "có thật không", "is it real"])(
  "%s does not",
  (text) => {
    expect(wantsForReal(text)).toBe(false);
  },
);

test.each(["thôi không thử nữa", "dừng làm thử", "không làm thử nữa", "stop practising"])(
  "%s has practised enough",
  (text) => {
    expect(practisedEnough(text)).toBe(true);
    expect(practiceWish(text)).toBeUndefined();
  },
);

test.each(["thử lại", "không làm được", "thử nữa xem", "thôi"])("%s has not said so", (text) => {
  expect(practisedEnough(text)).toBe(false);
});
