/** Events pushed to a webhook. Nothing is known of retries, so there are none but those a test asks for. */
import { Refusal } from "./rules.ts";
import type { Shapes } from "./world.ts";

export interface Push {
  readonly status: number | undefined;
  readonly event: unknown;
}

export class Pushing {
  url: string | undefined;
  readonly pushes: Push[] = [];
  readonly #shapes: Shapes;
  readonly #open = new Set<Promise<void>>();
  #secret = "";

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  async set(url: string, secret: string): Promise<void> {
    if (!/^https?:\/\/\S+$/.test(url)) throw new Refusal(400, "The url is invalid");
    if (secret.length < 8 || secret.length > 256) {
      throw new Refusal(400, "The secret_token is invalid");
    }
    this.url = url;
    this.#secret = secret;
    // Stored even where the probe fails.
    await fetch(url, { method: "POST" }).catch(() => {});
  }

  async end(): Promise<void> {
    this.url = undefined;
    await Promise.all(this.#open);
  }

  bring(event: unknown): void {
    const done = this.#post(event);
    this.#open.add(done);
    void done.then(() => this.#open.delete(done));
  }

  async #post(event: unknown): Promise<void> {
    const body = this.#shapes.envelope === "wrapped" ? { ok: true, result: event } : event;
    const answer = await fetch(this.url ?? "", {
      method: "POST",
      headers: { "content-type": "application/json", "x-bot-api-secret-token": this.#secret },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    this.pushes.push({ status: answer?.status, event });
  }
}
