import { describe, expect, test } from "vitest";
import { fold } from "../../src/flows/understanding/fold.ts";
import { besideMatter, matterAsked } from "../../src/flows/understanding/matter-asked.ts";

const asked = {
  time: [
    "bao giờ thì có",
    "bao giờ thì xong hả cháu",
    "thế bao lâu thì được",
    "mấy ngày thì có kết quả",
    "mất bao lâu",
    "phải chờ mấy ngày",
    "khi nào lấy được giấy",
    "bao nhiêu ngày thì xong",
    "không biết bao giờ mới có thẻ",
    "làm cái này mất mấy hôm",
    "bao giờ nhận được tiền",
    "trợ cấp người cao tuổi bao lâu thì được",
    "how long does it take",
  ],
  where: [
    "nộp ở đâu",
    "làm cái này ở đâu hả cháu",
    "thế phải ra đâu",
    "nộp hồ sơ ở chỗ nào",
    "bà không biết phải đi đâu",
    "lấy giấy ở đâu",
    "mang giấy tờ đến đâu",
    "đăng ký ở đâu",
    "where do I go",
  ],
  papers: [
    "cần giấy gì",
    "cần những giấy tờ gì",
    "phải mang theo giấy tờ gì",
    "chuẩn bị những giấy tờ gì hả cháu",
    "hồ sơ gồm những gì",
    "cần mang những gì",
    "phải có giấy tờ nào",
    "what papers do I need",
  ],
  cost: [
    "có mất tiền không",
    "hết bao nhiêu tiền",
    "lệ phí bao nhiêu",
    "khai sinh hết bao nhiêu tiền",
  ],
};

describe.each(Object.entries(asked))("%s is asked", (matter, sentences) => {
  test.each(sentences)("%s", (text) => {
    expect(matterAsked(text)).toBe(matter);
    expect(matterAsked(fold(text))).toBe(matter);
  });
});

test.each([
  ["khai sinh mất bao nhiêu tiền", "cost", "khai sinh"],
  ["căn cước bao lâu thì có", "time", "can cuoc"],
  ["làm kết hôn cần giấy tờ gì", "papers", "lam ket hon"],
  ["bà muốn hỏi khai sinh mất bao nhiêu tiền", "cost", "khai sinh"],
  ["có mất tiền không", "cost", ""],
] as const)("%s: of which task it is asked is told apart", (text, matter, rest) => {
  expect(matterAsked(text)).toBe(matter);
  expect(besideMatter(text, matter)).toBe(rest);
});

test.each([
  "chưa làm bao giờ",
  "chưa có thẻ bao giờ",
  "bà chưa bao giờ có cái đó",
  "mấy ngày rồi chưa thấy gì",
  "bà không đi đâu",
  "không làm đâu",
  "nút ấy ở đâu",
  "bấm vào đâu",
  "cái mã lấy ở đâu",
  "bao giờ có người gọi lại",
  "máy có vấn đề",
  "làm lại từ đầu",
  "nộp rồi",
  "có giấy rồi",
  "cần gặp người giúp",
  "bà đau đầu quá",
  "con gái em năm nay thi vào lớp 10, cô giáo bảo giấy khai sinh thiếu chữ đệm, bao lâu thì xong",
])("nothing of the task is asked: %s", (text) => {
  expect(matterAsked(text)).toBeUndefined();
  expect(matterAsked(fold(text))).toBeUndefined();
});
