/**
 * What Telegram says no with, in our own words. Its descriptions may quote what a person wrote and its
 * addresses hold the token, so neither goes any further than this file.
 */

export const refusals = [
  "wrong-token",
  "webhook-is-set",
  "somebody-else-polls",
  "too-many-requests",
  "blocked",
  "deactivated",
  "forbidden",
  "chat-not-found",
  "message-not-found",
  "not-modified",
  "not-editable",
  "not-deletable",
  "press-too-old",
  "file-too-large",
  "file-not-found",
  "picture-refused",
  "text-too-long",
  "text-empty",
  "buttons-refused",
  "refused",
] as const;
export type Refusal = (typeof refusals)[number];

/** Most refusals share status 400; only their description tells them apart. First match counts. */
const described: ReadonlyArray<readonly [number, RegExp, Refusal]> = [
  [401, /./, "wrong-token"],
  [404, /./, "wrong-token"],
  [409, /webhook/i, "webhook-is-set"],
  [409, /./, "somebody-else-polls"],
  [413, /./, "file-too-large"],
  [429, /./, "too-many-requests"],
  [403, /blocked by the user/i, "blocked"],
  [403, /deactivated/i, "deactivated"],
  [403, /./, "forbidden"],
  [400, /message is not modified/i, "not-modified"],
  [400, /message to (?:edit|delete) not found|MESSAGE_ID_INVALID/i, "message-not-found"],
  [400, /message can't be edited|there is no (?:text|caption) in the message/i, "not-editable"],
  [400, /message can't be deleted/i, "not-deletable"],
  [400, /chat not found|PEER_ID_INVALID|user not found/i, "chat-not-found"],
  [400, /query is too old|query ID is invalid/i, "press-too-old"],
  [400, /file is too big/i, "file-too-large"],
  [400, /file_id|file identifier|temporarily unavailable/i, "file-not-found"],
  [400, /PHOTO_|IMAGE_PROCESS_FAILED/i, "picture-refused"],
  [400, /(?:message|caption) is too long/i, "text-too-long"],
  [400, /message text is empty/i, "text-empty"],
  [400, /BUTTON_|reply markup|button/i, "buttons-refused"],
];

export function refusalOf(status: number, description: string): Refusal {
  const known = described.find(([code, words]) => code === status && words.test(description));
  return known?.[2] ?? "refused";
}

/** Telegram heard us and said no. */
export class TelegramRefused extends Error {
  override readonly name = "TelegramRefused";
  readonly code: Refusal;
  readonly status: number;
  /** Milliseconds Telegram wants us to wait. */
  readonly retryAfter: number | undefined;

  constructor(method: string, status: number, code: Refusal, retryAfter?: number) {
    super(`Telegram refused ${method}: ${code} (${status})`);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export type Unreached = "timeout" | "connection" | "server-error" | "not-telegram";

/** No answer we could read: whether the call was carried out is not known. */
export class TelegramUnreached extends Error {
  override readonly name = "TelegramUnreached";
  readonly code: Unreached;

  constructor(method: string, code: Unreached) {
    super(`no answer of Telegram to ${method}: ${code}`);
    this.code = code;
  }
}

/** Whether the same call may succeed later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof TelegramUnreached ||
  (error instanceof TelegramRefused && error.code === "too-many-requests");

/** 1 s, 2 s, 4 s… */
export const pauseAfter = (failures: number, longest: number): number =>
  Math.min(longest, 1000 * 2 ** Math.min(20, failures - 1));
