import type { Screen } from "./screen.ts";
import { isPassing, Refusal } from "./server.ts";

/** Whether the server answers, as the last request found, and what a failure nobody pressed for means. */
export class Network {
  /** Sendings that failed since anything last reached the server. */
  failures = 0;
  readonly #screen: Screen;
  readonly #then: { readonly signedOut: () => void; readonly later: () => void };

  /** `later`: looks again after a while. */
  constructor(
    screen: Screen,
    then: { readonly signedOut: () => void; readonly later: () => void },
  ) {
    this.#screen = screen;
    this.#then = then;
  }

  reached(): void {
    this.failures = 0;
    if (!this.#screen.shown.online) this.#screen.show({ online: true });
  }

  failed(error: unknown): void {
    if (error instanceof Refusal && error.status === 401) {
      this.signedOut();
    } else if (isPassing(error)) {
      this.#screen.show({ online: false });
      this.#then.later();
    } else if (!(error instanceof Refusal)) {
      throw error;
    }
  }

  /** The server said, in an answer or on its stream, that nobody is signed in here any more. */
  signedOut(): void {
    this.#then.signedOut();
  }

  /** On the page's own behalf: the person did not press anything, so a failure shows only as "no network". */
  behind(work: Promise<void>): void {
    work.catch((error: unknown) => this.failed(error));
  }
}
