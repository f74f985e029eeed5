import { expect, test } from "vitest";
import { addressIn } from "../../src/flows/understanding/address.ts";
import { addressWished } from "../../src/flows/understanding/address-wished.ts";
import { subjectIn } from "../../src/flows/understanding/subject.ts";

test.each([
  ["bà muốn làm căn cước", "ba"],
  ["em không vào được", "em"],
  ["cụ tên là Mẩy", "cu"],
  ["mẹ em 76 tuổi chưa có tiền", "em"],
  ["cháu bày cho bác với", "bac"],
  ["anh chị cho em hỏi", "em"],
  ["Cháu ơi bà quên rồi", "ba"],
  ["em ko vao dc", "em"],
  ["chị cần làm khai sinh cho con", "chi"],
  ["nhà bác có khách", "bac"],
])("who writes “%s” is called %s", (said, says) => {
  expect(addressIn(said)).toEqual({ says });
});

test.each([
  "khai sinh cho em bé",
  "bà ấy muốn làm",
  "Cô giáo bảo làm khai sinh",
  "chú ý giúp",
  "bác sĩ bảo thế",
  "xin tien cho ong 82 tuoi",
  "tôi muốn làm căn cước",
  "co can giay to gi khong",
])("“%s” shows no form of address", (said) => {
  expect(addressIn(said)).toBeUndefined();
});

test.each([
  ["khai sinh cho em bé", "my-child"],
  ["làm giấy cho cháu nội", "my-grandchild"],
  ["mẹ em 76 tuổi chưa có tiền", "my-mother"],
  ["khai tử cho bố", "my-father"],
  ["nhập khẩu cho vợ", "my-spouse"],
  ["xin tien cho ong 82 tuoi", "my-grandparent"],
  ["anh trai em bị bệnh", "somebody"],
  ["làm căn cước cho tôi", "me"],
  ["for my daughter", "my-child"],
])("the paper in “%s” is for %s", (said, subject) => {
  expect(subjectIn(said)).toBe(subject);
});

test.each(["đăng ký khai sinh", "cho em hỏi", "giúp tôi với"])(
  "“%s” does not say whose paper it is",
  (said) => {
    expect(subjectIn(said)).toBeUndefined();
  },
);

test.each([
  ["gọi tôi là bà nhé", "ba"],
  ["goi toi la ong", "ong"],
  ["cu goi minh bang chi thoi", "chi"],
  ["không phải ông, là bà chứ", "ba"],
  ["đừng gọi ông, gọi bà", "ba"],
  ["tôi là bà mà", "ba"],
  ["day la co chu", "co"],
])("“%s” asks to be called %s", (said, says) => {
  expect(addressWished(said)).toEqual({ says });
});

test.each(["gọi sai rồi", "xưng hô nhầm rồi", "sao lại gọi tôi là ông", "tôi có phải ông đâu"])(
  "“%s” says only that the address was wrong",
  (said) => {
    expect(addressWished(said)).toEqual({});
  },
);

test.each([
  "bà muốn làm khai sinh cho cháu",
  "gọi điện cho tôi",
  "tôi là Bàn Văn An",
  "tôi là cháu của bà ấy",
  "gọi cho bà Mẩy hộ tôi",
  "mẹ tôi là bà Lý Thị Mẩy",
  "không phải bà làm mà là ông làm giấy khai tử cho cụ",
  "gọi tổng đài không được",
])("“%s” is not about how to be addressed", (said) => {
  expect(addressWished(said)).toBeUndefined();
});
