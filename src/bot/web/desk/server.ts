import type { DeskFaults } from "../wire/settings.ts";

/** The server said no, and why. */
export class Refusal extends Error {
  readonly status: number;
  /** For the person, in their language; missing when something between us and the server answered. */
  readonly says: string | undefined;
  /** Milliseconds the server asks us to wait. */
  readonly retryAfter: number | undefined;
  /** What is wrong with single fields of a form, by their names. */
  readonly faults: Readonly<Record<string, string>>;

  constructor(
    status: number,
    says: string | undefined,
    retryAfter?: number,
    faults: DeskFaults["faults"] = [],
  ) {
    super(`the server answered ${status}`);
    this.status = status;
    this.says = says;
    this.retryAfter = retryAfter;
    this.faults = Object.fromEntries(faults.map((fault) => [fault.field, fault.says]));
  }
}

/** Nothing came back: no network, or it took too long. Trying again makes sense. */
export class Unreachable extends Error {}

/** No network, or a server that stumbled: trying again makes sense. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && error.status >= 500);

/** How far this phone's clock is behind the server's; cheap phones are often minutes off. */
let behind = 0;

export const serverNow = (): number => Date.now() + behind;

export const read = <T>(path: string): Promise<T> => call<T>(path, { method: "GET" }, 15_000);

export const write = <T>(path: string, body: object): Promise<T> =>
  call<T>(
    path,
    {
      method: "POST",
      headers: { "content-type": "application/json", "x-cau-noi": "desk" },
      body: JSON.stringify(body),
    },
    15_000,
  );

/** Photos, voices and documents climb slowly over a weak network. */
export const upload = <T>(path: string, bytes: Blob): Promise<T> =>
  call<T>(
    path,
    {
      method: "POST",
      headers: {
        "content-type": bytes.type.split(";")[0] ?? "application/octet-stream",
        "x-cau-noi": "desk",
      },
      body: bytes,
    },
    90_000,
  );

/** A page that is seen rings by itself: the server then sends this telephone nothing besides. */
const seen = (): Record<string, string> =>
  document.visibilityState === "visible" ? { "x-cau-noi-seen": "yes" } : {};

/** The page was put away; said even while the browser closes it, and never tried again. */
export function sayAway(): void {
  fetch("/desk/api/away", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json", "x-cau-noi": "desk" },
    body: "{}",
  }).catch(() => undefined);
}

async function call<T>(
  path: string,
  init: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
  patience: number,
): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(`/desk/api/${path}`, {
      ...init,
      headers: { ...init.headers, ...seen() },
      cache: "no-store",
      credentials: "same-origin",
      signal: stop.signal,
    });
    const date = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(date)) behind = closer(behind, date - Date.now());
    if (answer.ok) return (await answer.json()) as T;
    const { says, faults } = (await answer.json().catch(() => ({}))) as {
      says?: string;
    } & Partial<DeskFaults>;
    const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
    const wait = Number.isNaN(seconds) ? undefined : seconds * 1000;
    throw new Refusal(answer.status, says, wait, faults);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The header counts whole seconds: a smaller difference is no news, and clocks must not jump about. */
const closer = (known: number, measured: number): number =>
  Math.abs(known - measured) < 2000 ? known : measured;
