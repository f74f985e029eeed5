/** Words about sitting beside people. */
const vi = {
  title: "Làm cùng",
  hint: "Ngồi cạnh bà con, bấm máy giúp. Mỗi người một trang riêng. Trang sẽ cho câu để đọc xin phép trước.",
  label: "Ghi sao cho dễ nhớ",
  labelExample: "ví dụ: bà áo xanh",
  labelHint: "Chỉ anh/chị thấy, mai tự xoá. Đừng ghi tên thật, số giấy tờ.",
  labelMissing: "Ghi một chữ để khỏi lẫn người này với người khác.",
  begin: "Bắt đầu làm cùng",
  today: "Hôm nay làm cùng",
  nobody: "Hôm nay chưa làm cùng ai.",
  goOn: "Làm tiếp",
  asking: "chưa đồng ý",
  going: "đang làm",
  moved: "đã chuyển",
  movedHint: "Đã sang máy của người ấy. Máy này không mở lại được nữa.",
  move: "Chuyển sang máy của người ấy",
  moveHow: (root: string) =>
    `Trên máy của người ấy: mở ${root}, bấm “Có mã quay lại rồi? Bấm vào đây”, gõ mã này. Xong thì máy này không còn thấy gì nữa.`,
};
const en: typeof vi = {
  title: "Sit beside",
  hint: "Sit beside somebody and press for them. Each person has a page of their own. It begins with a sentence to read aloud, asking their leave.",
  label: "Something to know them by",
  labelExample: "for example: lady in green",
  labelHint: "Only you see it, and it is gone tomorrow. No real names, no numbers of papers.",
  labelMissing: "Write a word, so that people are not mixed up.",
  begin: "Begin",
  today: "Beside you today",
  nobody: "Nobody yet today.",
  goOn: "Go on",
  asking: "has not agreed yet",
  going: "under way",
  moved: "moved",
  movedHint: "It is on their own phone now. This one can no longer open it.",
  move: "Move to their own phone",
  moveHow: (root: string) =>
    `On their phone: open ${root}, press “Have a return code? Press here” and type this code. After that nothing of it is seen here.`,
};
export const besideWords = (language: "vi" | "en"): typeof vi => (language === "en" ? en : vi);
