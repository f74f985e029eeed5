/** A limit on how long something outside may take. */
import type { Clock } from "../clock.ts";

/**
 * Hands `act` a signal that ends it after so many milliseconds, or when `stop` does. The limit passes on
 * the injected clock, so a connection that nobody answers needs no waiting in tests.
 */
export async function within<Result>(
  clock: Clock,
  milliseconds: number,
  stop: AbortSignal | undefined,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const late = new AbortController();
  void clock.sleep(milliseconds, over.signal).then(() => {
    if (!over.signal.aborted) late.abort();
  });
  try {
    return await act(stop === undefined ? late.signal : AbortSignal.any([stop, late.signal]));
  } finally {
    over.abort();
  }
}
