/** Words about how many dossiers come online. */
const vi = {
  title: "Nộp trực tuyến",
  of: (month: string) => `Tháng ${month}`,
  exactly: (percent: string) => `${percent} % hồ sơ nộp trực tuyến`,
  atLeast: (percent: string) => `Ít nhất ${percent} % hồ sơ nộp trực tuyến`,
  counted: (online: number, all: number) => `${online} trong ${all} hồ sơ của cả xã`,
  away: (points: string, goal: number) => `Còn ${points} điểm nữa thì tới ${goal} %.`,
  past: (goal: number) => `Đã qua ${goal} %.`,
  withUs: (sent: number) =>
    sent === 0
      ? "Chưa có hồ sơ nào gửi trực tuyến có máy hay người giúp đi cùng."
      : `${sent} hồ sơ gửi trực tuyến có máy hay người giúp đi cùng.`,
  noShare: "Bao nhiêu phần của cả xã thì máy chưa biết: cần số hồ sơ nộp tại quầy. Ghi số ở dưới.",
  why: "Chỉ ghi số tại quầy thì máy nói “ít nhất”: người tự nộp, không qua máy, chưa được đếm. Ghi thêm tổng số nộp trực tuyến thì máy nói đúng bao nhiêu. Chấm rỗng là “ít nhất”; tháng chưa ghi số thì để trống.",
  lineSays: (parts: string) => `Theo tháng: ${parts}.`,
  villages: "Từng thôn",
  fields: "Từng lĩnh vực",
  share: (percent: string, least: boolean) => `${least ? "ít nhất " : ""}${percent} %`,
  sentOnly: (sent: number) => `${sent} hồ sơ qua máy`,
  noCounter: "chưa có số tại quầy",
  enter: (month: string) => `Ghi số hồ sơ tháng ${month}`,
  what: "Số của",
  wholeCommune: "Cả xã",
  counter: "Nộp tại quầy",
  online: "Nộp trực tuyến, tất cả (nếu biết)",
  save: "Ghi lại",
  takeBack: "Rút số này",
  saved: "Đã ghi.",
  missing: "Ghi số hồ sơ nộp tại quầy, từ 0 trở lên.",
  log: "Đã ghi (mới nhất ở trên)",
  entry: (name: string, counter: number, online: number | undefined) =>
    `${name}: tại quầy ${counter}${online === undefined ? "" : `, trực tuyến ${online}`}`,
  takenBack: (name: string) => `${name}: đã rút số`,
};
const en: typeof vi = {
  title: "Filed online",
  of: (month) => `Month ${month}`,
  exactly: (percent) => `${percent} % of dossiers came online`,
  atLeast: (percent) => `At least ${percent} % of dossiers came online`,
  counted: (online, all) => `${online} of ${all} dossiers of the commune`,
  away: (points, goal) => `${points} points to go to ${goal} %.`,
  past: (goal) => `Past ${goal} %.`,
  withUs: (sent) =>
    sent === 0
      ? "No dossier went off online with the machine or a helper yet."
      : `${sent} dossiers went off online with the machine or a helper.`,
  noShare:
    "What share of the commune's that is cannot be known without the dossiers filed at the counter. Enter them below.",
  why: "With the counter's number alone the share is a least one: who files without us is not counted. With all that came online it is exact. A hollow dot is a least share; a month without numbers is left empty.",
  lineSays: (parts) => `By month: ${parts}.`,
  villages: "Each village",
  fields: "Each field",
  share: (percent, least) => `${least ? "at least " : ""}${percent} %`,
  sentOnly: (sent) => `${sent} with us`,
  noCounter: "nothing entered",
  enter: (month) => `Enter the dossiers of ${month}`,
  what: "Of",
  wholeCommune: "The commune",
  counter: "At the counter",
  online: "Online, all of them (if known)",
  save: "Save",
  takeBack: "Take these back",
  saved: "Saved.",
  missing: "Enter how many were filed at the counter, 0 or more.",
  log: "Entered (newest first)",
  entry: (name, counter, online) =>
    `${name}: counter ${counter}${online === undefined ? "" : `, online ${online}`}`,
  takenBack: (name) => `${name}: taken back`,
};
export const onlineUseWords = (language: "vi" | "en"): typeof vi => (language === "en" ? en : vi);
