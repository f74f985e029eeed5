/** Calls of this process to one address, from the side of whoever calls: those not begun and not over yet. */
import diagnostics from "node:diagnostics_channel";

/**
 * A server counts a call only once it has read it, and forgets it before its answer is read: in between, on
 * a loaded machine, a clock that is moved past the caller's deadline makes a lost answer out of a good one.
 */
export class CallsUnderWay {
  readonly #origin: string;
  readonly #open = new Set<object>();
  #held = 0;

  constructor(origin: string) {
    this.#origin = origin;
    diagnostics.subscribe("undici:request:create", this.#begins);
    for (const end of ends) diagnostics.subscribe(end, this.#ends);
  }

  get count(): number {
    return this.#open.size;
  }

  /** Something is on its way that needs no time to pass: a clock has to stand still until it is over. */
  get busy(): boolean {
    return this.#open.size > this.#held;
  }

  /** While this goes on, the server keeps somebody waiting on purpose: for news, or as a fault asks. */
  async held<Result>(waiting: Promise<Result>): Promise<Result> {
    this.#held += 1;
    try {
      return await waiting;
    } finally {
      this.#held -= 1;
    }
  }

  close(): void {
    diagnostics.unsubscribe("undici:request:create", this.#begins);
    for (const end of ends) diagnostics.unsubscribe(end, this.#ends);
  }

  readonly #begins = (message: unknown): void => {
    const { request } = message as { readonly request: { readonly origin?: unknown } };
    if (String(request.origin) === this.#origin) this.#open.add(request);
  };

  readonly #ends = (message: unknown): void => {
    this.#open.delete((message as { readonly request: object }).request);
  };
}

const ends = ["undici:request:trailers", "undici:request:error"] as const;
