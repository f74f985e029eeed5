/** How propagandists come to the desk: invitations, links, sessions. */
import type { ConversationId, Instant, PropagandistId, Rank } from "../../flows/index.ts";
import type { PropagandistRow } from "./people.ts";

export interface Invitation {
  readonly codeHash: string;
  readonly commune: string;
  readonly rank: Rank;
  readonly name: string;
  readonly role: string;
  readonly village: string;
  readonly woman: boolean;
  readonly office: boolean;
  readonly expiresAt: Instant;
  /** For somebody on the list already: a first joining, or a new telephone. */
  readonly who?: PropagandistId | undefined;
}

export type Joined =
  | { readonly outcome: "joined"; readonly who: PropagandistRow }
  | { readonly outcome: "used" | "expired" | "unknown" };

export interface SignInStore {
  invite(invitation: Invitation): void;
  /** Invitations that can still be used. */
  invitations(commune: string, now: Instant): Invitation[];
  /** An invitation that can no longer be used; false when there was none to end. */
  endInvitation(commune: string, codeHash: string, now: Instant): boolean;
  /** Every way in is closed at once: sessions, links, open invitations of theirs, and the chat. Says which chat it was. */
  signOut(who: PropagandistId, now: Instant): ConversationId | undefined;
  /** Uses an invitation once; makes the propagandist. */
  join(
    codeHash: string,
    fresh: () => PropagandistId,
    conversation: ConversationId | undefined,
    now: Instant,
  ): Joined;
  addSignInLink(
    codeHash: string,
    who: PropagandistId | undefined,
    commune: string,
    expiresAt: Instant,
  ): void;
  /** `first`: the link made while nobody had joined yet, for the first coordinator. */
  useSignInLink(
    codeHash: string,
    now: Instant,
  ):
    | { readonly outcome: "ok"; readonly who: PropagandistId | undefined; readonly commune: string }
    | { readonly outcome: "used" | "expired" | "unknown" };
  openSession(id: string, who: PropagandistId, now: Instant): void;
  session(id: string): PropagandistId | undefined;
  endSession(id: string): void;
}
