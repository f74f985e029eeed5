import { brokenRule } from "./refusal.ts";

/** What pressing a button below a message does. */
export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly web_app?: { readonly url: string };
}

/** Rows of buttons below one message. */
export type InlineRows = ReadonlyArray<readonly InlineButton[]>;

/** A button in place of the telephone's keyboard; pressing it sends its text. */
export interface KeyboardButton {
  readonly text: string;
  readonly request_contact?: boolean;
  readonly request_location?: boolean;
}

/** What a message brings along besides its content. */
export type ReplyMarkup =
  | { readonly kind: "none" }
  | { readonly kind: "inline"; readonly rows: InlineRows }
  | {
      readonly kind: "keyboard";
      readonly rows: ReadonlyArray<readonly KeyboardButton[]>;
      readonly once: boolean;
    }
  | { readonly kind: "remove-keyboard" }
  | { readonly kind: "force-reply" };

/** Telegram shows no more buttons than this below one message; observed, not documented. */
const MOST_BUTTONS = 100;

const ACTIONS = [
  "callback_data",
  "url",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
];

/** The reply markup of a call whose types are already checked; refuses what Telegram would. */
export function replyMarkup(value: unknown): ReplyMarkup {
  if (typeof value !== "object" || value === null) return { kind: "none" };
  if ("inline_keyboard" in value)
    return { kind: "inline", rows: inlineRows(value.inline_keyboard) };
  if ("keyboard" in value) {
    const once = "one_time_keyboard" in value && value.one_time_keyboard === true;
    return { kind: "keyboard", rows: keyboardRows(value.keyboard), once };
  }
  if ("remove_keyboard" in value) return { kind: "remove-keyboard" };
  return { kind: "force-reply" };
}

function inlineRows(value: unknown): InlineRows {
  const rows = (value as ReadonlyArray<readonly Record<string, unknown>[]>).filter(
    (row) => row.length > 0,
  );
  if (rows.flat().length > MOST_BUTTONS) throw brokenRule("reply markup is too long");
  for (const button of rows.flat()) {
    checkText(button["text"]);
    const actions = ACTIONS.filter((action) => action in button);
    if (actions.length === 0) {
      throw brokenRule("Text buttons are unallowed in the inline keyboard");
    }
    if (actions.length > 1) {
      throw brokenRule(
        `inline keyboard button has ${actions.length} actions: ${actions.join(", ")}`,
      );
    }
    const data = button["callback_data"];
    if (typeof data === "string") {
      const bytes = Buffer.byteLength(data);
      if (bytes < 1 || bytes > 64) {
        throw brokenRule("BUTTON_DATA_INVALID", `callback_data "${data}" has ${bytes} bytes`);
      }
    }
    if (typeof button["url"] === "string") checkUrl(button["url"], ["http:", "https:", "tg:"]);
    const app = button["web_app"] as { readonly url: string } | undefined;
    if (app !== undefined) checkUrl(app.url, ["https:"]);
  }
  // telegraf's "hide" is not stored, so it does not come back with the message.
  return rows.map((row) => row.map(({ hide, ...button }) => button)) as unknown as InlineRows;
}

function keyboardRows(value: unknown): ReadonlyArray<readonly KeyboardButton[]> {
  const rows = (value as ReadonlyArray<ReadonlyArray<string | KeyboardButton>>)
    .map((row) => row.map((button) => (typeof button === "string" ? { text: button } : button)))
    .filter((row) => row.length > 0);
  if (rows.length === 0) throw brokenRule("reply markup is empty", "a keyboard has no buttons");
  for (const button of rows.flat()) checkText(button.text);
  return rows;
}

function checkText(text: unknown): void {
  if (typeof text !== "string" || text.trim() === "") {
    throw brokenRule("button text must be non-empty", "a button has no text");
  }
}

/** A button may not lead to a host without a dot; "localhost" is refused by the real server too. */
function checkUrl(address: string, protocols: readonly string[]): void {
  const url = URL.parse(address.includes(":") ? address : `http://${address}`);
  const wrong = `inline keyboard button URL '${address}' is invalid`;
  if (url === null || !protocols.includes(url.protocol)) throw brokenRule(wrong);
  if (url.protocol !== "tg:" && !url.hostname.includes(".")) {
    throw brokenRule(`${wrong}: Wrong HTTP URL`);
  }
}
