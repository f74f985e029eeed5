/**
 * What a propagandist has at hand beside the cases
 *   GET  /desk/api/answers      → DeskAnswers: what is said often, by everybody and by oneself
 *   POST /desk/api/answers      { own?: string[], shared?: string[] } → DeskAnswers; shared by coordinators only
 *   GET  /desk/api/my-month     → DeskMyMonth
 *   GET  /desk/api/colleagues   → DeskColleague[]: who is on duty and could be called in
 *   GET  /desk/api/beside       → DeskBeside[]: whom I sit beside today; /desk/cung/ID/ is their chat, as at /
 *   POST /desk/api/beside       { label } → { id }; 429 too often
 */

export interface DeskAnswers {
  readonly shared: readonly string[];
  readonly own: readonly string[];
}

export interface DeskColleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** One's own quiet count; nobody else's is told. */
export interface DeskMyMonth {
  /** Cases one held when they closed this month, but for those nobody could be reached in. */
  readonly closed: number;
  /** People one sat beside. */
  readonly beside: number;
}

/** Somebody I sit beside today. `moved`: on another phone by now, and no longer to be opened from here. */
export interface DeskBeside {
  readonly id: string;
  readonly label: string;
  readonly at: number;
  readonly state: "asking" | "going" | "moved";
  readonly flow?: string;
  /** What opens it on their own phone. */
  readonly returnCode?: string;
}
