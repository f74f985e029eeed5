import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardHelperMessage, type HelperGuardReason } from "../../src/flows/helper-guard.ts";

/** Every message is made up. */
const stopped: readonly (readonly [HelperGuardReason, string])[] = [
  ["asks-for-code", "bà đọc mã OTP cho cháu nhé"],
  ["asks-for-code", "ba doc ma otp cho chau nhe"],
  ["asks-for-code", "Gửi cháu mã xác thực vừa về máy"],
  ["asks-for-code", "mã về thì cụ nhắn cháu luôn ạ"],
  ["asks-for-code", "Khi nào có mã OTP, bà gửi cho cháu"],
  ["asks-for-code", "otp bao nhiêu hả bác"],
  ["asks-for-code", "cho em xin mã kích hoạt với ạ"],
  ["asks-for-code", "bác chụp cái tin nhắn có mã OTP gửi em"],
  ["asks-for-code", "Bà gõ mã OTP vào đây cho cháu"],
  ["asks-for-code", "đừng ngại gửi mã OTP cho cháu"],
  ["asks-for-code", "không gửi mã thì không làm được đâu bà"],
  ["asks-for-code", "passcode của bà là gì ạ"],
  ["asks-for-code", "cung cấp 6 số bí mật để em vào hộ"],
  ["asks-for-code", "co ma roi thi gui chau"],
  ["asks-for-code", "Mã nó gửi về là bao nhiêu ạ"],
  ["asks-for-code", "đọc cho cháu mấy số vừa về máy"],
  ["asks-for-code", "chị gửi mình mã xác nhận trong tin nhắn nhé"],
  ["asks-for-password", "cụ cho cháu mật khẩu để cháu đăng nhập hộ"],
  ["asks-for-password", "mat khau vneid cua bac la gi"],
  ["asks-for-password", "gửi mk vneid cho cháu"],
  ["asks-for-password", "Bác nhắn mật khẩu sang Zalo cho em nhé"],
  ["asks-for-password", "cháu xin tài khoản với mật khẩu ạ"],
  ["asks-for-password", "cho chau muon pass dang nhap"],
  ["asks-for-password", "đọc mật khẩu cho cháu vào hộ cho nhanh"],
  ["asks-for-identity-number", "bà đọc số căn cước cho cháu"],
  ["asks-for-identity-number", "cho em xin số CCCD"],
  ["asks-for-identity-number", "so can cuoc cua ong bao nhieu a"],
  ["asks-for-identity-number", "bác nhắn 12 số trên thẻ cho cháu"],
  ["asks-for-identity-number", "gui ma dinh danh cua be cho em"],
  ["asks-for-card-photo", "bà chụp hai mặt căn cước gửi cháu"],
  ["asks-for-card-photo", "chup 2 mat cccd gui em nhe"],
  ["asks-for-card-photo", "gửi ảnh giấy khai sinh qua Zalo cho cháu"],
  ["asks-for-card-photo", "bác gửi căn cước cho em làm hộ"],
  ["asks-for-card-photo", "cho cháu xin ảnh khuôn mặt của cụ"],
  ["asks-for-card-photo", "Chụp mặt trước thẻ rồi gửi cho cháu"],
  ["asks-for-card-photo", "quet cmnd gui vao day giup em"],
  ["asks-for-money", "bà chuyển khoản 50k cho cháu"],
  ["asks-for-money", "Bác gửi tiền phí cho em, em nộp hộ"],
  ["asks-for-money", "chuyen tien truoc roi em lam cho"],
  ["asks-for-money", "cho em xin số tài khoản ngân hàng của bác"],
  ["asks-for-money", "stk của cháu 0451000123456"],
  ["asks-for-money", "bác nạp thẻ cào giúp em 100k"],
  ["asks-for-money", "nộp lệ phí vào tài khoản của em nhé"],
  ["asks-for-money", "cụ đưa tiền cho cháu 20 nghìn cháu nộp"],
  ["asks-for-money", "bác chuyển em 8 nghìn em nộp cho"],
  ["asks-to-install-app", "bà cài ứng dụng này cho cháu nhé"],
  ["asks-to-install-app", "tai file apk em gui ve roi bam cai"],
  ["asks-to-install-app", "bác cài TeamViewer để em làm hộ"],
  ["asks-to-install-app", "cài UltraViewer rồi cho em điều khiển"],
  ["asks-to-install-app", "tải app dịch vụ công mới về máy đi bác"],
  ["asks-to-install-app", "bà bật chia sẻ màn hình cho cháu xem"],
  ["unofficial-link", "bà vào https://dichvucong.vn-gov.top nhé"],
  ["unofficial-link", "bấm vào bit.ly/vneid2 là được"],
  ["unofficial-link", "vào dichvucong.gov.vn.com để nộp"],
  ["unofficial-link", "https://vneid.gov.vn@dangky.site/muc2"],
  ["unofficial-link", "nhóm hỗ trợ đây zalo.me/g/abcxyz"],
  ["unofficial-link", "https://play.google.com/store/apps/details?id=com.vnid.fake"],
  ["unofficial-link", "vào www.lamgiayto.com"],
];

