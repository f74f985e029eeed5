/**
 * One reading of a thing at a time, so that an older answer never covers a newer one; whoever asks
 * meanwhile gets a reading that began after they asked.
 */
export class ReadOnce {
  readonly #reading = new Map<string, { again: boolean; done: Promise<void> }>();

  of(name: string, reading: () => Promise<void>): Promise<void> {
    const running = this.#reading.get(name);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const turn = { again: false, done: Promise.resolve() };
    turn.done = (async () => {
      try {
        do {
          turn.again = false;
          await reading();
        } while (turn.again);
      } finally {
        this.#reading.delete(name);
      }
    })();
    this.#reading.set(name, turn);
    return turn.done;
  }
}
