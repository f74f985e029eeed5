import { type Call, listOf, numberOf, objectOf, textOf } from "./call.ts";
import { lengthOf } from "./entities.ts";
import { brokenRule } from "./refusal.ts";

/** A command in the menu beside the input field. */
export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** The commands set for some people in some language. */
export interface CommandList {
  /** As in the Bot API: default, all_private_chats, chat … */
  readonly scope: string;
  readonly chat: number | undefined;
  /** Empty: for everybody whose language has no list of its own. */
  readonly languageCode: string;
  readonly commands: readonly BotCommand[];
}

interface Scope {
  readonly type: string;
  readonly chat_id?: number;
}

/** What people see about the bot outside any message. */
export class Profile {
  #commands: readonly CommandList[] = [];
  readonly #descriptions = new Map<string, string>();
  readonly #shortDescriptions = new Map<string, string>();
  readonly #menuButtons = new Map<number | "default", string>();

  get commandLists(): readonly CommandList[] {
    return this.#commands;
  }

  /** By language code; empty stands for every other language. */
  get descriptions(): ReadonlyMap<string, string> {
    return this.#descriptions;
  }

  get shortDescriptions(): ReadonlyMap<string, string> {
    return this.#shortDescriptions;
  }

  /** The kind of menu button by chat. */
  get menuButtons(): ReadonlyMap<number | "default", string> {
    return this.#menuButtons;
  }

  setCommands(call: Call): true {
    const given = listOf<BotCommand>(call, "commands") ?? [];
    if (given.length > 100) throw brokenRule("BOT_COMMANDS_TOO_MUCH");
    const commands = given.map(({ command, description }) => ({
      command: command.replace(/^\//, ""),
      description,
    }));
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) {
        throw brokenRule("BOT_COMMAND_INVALID", `"${command}" cannot be a command`);
      }
      if (description === "" || lengthOf(description) > 256) {
        throw brokenRule("BOT_COMMAND_DESCRIPTION_INVALID", `"${command}" has no fit description`);
      }
    }
    const list = this.#listFor(call);
    const others = this.#commands.filter((each) => !sameAudience(each, list));
    this.#commands = commands.length === 0 ? others : [...others, { ...list, commands }];
    return true;
  }

  commands(call: Call): readonly BotCommand[] {
    const list = this.#listFor(call);
    return this.#commands.find((each) => sameAudience(each, list))?.commands ?? [];
  }

  setDescription(call: Call): true {
    setText(this.#descriptions, call, "description", 512);
    return true;
  }

  setShortDescription(call: Call): true {
    setText(this.#shortDescriptions, call, "short_description", 120);
    return true;
  }

  setMenuButton(call: Call): true {
    const button = objectOf<{ type: string; web_app?: { url: string } }>(call, "menu_button");
    const url = button?.web_app?.url;
    if (url !== undefined && !url.startsWith("https://")) throw brokenRule("BUTTON_URL_INVALID");
    this.#menuButtons.set(numberOf(call, "chat_id") ?? "default", button?.type ?? "default");
    return true;
  }

  #listFor(call: Call): Omit<CommandList, "commands"> {
    const scope = objectOf<Scope>(call, "scope");
    return {
      scope: scope?.type ?? "default",
      chat: scope?.chat_id,
      languageCode: languageOf(call),
    };
  }
}

function sameAudience(a: Omit<CommandList, "commands">, b: Omit<CommandList, "commands">) {
  return a.scope === b.scope && a.chat === b.chat && a.languageCode === b.languageCode;
}

function languageOf(call: Call): string {
  const code = textOf(call, "language_code") ?? "";
  if (!/^(?:[a-z]{2})?$/.test(code)) throw brokenRule(`invalid language_code "${code}"`);
  return code;
}

function setText(texts: Map<string, string>, call: Call, name: string, longest: number): void {
  const text = textOf(call, name) ?? "";
  if (lengthOf(text) > longest) throw brokenRule(`${name} is too long`);
  texts.set(languageOf(call), text);
}
