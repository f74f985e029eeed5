/**
 * A one-time code opens one session. Whose answer was lost on the network repeats the request with the attempt the
 * page chose before it first sent, 128 bits that nobody else knows: the cookie is made of code, attempt and the time,
 * so the same page gets the same session again for some minutes, and anybody else holding the used code gets none.
 */
import { createHmac } from "node:crypto";
import type { Instant } from "../../flows/index.ts";
import { hashOf, newCookie } from "../ids.ts";
import type { Store } from "../store/store.ts";

/** A repetition is answered for ten minutes at least and fifteen at most. */
const stretch = 5 * 60_000;
const stretchesBack = 2;

export interface Attempt {
  readonly code: string;
  /** Chosen by the page; pages of before had none. */
  readonly attempt?: string | undefined;
}

export function sessionFor(store: Store, { code, attempt }: Attempt, now: Instant): string {
  return attempt === undefined
    ? newCookie()
    : cookieOf(store, `${code}/${attempt}`, Math.floor(now / stretch));
}

/** The session this very attempt opened, while it is open. */
export function sessionAgain(
  store: Store,
  { code, attempt }: Attempt,
  now: Instant,
): string | undefined {
  if (attempt === undefined) return undefined;
  const newest = Math.floor(now / stretch);
  for (let back = 0; back <= stretchesBack; back += 1) {
    const session = cookieOf(store, `${code}/${attempt}`, newest - back);
    if (store.session(hashOf(session)) !== undefined) return session;
  }
  return undefined;
}

const cookieOf = (store: Store, of: string, at: number): string =>
  createHmac("sha256", store.secret("sign-in", newCookie)).update(`${of}/${at}`).digest("hex");
