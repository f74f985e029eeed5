/** Updates that Telegram brings: let in by a secret, answered after the commit. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../../log.ts";
import type { Intake } from "./intake.ts";
import { numberOf } from "./read-update.ts";

export interface WebhookOptions {
  readonly secret: string;
  readonly log: Log;
  /** Missing until Telegram has told us who we are. */
  intake(): Intake | undefined;
  /** Waits while too many sends are open. */
  settle(): Promise<void>;
}

/** The HTTP status for what came in. Anything but 200 makes Telegram send the update again. */
export function webhook({ secret, log, intake, settle }: WebhookOptions) {
  const expected = digestOf(secret);
  return async (
    body: unknown,
    secretHeader: string | undefined,
  ): Promise<{ readonly status: number }> => {
    if (secretHeader === undefined || !timingSafeEqual(digestOf(secretHeader), expected)) {
      return { status: 401 };
    }
    const update = numberOf(body);
    if (update === undefined) return { status: 400 };
    const open = intake();
    if (open === undefined) return { status: 503 };
    try {
      await open.accept(body);
    } catch (error) {
      log.warn({ err: error, update }, "not taken, asked for again");
      return { status: 503 };
    }
    await settle();
    return { status: 200 };
  };
}

/** Of equal length whatever was sent, so that comparing takes equally long. */
const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
