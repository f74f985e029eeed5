/**
 * The page's own words. They address nobody: how to speak to this resident is known to the
 * conversation, not to the page.
 */
export const vietnamese = {
  machine: "Máy",
  me: "Tôi",
  paperFound: ": đã có",
  paperMissing: ": chưa đánh dấu",
  machineAnswers: (operator: string) =>
    operator === "" ? "Máy trả lời" : `Máy trả lời · ${operator}`,
  trial: "BẢN THỬ",
  trialLong: "Đây là bản thử, chưa phải của xã.",
  draft: "BẢN NHÁP",
  beside: (label: string) => `Làm cùng: ${label}.`,
  besideBack: "Về trang người giúp",
  draftLong: "Bài đang sửa, để thử. Ở đây không gọi ai, không tính vào số liệu, và không giữ lại.",
  draftCalls: "Bản nháp không gọi ai cả.",
  menu: "Mục khác",
  close: "Đóng",
  conversation: "Cuộc trò chuyện",
  opening: "Đang mở… Xin chờ một chút.",
  openingSlow: "Mạng yếu, máy đang thử lại…",
  offline: "Mất mạng. Máy giữ lại, có mạng sẽ gửi.",
  startedAnew:
    "Cuộc trò chuyện trước đã mở ở chỗ khác bằng mã quay lại, hoặc đã xóa. Ở đây máy bắt đầu lại.",
  haveCode: "Có mã quay lại rồi? Bấm vào đây",
  thinking: "Máy đang xem…",
  withPerson: (name: string, role: string) => `Đang nói chuyện với ${name}, ${role}`,
  helpedBy: (name: string, role: string) => `${name}, ${role} đang giúp`,
  machineSilent: "Máy im lặng, chỉ chuyển tin.",
  /** Written in the resident's name; the machine reads these very words. */
  takeBack: "Tự làm tiếp",
  waiting: "Đang gọi người giúp…",
  waitingMeanwhile: "Trong lúc chờ vẫn làm tiếp được.",
  atStep: "Đang ở bước này",
  atQuestion: "Đang hỏi câu này",
  showStep: "Xem",
  earlier: "Tin trước đây",
  toStep: "Về bước đang làm",
  fresh: "Tin mới",
  choices: "Bấm chọn, hoặc gõ số",
  choicesWere: "Đã hỏi",
  listen: "Nghe",
  stop: "Dừng",
  bigger: "Xem ảnh to",
  photo: "Ảnh",
  photoSent: "Ảnh đã gửi",
  photoFrom: (name: string) => `Ảnh của ${name}`,
  fileGone: "không còn giữ ở đây",
  voice: "Nói",
  voiceMessage: "Tin nói",
  send: "Gửi",
  writeHere: "Viết ở đây…",
  writeLabel: "Viết tin",
  sending: "đang gửi…",
  keptUntilNetwork: "chờ mạng…",
  sent: "đã gửi",
  notSent: "Chưa gửi được.",
  takeBackThis: "Thu hồi tin này",
  takingBack: "đang thu hồi…",
  takenBack: "Đã thu hồi một tin",
  placeHere: "Chỗ đang ở",
  edit: "Sửa lại",
  sendAgain: "Gửi lại",
  remove: "Bỏ",
  photosReady: (n: number) => (n === 1 ? "Gửi ảnh này?" : `Gửi ${n} ảnh này?`),
  photoWarning: "Đừng gửi ảnh thẻ căn cước, giấy tờ, mã OTP hay mật khẩu.",
  sendPhotos: (n: number) => (n === 1 ? "Gửi ảnh" : `Gửi ${n} ảnh`),
  photoPreparing: "Đang mở ảnh…",
  photoUnreadable: "Máy không mở được ảnh này. Xin chọn ảnh khác.",
  recording: "Đang ghi tiếng nói",
  recordStop: "Nói xong",
  recordListen: "Nghe lại",
  recordUpTo: "Nói được tối đa 2 phút.",
  noMicrophone: "Máy chưa được phép dùng micro. Xin viết chữ, hoặc cho phép rồi thử lại.",
  returnCode: "Mã quay lại",
  returnCodeHow:
    "Nhớ hoặc chép mã này. Đổi máy, hay mất trang này, thì mở lại trang, bấm Mục khác, rồi Nhập mã quay lại. Sang Zalo hay Telegram thì nhắn mã này ở đó.",
  noReturnCode: "Chưa có mã. Bắt đầu một bài hướng dẫn rồi sẽ có.",
  enterCode: "Nhập mã quay lại",
  enterCodeHow: "Gõ mã đã chép.",
  codeLabel: "Mã quay lại",
  codeGo: "Mở lại",
  codeWrong: "Mã không đúng. Xin xem lại rồi gõ lại.",
  codeLost: "Mất mạng, chưa mở lại được. Xin thử lại.",
  letters: "Cỡ chữ",
  lettersNames: ["Vừa", "To", "Rất to"],
  language: "Đổi tiếng",
  languageHint: "Tiếng Việt · English",
  erase: "Xóa hết",
  eraseHint: "Tin nhắn, mã quay lại và những gì máy đã ghi",
  call: "Gọi điện hỏi",
  today: "Hôm nay",
  yesterday: "Hôm qua",
  newTitle: "Tin mới",
};

export type Words = typeof vietnamese;

/** What the page's own commands look like in the conversation; they are no words of the resident's. */
export function wordsOfCommand(text: string, words: Words): string | undefined {
  switch (text) {
    case "/xoa":
    case "/delete":
      return words.erase;
    case "/tieng":
    case "/language":
      return words.language;
    default:
      return undefined;
  }
}
