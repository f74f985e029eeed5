/**
 * How long a test waits for what must come. Waiting ends as soon as it has come: the limit is a sign that
 * something hangs, and no measure of how fast a busy machine is.
 */

/** In milliseconds. */
export const patience = 60_000;

/** For `vi.waitFor`, which by itself gives up after one second. */
export const soon = { interval: 5, timeout: patience };
