/**
 * Long polling, for a trial: Zalo hands out one message a call and forgets it, and what is written while
 * nobody polls is lost for good. So nothing stands between two calls but putting the message on disk.
 */
import type { Clock } from "../../../clock.ts";
import type { Log } from "../../../log.ts";
import type { ZaloBotApi } from "./bot-api.ts";
import type { Intake } from "./intake.ts";
import { pauseAfter, ZaloBotRefused, ZaloBotUnreached } from "./refusals.ts";

const longPollSeconds = 30;
/** Beyond the long poll; after that the connection counts as dead. */
const grace = 10_000;

export interface PollingOptions {
  readonly api: ZaloBotApi;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever what stands between us and Zalo changes; `ok` when nothing does. */
  onState(state: string): void;
}

export async function poll(options: PollingOptions, stop: AbortSignal): Promise<void> {
  const { api, clock, log, onState } = options;
  for (let failures = 0; !stop.aborted; ) {
    try {
      const result = await api.ask(
        "getUpdates",
        { timeout: longPollSeconds },
        { within: longPollSeconds * 1000 + grace, stop },
      );
      failures = 0;
      onState("ok");
      for (const event of eventsIn(result)) await kept(event);
    } catch (error) {
      if (stop.aborted) return;
      if (error instanceof ZaloBotRefused && error.code === "nothing-new") {
        failures = 0;
        onState("ok");
        continue;
      }
      failures += 1;
      const { state, pause } = obstacleOf(error, failures);
      // A connection that broke once is no news: the next call makes another.
      if (failures > 1 || error instanceof ZaloBotRefused) onState(state);
      log.warn({ err: error, state, failures }, "no messages");
      if (state === "webhook-is-set") {
        await api.ask("deleteWebhook", {}, { within: grace, stop }).catch(() => {});
      }
      await clock.sleep(pause, stop);
    }
  }

  /** Handed out is ours alone: a disk that refuses is asked until it takes it. */
  async function kept(event: unknown): Promise<void> {
    for (let failures = 1; ; failures += 1) {
      try {
        options.intake.accept(event);
        return;
      } catch (error) {
        log.error({ err: error, failures }, "what Zalo handed out could not be kept");
        if (stop.aborted) return;
        await clock.sleep(pauseAfter(failures, 5000), stop);
      }
    }
  }
}

/** One object; nothing; and a list, should there ever be one. */
function eventsIn(result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return result;
  const empty =
    result === undefined ||
    result === null ||
    result === "" ||
    (typeof result === "object" && Object.keys(result).length === 0);
  return empty ? [] : [result];
}

/** What stands in the way, and how long to leave it alone. */
export function obstacleOf(
  error: unknown,
  failures: number,
): { readonly state: string; readonly pause: number } {
  if (error instanceof ZaloBotUnreached) {
    // Every second away loses what is written meanwhile, and a connection that ended in its idleness is no outage.
    const again = error.code === "broke-off" && failures === 1;
    return { state: error.code, pause: again ? 0 : pauseAfter(failures, 15_000) };
  }
  if (!(error instanceof ZaloBotRefused)) throw error;
  const { code } = error;
  if (code === "wrong-token") return { state: code, pause: pauseAfter(failures + 4, 300_000) };
  return { state: code, pause: pauseAfter(failures, 60_000) };
}
