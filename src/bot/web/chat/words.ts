import type { ChatState } from "../wire.ts";

/**
 * The page's own words. They address nobody: how to speak to this resident is known to the
 * conversation, not to the page.
 */
const vi = {
  machine: "Máy",
  me: "Tôi",
  paperFound: ": đã có",
  paperMissing: ": chưa đánh dấu",
  machineAnswers: (operator: string) =>
    operator === "" ? "Máy trả lời" : `Máy trả lời · ${operator}`,
  trial: "BẢN THỬ",
  trialLong: "Đây là bản thử, chưa phải của xã.",
  draft: "BẢN NHÁP",
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
  voice: "Nói",
  voiceMessage: "Tin nói",
  send: "Gửi",
  writeHere: "Viết ở đây…",
  writeLabel: "Viết tin",
  sending: "đang gửi…",
  keptUntilNetwork: "chờ mạng…",
  sent: "đã gửi",
  notSent: "Chưa gửi được.",
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

const en: typeof vi = {
  machine: "Machine",
  me: "Me",
  paperFound: ": found",
  paperMissing: ": not ticked",
  machineAnswers: (operator) =>
    operator === "" ? "A machine answers" : `A machine answers · ${operator}`,
  trial: "TRIAL",
  trialLong: "This is a trial, not yet the commune's own.",
  draft: "DRAFT",
  draftLong:
    "A guide being written, to try out. Nobody is called here, nothing is counted or kept.",
  draftCalls: "A draft calls nobody.",
  menu: "More",
  close: "Close",
  conversation: "Conversation",
  opening: "Opening… Please wait a moment.",
  openingSlow: "The network is weak, trying again…",
  offline: "No network. Your words are kept and sent when it is back.",
  startedAnew:
    "The earlier conversation was opened elsewhere with its return code, or deleted. A new one begins here.",
  haveCode: "Have a return code? Press here",
  thinking: "Looking…",
  withPerson: (name, role) => `Talking with ${name}, ${role}`,
  helpedBy: (name, role) => `${name}, ${role} is helping`,
  machineSilent: "The machine is silent and only passes messages on.",
  takeBack: "I will go on alone",
  waiting: "Calling a helper…",
  waitingMeanwhile: "You can go on while you wait.",
  atStep: "You are at this step",
  atQuestion: "This is the question",
  showStep: "Show",
  earlier: "Earlier messages",
  toStep: "Back to the step",
  fresh: "New message",
  choices: "Press one, or type its number",
  choicesWere: "Was asked",
  listen: "Listen",
  stop: "Stop",
  bigger: "Show the picture large",
  photo: "Photo",
  photoSent: "Photo sent",
  photoFrom: (name) => `Photo from ${name}`,
  voice: "Speak",
  voiceMessage: "Voice message",
  send: "Send",
  writeHere: "Write here…",
  writeLabel: "Write a message",
  sending: "sending…",
  keptUntilNetwork: "waiting for the network…",
  sent: "sent",
  notSent: "Not sent.",
  edit: "Change",
  sendAgain: "Send again",
  remove: "Remove",
  photosReady: (n) => (n === 1 ? "Send this photo?" : `Send these ${n} photos?`),
  photoWarning: "Never send photos of identity cards or papers, codes or passwords.",
  sendPhotos: (n) => (n === 1 ? "Send the photo" : `Send ${n} photos`),
  photoPreparing: "Opening the photo…",
  photoUnreadable: "This photo cannot be opened. Please choose another.",
  recording: "Recording",
  recordStop: "Finished",
  recordListen: "Listen again",
  recordUpTo: "Up to 2 minutes.",
  noMicrophone: "The microphone may not be used yet. Please write, or allow it and try again.",
  returnCode: "Return code",
  returnCodeHow:
    "Remember or copy this code. On another phone, or if this page is lost, open it again, press More, then Enter a return code. On Zalo or Telegram, send it there as a message.",
  noReturnCode: "No code yet. It comes once a guide has begun.",
  enterCode: "Enter a return code",
  enterCodeHow: "Type the code you copied.",
  codeLabel: "Return code",
  codeGo: "Open again",
  codeWrong: "The code is not right. Please look again and retype it.",
  codeLost: "No network, it could not be opened. Please try again.",
  letters: "Letter size",
  lettersNames: ["Normal", "Large", "Very large"],
  language: "Change language",
  languageHint: "Tiếng Việt · English",
  erase: "Delete everything",
  eraseHint: "Messages, the return code and what the machine has noted",
  call: "Ask by telephone",
  today: "Today",
  yesterday: "Yesterday",
  newTitle: "New message",
};

export type Words = typeof vi;

export function wordsIn(language: ChatState["language"]): Words {
  return language === "en" ? en : vi;
}

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
