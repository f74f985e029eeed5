import { type Call, textOf } from "./call.ts";
import type { User } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { lengthOf } from "./entities.ts";
import { badRequest, brokenRule } from "./refusal.ts";

/** A button somebody pressed; it turns until the bot answers it. */
export interface Press {
  readonly id: string;
  readonly by: User;
  readonly pressedAt: number;
  /** What the answer showed; empty text shows nothing. */
  answer: { readonly text: string; readonly alert: boolean } | undefined;
}

/** How long a press waits for its answer. */
const ANSWERABLE_FOR = 150_000;
const LONGEST_ANSWER = 200;

/** Every press of a button and what the bot said to it. */
export class Presses {
  readonly #clock: Clock;
  readonly #all: Press[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get all(): readonly Press[] {
    return this.#all;
  }

  add(by: User): Press {
    const id = String(4_380_000_000_000_000n + BigInt(this.#all.length + 1));
    const press: Press = { id, by, pressedAt: this.#clock.now(), answer: undefined };
    this.#all.push(press);
    return press;
  }

  answer(call: Call): true {
    const text = textOf(call, "text") ?? "";
    if (lengthOf(text) > LONGEST_ANSWER) throw brokenRule("MESSAGE_TOO_LONG");
    const press = this.#all.find((each) => each.id === textOf(call, "callback_query_id"));
    const late = press === undefined || this.#clock.now() - press.pressedAt >= ANSWERABLE_FOR;
    if (late || press.answer !== undefined) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    press.answer = { text, alert: call.values.get("show_alert") === true };
    return true;
  }
}