const passed: readonly string[] = [
  "đừng gửi mã OTP cho ai nhé cụ",
  "dung gui ma otp cho ai nhe cu",
  "cháu không bao giờ hỏi mật khẩu",
  "chau khong bao gio hoi mat khau",
  "bà nhập mã OTP vào ô trên điện thoại, đừng gửi cho cháu",
  "phí là 8.000 đồng nộp trên cổng",
  "cụ tự gõ mật khẩu nhé",
  "cu tu go mat khau nhe",
  "Bà ơi, mã OTP chỉ mình bà biết thôi nhé",
  "Không đọc mã cho ai kể cả cháu ạ",
  "Hệ thống sẽ gửi mã OTP về máy của bà",
  "he thong gui ma ve dien thoai cua bac, bac cho mot lat",
  "Mã OTP về chưa ạ?",
  "ma otp ve chua ba",
  "Bà nhớ mật khẩu không ạ?",
  "Bà quên mật khẩu thì bấm Quên mật khẩu nhé",
  "Mật khẩu phải có chữ hoa, số và ký tự đặc biệt",
  "Passcode là 6 số bà tự đặt, khác với mật khẩu",
  "Bà nhập mã xong thì nhắn cháu nhé",
  "nhap otp xong bao chau nhe",
  "bà chụp màn hình gửi cháu xem nó báo gì",
  "chup man hinh gui em",
  "gửi cháu mã hồ sơ để cháu xem giúp",
  "Bà mang căn cước ra xã nhé",
  "nho mang theo cccd voi giay khai sinh nhe",
  "Thẻ căn cước của bà còn hạn không ạ?",
  "Cho cháu hỏi bà có căn cước gắn chip chưa?",
  "Bà gõ số căn cước vào ô đầu tiên",
  "Chụp giấy chứng sinh rồi bấm tải lên ở ô trên cổng",
  "chup hai mat can cuoc roi dinh kem len cong nhe bac",
  "Bà không cần gửi ảnh căn cước cho cháu đâu",
  "Không mất tiền đâu ạ",
  "Lệ phí nộp ở quầy một cửa hoặc trên cổng",
  "Không ai được thu tiền của bà cả",
  "Trợ cấp sẽ chuyển vào tài khoản của bà",
  "Bác thanh toán trên cổng bằng mã QR",
  "Đừng chuyển tiền cho ai nhé bà",
  "dung chuyen khoan truoc cho ai",
  "Bà cài VNeID từ CH Play nhé",
  "tai ung dung VNeID tren App Store",
  "Đừng cài ứng dụng lạ",
  "Bà vào Cài đặt chọn ứng dụng VNeID",
  "Bà tải tờ khai về rồi điền",
  "Bà vào dichvucong.gov.vn nhé",
  "https://dichvucong.gov.vn/thu-tuc-hanh-chinh",
  "mở https://vneid.gov.vn.",
  "https://play.google.com/store/apps/details?id=com.vnid",
  "https://play.google.com/store/apps/details?id=com.vnid&hl=vi",
  "Kẻ gian hay gọi xin mã OTP, bà cảnh giác nhé",
  "Ai bảo bà đọc mã OTP là lừa đảo đấy",
  "Nếu có người xin số căn cước thì đó là kẻ gian, bà cúp máy",
  "Cháu là Páo, tổ công nghệ số, chiều cháu qua nhà bà lúc 15h",
  "Bà gọi 1900 0368 để hỏi nhé",
  "Bà đang thấy chữ gì trên màn hình ạ?",
  "Bà ở thôn nào để cháu qua?",
  "Cháu gửi bà ảnh mẫu để bà xem cho dễ",
  "Bà bấm vào nút Nộp hồ sơ màu đỏ",
  "Hồ sơ thiếu giấy chứng sinh, bà nộp thêm ở xã nhé",
  "bác cho em số điện thoại để em gọi",
  "Số căn cước là 12 số in trên thẻ",
  "Bà đưa căn cước cho cán bộ ở quầy",
  "gửi ảnh màn hình, che số căn cước đi bà nhé",
  "có ai xin mã thì bà báo cháu ngay",
  "Trên máy đang hiện chữ gì bà đọc cháu nghe với",
  "Nếu không thấy mã thì bấm Gửi lại mã",
  "Bà gửi giấy qua bưu điện về xã nhé",
  "ok",
  "",
];

describe("a message that asks for what nobody may ask for is stopped", () => {
  test.each(stopped)("%s: %s", (reason, text) => {
    expect(guardHelperMessage(text)).toEqual({ ok: false, reason });
  });
});

describe("help and warnings pass", () => {
  test.each(passed)("%s", (text) => {
    expect(guardHelperMessage(text)).toEqual({ ok: true });
  });
});

test("a commune's own address passes once it is named", () => {
  const text = "Bà mở lại https://caunoi.example.org/c nhé";

  expect(guardHelperMessage(text)).toEqual({ ok: false, reason: "unofficial-link" });
  expect(guardHelperMessage(text, ["*.gov.vn", "caunoi.example.org"])).toEqual({ ok: true });
});

test("whatever is written, there is an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(typeof guardHelperMessage(text).ok).toBe("boolean");
    }),
  );
});
