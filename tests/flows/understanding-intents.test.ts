import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnywhere } from "../../src/flows/understanding/anywhere.ts";
import { fold } from "../../src/flows/understanding/fold.ts";
import type { InGuide } from "../../src/flows/understanding/intents.ts";
import { intent } from "./understanding-readers.ts";

const doStep: InGuide = {
  kind: "do",
  choices: [
    { id: "done", words: ["Xong rồi", "Done"] },
    { id: "trouble", words: ["Không làm được", "It does not work"] },
    { id: "explain", words: ["Chỉ kỹ hơn", "Show me more closely"] },
    { id: "human", words: ["Gặp người giúp", "Talk to a person"] },
    { id: "more", words: ["Khác…", "More…"] },
  ],
  troubles: [
    { id: "commune-missing", words: ["Không thấy tên xã"] },
    { id: "code-late", words: ["Mã không về"] },
  ],
};
const bare: InGuide = { kind: "do", choices: [] };
const chooseStep: InGuide = {
  kind: "choose",
  choices: [
    { id: "yes", words: ["Có giấy rồi", "Yes"] },
    { id: "no", words: ["Chưa có giấy", "Not yet"] },
  ],
};

const meansDone = (text: string, step: InGuide): boolean => {
  const { intent: read, choice } = intent(text, step);
  return read === "done" || read === "yes" || choice === "done";
};

