import { expect, test } from "vitest";
import { polarAnswer } from "../../src/flows/understanding/polar.ts";
import { asksToWait } from "../../src/flows/understanding/wait.ts";

const labelled = (...labels: readonly string[]) =>
  labels.map((says) => ({ id: says, words: [says] }));

test.each([
  ["rồi ạ", "Mở được rồi"],
  ["có", "Mở được rồi"],
  ["r", "Mở được rồi"],
  ["xong rồi", "Mở được rồi"],
  ["được rồi cháu", "Mở được rồi"],
  ["chưa", "Chưa mở được"],
  ["chưa được đâu", "Chưa mở được"],
  ["chưa xong", "Chưa mở được"],
  ["không", "Chưa mở được"],
  ["ok", undefined],
  ["mở", undefined],
  ["có à", undefined],
  ["gì cơ", undefined],
  ["đừng", undefined],
])("to “đã mở được chưa?” “%s” answers %s", (text, answer) => {
  const choices = labelled("Mở được rồi", "Bố mẹ bé có", "Chưa mở được", "Không rõ");

  expect(polarAnswer(text, "VNeID của bà đã mở được chưa?", choices)).toBe(answer);
});

test("a yes that may mean two answers is nobody's", () => {
  const married = labelled("Không ai cả", "Có, đã ly hôn", "Có, người ấy đã mất");
  const asked = "Trong hai người, có ai từng có giấy kết hôn với người khác không bà?";

  expect(polarAnswer("có", asked, married)).toBeUndefined();
  expect(polarAnswer("không có", asked, married)).toBe("Không ai cả");
});

test("a question that leaves a choice is not answered by yes or no", () => {
  const asked = "Bà chỉ làm giấy khai sinh, hay làm luôn cả hộ khẩu cho bé?";
  const choices = labelled("Chỉ làm khai sinh", "Làm luôn một lần", "Chưa biết");

  for (const text of ["có", "rồi", "chưa", "không", "xong rồi"])
    expect(polarAnswer(text, asked, choices)).toBeUndefined();
});

test("to “phải không?” a yes agrees, and “rồi” says nothing", () => {
  const asked = "Bé dưới 6 tuổi và chưa làm khai sinh phải không bà?";
  const choices = labelled("Đúng vậy", "Có khai sinh rồi", "Trên 6 tuổi");

  expect(polarAnswer("đúng rồi", asked, choices)).toBe("Đúng vậy");
  expect(polarAnswer("có", asked, choices)).toBe("Đúng vậy");
  expect(polarAnswer("rồi", asked, choices)).toBeUndefined();
});

test.each([
  "đợi chút",
  "đợi bà lấy kính đã",
  "chờ em tí",
  "từ từ",
  "đang bấm",
  "sắp được rồi",
  "wait",
])("“%s” asks only for a moment", (text) => {
  expect(asksToWait(text)).toBe(true);
});

test.each([
  "đợi mãi không thấy",
  "chờ mã lâu quá",
  "cho tôi gặp người",
  "cho em xem lại",
  "đợi mai con về nó làm",
  "đăng nhập được rồi",
  "đang làm thì nó báo lỗi",
])("“%s” asks for more than a moment, or for something else", (text) => {
  expect(asksToWait(text)).toBe(false);
});
