/** What the desk says as something on a telephone: without a network, newly built, installed, and told from afar. */
type PhoneWords = typeof vi;

const vi = {
  offlineTitle: "Chưa có mạng",
  offlineHint: "Có mạng là trang tự mở tiếp, không phải làm gì.",
  noServerTitle: "Chưa tới được máy chủ",
  noServerHint: "Trang đang tự thử lại. Việc gấp thì gọi điện cho điều phối viên.",
  unsentWaits: (messages: number) =>
    `${messages} tin chưa gửi vẫn giữ trong máy này, có mạng là tự gửi.`,
  draftsWait: (drafts: number) => `${drafts} tin đang viết dở vẫn còn nguyên.`,
  tryAgain: "Thử lại",

  newPage: "Trang có bản mới.",
  loadNewPage: "Tải lại",

  onPhone: "Máy này",
  install: "Cài lên điện thoại",
  installHint: "Có biểu tượng trên màn hình, bấm một cái là vào.",
  installByHand: "Trên iPhone: bấm nút Chia sẻ, rồi chọn Thêm vào MH chính.",
  installed: "Trang này đã cài trên máy.",

  afarTurnOn: "Bật thông báo",
  afarTurnOff: "Tắt thông báo",
  afarHint:
    "Có người cần giúp hay có tin mới, máy này báo ngay cả khi đã đóng trang. Thông báo không ghi tên hay lời của ai.",
  afarIsOn: "Thông báo đang bật trên máy này.",
  afarMissing:
    "Trình duyệt này không báo được khi đã đóng trang. Cứ để trang mở; ai nối Telegram hay Zalo thì vẫn nhận tin ở đó.",
  afarAfterInstall: "Cài trang lên màn hình chính trước, rồi mở từ đó để bật thông báo.",
  afarBlocked:
    "Trình duyệt đang chặn thông báo của trang này. Bấm biểu tượng cạnh địa chỉ trang, cho phép Thông báo, rồi mở lại.",
  afarFailed: "Chưa bật, tắt được. Xem lại mạng rồi bấm lại.",
};

const en: PhoneWords = {
  offlineTitle: "No network",
  offlineHint: "The page goes on by itself once the network is back. Nothing to do.",
  noServerTitle: "The server cannot be reached",
  noServerHint: "The page keeps trying. If it is urgent, call the coordinator.",
  unsentWaits: (messages) =>
    `${messages} unsent ${messages === 1 ? "message is" : "messages are"} kept on this device and sent once the network is back.`,
  draftsWait: (drafts) =>
    `${drafts} begun ${drafts === 1 ? "message is" : "messages are"} still here.`,
  tryAgain: "Try again",

  newPage: "There is a newer page.",
  loadNewPage: "Load it",

  onPhone: "This device",
  install: "Install on this phone",
  installHint: "An icon on the home screen opens it with one press.",
  installByHand: "On an iPhone: press Share, then Add to Home Screen.",
  installed: "This page is installed here.",

  afarTurnOn: "Turn notifications on",
  afarTurnOff: "Turn notifications off",
  afarHint:
    "When somebody needs help or writes, this device tells you even while the page is closed. No name and no words of anybody stand in it.",
  afarIsOn: "Notifications are on for this device.",
  afarMissing:
    "This browser cannot tell you while the page is closed. Leave it open; whoever has linked Telegram or Zalo is told there as well.",
  afarAfterInstall: "Add the page to the home screen first, then open it from there to turn on.",
  afarBlocked:
    "The browser blocks notifications of this page. Press the symbol beside its address, allow notifications, and open it again.",
  afarFailed: "It could not be changed. Check the network and press again.",
};

export const phoneWords = (language: "vi" | "en"): PhoneWords => (language === "en" ? en : vi);
