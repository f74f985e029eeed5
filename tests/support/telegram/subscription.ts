import { type Call, listOf, numberOf, textOf } from "./call.ts";
import type { Wire } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { brokenRule, Refusal } from "./refusal.ts";
import type { Updates } from "./updates.ts";
import { type Delivery, Webhook } from "./webhook.ts";

/** How the bot wants to hear of updates: by asking for them, or by a webhook. */
export class Subscription {
  readonly #updates: Updates;
  readonly #clock: Clock;
  readonly #waitAfter: (failures: number) => number;
  readonly #onMethodInAnswer: (body: Buffer, contentType: string) => void;
  readonly #deliveries: Delivery[] = [];
  #webhook: Webhook | undefined;

  constructor(
    updates: Updates,
    clock: Clock,
    waitAfter: (failures: number) => number,
    onMethodInAnswer: (body: Buffer, contentType: string) => void,
  ) {
    this.#updates = updates;
    this.#clock = clock;
    this.#waitAfter = waitAfter;
    this.#onMethodInAnswer = onMethodInAnswer;
  }

  /** Every attempt to hand an update to a webhook, this one or an earlier one. */
  get deliveries(): readonly Delivery[] {
    return [...this.#deliveries, ...(this.#webhook?.deliveries ?? [])];
  }

  async poll(call: Call): Promise<readonly Wire[]> {
    if (this.#webhook !== undefined) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const limit = numberOf(call, "limit") ?? 100;
    if (limit < 1 || limit > 100) throw brokenRule(`limit ${limit} is not within 1 and 100`);
    this.#updates.allowOnly(listOf(call, "allowed_updates"));
    const request = {
      offset: numberOf(call, "offset") ?? 0,
      limit,
      seconds: numberOf(call, "timeout") ?? 0,
    };
    return await this.#updates.poll(request, call.gone);
  }

  setWebhook(call: Call): true {
    const url = textOf(call, "url") ?? "";
    if (url === "") return this.deleteWebhook(call);
    const parsed = URL.parse(url);
    // Like a Bot API server of one's own, the emulator takes plain HTTP, but only on this machine.
    const local = parsed?.hostname === "127.0.0.1" || parsed?.hostname === "localhost";
    if (parsed === null || (parsed.protocol !== "https:" && !local)) {
      throw brokenRule("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (parsed.protocol === "https:") {
      throw brokenRule("bad webhook: the emulator delivers to plain HTTP on this machine only");
    }
    const secret = textOf(call, "secret_token");
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw brokenRule("secret token contains illegal characters");
    }
    const maxConnections = numberOf(call, "max_connections") ?? 40;
    if (maxConnections < 1 || maxConnections > 100) {
      throw brokenRule(`max_connections ${maxConnections} is not within 1 and 100`);
    }
    this.end();
    this.#updates.endPoll("terminated by setWebhook request");
    this.#updates.allowOnly(listOf(call, "allowed_updates"));
    if (call.values.get("drop_pending_updates") === true) this.#updates.dropAll();
    this.#webhook = new Webhook(
      { url, secret, maxConnections },
      this.#updates,
      this.#clock,
      this.#waitAfter,
      this.#onMethodInAnswer,
    );
    return true;
  }

  deleteWebhook(call: Call): true {
    this.end();
    if (call.values.get("drop_pending_updates") === true) this.#updates.dropAll();
    return true;
  }

  /** Ends the webhook that is set, if any. */
  end(): void {
    if (this.#webhook === undefined) return;
    this.#webhook.stop();
    this.#deliveries.push(...this.#webhook.deliveries);
    this.#webhook = undefined;
  }

  webhookInfo(): Wire {
    const { settings, lastError } = this.#webhook ?? {};
    const { allowed, pending } = this.#updates;
    return {
      url: settings?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: pending.length,
      ...(settings === undefined ? {} : { max_connections: settings.maxConnections }),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
      ...(lastError === undefined
        ? {}
        : { last_error_date: lastError.at, last_error_message: lastError.text }),
    };
  }
}
