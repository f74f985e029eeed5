import type { ChatState } from "../wire/chat.ts";

/** The page's own words for what can be done while a person helps; fetched when one comes. */
const vi = {
  reached: "đã tới",
  seen: "đã xem",
  notArrived: "Chưa tới được. Máy sẽ gọi người khác; cần gấp thì gọi điện.",
  place: "Chỗ",
  sendFile: "Gửi tệp",
  sendFileHint: "Tệp PDF hoặc Word, cho người giúp xem",
  fileWarning: "Đừng gửi tệp có ảnh thẻ căn cước, mã OTP hay mật khẩu.",
  fileTooLarge: "Tệp này to quá. Máy chuyển được tệp nhỏ hơn 10 MB.",
  fileUnreadable: "Máy không mở được tệp này. Xin chọn lại.",
  sendThisFile: "Gửi tệp này",
  thisMessage: "Tin này",
  moreOf: (text: string) => `Trả lời hoặc thu hồi tin: ${text}`,
  moreOfTheirs: (text: string) => `Trả lời tin: ${text}`,
  answerThis: "Trả lời tin này",
  answering: "Trả lời tin",
  answerNot: "Bỏ trả lời",
  takeBackHint: "Người giúp không đọc được nữa",
  takeBackSure: "Thu hồi tin này?",
  takeBackSureHow: "Tin mất ở cả hai bên. Người giúp có thể đã đọc rồi.",
  takeBackYes: "Thu hồi",
  takeBackNo: "Thôi, để lại",
  placeTitle: "Gửi chỗ đang ở",
  placeWhy: (name: string) =>
    `Để ${name} biết đường tới. Chỉ ${name} thấy chỗ này; xong việc là máy xoá.`,
  placeAsk: "Điện thoại sẽ hỏi có cho biết vị trí không. Bấm Cho phép.",
  placeSend: "Gửi chỗ đang ở",
  placeLooking: "Đang tìm chỗ… Chờ một chút.",
  placeRefused:
    "Điện thoại chưa cho biết vị trí. Không sao: viết tên thôn, gần nhà ai, rồi bấm Gửi.",
  placeNotFound: "Chưa tìm được chỗ. Ra ngoài sân rồi thử lại, hoặc viết tên thôn, gần nhà ai.",
  placeRough: (metres: number) => `Chỗ tìm được có thể lệch khoảng ${metres} mét. Vẫn gửi chứ?`,
  placeAgain: "Tìm lại",
};

const en: typeof vi = {
  reached: "arrived",
  seen: "seen",
  notArrived: "It has not arrived. Somebody else will be called; if it is urgent, telephone.",
  place: "Place",
  sendFile: "Send a file",
  sendFileHint: "A PDF or Word file, for your helper to look at",
  fileWarning: "Never send files with pictures of identity cards, codes or passwords.",
  fileTooLarge: "This file is too large. Files below 10 MB can be passed on.",
  fileUnreadable: "This file cannot be opened. Please choose it again.",
  sendThisFile: "Send this file",
  thisMessage: "This message",
  moreOf: (text) => `Answer or take back: ${text}`,
  moreOfTheirs: (text) => `Answer: ${text}`,
  answerThis: "Answer this",
  answering: "Answering",
  answerNot: "Do not answer this",
  takeBackHint: "The helper can no longer read it",
  takeBackSure: "Take this message back?",
  takeBackSureHow: "It goes on both sides. The helper may have read it already.",
  takeBackYes: "Take back",
  takeBackNo: "No, keep it",
  placeTitle: "Send where I am",
  placeWhy: (name) =>
    `So that ${name} finds the way. Only ${name} sees it, and it is deleted when this is done.`,
  placeAsk: "The telephone will ask whether it may tell where it is. Press Allow.",
  placeSend: "Send where I am",
  placeLooking: "Looking… Please wait a moment.",
  placeRefused:
    "The telephone does not tell where it is. Never mind: write the village and whose house is near, and press Send.",
  placeNotFound:
    "It was not found. Step outside and try again, or write the village and whose house is near.",
  placeRough: (metres) => `It may be wrong by about ${metres} metres. Send it anyway?`,
  placeAgain: "Look again",
};

export type PersonWords = typeof vi;

export const personWordsIn = (language: ChatState["language"]): PersonWords =>
  language === "en" ? en : vi;
