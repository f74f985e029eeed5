/**
 * What an Official Account's API says no with, and what is to become of it. Errors come with HTTP 200; their
 * texts may quote what a person wrote, so only the number goes any further than this file.
 */

/** What we do about a refusal. */
export type Remedy =
  /** Too fast, for the app or the account: later, and slower. */
  | "slow-down"
  /** The picture is no longer kept there: carried up once more. */
  | "upload-again"
  /** It went wrong over there: once more. */
  | "once-more"
  /** A part of the message is not taken: without buttons, then without its picture. */
  | "say-plainer"
  /** The access token is no longer good: a new one, once. */
  | "new-token"
  /** An administrator of the account has to consent again. */
  | "consent"
  /** Somebody has to mend the account; replies keep until then. */
  | "tell-person"
  /** A quota is used up: in an hour. */
  | "rest"
  /** Not at night. */
  | "until-morning"
  /** The window is closed: held until the person writes. */
  | "window"
  /** Nothing reaches this person here: a neighbour may telephone. */
  | "unreachable"
  /** This message will never be taken. */
  | "park"
  /** We asked for something that is not there. */
  | "our-mistake";

interface Known {
  readonly name: string;
  readonly remedy: Remedy;
}

export const refusals: ReadonlyMap<number, Known> = new Map([
  [-32, { name: "too-fast", remedy: "slow-down" }],
  [-100, { name: "attachment-gone", remedy: "upload-again" }],
  [-200, { name: "sending-failed", remedy: "once-more" }],
  [-201, { name: "parameter-invalid", remedy: "say-plainer" }],
  [-204, { name: "oa-disabled", remedy: "tell-person" }],
  [-205, { name: "oa-missing", remedy: "tell-person" }],
  [-209, { name: "app-inactive", remedy: "tell-person" }],
  [-210, { name: "parameter-too-long", remedy: "say-plainer" }],
  [-211, { name: "quota-used-up", remedy: "rest" }],
  [-212, { name: "api-not-registered", remedy: "tell-person" }],
  [-213, { name: "not-following", remedy: "unreachable" }],
  [-216, { name: "token-invalid", remedy: "new-token" }],
  [-218, { name: "recipient-quota-used-up", remedy: "rest" }],
  [-219, { name: "app-removed", remedy: "tell-person" }],
  [-220, { name: "token-expired", remedy: "new-token" }],
  [-221, { name: "oa-not-verified", remedy: "tell-person" }],
  [-223, { name: "not-authorised", remedy: "consent" }],
  [-224, { name: "package-too-low", remedy: "tell-person" }],
  [-227, { name: "user-banned-or-away", remedy: "unreachable" }],
  [-230, { name: "no-word-for-seven-days", remedy: "window" }],
  [-232, { name: "interaction-expired", remedy: "window" }],
  [-233, { name: "kind-not-taken", remedy: "say-plainer" }],
  [-234, { name: "not-at-night", remedy: "until-morning" }],
  [-235, { name: "wrong-kind-of-oa", remedy: "tell-person" }],
  [-237, { name: "group-expired", remedy: "park" }],
  [-240, { name: "old-api", remedy: "our-mistake" }],
  [-242, { name: "bad-proof", remedy: "our-mistake" }],
  [-244, { name: "restricted-by-user", remedy: "unreachable" }],
  [-248, { name: "policy", remedy: "park" }],
  [-249, { name: "template-not-for-user", remedy: "park" }],
  [-320, { name: "no-billing-account", remedy: "tell-person" }],
  [-321, { name: "billing-account-empty", remedy: "tell-person" }],
  [-403, { name: "not-in-group", remedy: "park" }],
  // In no table; two programs take it for an expired token, and a new one does no harm.
  [-1001, { name: "token-expired-perhaps", remedy: "new-token" }],
]);

/** Zalo heard us and said no. */
export class ZaloRefused extends Error {
  override readonly name = "ZaloRefused";
  /** In words of ours; `refused` for a number nobody told us of. */
  readonly code: string;
  readonly number: number;
  readonly remedy: Remedy;

  constructor(what: string, number: number) {
    const { name, remedy } = refusals.get(number) ?? { name: "refused", remedy: "park" };
    super(`Zalo refused ${what}: ${name} (${number})`);
    this.code = name;
    this.number = number;
    this.remedy = remedy;
  }
}

/** No answer we could read. */
export class ZaloUnreached extends Error {
  override readonly name = "ZaloUnreached";
  readonly code: "timeout" | "connection" | "broke-off" | "server-error" | "not-zalo";

  constructor(what: string, code: ZaloUnreached["code"]) {
    super(`no answer of Zalo to ${what}: ${code}`);
    this.code = code;
  }

  /** It may have been carried out: all but a connection that was never made. */
  get uncertain(): boolean {
    return this.code !== "connection";
  }
}

/** There is no right to send: an administrator of the account has to consent. */
export class ConsentNeeded extends Error {
  override readonly name = "ConsentNeeded";
  readonly code = "zalo-consent-needed";
  constructor() {
    super("The Official Account has to consent again: npm run cau-noi -- zalo-consent");
  }
}
