/**
 * telegraf's client, with its calls over a pool of connections of our own: each has a deadline, objects in
 * a form with files are kept, and errors come out without the token and without anybody's words.
 */
import { Telegram } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";
import { type Dispatcher, errors, FormData, Pool } from "undici";
import { z } from "zod";
import type { Clock } from "../../clock.ts";
import { wholeOf } from "../fetched.ts";
import { within } from "../within.ts";
import { refusalOf, TelegramRefused, TelegramUnreached } from "./refusals.ts";

/** How long a call may take, and what ends it before. */
export interface Limits {
  readonly within: number;
  readonly stop?: AbortSignal | undefined;
}

export interface BotApiOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly clock: Clock;
}

type CallOptions = NonNullable<Parameters<Telegram["callApi"]>[2]>;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string().optional(),
    parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
  }),
]);

export class BotApi extends Telegram {
  readonly #pool: Pool;
  readonly #root: URL;
  readonly #clock: Clock;

  constructor({ token, apiRoot, clock }: BotApiOptions) {
    super(token, { apiRoot, webhookReply: false });
    this.#root = new URL(apiRoot.endsWith("/") ? apiRoot : `${apiRoot}/`);
    this.#clock = clock;
    // Waiting is limited per call, on the injected clock.
    this.#pool = new Pool(this.#root.origin, {
      connections: 64,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Ends every open call. */
  async hangUp(): Promise<void> {
    await this.#pool.destroy();
  }

  /** A call with a deadline. */
  async ask<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    limits: Limits,
  ): Promise<ReturnType<Methods[M]>> {
    return await within(this.#clock, limits.within, limits.stop, (signal) =>
      this.callApi(method, payload, { signal } as unknown as CallOptions),
    );
  }

  /** Every call of telegraf's client passes here. */
  override async callApi<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    { signal }: CallOptions = {},
  ): Promise<ReturnType<Methods[M]>> {
    // telegraf's type for a signal knows less than any signal has.
    const answer = await this.#post(
      method,
      payload as Readonly<Record<string, unknown>>,
      signal as AbortSignal | undefined,
    );
    return answer as ReturnType<Methods[M]>;
  }

  /** A file of `getFile`; undefined when it is larger than allowed. */
  async download(path: string, largest: number, limits: Limits): Promise<Uint8Array | undefined> {
    const address = new URL(`./file/bot${this.token}/${path}`, this.#root).pathname;
    return await within(this.#clock, limits.within, limits.stop, async (signal) => {
      const { statusCode, body } = await this.#request("a file", {
        method: "GET",
        path: address,
        signal,
      });
      if (statusCode !== 200) {
        await body.dump().catch(() => {});
        if (statusCode >= 500) throw new TelegramUnreached("a file", "server-error");
        throw new TelegramRefused("a file", statusCode, "file-not-found");
      }
      try {
        return await wholeOf(body, largest);
      } catch {
        throw new TelegramUnreached("a file", signal.aborted ? "timeout" : "connection");
      }
    });
  }

  async #post(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const form = formOf(payload);
    const { statusCode, body } = await this.#request(method, {
      method: "POST",
      path: new URL(`./bot${this.token}/${method}`, this.#root).pathname,
      ...(form === undefined
        ? { headers: { "content-type": "application/json" }, body: JSON.stringify(payload) }
        : { body: form }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (statusCode >= 500) {
      await body.dump().catch(() => {});
      throw new TelegramUnreached(method, "server-error");
    }
    const text = await body.text().catch(() => {
      throw new TelegramUnreached(method, signal?.aborted === true ? "timeout" : "connection");
    });
    const answer = answerSchema.safeParse(jsonOf(text));
    // A page of a captive portal, for one.
    if (!answer.success) throw new TelegramUnreached(method, "not-telegram");
    if (answer.data.ok) return answer.data.result;
    const { error_code: status, description = "", parameters } = answer.data;
    if (status >= 500) throw new TelegramUnreached(method, "server-error");
    const wait = parameters?.retry_after;
    throw new TelegramRefused(
      method,
      status,
      refusalOf(status, description),
      wait === undefined ? undefined : wait * 1000,
    );
  }

  async #request(
    method: string,
    request: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await this.#pool.request(request);
    } catch (cause) {
      if (cause instanceof errors.InvalidArgumentError) {
        // Its message may quote the request.
        throw new TypeError(`our own ${method} is no request`);
      }
      const aborted = request.signal instanceof AbortSignal && request.signal.aborted;
      throw new TelegramUnreached(method, aborted ? "timeout" : "connection");
    }
  }
}

interface Upload {
  readonly source: Uint8Array<ArrayBuffer>;
  readonly filename: string;
}

const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" &&
  value !== null &&
  "source" in value &&
  value.source instanceof Uint8Array;

/** A form when there is a file to carry. Telegram reads objects in it as JSON. */
function formOf(payload: Readonly<Record<string, unknown>>): FormData | undefined {
  if (!Object.values(payload).some(isUpload)) return undefined;
  const form = new FormData();
  for (const [name, value] of Object.entries(payload)) {
    if (value === undefined || value === null) continue;
    if (isUpload(value)) form.set(name, new Blob([value.source]), value.filename);
    else form.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return form;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
