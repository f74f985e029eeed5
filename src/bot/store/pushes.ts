/** What browsers are told while no page is open. */
import type { CaseId, Instant, PropagandistId, Tidings } from "../../flows/index.ts";

/** Where a browser can be told something while no page is open, as it gave it to us. */
export interface PushSubscription {
  readonly endpoint: string;
  /** Its public key and its secret, in base64url: what is sent there only that browser can read. */
  readonly p256dh: string;
  readonly auth: string;
}

/** Something to be told to one browser of one propagandist's. */
export interface Push {
  readonly subscription: number;
  readonly session: string;
  readonly who: PropagandistId;
  readonly to: PushSubscription;
  readonly case: CaseId;
  readonly what: Tidings;
  readonly at: Instant;
  readonly attempts: number;
}

export interface PushStore {
  /** This browser of this session; it takes the place of any other of the session, and of any other session of the browser. */
  subscribe(session: string, to: PushSubscription, now: Instant): void;
  unsubscribe(session: string): void;
  isSubscribed(session: string): boolean;
  /** The push service says that this browser is gone. */
  dropSubscription(subscription: number): void;
  duePushes(now: Instant, limit: number): Push[];
  nextPushAt(): Instant | undefined;
  /** It was told, or is not worth telling any more. What is newer about the same case stays. */
  pushDone(push: Push): void;
  pushAgain(push: Push, at: Instant): void;
}
