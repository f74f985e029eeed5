import type { ChatNews, ChatOpened, ChatSaid, ChatTaken } from "../wire/chat.ts";
import { base } from "./base.ts";
import type { Content } from "./outbox.ts";

export type Trouble =
  /** Nothing came back that we can use; it may or may not have arrived. */
  | { readonly kind: "lost" }
  | { readonly kind: "busy"; readonly wait: number }
  | { readonly kind: "no-conversation" }
  | { readonly kind: "refused"; readonly status: number; readonly says?: string };

export type Answer<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** Reads an HTTP answer that is not a success. */
export function troubleIn(status: number, body: unknown, retryAfter: string | null): Trouble {
  if (status === 409) return { kind: "no-conversation" };
  if (status === 429 || status === 408) {
    const seconds = Number(retryAfter ?? "");
    return { kind: "busy", wait: 1000 * (seconds > 0 ? Math.min(seconds, 600) : 5) };
  }
  if (status < 400 || status >= 500) return { kind: "lost" };
  const says = (body as { says?: unknown } | undefined)?.says;
  return typeof says === "string" && says !== ""
    ? { kind: "refused", status, says }
    : { kind: "refused", status };
}

interface Question {
  readonly method: "GET" | "POST";
  readonly json?: unknown;
  readonly bytes?: ArrayBuffer;
  readonly type?: string;
  readonly patience: number;
}

async function ask<T>(
  path: string,
  question: Question,
  fits: (body: Partial<T>) => boolean,
): Promise<Answer<T>> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), question.patience);
  try {
    const response = await fetch(base + path, {
      method: question.method,
      credentials: "same-origin",
      cache: "no-store",
      signal: giveUp.signal,
      ...(question.bytes !== undefined
        ? { body: question.bytes, headers: { "content-type": question.type ?? "" } }
        : question.method === "POST"
          ? {
              body: JSON.stringify(question.json ?? {}),
              headers: { "content-type": "application/json" },
            }
          : {}),
    });
    const text = await response.text();
    const body = parsed(text);
    if (!response.ok) {
      const trouble = troubleIn(response.status, body, response.headers.get("retry-after"));
      return { ok: false, trouble };
    }
    // A café's sign-in page also answers 200; what does not fit has not arrived.
    if (typeof body !== "object" || body === null || !fits(body as Partial<T>)) {
      return { ok: false, trouble: { kind: "lost" } };
    }
    return { ok: true, body: body as T };
  } catch {
    // No network, or no answer in time: `lost` makes the caller keep it and try again.
    return { ok: false, trouble: { kind: "lost" } };
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined; // not ours; the caller sees that it does not fit
  }
}

const talk = (body: Partial<ChatNews>) => Array.isArray(body.entries) && body.state !== undefined;

export const openChat = () =>
  ask<ChatOpened>("/api/chat/open", { method: "POST", patience: 20_000 }, talk);

export const entriesAfter = (seq: number) =>
  ask<ChatNews>(`/api/chat/entries?after=${seq}`, { method: "GET", patience: 15_000 }, talk);

export const say = (said: ChatSaid) =>
  ask<ChatTaken>(
    "/api/chat/say",
    { method: "POST", json: said, patience: 20_000 },
    (body) => body.key === said.key,
  );

export const sendMedia = (
  key: string,
  content: Extract<Content, { kind: "photo" | "voice" | "file" }>,
  { type, bytes }: { readonly type: string; readonly bytes: ArrayBuffer },
) =>
  ask<ChatTaken>(
    `/api/chat/media?key=${encodeURIComponent(key)}&kind=${content.kind}${
      content.kind === "file" ? `&name=${encodeURIComponent(content.name.slice(-200))}` : ""
    }${content.answers === undefined ? "" : `&answers=${content.answers.seq}`}`,
    { method: "POST", bytes, type, patience: 120_000 },
    (body) => body.key === key,
  );

export const confirmSeen = (seen: { readonly seq: number; readonly reached: number }) =>
  ask<object>("/api/chat/seen", { method: "POST", json: seen, patience: 15_000 }, () => true);

export const returnWith = (code: string) =>
  ask<ChatOpened>("/api/chat/return", { method: "POST", json: { code }, patience: 20_000 }, talk);
