/**
 * Long polling of our own: an update is confirmed only after it is committed. What is slow or failing in
 * one chat holds back that chat alone, as long as fewer than a hundred updates wait behind it.
 */
import type { Clock } from "../../clock.ts";
import type { Log } from "../../log.ts";
import type { BotApi } from "./bot-api.ts";
import type { Intake } from "./intake.ts";
import { chatOf, numberOf, wanted } from "./read-update.ts";
import { pauseAfter, TelegramRefused, TelegramUnreached } from "./refusals.ts";

/** The longest Telegram keeps a poll open for us. */
const longPollSeconds = 30;
/** Beyond the long poll; after that the connection counts as dead. */
const grace = 15_000;
/** Telegram hands out no more in one answer. */
const mostAtOnce = 100;
/** With something under way, the others are looked after this often. */
const lookAround = 1000;

export interface PollingOptions {
  readonly api: BotApi;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
  /** Waits while too many sends are open. */
  settle(): Promise<void>;
  /** Told whenever what stands between us and Telegram changes; `ok` when nothing does. */
  onState(state: string): void;
}

export async function poll(options: PollingOptions, stop: AbortSignal): Promise<void> {
  const { api, intake, clock, log, settle, onState } = options;
  /** Fetched and not confirmed. */
  const inHand = new Map<number, "running" | "done" | "waiting">();
  const running = new Set<Promise<void>>();
  /** Chats whose oldest update failed, and when it is tried again. */
  const stuck = new Map<string, { readonly failures: number; readonly until: number }>();
  let offset: number | undefined;
  let failures = 0;

  while (!stop.aborted) {
    let updates: readonly unknown[];
    try {
      updates = await fetchUpdates();
      failures = 0;
      onState("ok");
    } catch (error) {
      if (stop.aborted) break;
      failures += 1;
      await standBack(error, failures);
      continue;
    }
    forgetGone(updates);
    for (const update of updates) begin(update);
    await Promise.race([allSettled(), clock.sleep(lookAround, stop)]);
    moveOffset();
    if ([...inHand.values()].includes("waiting")) await clock.sleep(lookAround, stop);
    await settle();
  }
  await allSettled();
  moveOffset();
  // Spares the next start what is committed already; it would not be taken twice anyway.
  if (offset !== undefined) await fetchUpdates({ last: true }).catch(() => []);

  function fetchUpdates({ last = false } = {}): Promise<readonly unknown[]> {
    const seconds = inHand.size > 0 || last ? 0 : longPollSeconds;
    return api.ask(
      "getUpdates",
      {
        ...(offset === undefined ? {} : { offset }),
        ...(last ? { limit: 1 } : {}),
        timeout: seconds,
        allowed_updates: wanted,
      },
      last ? { within: 2000 } : { within: seconds * 1000 + grace, stop },
    );
  }

  /** Telegram keeps nothing longer than a day: what it no longer sends will not come again. */
  function forgetGone(updates: readonly unknown[]): void {
    if (updates.length >= mostAtOnce) return;
    const here = new Set(updates.map(numberOf));
    for (const [id, state] of inHand) {
      if (state === "waiting" && !here.has(id)) inHand.delete(id);
    }
  }

  function begin(update: unknown): void {
    const id = numberOf(update);
    if (id === undefined) {
      log.warn("an update without a number");
      return;
    }
    const known = inHand.get(id);
    if (known === "running" || known === "done") return;
    inHand.set(id, "waiting");
    const chat = chatOf(update);
    if ((stuck.get(chat)?.until ?? 0) > clock.now()) return;
    inHand.set(id, "running");
    const done = intake.accept(update).then(
      () => {
        inHand.set(id, "done");
        stuck.delete(chat);
      },
      (error: unknown) => {
        inHand.set(id, "waiting");
        const before = stuck.get(chat);
        // Those behind it in the same chat fail along with it, and count as one failure.
        if ((before?.until ?? 0) > clock.now()) return;
        const failed = (before?.failures ?? 0) + 1;
        stuck.set(chat, { failures: failed, until: clock.now() + pauseAfter(failed, 30_000) });
        log.warn({ err: error, update: id, failures: failed }, "not taken, asked for again");
      },
    );
    running.add(done);
    void done.then(() => running.delete(done));
  }

  async function allSettled(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  /** The oldest that is not done is where Telegram begins next time. */
  function moveOffset(): void {
    if (inHand.size === 0) return;
    const unfinished = [...inHand].flatMap(([id, state]) => (state === "done" ? [] : [id]));
    offset = unfinished.length > 0 ? Math.min(...unfinished) : Math.max(...inHand.keys()) + 1;
    for (const id of inHand.keys()) if (id < offset) inHand.delete(id);
  }

  async function standBack(error: unknown, count: number): Promise<void> {
    const { state, pause } = obstacleOf(error, count);
    onState(state);
    log.warn({ err: error, state, failures: count }, "no updates");
    if (state === "webhook-is-set") {
      await api
        .ask("deleteWebhook", { drop_pending_updates: false }, { within: grace, stop })
        .catch(() => {});
    }
    await clock.sleep(pause, stop);
  }
}

/** What stands in the way, and how long to leave it alone. */
export function obstacleOf(
  error: unknown,
  failures: number,
): { readonly state: string; readonly pause: number } {
  if (error instanceof TelegramUnreached) {
    return { state: error.code, pause: pauseAfter(failures, 60_000) };
  }
  if (!(error instanceof TelegramRefused)) throw error;
  const { code, retryAfter } = error;
  if (code === "too-many-requests") {
    return { state: code, pause: retryAfter ?? pauseAfter(failures, 60_000) };
  }
  if (code === "webhook-is-set") return { state: code, pause: pauseAfter(failures, 60_000) };
  // Two of us would take turns throwing each other out.
  if (code === "somebody-else-polls") {
    return { state: code, pause: pauseAfter(failures + 2, 60_000) };
  }
  return { state: code, pause: pauseAfter(failures + 4, 300_000) };
}
