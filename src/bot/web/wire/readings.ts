/**
 * Steps read aloud
 *   GET  /desk/api/readings            → DeskReadings
 *   GET  /desk/api/readings/FLOW       → DeskReadingGuide
 *   POST /desk/api/readings?flow=&step=&mark=&speech=   raw bytes → { ok }; 409: the words changed meanwhile
 *   POST /desk/api/readings/ID/remove  {} one's own; a coordinator removes any
 *   POST /desk/api/readings/remove-mine {} everything one has ever read
 */

export interface DeskReadings {
  /** Those with stale recordings first, otherwise in the order of the menu. */
  readonly guides: ReadonlyArray<{
    readonly flow: string;
    readonly says: string;
    readonly steps: number;
    /** Steps that can be heard, by language of speech. */
    readonly recorded: Readonly<Record<string, number>>;
    readonly stale: number;
  }>;
  /** How many recordings are one's own. */
  readonly mine: number;
}

export interface DeskReading {
  readonly id: string;
  readonly speech: string;
  readonly by: string;
  readonly mine: boolean;
  readonly mayRemove: boolean;
}

export interface DeskReadingGuide {
  readonly flow: string;
  readonly says: string;
  readonly steps: ReadonlyArray<{
    readonly step: string;
    /** What is to be read, word for word. */
    readonly text: string;
    readonly mark: string;
    readonly readings: readonly DeskReading[];
    /** Of words this step said before. */
    readonly stale: readonly DeskReading[];
  }>;
}
