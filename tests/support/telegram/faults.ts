/** Something that goes wrong with a call on demand. */
export type Fault =
  | { readonly kind: "too-many-requests"; readonly retryAfterSeconds: number }
  | { readonly kind: "blocked" }
  | { readonly kind: "server-error" }
  | { readonly kind: "bad-gateway" }
  /** A web page with status 200, as from a captive portal. */
  | { readonly kind: "web-page" }
  /** Not done, and never answered. */
  | { readonly kind: "silence" }
  /** Not done; the connection breaks. */
  | { readonly kind: "reset" }
  /** Done; then the connection breaks before the answer. */
  | { readonly kind: "answer-lost" }
  /** Done; then no answer ever comes. */
  | { readonly kind: "answer-withheld" }
  /** Done; answered only after so many milliseconds of the emulator's clock. */
  | { readonly kind: "slow"; readonly milliseconds: number };

/** Which calls go wrong, and how. */
export interface PlannedFault {
  /** Nothing means any method. */
  readonly method?: string;
  /** Nothing means any chat. */
  readonly chat?: number;
  /** How many calls; one when not said. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The faults that are still to happen; the oldest fitting one happens first. */
export class Faults {
  #planned: ReadonlyArray<PlannedFault & { readonly left: number }> = [];

  plan(fault: PlannedFault): void {
    this.#planned = [...this.#planned, { ...fault, left: fault.times ?? 1 }];
  }

  clear(): void {
    this.#planned = [];
  }

  /** The fault that strikes this call, used up by asking. */
  striking(method: string, chat: unknown): Fault | undefined {
    const struck = this.#planned.find(
      (each) =>
        (each.method === undefined || each.method === method) &&
        (each.chat === undefined || each.chat === Number(chat)),
    );
    if (struck === undefined) return undefined;
    this.#planned = this.#planned
      .map((each) => (each === struck ? { ...each, left: each.left - 1 } : each))
      .filter((each) => each.left > 0);
    return struck.fault;
  }
}
