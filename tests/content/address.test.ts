/** Which words of address `check` refuses, and which family members it lets pass. */
import { expect, test } from "vitest";
import { literalAddress } from "../../src/flows/authoring/checks/address.ts";

const addressed = [
  ["Bạn mở trang này.", "Bạn"],
  ["Mời bạn chọn nơi làm.", "bạn"],
  ["Quý khách chờ một chút.", "Quý khách"],
  ["Bác bấm nút xanh.", "Bác"],
  ["Xong rồi thì bà bấm vào đây.", "bà"],
  ["Khi hiện chữ xanh, cụ chụp lại.", "cụ"],
  ["Để chị xem lại cho chắc.", "chị"],
  ["Ông ơi, đừng bấm nữa.", "Ông"],
  ["Xong chưa cô?", "cô"],
  ["Giấy này có rồi, phải không anh?", "anh"],
  ["Cảm ơn bác đã chờ.", "bác"],
  ["Em chưa có mã thì chọn Chưa có.", "Em"],
  ["Nhớ cất kỹ bác nhé.", "bác"],
  ["Bà con bấm nút dưới đây.", "Bà con"],
  ["Để cháu xem giúp.", "cháu"],
  ["Em xin phép hỏi lại.", "Em"],
  ["Dạ, con nhắc lại bước này.", "con"],
] as const;

test.each(addressed)("%s", (text, word) => {
  const sure = literalAddress(text, true).filter((found) => found.sure);

  expect(sure.map((found) => found.word)).toEqual([word]);
});

const family = [
  "Bố mẹ của bé đã ký chưa?",
  "Ông bà nội khai hộ cũng được.",
  "Ông bà, họ hàng làm thay được.",
  "Giấy khai sinh cho con, cho cháu.",
  "Em bé sinh ở trạm y tế.",
  "Người em ruột đứng khai.",
  "Anh trai hay chị gái ký thay.",
  "Bà ngoại mang giấy ra xã.",
  "Cô đỡ thôn bản ghi giấy.",
  "Cô giáo xác nhận đang học.",
  "Bác sĩ ghi ngày giờ sinh.",
  "Chọn nơi cụ thể trong danh sách.",
  "Cụ ông trên 75 tuổi.",
  "Trang có tiếng Anh ở góc.",
  "Mấy con số trong tin nhắn.",
  "Nhận cha con, mẹ con.",
  "Con dâu, con rể cũng được.",
  "Máy của con cháu trong nhà.",
  "Bạn bè của bé không ký được.",
  "Công cụ tìm ở góc trên.",
  "Người bạn đời còn sống.",
  "Họ hàng, cô chú làm thay.",
  "Nói rõ là anh ấy nhận con.",
  "Nút ghi “Bạn chưa đăng nhập” thì bấm vào.",
];

test.each(family)("%s is about somebody else", (text) => {
  expect(literalAddress(text, true)).toEqual([]);
});

test("what stays unclear is only doubted", () => {
  expect(literalAddress("Mang giấy ra chỗ bác.", true)).toEqual([
    { word: "bác", sure: false, for: "you" },
  ]);
});

test("buttons are the resident's own words: only what is always address is refused there", () => {
  expect(literalAddress("Bà tự làm", false)).toEqual([]);
  expect(literalAddress("Bạn tự làm", false)).toHaveLength(1);
});
