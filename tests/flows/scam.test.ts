import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeScam } from "../../src/flows/scam.ts";

/** Every text is made up. */
const scams: readonly string[] = [
  "Tài khoản của bạn bị khoá, bấm vào link http://vneid-xacminh.top để mở lại",
  "tai khoan cua ban da bi khoa, bam vao link de mo",
  "Cán bộ công an yêu cầu cài app để đồng bộ dữ liệu",
  "can bo cong an goi dien bao cai ung dung dich vu cong moi",
  "nâng cấp VNeID qua zalo, gửi ảnh căn cước cho em",
  "co nguoi ket ban zalo bao nang cap vneid",
  "Họ bảo chuyển tiền phí hồ sơ trước rồi mới làm",
  "chuyen khoan phi ho so truoc 22000 moi duoc giai quyet",
  "Ngân hàng thông báo: thẻ của quý khach sẽ bị khoá, truy cập đường dẫn bên dưới trong 24h",
  "EVN thông báo: quý khách nợ tiền điện, chuyển khoản trước 17h nếu không sẽ cắt điện",
  "Bo Cong an: quy khach lien quan den vu an rua tien, chuyen tien vao tai khoan de xac minh",
  "Chúc mừng bạn đã trúng thưởng xe máy, bấm vào đường link để nhận quà",
  "Cho vay nhanh 50 triệu chỉ cần CCCD, không thế chấp, giải ngân 5 phút, inbox ngay",
  "Sau sáp nhập phải cập nhật địa chỉ trên VNeID, vào link sau: dichvucongs.top",
  "VNeID cua quy khach chua dong bo, truy cap https://vneid.xgov.vn.com de cap nhat ngay",
  "Công an xã đây, bác đọc mã OTP để cháu đồng bộ",
  "có người xưng là cán bộ bảo tôi đọc mã otp, có phải lừa đảo không",
  "Người ta gửi file apk bảo tải về cài",
  "Nhà mạng thông báo thuê bao của quý khách sẽ bị khoá, cung cấp mã xác thực để xác minh",
  "shipper bảo chuyển tiền trước rồi gửi link huỷ hội viên, bấm vào link",
  "Kích hoạt định danh mức 2 tại nhà qua Facebook, phí 100k",
  "no goi dien bao toi dinh liu ma tuy phai chuyen tien ngay",
];

const ordinary: readonly string[] = [
  "có phải lừa đảo không?",
  "co phai lua dao khong",
  "có mất tiền không?",
  "lam cai nay co mat tien ko",
  "Nộp phí bằng cách nào ạ?",
  "phải nộp phí trước khi nộp hồ sơ hay sau ạ",
  "có phải chuyển khoản trước không cháu",
  "tài khoản vneid của tôi bị khoá rồi, làm sao mở",
  "tai khoan bi khoa bam vao dau de mo",
  "nhap sai nhieu qua no khoa vneid cua em roi lam sao mo",
  "VNeID bị khoá thì gọi số nào",
  "vào link nào để nộp hồ sơ",
  "cho xin link cổng dịch vụ công",
  "công an xã hẹn mai ra làm định danh mức 2",
  "công an xã bảo cài VNeID rồi ra làm mức 2",
  "cán bộ bảo phải đến cơ quan công an để nâng lên mức 2",
  "cài VNeID ở đâu",
  "tai app vnid ve may o cho nao day",
  "tải ứng dụng VNeID về rồi mà không mở được",
  "Cập nhật địa chỉ mới sau sáp nhập có cần không?",
  "nộp hồ sơ qua mạng có cần gửi ảnh căn cước không",
  "mã OTP không về",
  "nhập mã OTP vào đâu",
  "quên mật khẩu vneid rồi",
  "Cuc Canh sat QLHC ve TTXH thong bao: tai khoan dinh danh cua cong dan da duoc phe duyet, truy cap https://vneid.gov.vn de kich hoat",
  "Vào dichvucong.gov.vn đăng nhập bằng VNeID",
  "Tôi chuyển khoản phí rồi mà hồ sơ vẫn báo chưa thanh toán",
  "tôi làm giấy cho hai đứa con, nó tính thành hai khoản, tôi lỡ chuyển một lần gộp cả hai rồi",
  "Bác không có thẻ ngân hàng, trả tiền làm giấy trên mạng bằng gì",
  "trợ cấp chuyển vào tài khoản ngân hàng được không",
  "vay vốn ngân hàng chính sách cần giấy gì",
  "bố tôi mất rồi làm giấy khai tử",
  "thẻ căn cước sắp hết hạn có bị phạt không",
  "nâng cấp lên mức 2 ở đâu",
  "người hay máy đấy",
  "kích hoạt vneid quá 7 ngày thì làm thế nào",
  "xác thực bằng NFC không được",
  "nó bảo nhập mã otp mà có thấy đâu",
  "cán bộ bảo gửi ảnh căn cước lên cổng",
  "cán bộ bảo cho số tài khoản để nhận trợ cấp",
  "ngân hàng bảo mang căn cước ra quầy",
  "họ bảo thẻ của tôi hết hạn",
  "đọc OTP cho cán bộ được không",
  "xin chào",
  "",
];

describe("texts that hold out a hand are recognised", () => {
  test.each(scams)("%s", (text) => {
    expect(looksLikeScam(text)).toBe(true);
  });
});

describe("ordinary words raise no alarm", () => {
  test.each(ordinary)("%s", (text) => {
    expect(looksLikeScam(text)).toBe(false);
  });
});

test("whatever is written, there is an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(typeof looksLikeScam(text)).toBe("boolean");
    }),
  );
});
