/** What people see of the bot outside any message: commands, menu button, whose machine it is. */
import type { Afterwards } from "./afterwards.ts";
import type { BotApi } from "./bot-api.ts";
import { menus } from "./commands.ts";
import { description, type Operator, shortDescription } from "./words.ts";

const patience = 15_000;

/** Vietnamese is what everybody sees whose Telegram is not in English. Nothing depends on its success. */
export function introduce(api: BotApi, operator: Operator, after: Afterwards): void {
  const scope = { type: "all_private_chats" } as const;
  const limits = { within: patience };
  const long = description(operator);
  const short = shortDescription(operator);
  after.quietly("profile", async () => {
    await api.ask("setMyCommands", { commands: menus.vi, scope }, limits);
    await api.ask("setMyCommands", { commands: menus.en, scope, language_code: "en" }, limits);
    await api.ask("setChatMenuButton", { menu_button: { type: "commands" } }, limits);
    await api.ask("setMyDescription", { description: long.vi }, limits);
    await api.ask("setMyDescription", { description: long.en, language_code: "en" }, limits);
    await api.ask("setMyShortDescription", { short_description: short.vi }, limits);
    await api.ask(
      "setMyShortDescription",
      { short_description: short.en, language_code: "en" },
      limits,
    );
  });
}
