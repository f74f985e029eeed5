/**
 * What Zalo's bot platform says no with, in our own words. Its descriptions may quote what a person wrote and
 * its addresses hold the token, so neither goes any further than this file.
 */

const refusals = [
  "wrong-token",
  "webhook-is-set",
  "no-webhook-is-set",
  "chat-not-found",
  "picture-refused",
  "voice-refused",
  "text-refused",
  "forbidden",
  "no-such-method",
  "nothing-new",
  "too-many-requests",
  "refused",
] as const;
export type Refusal = (typeof refusals)[number];

/** Most refusals share the number 400; method and description tell them apart. First match counts. */
const known: ReadonlyArray<readonly [number, RegExp, RegExp, Refusal]> = [
  [401, /./, /(?:)/, "wrong-token"],
  [403, /./, /(?:)/, "forbidden"],
  [404, /./, /(?:)/, "no-such-method"],
  [408, /./, /(?:)/, "nothing-new"],
  [429, /./, /(?:)/, "too-many-requests"],
  [400, /^getUpdates$/, /(?:)/, "webhook-is-set"],
  [400, /^deleteWebhook$/, /(?:)/, "no-webhook-is-set"],
  [400, /./, /chat[_ ]?id|chat not found|user not found/i, "chat-not-found"],
  [400, /^sendPhoto$/, /(?:)/, "picture-refused"],
  [400, /^sendVoice$/, /(?:)/, "voice-refused"],
  [400, /^sendMessage$/, /text|message/i, "text-refused"],
];

export function refusalOf(method: string, code: number, description: string): Refusal {
  const found = known.find(
    ([number, of, words]) => number === code && of.test(method) && words.test(description),
  );
  return found?.[3] ?? "refused";
}

/** Zalo heard us and said no. */
export class ZaloBotRefused extends Error {
  override readonly name = "ZaloBotRefused";
  readonly code: Refusal;

  constructor(method: string, number: number, code: Refusal) {
    super(`Zalo refused ${method}: ${code} (${number})`);
    this.code = code;
  }
}

/**
 * No answer we could read. `not-carried-out`: the call certainly never reached the platform. `uncertain`: it
 * may have been carried out all the same, and Zalo has no key by which it would notice a repetition.
 */
export class ZaloBotUnreached extends Error {
  override readonly name = "ZaloBotUnreached";
  readonly code: "connection" | "gateway" | "timeout" | "broke-off" | "not-zalo";

  constructor(method: string, code: ZaloBotUnreached["code"]) {
    super(`no answer of Zalo to ${method}: ${code}`);
    this.code = code;
  }

  /** The month may have been charged with it: a gateway knows only that it heard no answer. */
  get perhapsCounted(): boolean {
    return this.code !== "connection";
  }

  get uncertain(): boolean {
    return this.code !== "connection" && this.code !== "gateway";
  }
}

/** 1 s, 2 s, 4 s… */
export const pauseAfter = (failures: number, longest: number): number =>
  Math.min(longest, 1000 * 2 ** Math.min(20, Math.max(0, failures - 1)));
