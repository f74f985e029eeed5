/** Takes buttons off messages, each at most once: a message without them needs no second call. */
import type { Afterwards } from "./afterwards.ts";
import type { BotApi } from "./bot-api.ts";
import type { Pace } from "./pace.ts";

const patience = 15_000;
const mostRemembered = 20_000;

export interface Buttons {
  /** They vanish soon, or stay when Telegram does not answer or we have said much already. */
  takeOff(peer: string, message: number): void;
  /** This message carries none any more. */
  areGone(peer: string, message: number): void;
}

export function buttons(api: BotApi, pace: Pace, after: Afterwards): Buttons {
  const bare = new Set<string>();
  const remember = (key: string): void => {
    bare.add(key);
    for (const oldest of bare) {
      if (bare.size <= mostRemembered) break;
      bare.delete(oldest);
    }
  };
  return {
    areGone: (peer, message) => remember(`${peer}/${message}`),
    takeOff: (peer, message) => {
      const key = `${peer}/${message}`;
      // What people wait to read goes first; an old button that stays is answered kindly.
      if (bare.has(key) || !pace.spare(peer)) return;
      remember(key);
      after.quietly("buttons", () =>
        api.ask(
          "editMessageReplyMarkup",
          {
            chat_id: Number(peer),
            message_id: message,
            reply_markup: { inline_keyboard: [] },
          },
          { within: patience },
        ),
      );
    },
  };
}
