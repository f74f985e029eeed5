/**
 * A one-time code that was taken while its answer was lost would shut its owner out. So the page says which attempt
 * this is, the same one until it is in: the server then answers the repetition as it answered first.
 */
import { forget, keep, kept } from "./kept.ts";

const name = "attempt";

export function signInAttempt(): string {
  const known = kept(name);
  if (known !== null) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const attempt = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  keep(name, attempt);
  return attempt;
}

/** In: the next sign-in is another. */
export const attemptDone = (): void => forget(name);
