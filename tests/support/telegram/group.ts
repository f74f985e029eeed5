import { type Chat, chatOnWire, seconds, userOnWire } from "./chats.ts";
import type { Person, World } from "./person.ts";

/** A test's description of a group; a bot that is no administrator hears only commands and answers. */
export interface GroupDescription {
  /** Negative, as Telegram's are. */
  readonly id: number;
  readonly title?: string;
  readonly kind?: "group" | "supergroup";
  readonly bot?: "administrator" | "member";
}

/** A group the bot is in; people act in it through `person.in(group)`. */
export class Group {
  readonly #world: World;
  #chat: Chat;

  constructor(world: World, described: GroupDescription) {
    const { id, title = "Nhóm (mẫu)", kind = "supergroup", bot = "administrator" } = described;
    this.#world = world;
    this.#chat = world.chats.group(id, kind, title);
    this.#chat.hearsEverything = bot === "administrator";
  }

  get chat(): Chat {
    return this.#chat;
  }

  get id(): number {
    return this.#chat.id;
  }

  addsBot(by: Person): void {
    this.#chat.door = "open";
    this.#changesMembership(by, "left", "member");
  }

  removesBot(by: Person): void {
    this.#changesMembership(by, "member", "kicked");
    this.#chat.door = "kicked";
  }

  /** From now on the old id is refused, with the new one named. */
  becomesSupergroup(id: number): void {
    this.#chat.movedTo = id;
    const { hearsEverything, title = "" } = this.#chat;
    this.#chat = this.#world.chats.group(id, "supergroup", title);
    this.#chat.hearsEverything = hearsEverything;
  }

  #changesMembership(by: Person, before: string, after: string): void {
    const membership = (status: string) => ({
      status,
      user: userOnWire(this.#world.chats.bot),
      ...(status === "kicked" ? { until_date: 0 } : {}),
    });
    const change = {
      chat: chatOnWire(this.#chat),
      from: userOnWire(by.user),
      date: seconds(this.#world.clock.now()),
      old_chat_member: membership(before),
      new_chat_member: membership(after),
    };
    this.#world.updates.add("my_chat_member", change, `chat ${this.#chat.id}`);
  }
}