describe("a false yes", () => {
  test.each([
    "chưa xong",
    "xong đâu mà xong",
    "chưa được",
    "làm mãi không xong",
    "xong rồi nhưng mà nó báo lỗi",
    "đã xong đâu",
    "có xong đâu",
    "gần xong rồi",
    "sắp xong",
    "xong chưa?",
    "xong rồi à?",
    "tưởng xong rồi",
    "muốn xong mà không xong",
    "bao giờ mới xong",
    "xong thế nào được",
    "not done yet",
    "chua dc",
    "k xong dc",
    "mới xong một nửa",
    "đang làm dở",
    "bấm rồi mà nó không sang",
    "mất mạng rồi",
    "hết pin rồi",
    "sai rồi",
  ])("is never made of “%s”", (text) => {
    expect(meansDone(text, bare)).toBe(false);
    expect(meansDone(text, doStep)).toBe(false);
  });

  const subject = fc.constantFrom(
    "",
    "em ",
    "bà ",
    "tôi ",
    "ông ",
    "dạ ",
    "ơ ",
    "cháu ơi ",
    "nó ",
    "mình ",
  );
  const deed = fc.constantFrom(
    "xong",
    "bấm được",
    "làm xong",
    "vào được",
    "điền xong",
    "gửi được",
    "hoàn thành",
    "làm được",
    "đăng nhập được",
    "nộp xong",
    "thành công",
  );
  const tail = fc.constantFrom(
    "",
    " ạ",
    " cháu ạ",
    " nhé",
    " đâu",
    " ad ơi",
    " rồi",
    " đây này",
    "...",
    "!",
  );
  const marked = fc.constantFrom(
    (text: string) => text,
    fold,
    (text: string) => text.toUpperCase(),
  );
  const before = fc.constantFrom(
    "chưa",
    "vẫn chưa",
    "không",
    "chẳng",
    "chả",
    "làm mãi không",
    "mãi mà chưa",
    "đã đâu mà",
    "đâu có",
    "có đâu mà",
    "sắp",
    "gần",
    "bao giờ mới",
    "nếu mà",
    "tưởng",
    "ko",
    "k",
    "chưa hề",
    "đợi em làm",
    "muốn",
  );
  const behind = fc.constantFrom(
    "đâu",
    "đâu mà",
    "chưa",
    "thế nào được",
    "nhưng nó báo lỗi",
    "mà không thấy gì",
    "rồi nhưng mà nó lại quay về",
    "rồi mà mất mạng",
    "gì mà xong",
    "sao được",
    "một nửa thôi",
  );

  test("is never made by a word of denial before the deed", () => {
    fc.assert(
      fc.property(subject, before, deed, tail, marked, (who, not, what, end, spelled) => {
        const text = spelled(`${who}${not} ${what}${end}`);
        expect(meansDone(text, bare), text).toBe(false);
        expect(meansDone(text, doStep), text).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test("is never made by a word of denial behind the deed", () => {
    fc.assert(
      fc.property(subject, deed, behind, marked, (who, what, not, spelled) => {
        const text = spelled(`${who}${what} ${not}`);
        expect(meansDone(text, bare), text).toBe(false);
        expect(meansDone(text, doStep), text).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  "xong rồi",
  "xong r",
  "XONG RỒI",
  "em làm xong rồi ạ",
  "bấm xong rồi đó",
  "lam xong roi nhe",
  "done",
  "xog rồi",
  "đăng nhập được rồi",
])("“%s” is done", (text) => {
  expect(meansDone(text, doStep)).toBe(true);
});

test.each([
  ["1", "done"],
  ["số 2", "trouble"],
  ["chọn 3 nhé", "explain"],
  ["4.", "human"],
  ["cái thứ năm", "more"],
  ["ko lam duoc", "trouble"],
  ["khong lam duoc a", "trouble"],
  ["gặp ngừi giúp", "human"],
  ["chi ky hon", "explain"],
  ["bấm xong rồi đó", "done"],
])("“%s” names the shown choice %s", (text, choice) => {
  expect(intent(text, doStep).choice).toBe(choice);
});

test("a number beyond the choices names none", () => {
  expect(intent("9", doStep).choice).toBeUndefined();
});

test("where a number is asked for, a number is an answer and names no choice", () => {
  expect(intent("2", { ...doStep, kind: "ask" }).choice).toBeUndefined();
});

test.each([
  ["có", "yes"],
  ["có rồi", "yes"],
  ["chưa", "no"],
  ["chưa có", "no"],
  ["chua co giay dau", "no"],
  ["có giấy rồi ạ", "yes"],
])("“%s” chooses %s, and a denial never chooses its opposite", (text, choice) => {
  expect(intent(text, chooseStep).choice).toBe(choice);
});

test("a trouble is told by the step's own words and by its kind", () => {
  expect(intent("không thấy tên xã đâu cả", doStep).trouble).toBe("commune-missing");
  expect(intent("đợi mãi không có mã gửi về", doStep)).toMatchObject({
    intent: "trouble:otp",
    trouble: "code-late",
  });
});

test.each([
  ["Không phải cái này, bà hỏi bảo hiểm cơ", "bhyt-ho-gia-dinh"],
  ["nhầm rồi, tôi cần tách hộ chứ không phải nhập khẩu", "tach-ho"],
  ["sao lại ra căn cước, em hỏi kết hôn mà", "ket-hon"],
])("“%s” is the wrong thing and leads to %s", (text, flow) => {
  const reading = intent(text, bare);

  expect(reading.intent).toBe("wrong-thing");
  expect(reading.need?.flows[0]).toBe(flow);
});

test("at “what do you see?” seeing and not seeing are told apart", () => {
  const proving: InGuide = { kind: "do", choices: [], proving: true };

  expect(intent("có", proving).intent).toBe("yes");
  expect(intent("thấy rồi", proving).intent).toBe("yes");
  expect(intent("không thấy", proving).intent).toBe("no");
  expect(intent("chưa thấy gì cả", proving).intent).toBe("no");
});

test.each([
  ["người hay máy?", { kind: "machine-or-human" }],
  ["may hay nguoi day", { kind: "machine-or-human" }],
  ["có phải lừa đảo không", { kind: "is-it-a-scam" }],
  ["co mat tien khong", { kind: "does-it-cost" }],
  ["máy giữ những gì của tôi", { kind: "what-is-kept" }],
  ["thong tin cua ba ai xem", { kind: "what-is-kept" }],
  ["có lưu tin nhắn không", { kind: "what-is-kept" }],
  ["xóa thông tin của tôi", { kind: "delete-me" }],
  ["cho tôi gặp cán bộ", { kind: "human" }],
  ["English please", { kind: "language", language: "en" }],
  ["tiếng Việt", { kind: "language", language: "vi" }],
  ["xin chào", { kind: "greeting" }],
  ["cảm ơn cháu nhiều", { kind: "thanks" }],
])("“%s” is understood anywhere", (text, read) => {
  expect(readAnywhere(text)).toEqual(read);
});

test.each([
  "đăng ký khai sinh",
  "công chứng mất bao nhiêu tiền một tờ",
  "mẹ em mất rồi",
  "xóa tên người chết",
  "",
])("“%s” is left to the guides", (text) => {
  expect(readAnywhere(text)).toBeUndefined();
});

test("whatever is typed is read without an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
      const { confidence } = intent(text, doStep);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      readAnywhere(text);
    }),
    { numRuns: 200 },
  );
});
