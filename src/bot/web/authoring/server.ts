import type { Edit, Edited } from "../wire/authoring.ts";

/** The server said no, and why; `body` is its answer as it came. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
  /** For the person, in their language; missing when something between us and the server answered. */
  get says(): string | undefined {
    const says = (this.body as { says?: unknown } | null)?.says;
    return typeof says === "string" ? says : undefined;
  }
}

/** A look over everything takes seconds on a small machine that is busy. */
const patience = 60_000;

export const read = <T>(path: string): Promise<T> => call<T>(path, {});

export const write = <T>(path: string, body: object): Promise<T> =>
  call<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-cau-noi": "desk" },
    body: JSON.stringify(body),
  });

/** One place of a draft is said anew; refused where somebody else wrote there meanwhile. */
export const edit = (what: Edit): Promise<Edited> => write<Edited>("edit", what);

export const upload = <T>(path: string, bytes: Blob): Promise<T> =>
  call<T>(path, {
    method: "POST",
    headers: { "content-type": bytes.type, "x-cau-noi": "desk" },
    body: bytes,
  });

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(`/desk/api/authoring/${path}`, {
      ...init,
      cache: "no-store",
      credentials: "same-origin",
      signal: stop.signal,
    });
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw new Refusal(answer.status, body);
    return body as T;
  } finally {
    clearTimeout(timer);
  }
}
