/** What the coordinator's page says of the commune's own settings. Vietnamese first. */
import type { DeskLimitName, DeskSettingName } from "../../wire/settings.ts";

const vi = {
  hint: "Đổi ở đây là có hiệu lực ngay, không phải chờ ai.",
  names: {
    hours: "Giờ có người trả lời",
    telephone: "Số điện thoại của xã",
    operator: "Máy này của ai",
    limits: "Chờ bao lâu thì gọi tiếp",
  } satisfies Record<DeskSettingName, string>,
  hints: {
    hours: "Ngoài giờ này máy nhắn bà con biết bao giờ có người, và gọi khi tới giờ.",
    telephone: "Máy đưa số này khi chưa ai nhận giúp. Số phải có người nghe.",
    operator: "Bà con đọc câu này ngay lúc vào: “Đây là máy trả lời của …”.",
    limits: "Ai đang chờ thì máy giữ đúng lời đã hẹn; số mới tính từ lần gọi sau.",
  } satisfies Record<DeskSettingName, string>,
  noTelephone: (instead: string | undefined) =>
    instead === undefined
      ? "Để trống: máy nói “gọi ủy ban xã”."
      : `Để trống: máy đưa số tổng đài ${instead}.`,
  none: "(chưa có)",
  operatorVi: "Tên tiếng Việt",
  operatorEn: "Tên tiếng Anh (nếu có)",
  limits: {
    "at-once": "Mỗi lần gọi nhiều nhất mấy người",
    "next-after-minutes": "Bậc 1: mấy phút chưa ai nhận thì gọi người kế",
    "everyone-after-minutes": "Bậc 2: mấy phút chưa ai nhận thì gọi mọi người đang trực",
    "office-after-minutes": "Bậc 3: mấy phút chưa ai nhận thì gọi cán bộ xã, đưa số điện thoại",
    "again-after-minutes": "Vẫn chưa ai nhận: mấy phút nữa gọi lại tất cả",
    "silent-claim-minutes": "Nhận giúp rồi mà mấy phút không nhắn gì thì gọi người khác",
    "silence-minutes": "Bà con im mấy phút ở bước khó thì máy hỏi có cần người giúp không",
  } satisfies Record<DeskLimitName, string>,
  short: {
    "at-once": "mỗi lần gọi",
    "next-after-minutes": "người kế",
    "everyone-after-minutes": "mọi người",
    "office-after-minutes": "cán bộ xã",
    "again-after-minutes": "gọi lại",
    "silent-claim-minutes": "nhận mà im",
    "silence-minutes": "im ở bước khó",
  } satisfies Record<DeskLimitName, string>,
  limit: (name: string, value: number, minutes: boolean) =>
    `${name} ${value} ${minutes ? "phút" : "người"}`,
  setBy: (name: string, when: string) => `${name} đặt ${when}.`,
  inFile: (value: string) => `Bản gốc ghi: ${value}.`,
  fileChanged: "Sau đó bản gốc có đổi; máy vẫn dùng điều đặt ở đây.",
  asInFile: "Lấy lại bản gốc",
  asInFileOf: (name: string) => `Lấy lại bản gốc: ${name}`,
  changeOf: (name: string) => `Sửa: ${name}`,
  saved: "Đã lưu, dùng ngay từ bây giờ.",
  back: "Đã lấy lại bản gốc.",
  changes: (count: number) => `Ai đã đổi gì (${count})`,
  changed: (part: string, value: string) => `${part}: ${value}`,
  givenBack: (part: string) => `${part}: lấy lại bản gốc`,
  stretch: (days: string, from: string, until: string) => `${days} ${from}–${until}`,
};
export type SettingsWords = typeof vi;

const en: SettingsWords = {
  hint: "What is changed here holds at once.",
  names: {
    hours: "When people answer",
    telephone: "The commune's telephone",
    operator: "Whose machine this is",
    limits: "How long until others are called",
  },
  hints: {
    hours: "Outside these hours residents are told when somebody is there, and called then.",
    telephone: "Given when nobody has come yet. Somebody must answer it.",
    operator: "Residents read it first: “This is a machine of …”.",
    limits:
      "Whoever waits now is kept to what was told; the new numbers count from the next call on.",
  },
  noTelephone: (instead) =>
    instead === undefined
      ? "Empty: “call the commune office” is said."
      : `Empty: the national line ${instead} is given.`,
  none: "(none)",
  operatorVi: "Name in Vietnamese",
  operatorEn: "Name in English (if any)",
  limits: {
    "at-once": "How many are called at once, at most",
    "next-after-minutes": "Rung 1: minutes until the next ones are called",
    "everyone-after-minutes": "Rung 2: minutes until everybody on duty is called",
    "office-after-minutes": "Rung 3: minutes until the office is called and the telephone given",
    "again-after-minutes": "Still nobody: minutes until all are called again",
    "silent-claim-minutes": "Minutes without a word after a claim until others are called",
    "silence-minutes": "Minutes of silence at a hard step until help is offered",
  },
  short: {
    "at-once": "called at once",
    "next-after-minutes": "the next ones",
    "everyone-after-minutes": "everybody",
    "office-after-minutes": "the office",
    "again-after-minutes": "again",
    "silent-claim-minutes": "silent claim",
    "silence-minutes": "silence at a hard step",
  },
  limit: (name, value, minutes) => `${name} ${value} ${minutes ? "min" : "people"}`,
  setBy: (name, when) => `Set by ${name}, ${when}.`,
  inFile: (value) => `The original says: ${value}.`,
  fileChanged: "The original was changed after that; what is set here still holds.",
  asInFile: "Back to the original",
  asInFileOf: (name) => `Back to the original: ${name}`,
  changeOf: (name) => `Change: ${name}`,
  saved: "Saved; it holds from now on.",
  back: "The original holds again.",
  changes: (count) => `Who changed what (${count})`,
  changed: (part, value) => `${part}: ${value}`,
  givenBack: (part) => `${part}: back to the original`,
  stretch: (days, from, until) => `${days} ${from}–${until}`,
};

export const settingsWords = (language: "vi" | "en"): SettingsWords =>
  language === "vi" ? vi : en;
