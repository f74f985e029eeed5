/** What becomes of what the end of a month kept back, once messages can be sent again. Nothing is sent for old times' sake. */
import { hour } from "./time/calendar.ts";
import type { Instant } from "./vocabulary.ts";

/** After that "chiều nay" says another afternoon, and somebody has telephoned. */
const freshFor = 48 * hour;

export interface KeptBack {
  readonly at: Instant;
  /** Only a reminder. */
  readonly nudge: boolean;
  /** Words of a person, or in a helper's chat a message about a case. */
  readonly personal: boolean;
  /** Nothing was said in this conversation after it. */
  readonly newest: boolean;
  /** The case it belongs to is still open. */
  readonly caseOpen: boolean;
}

export type AfterMonth =
  /** As it was written. */
  | "send"
  /** Not as it was: what is asked now is asked anew, with a word on why it was silent. */
  | "answer-anew"
  /** Whoever wrote it should know that it stays behind. */
  | "tell-writer"
  | "let-go";

export function afterMonth(kept: KeptBack, now: Instant): AfterMonth {
  if (kept.nudge) return "let-go";
  if (!kept.personal) return kept.newest ? "answer-anew" : "let-go";
  if (!kept.caseOpen) return "let-go";
  return now - kept.at <= freshFor ? "send" : "tell-writer";
}
