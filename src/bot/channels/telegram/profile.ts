/** What people see of the bot outside any message: commands, menu button, whose machine it is. */
import type { Clock } from "../../clock.ts";
import type { BotApi } from "./bot-api.ts";
import { menus } from "./commands.ts";
import { description, type Operator, shortDescription } from "./words.ts";

const patience = 15_000;
const lookEvery = 60_000;

/**
 * Tells Telegram whose machine this is, and again when that has changed, until it ends. Vietnamese is what everybody
 * sees whose Telegram is not in English. Nothing depends on its success: what was not taken is tried at the next look.
 */
export async function introduce(
  api: BotApi,
  operator: () => Operator,
  clock: Clock,
  stop: AbortSignal,
  onFailed: (error: unknown) => void,
): Promise<void> {
  let told: string | undefined;
  while (!stop.aborted) {
    const now = operator();
    const says = JSON.stringify(now);
    if (says !== told) {
      try {
        if (told === undefined) await offerCommands(api);
        await describe(api, now);
        told = says;
      } catch (error) {
        onFailed(error);
      }
    }
    await clock.sleep(lookEvery, stop);
  }
}

async function offerCommands(api: BotApi): Promise<void> {
  const scope = { type: "all_private_chats" } as const;
  const limits = { within: patience };
  await api.ask("setMyCommands", { commands: menus.vi, scope }, limits);
  await api.ask("setMyCommands", { commands: menus.en, scope, language_code: "en" }, limits);
  await api.ask("setChatMenuButton", { menu_button: { type: "commands" } }, limits);
}

async function describe(api: BotApi, operator: Operator): Promise<void> {
  const limits = { within: patience };
  const long = description(operator);
  const short = shortDescription(operator);
  await api.ask("setMyDescription", { description: long.vi }, limits);
  await api.ask("setMyDescription", { description: long.en, language_code: "en" }, limits);
  await api.ask("setMyShortDescription", { short_description: short.vi }, limits);
  await api.ask(
    "setMyShortDescription",
    { short_description: short.en, language_code: "en" },
    limits,
  );
}
