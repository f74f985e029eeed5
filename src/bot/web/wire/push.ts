/**
 * Told from afar
 *   GET  /desk/api/push          → DeskPush
 *   POST /desk/api/push          what the browser's `PushSubscription.toJSON()` gives
 *   POST /desk/api/push/remove   {} this browser is told nothing more
 *   POST /desk/api/away          {} the page was put away
 */

export interface DeskPush {
  /** The server's public key, to which a subscription is bound; in base64url. */
  readonly key: string;
  /** This session's browser is told. */
  readonly on: boolean;
}

/** What a push says. No words and no name of anybody: it passes other people's machines and lies on a locked screen. */
export interface DeskTold {
  readonly what: "needs-help" | "called-in" | "message" | "colleague" | "given" | "meeting";
  readonly case: string;
  /** By the list of the commune's villages; what somebody typed as theirs is never sent. */
  readonly village?: string | undefined;
  readonly language: "vi" | "en";
  /** For the number on the icon. */
  readonly waiting: number;
  /** Shown without a sound: it is an hour at which nobody is rung who did not say so. */
  readonly quiet: boolean;
  readonly at: number;
}
