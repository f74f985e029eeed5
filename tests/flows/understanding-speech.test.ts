/** Wishing to hear, and which language: told apart from what only has the word in it. */
import { beforeAll, describe, expect, test } from "vitest";
import { isHearsay, speechIn, wantsToListen } from "../../src/flows/understanding/speech.ts";
import { prepare, theLibrary } from "../support/talk.ts";

beforeAll(prepare, 120_000);

describe("which language somebody wants to hear", () => {
  test.each([
    ["nghe tiếng Tày", "tay"],
    ["nghe tieng tay di chau", "tay"],
    ["đọc bằng tiếng Mông cho bà nghe", "mong"],
    ["nghe tiếng H'Mông", "mong"],
    ["cho bà nghe tiếng dao", "dao"],
    ["nghe tiếng Kinh", "vi"],
    ["nghe tiếng phổ thông", "vi"],
  ])("“%s”", (text, speech) => {
    expect(speechIn(text)).toBe(speech);
  });

  test.each([
    "bà không nghe được tiếng Dao",
    "chưa nghe thấy mã",
    "nói tiếng Việt",
    "bà là người Tày",
    "tiếng Tày",
    "tay bà run không gõ được",
    "con dao",
  ])("“%s” names none", (text) => {
    expect(speechIn(text)).toBeUndefined();
  });

  test("where the languages were offered a name is enough", () => {
    expect(speechIn("Tày", true)).toBe("tay");
    expect(speechIn("tieng mong a", true)).toBe("mong");
  });
});

describe("wishing to hear a step", () => {
  test.each(["nghe", "Nghe", "cho bà nghe", "nghe lại đi", "đọc cho bà nghe", "listen", "nghee"])(
    "“%s”",
    (text) => {
      expect(wantsToListen(text)).toBe(true);
    },
  );

  const step = {
    kind: "do" as const,
    choices: [{ id: "done", words: ["Xong rồi"] }],
    troubles: [],
  };
  test.each([
    "chưa nghe thấy mã",
    "không nghe được mã",
    "khong nghe thay tin nhan",
    "gọi tổng đài mà không ai nghe máy",
    "nghe nói phải ra xã",
    "tôi chưa nghe bao giờ",
    "nghỉ",
    "tạm nghỉ",
    "điện thoại nghe được mà không vào được mạng",
  ])("“%s” is none", (text) => {
    expect(wantsToListen(text)).toBe(false);
    const { intent } = theLibrary().readInGuide(text, step);
    expect(intent === "listen" && !isHearsay(text)).toBe(false);
  });
});
