import { describe, expect, test } from "vitest";
import { dayName, dayOf, lasting, timeOf } from "../../src/bot/web/chat/dates.ts";
import { pieces } from "../../src/bot/web/chat/links.ts";
import { breaths, voiceFor } from "../../src/bot/web/chat/voices.ts";
import { vietnamese } from "../../src/bot/web/chat/words.ts";
import { english } from "../../src/bot/web/chat/words-en.ts";

const links = (text: string) =>
  pieces(text).flatMap((piece) => (piece.kind === "link" ? [[piece.text, piece.to]] : []));

describe("in a message can be pressed", () => {
  test.each([
    ["Mở dichvucong.gov.vn.", [["dichvucong.gov.vn", "https://dichvucong.gov.vn"]]],
    [
      "Xem https://dichvucong.gov.vn/p/home?a=1, rồi quay lại",
      [["https://dichvucong.gov.vn/p/home?a=1", "https://dichvucong.gov.vn/p/home?a=1"]],
    ],
    [
      "Gọi 1900 0368 hoặc 0207 3999 999 nhé",
      [
        ["1900 0368", "tel:19000368"],
        ["0207 3999 999", "tel:02073999999"],
      ],
    ],
    ["Số 0912345678.", [["0912345678", "tel:0912345678"]]],
  ])("%s", (text, found) => {
    expect(links(text)).toEqual(found);
  });

  test.each([
    "Lệ phí 8.000 đồng, sinh ngày 02/03/2026",
    "Mã H60.26-261102-0012",
    "Sinh năm 1900 ở Nà Khau",
    "javascript:alert(1)",
  ])("nothing in: %s", (text) => {
    expect(links(text)).toEqual([]);
  });

  test("no word is lost in cutting", () => {
    const text = "Gọi 1900 0368 (dichvucong.gov.vn), hỏi https://a.vn/b. Hết.";
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});

test("a day is a day in Vietnam, whatever the phone's zone", () => {
  const lateEvening = Date.UTC(2026, 10, 22, 16, 59);
  const midnight = Date.UTC(2026, 10, 22, 17, 0);
  expect(dayOf(midnight)).toBe(dayOf(lateEvening) + 1);
  expect(timeOf(midnight)).toBe("00:00");

  const words = vietnamese;
  expect(dayName(dayOf(midnight), dayOf(midnight), words)).toBe("Hôm nay");
  expect(dayName(dayOf(lateEvening), dayOf(midnight), words)).toBe("Hôm qua");
  expect(dayName(dayOf(lateEvening), dayOf(midnight) + 1, words)).toBe("22/11/2026");
});

test("a recording's length is read as minutes and seconds", () => {
  expect([lasting(0), lasting(7.9), lasting(67), lasting(120)]).toEqual([
    "0:00",
    "0:07",
    "1:07",
    "2:00",
  ]);
});

describe("the voice", () => {
  const google = { lang: "vi-VN", localService: false };
  const own = { lang: "vi_VN", localService: true };
  const english = { lang: "en-GB", localService: true };

  test("is one for the language, the phone's own first", () => {
    expect(voiceFor([english, google, own], "vi")).toBe(own);
    expect(voiceFor([english, google], "vi")).toBe(google);
    expect(voiceFor([google, own, english], "en")).toBe(english);
  });

  test("is none rather than a wrong one", () => {
    expect(voiceFor([english, { lang: "vie-X" }], "vi")).toBeUndefined();
    expect(voiceFor([], "vi")).toBeUndefined();
  });

  test("takes a breath after each sentence and says all of them", () => {
    expect(breaths("Mở trang. Bấm Đăng nhập!\nXong thì quay lại đây")).toEqual([
      "Mở trang.",
      "Bấm Đăng nhập!",
      "Xong thì quay lại đây",
    ]);
    expect(breaths("")).toEqual([]);
  });
});

test("both languages have a word for everything, and neither addresses anybody by the wrong one", () => {
  const vi = vietnamese;
  const en = english;
  expect(Object.keys(en)).toEqual(Object.keys(vi));
  for (const says of Object.values(vi)) {
    expect(String(says)).not.toMatch(/(?<!\p{L})(bạn|bác|em|bà con)(?!\p{L})/iu);
  }
});
