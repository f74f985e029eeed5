/** One message of a conversation, as the resident's page and the desk both get it. Types only. */

export type Speaker =
  | { readonly who: "resident" }
  | { readonly who: "machine" }
  | { readonly who: "propagandist"; readonly name: string; readonly role: string };

export interface WireChoice {
  /** Sent back in a press; opaque. */
  readonly id: string;
  readonly says: string;
  /** A screen that this choice stands for. */
  readonly picture?: { readonly url: string; readonly alt: string };
}

/** One message in a conversation, in its order. */
export interface Entry {
  /** Position in the conversation, growing by at least one. */
  readonly seq: number;
  readonly at: number;
  readonly from: Speaker;
  readonly text: string;
  /** What it answers, shortened; stands above the text. */
  readonly quote?: string;
  /** The key the page gave to what the resident wrote, so that the waiting bubble is replaced. */
  readonly key?: string;
  /** Says that what a person wrote in that turn was taken back: its words are no longer shown. */
  readonly recalls?: string;
  /** The turn it was said in: whose choices these are, or what may be taken back. */
  readonly turn?: string;
  /** At most five; already in their order. Old ones stay visible but only the newest are enabled. */
  readonly choices?: readonly WireChoice[];
  /** This entry shows a step of a guide (as opposed to an aside). */
  readonly step?: boolean;
  readonly picture?: { readonly url: string; readonly alt: string };
  readonly voice?: { readonly url: string };
  /** A document; opened by another program. `size` as people write it; without `url` it is kept no longer. */
  readonly file?: { readonly url?: string; readonly name: string; readonly size: string };
  /** Of a step: what it asks, without the lines of the machine in the same message and without its sign. */
  readonly asks?: string;
  /** Words for the browser's own voice, without symbols; only on entries that may be listened to. */
  readonly speak?: string;
  /** The same read aloud by a propagandist: one recording in each language there is. */
  readonly recorded?: readonly { readonly url: string; readonly speech: string }[];
}
