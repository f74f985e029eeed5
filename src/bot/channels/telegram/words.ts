/** The few things this channel says by itself, outside every conversation. */

/** Whose machine this is. */
export interface Operator {
  readonly name: { readonly vi: string; readonly en: string };
  /** Nobody in the commune has taken responsibility for it yet. */
  readonly trial: boolean;
}

/** Said once in a group. */
export const onlyInPrivate = (botName: string): string =>
  `Dạ, máy chỉ giúp được từng người trong cuộc trò chuyện riêng, để chuyện của mỗi nhà không lộ ra trong nhóm. Bấm vào đây để bắt đầu: https://t.me/${botName}\n\n` +
  `This machine helps in a private chat only: https://t.me/${botName}`;

/** What people see before they press Start; at most 512 letters. */
export const description = ({ name, trial }: Operator) => ({
  vi: limited(
    512,
    `${trial ? "BẢN THỬ, chưa phải của xã. " : ""}Đây là máy trả lời tin nhắn, không phải người. Máy của: ${name.vi}. ` +
      "Máy đi cùng bà con từng bước một khi làm giấy tờ trên mạng; chỗ nào khó thì mời người giúp trong thôn. " +
      "Máy không bao giờ hỏi mật khẩu, mã OTP hay ảnh giấy tờ. Bấm Bắt đầu để dùng.",
  ),
  en: limited(
    512,
    `${trial ? "TRIAL, not yet the commune's. " : ""}This is a machine that answers messages, not a person. It belongs to: ${name.en}. ` +
      "It goes with you step by step through online public services, and brings a neighbour where you are stuck. " +
      "It never asks for passwords, one-time codes or pictures of papers.",
  ),
});

/** What stands on the bot's card; at most 120 letters. */
export const shortDescription = ({ name, trial }: Operator) => ({
  vi: limited(120, `${trial ? "BẢN THỬ. " : ""}Máy giúp làm giấy tờ trên mạng. ${name.vi}.`),
  en: limited(
    120,
    `${trial ? "TRIAL. " : ""}A machine that helps with online services. ${name.en}.`,
  ),
});

function limited(longest: number, text: string): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}
