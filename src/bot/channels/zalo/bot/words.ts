/** The few things this channel says by itself, outside every conversation. */
import type { Language } from "../../../../flows/index.ts";

type Said = Readonly<Record<Language, string>>;

export const listenHere: Said = { vi: "Bấm vào đây để nghe:", en: "Tap here to listen:" };
export const openHere: Said = { vi: "Bấm vào đây để mở tệp:", en: "Tap here to open the file:" };
export const lookHere: Said = { vi: "Bấm vào đây để xem ảnh:", en: "Tap here to see the picture:" };

/** Said once in a group, where it is settled that anything is said at all. */
export const onlyInPrivate = (botId: string): string =>
  `Dạ, máy chỉ giúp được từng người trong cuộc trò chuyện riêng, để chuyện của mỗi nhà không lộ ra trong nhóm. Bấm vào đây để bắt đầu: https://zalo.me/${botId}`;
