/**
 * Zalo's bot platform over a pool of connections of our own: JSON alone, each call with a deadline, errors
 * without the token and without anybody's words. Its errors come with HTTP 200, its gateways answer in HTML.
 */
import { type Dispatcher, Pool } from "undici";
import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import { neverConnected } from "../../never-connected.ts";
import { within } from "../../within.ts";
import { refusalOf, ZaloBotRefused, ZaloBotUnreached } from "./refusals.ts";

export interface Limits {
  readonly within: number;
  readonly stop?: AbortSignal | undefined;
}

interface Methods {
  readonly getMe: Record<string, never>;
  readonly getUpdates: { readonly timeout: number };
  readonly setWebhook: { readonly url: string; readonly secret_token: string };
  readonly deleteWebhook: Record<string, never>;
  readonly sendMessage: { readonly chat_id: string; readonly text: string };
  readonly sendPhoto: {
    readonly chat_id: string;
    readonly photo: string;
    readonly caption?: string;
  };
  readonly sendVoice: { readonly chat_id: string; readonly voice_url: string };
  readonly sendChatAction: { readonly chat_id: string; readonly action: "typing" };
}

const answerSchema = z.union([
  z.looseObject({ ok: z.literal(true), result: z.unknown().optional() }),
  z.looseObject({
    ok: z.literal(false),
    // Met as a number and as a string.
    error_code: z.coerce.number().optional(),
    description: z.string().optional(),
  }),
]);

const meSchema = z.looseObject({ id: z.string().min(1), account_name: z.string().optional() });
const sentSchema = z.looseObject({ message_id: z.string().min(1) });

export class ZaloBotApi {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #clock: Clock;

  constructor(options: {
    readonly token: string;
    readonly apiRoot: string;
    readonly clock: Clock;
  }) {
    const root = new URL(options.apiRoot);
    this.#path = `${root.pathname.replace(/\/$/, "")}/bot${options.token}`;
    this.#clock = options.clock;
    // Waiting is limited per call, on the injected clock.
    this.#pool = new Pool(root.origin, { connections: 16, headersTimeout: 0, bodyTimeout: 0 });
  }

  /** Ends every open call. */
  async hangUp(): Promise<void> {
    await this.#pool.destroy();
  }

  async me(limits: Limits): Promise<{ readonly id: string; readonly name: string | undefined }> {
    const me = meSchema.safeParse(await this.ask("getMe", {}, limits));
    if (!me.success) throw new ZaloBotUnreached("getMe", "not-zalo");
    return { id: me.data.id, name: me.data.account_name };
  }

  /** Puts a message into a chat and gives Zalo's id of it, where it says one. */
  async send<M extends "sendMessage" | "sendPhoto" | "sendVoice">(
    method: M,
    payload: Methods[M],
    limits: Limits,
  ): Promise<string | undefined> {
    const sent = sentSchema.safeParse(await this.ask(method, payload, limits));
    return sent.success ? sent.data.message_id : undefined;
  }

  /** What stands in `result`; undefined where there is none. */
  async ask<M extends keyof Methods>(
    method: M,
    payload: Methods[M],
    limits: Limits,
  ): Promise<unknown> {
    return await within(this.#clock, limits.within, limits.stop, async (signal) => {
      const { statusCode, body } = await this.#request(method, JSON.stringify(payload), signal);
      const text = await body.text().catch(() => {
        throw new ZaloBotUnreached(method, signal.aborted ? "timeout" : "broke-off");
      });
      return this.#read(method, statusCode, text);
    });
  }

  #read(method: string, status: number, text: string): unknown {
    const answer = answerSchema.safeParse(jsonOf(text));
    if (!answer.success) {
      // A gateway that could not reach what is behind it; one that tired of waiting may have.
      if (status === 502 || status === 503) throw new ZaloBotUnreached(method, "gateway");
      if (status >= 400 && status < 500) {
        throw new ZaloBotRefused(method, status, refusalOf(method, status, ""));
      }
      throw new ZaloBotUnreached(method, status >= 500 ? "timeout" : "not-zalo");
    }
    if (answer.data.ok) return answer.data.result;
    const { error_code: code = status, description = "" } = answer.data;
    if (code === 502 || code === 503) throw new ZaloBotUnreached(method, "gateway");
    if (code >= 500) throw new ZaloBotUnreached(method, "timeout");
    throw new ZaloBotRefused(method, code, refusalOf(method, code, description));
  }

  async #request(
    method: string,
    body: string,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await this.#pool.request({
        method: "POST",
        path: `${this.#path}/${method}`,
        headers: { "content-type": "application/json" },
        body,
        signal,
      });
    } catch (cause) {
      if (signal.aborted) throw new ZaloBotUnreached(method, "timeout");
      throw new ZaloBotUnreached(method, neverConnected(cause) ? "connection" : "broke-off");
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
