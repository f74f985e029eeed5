import type { DeskAct, DeskActed } from "../wire/acts.ts";
import { newKey } from "./keys.ts";
import type { Network } from "./network.ts";
import { pauseAfter } from "./outbox.ts";
import type { Reading } from "./reading.ts";
import type { Screen } from "./screen.ts";
import { isPassing, Refusal, write } from "./server.ts";
import type { Press } from "./shown.ts";

/** How long a press is tried again before the person is asked to press once more. */
const pressLasts = 20_000;

/** Presses on their way: each is tried again with the key it first had. */
export class Pressing {
  readonly #screen: Screen;
  readonly #network: Network;
  readonly #reading: Pick<Reading, "readCase" | "readCases">;
  /** Keys of presses not answered yet: pressed again, they go with the same key. */
  readonly #pressed = new Map<string, string>();

  constructor(screen: Screen, network: Network, reading: Pick<Reading, "readCase" | "readCases">) {
    this.#screen = screen;
    this.#network = network;
    this.#reading = reading;
  }

  /** A refusal is shown and handed back. */
  async press(id: string, press: Press): Promise<DeskActed> {
    const name = `${press.act} ${id}`;
    const identity = `${id} ${JSON.stringify(press)}`;
    const key = this.#pressed.get(identity) ?? newKey();
    this.#pressed.set(identity, key);
    this.#screen.show({ busy: new Set([...this.#screen.shown.busy, name]), notice: undefined });
    try {
      const answer = await this.#insist(`cases/${encodeURIComponent(id)}/acts`, {
        ...press,
        key,
      } as DeskAct);
      this.#pressed.delete(identity);
      this.#network.reached();
      await Promise.all([this.#reading.readCases(), this.#reading.readCase(id)]).catch(
        (error: unknown) => this.#network.failed(error),
      );
      return answer;
    } catch (error) {
      this.#network.failed(error);
      const { words } = this.#screen;
      const says = error instanceof Refusal ? this.#screen.sayOf(error) : words.slowNetwork;
      return { ok: false, reason: "unknown", says };
    } finally {
      const busy = [...this.#screen.shown.busy].filter((one) => one !== name);
      this.#screen.show({ busy: new Set(busy) });
    }
  }

  async #insist(path: string, act: DeskAct): Promise<DeskActed> {
    const until = Date.now() + pressLasts;
    for (let failures = 1; ; failures += 1) {
      try {
        return await write<DeskActed>(path, act);
      } catch (error) {
        if (!isPassing(error) || Date.now() > until) throw error;
        this.#screen.show({ online: false });
        await new Promise((done) => setTimeout(done, pauseAfter(failures)));
      }
    }
  }
}
