/** Takes buttons off messages, each at most once: a message without them needs no second call. */
import type { Clock } from "../../clock.ts";
import type { Pace } from "../pace.ts";
import type { Afterwards } from "./afterwards.ts";
import type { BotApi } from "./bot-api.ts";

const patience = 15_000;
const mostRemembered = 20_000;
/** An old button that stays is answered kindly, so after a minute of talk it may. */
const mostTries = 30;
const pause = 2000;

export interface ButtonsOptions {
  readonly api: BotApi;
  readonly pace: Pace;
  readonly after: Afterwards;
  readonly clock: Clock;
  readonly stop: AbortSignal;
}

export interface Buttons {
  /** They vanish soon, unless Telegram does not answer or much else is to be said here. */
  takeOff(peer: string, message: number): void;
  /** This message carries none any more. */
  areGone(peer: string, message: number): void;
}

export function buttons({ api, pace, after, clock, stop }: ButtonsOptions): Buttons {
  const bare = new Set<string>();
  const remember = (key: string): void => {
    bare.add(key);
    for (const oldest of bare) {
      if (bare.size <= mostRemembered) break;
      bare.delete(oldest);
    }
  };

  /** What people wait to read goes first. */
  async function onceThereIsRoom(peer: string): Promise<boolean> {
    for (let tries = 1; !pace.spare(peer); tries += 1) {
      if (tries === mostTries || stop.aborted) return false;
      await clock.sleep(pause, stop);
    }
    return true;
  }

  return {
    areGone: (peer, message) => remember(`${peer}/${message}`),
    takeOff: (peer, message) => {
      const key = `${peer}/${message}`;
      if (bare.has(key)) return;
      remember(key);
      after.quietly("buttons", async () => {
        if (!(await onceThereIsRoom(peer))) return;
        const none = { inline_keyboard: [] };
        const asked = { chat_id: Number(peer), message_id: message, reply_markup: none };
        await api.ask("editMessageReplyMarkup", asked, { within: patience });
      });
    },
  };
}
