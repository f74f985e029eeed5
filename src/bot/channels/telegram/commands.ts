/** Commands by the names people type, in both languages, with or without tone marks. */
import type { BotCommand } from "telegraf/types";
import type { InboundOf } from "../../../flows/index.ts";
import { joinCodeIn } from "../../conversations/commands.ts";

export type Command = InboundOf<"command">["command"];

const names: ReadonlyMap<string, Command> = new Map([
  ["start", "start"],
  ["viec", "menu"],
  ["menu", "menu"],
  ["giup", "human"],
  ["human", "human"],
  ["nghi", "later"],
  ["later", "later"],
  ["tieng", "language"],
  ["language", "language"],
  ["xoa", "delete"],
  ["delete", "delete"],
  ["help", "help"],
  ["truc", "duty"],
  ["duty", "duty"],
]);

/** The menu beside the input field. */
export const menus: { readonly vi: readonly BotCommand[]; readonly en: readonly BotCommand[] } = {
  vi: [
    { command: "start", description: "Bắt đầu" },
    { command: "viec", description: "Chọn việc cần làm" },
    { command: "giup", description: "Gặp người giúp" },
    { command: "nghi", description: "Tạm nghỉ" },
    { command: "tieng", description: "Đổi tiếng Việt, tiếng Anh" },
    { command: "xoa", description: "Xóa hết những gì máy giữ" },
  ],
  en: [
    { command: "menu", description: "Choose what to do" },
    { command: "human", description: "Talk to a person" },
    { command: "later", description: "Rest for now" },
    { command: "language", description: "Switch between Vietnamese and English" },
    { command: "delete", description: "Erase everything kept about me" },
    { command: "help", description: "What this machine can do" },
  ],
};

export interface Commanded {
  readonly command: Command;
  /** What stood behind it. */
  readonly rest: string;
}

/** The command a message begins with. One for another bot, or one we do not have, is `unknown`. */
export function commandIn(text: string, botName: string): Commanded | undefined {
  const match = /^\/([\p{L}\p{M}\d_]{1,32})(?:@(\w{1,32}))?(?:\s+([\s\S]*))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, name = "", meant, rest = ""] = match;
  const ours = meant === undefined || meant.toLowerCase() === botName.toLowerCase();
  return { command: (ours ? names.get(plain(name)) : undefined) ?? "unknown", rest: rest.trim() };
}

const plain = (name: string): string =>
  name.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");

/** Longer codes are found among other words, shorter ones only where nothing else was written. */
const amongWords = /(?<![\p{L}\d-])join-([a-z0-9]{12,60})(?![\p{L}\d])/iu;
const alone = /^["'“«(]*join-([a-z0-9]{6,60})["'”».)]*$/iu;

/** The invitation code in what somebody wrote, or behind /start. */
export function invitationIn(text: string): string | undefined {
  const code = alone.exec(text.trim())?.[1] ?? amongWords.exec(text)?.[1];
  // As in every chat, also typed without what a link puts before it.
  return code?.toLowerCase() ?? joinCodeIn(text);
}
