/**
 * Messages put before a platform that counts them: written down before the call, so that one whose answer was
 * lost, by the line or by a kill, is counted as perhaps sent.
 */
import type { AccountId, Instant } from "../../flows/index.ts";
import type { Outgoing } from "./replies.ts";

/** Of this life of the database; never used again. */
export type SendingId = number & { readonly brand: "sending" };

export interface SendingStore {
  /** On disk when it returns. It ends with what became of it, at the latest when its reply is noted. */
  sendingBegins(of: Pick<Outgoing, "conversation" | "turn" | "position">, now: Instant): SendingId;
  /** `lost`: no answer came, and it counts until the person writes again. */
  sendingEnds(id: SendingId, how: "taken" | "refused" | "lost"): void;
  /** How many calls for this reply ended without an answer since the person last wrote. */
  lostSendings(of: Pick<Outgoing, "conversation" | "turn" | "position">): number;
  /** What an earlier life of this account was sending when it ended is lost from now on: to whom. */
  loseOpenSendings(account: AccountId): string[];
}
