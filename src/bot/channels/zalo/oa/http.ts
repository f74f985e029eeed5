/** Calls to Zalo's servers: each with a deadline, every answer doubted, nothing of theirs in an error. */
import { type Dispatcher, errors, Pool } from "undici";
import type { Clock } from "../../../clock.ts";
import { neverConnected } from "../../never-connected.ts";
import { within } from "../../within.ts";
import { ZaloUnreached } from "./refusals.ts";

const largestAnswer = 1024 * 1024;

export interface Answered {
  readonly json: unknown;
  readonly header: (name: string) => string | undefined;
}

export class ZaloServer {
  readonly #pool: Pool;
  readonly #root: URL;
  readonly #clock: Clock;

  constructor(root: string, clock: Clock) {
    this.#root = new URL(root.endsWith("/") ? root : `${root}/`);
    this.#clock = clock;
    this.#pool = new Pool(this.#root.origin, {
      connections: 32,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Ends every open call. */
  async hangUp(): Promise<void> {
    await this.#pool.destroy();
  }

  async ask(
    what: string,
    path: string,
    request: Pick<Dispatcher.RequestOptions, "method" | "headers" | "body">,
    patience: number,
    stop?: AbortSignal,
  ): Promise<Answered> {
    return await within(this.#clock, patience, stop, async (signal) => {
      try {
        const { statusCode, headers, body } = await this.#pool.request({
          ...request,
          path: new URL(`.${path}`, this.#root).href.slice(this.#root.origin.length),
          signal,
        });
        const text = await read(body);
        if (statusCode >= 500) throw new ZaloUnreached(what, "server-error");
        const json = jsonOf(text);
        // A gateway's own page, for one.
        if (json === undefined) throw new ZaloUnreached(what, "not-zalo");
        return {
          json,
          header: (name) => {
            const found = headers[name];
            return typeof found === "string" ? found : found?.[0];
          },
        };
      } catch (cause) {
        if (cause instanceof ZaloUnreached) throw cause;
        // Its message may quote the request.
        if (cause instanceof errors.InvalidArgumentError)
          throw new TypeError(`our own ${what} is no request`);
        if (signal.aborted) throw new ZaloUnreached(what, "timeout");
        throw new ZaloUnreached(what, neverConnected(cause) ? "connection" : "broke-off");
      }
    });
  }
}

async function read(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largestAnswer) {
      body.destroy();
      return "";
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
