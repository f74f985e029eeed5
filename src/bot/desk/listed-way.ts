/** A way in as it is listed at the desk. Nothing is imported here: the page is handed it as it is. */

/** How many came by it: its page opened, a conversation, a guide begun after that. */
export interface Came {
  readonly opened: number;
  readonly came: number;
  readonly begun: number;
}

export interface ListedWay {
  /** As it stands in a link: `man274`. */
  readonly plain: string;
  /** As it is spoken and printed: "mận 274". */
  readonly code: string;
  readonly link: string;
  readonly village?: string;
  readonly person?: string;
  readonly opens: ReadonlyArray<"web" | "zalo" | "telegram">;
  readonly month: Came;
  readonly ever: Came;
  /** Nobody's any more, or a village that was written in by hand: it may end without another in its place. */
  readonly extra?: true;
}
