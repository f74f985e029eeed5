import { Agent, type IncomingMessage, request as openRequest } from "node:http";
import { seconds, type Wire } from "./chats.ts";
import type { Clock } from "./clock.ts";
import type { PendingUpdate, Updates } from "./updates.ts";

/** What setWebhook asked for. */
export interface WebhookSettings {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
}

/** One attempt to hand over an update. */
export interface Delivery {
  readonly updateId: number;
  readonly attempt: number;
  /** Nothing when the connection failed. */
  readonly status: number | undefined;
}

/** Milliseconds before an update is sent again after so many failed attempts: at once, then 2 s, 4 s, 8 s. */
export function realWaitAfter(failures: number): number {
  return failures <= 1 ? 0 : Math.min(60_000, 2 ** (failures - 1) * 1000);
}

const LONGEST_ANSWER = 60_000;
const LONGEST_RETRY_AFTER_SECONDS = 3600;

/** Hands updates to a webhook: one lane at a time in order, lanes side by side, again until accepted. */
export class Webhook {
  readonly settings: WebhookSettings;
  readonly deliveries: Delivery[] = [];
  lastError: { readonly at: number; readonly text: string } | undefined;

  readonly #updates: Updates;
  readonly #clock: Clock;
  readonly #waitAfter: (failures: number) => number;
  readonly #onMethodInAnswer: (body: Buffer, contentType: string) => void;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #stopListening: () => void;
  readonly #failures = new Map<PendingUpdate, number>();
  readonly #busyLanes = new Set<string>();
  readonly #timers = new Set<() => void>();
  #open = 0;
  #stopped = false;

  constructor(
    settings: WebhookSettings,
    updates: Updates,
    clock: Clock,
    waitAfter: (failures: number) => number,
    onMethodInAnswer: (body: Buffer, contentType: string) => void,
  ) {
    this.settings = settings;
    this.#updates = updates;
    this.#clock = clock;
    this.#waitAfter = waitAfter;
    this.#onMethodInAnswer = onMethodInAnswer;
    this.#stopListening = updates.onChange(() => this.#sendWhatMay());
    this.#sendWhatMay();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    for (const cancel of this.#timers) cancel();
    this.#agent.destroy();
  }

  #sendWhatMay(): void {
    for (const pending of this.#updates.pending) {
      if (this.#stopped || this.#open >= this.settings.maxConnections) return;
      if (this.#busyLanes.has(pending.lane)) continue;
      this.#busyLanes.add(pending.lane);
      this.#open += 1;
      void this.#send(pending);
    }
  }

  async #send(pending: PendingUpdate): Promise<void> {
    const failures = this.#failures.get(pending) ?? 0;
    const outcome = await this.#post(pending.update).catch((cause: unknown) => ({
      status: undefined,
      text: cause instanceof Error ? cause.message : String(cause),
      retryAfter: undefined,
    }));
    this.#open -= 1;
    if (this.#stopped) return;

    const { status } = outcome;
    this.deliveries.push({ updateId: pending.id, attempt: failures + 1, status });
    if (status !== undefined && status >= 200 && status < 300) {
      this.#failures.delete(pending);
      this.#busyLanes.delete(pending.lane);
      this.#updates.confirm(pending);
      return;
    }
    this.lastError = { at: seconds(this.#clock.now()), text: outcome.text };
    this.#failures.set(pending, failures + 1);
    const wait = outcome.retryAfter ?? this.#waitAfter(failures + 1);
    const cancel = this.#clock.after(wait, () => {
      this.#timers.delete(cancel);
      this.#busyLanes.delete(pending.lane);
      this.#sendWhatMay();
    });
    this.#timers.add(cancel);
    // Other lanes may use the connection meanwhile.
    this.#sendWhatMay();
  }

  async #post(update: Wire) {
    const body = Buffer.from(JSON.stringify(update));
    const { secret, url } = this.settings;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = openRequest(url, {
        method: "POST",
        agent: this.#agent,
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
      });
      const cancel = this.#clock.after(LONGEST_ANSWER, () =>
        request.destroy(new Error("Read timeout expired")),
      );
      request.on("response", resolve);
      request.on("error", reject);
      request.on("close", cancel);
      request.setNoDelay(true);

      // The body is cut inside its first letter of several bytes, as networks do.
      const letter = body.findIndex((byte) => byte >= 0x80);
      const cut = letter === -1 ? Math.floor(body.length / 2) : letter + 1;
      request.write(body.subarray(0, cut), () =>
        setImmediate(() => request.end(body.subarray(cut))),
      );
    });
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    const { statusCode: status = 0, statusMessage = "" } = answer;
    if (status >= 200 && status < 300 && chunks.length > 0) {
      this.#onMethodInAnswer(Buffer.concat(chunks), answer.headers["content-type"] ?? "");
    }
    const asked = Number(answer.headers["retry-after"]);
    return {
      status,
      text: `Wrong response from the webhook: ${status} ${statusMessage}`,
      retryAfter: asked > 0 ? Math.min(asked, LONGEST_RETRY_AFTER_SECONDS) * 1000 : undefined,
    };
  }
}
