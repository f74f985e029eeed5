/**
 * Where a platform has no buttons our own lines speak of typing: the label in words, or the number in the list. Only
 * shared lines pass here; what a guide says of pressing is said of the portal's buttons.
 */
import type { Channel } from "../inbound.ts";
import type { Language } from "../vocabulary.ts";

const typed: Readonly<Record<Language, ReadonlyArray<readonly [RegExp, string]>>> = {
  vi: [
    [/\bBấm một nút/g, "Gõ số"],
    [/\bbấm nút/g, "gõ số"],
    [/\bBấm (?:hoặc|chọn, hoặc) nhắn/g, "Gõ số, hoặc nhắn"],
    [/\bbấm vào tên (giấy|thứ) ấy/g, "gõ số của $1 ấy"],
    [/\bBấm “/g, "Nhắn “"],
    [/\bbấm “/g, "nhắn “"],
  ],
  en: [
    [/\bPress a button\b/g, "Type a number"],
    [/\bpress a button\b/g, "type a number"],
    [/\bPress or write\b/g, "Type its number, or write"],
    [/\bPress each (paper|thing) you have\b/g, "Type the number of each $1 you have"],
    [/\bPress one, or type\b/g, "Type its number, or type"],
    [/\bPress “/g, "Write “"],
    [/\bpress “/g, "write “"],
  ],
};

const withoutButtons: ReadonlySet<Channel> = new Set(["zalo-bot"]);

export function asTyped(template: string, language: Language, channel: Channel): string {
  if (!withoutButtons.has(channel)) return template;
  return typed[language].reduce(
    (soFar, [pressed, words]) => soFar.replace(pressed, words),
    template,
  );
}
