/**
 * Figures, for coordinators and managers, ?month=2026-11
 *   GET  /desk/api/figures      → DeskFigures
 *   GET  /desk/api/figures.csv  the same as a table: villages and fields
 *   GET  /desk/api/load.csv     who helped how often
 *   GET  /desk/api/month.csv    every journey of the month
 *   GET  /desk/api/stuck.csv    where help was offered unasked, and what followed
 *   GET  /desk/api/online-use   → DeskOnlineUse: the twelve months that end with this one
 *   GET  /desk/api/online-use.csv       the same as a table
 *   GET  /desk/api/villages-fields.csv  the month's villages, each with its fields
 *   POST /desk/api/dossiers     DeskDossierEntry → DeskOnlineUse, up to that month
 *   GET  /desk/api/dossiers.csv         every number that was entered, with who and when
 */

/** What a share is of: the commune, a village, a field. */
export type DeskDossiersOf =
  | { readonly is: "all" }
  | { readonly is: "village"; readonly id: string }
  | { readonly is: "field"; readonly id: string };

export interface DeskOnlinePoint {
  readonly month: string;
  /** Dossiers that went off online with us. */
  readonly sent: number;
  /** As the commune entered them: over the counter, and all that came online. */
  readonly counter?: number | undefined;
  readonly online?: number | undefined;
  readonly share?: { readonly percent: number; readonly is: "exact" | "at-least" } | undefined;
}

export interface DeskOnlineLine {
  readonly of: DeskDossiersOf;
  readonly name: string;
  readonly points: readonly DeskOnlinePoint[];
}

export interface DeskOnlineUse {
  readonly months: readonly string[];
  readonly all: DeskOnlineLine;
  readonly villages: readonly DeskOnlineLine[];
  readonly fields: readonly DeskOnlineLine[];
  /** The last month, each village's fields; empty names are those nobody knows. */
  readonly inVillages: ReadonlyArray<{
    readonly village: string;
    readonly fieldName: string;
    readonly sent: number;
    readonly asked: number;
    readonly answered: number;
  }>;
  /** What was entered for the last of the months, newest first. */
  readonly entries: ReadonlyArray<{
    readonly name: string;
    readonly of: DeskDossiersOf;
    /** Nothing: what stood before was taken back. */
    readonly counter?: number;
    readonly online?: number;
    readonly by: string;
    readonly at: number;
  }>;
}

export interface DeskDossierEntry {
  readonly month: string;
  readonly of: DeskDossiersOf;
  /** Missing: what was entered before is taken back. */
  readonly counter?: number;
  readonly online?: number;
}

/** Minutes somebody waited for a person; `most`: nine in ten waited no longer. */
export interface DeskWaits {
  readonly count: number;
  readonly median?: number | undefined;
  readonly most?: number | undefined;
}

export interface DeskFigureLine {
  readonly asked: number;
  readonly answered: number;
  readonly waits: DeskWaits;
  readonly waitsOutsideHours: DeskWaits;
  readonly rungs: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly begun: number;
  /** Dossiers that went off online. */
  readonly sent: number;
  readonly finished: {
    readonly alone: number;
    readonly "in-chat": number;
    readonly "in-person": number;
  };
  /** Answers to "did it help?". */
  readonly said: { readonly helped: number; readonly not: number };
}

export interface DeskFigures {
  readonly month: string;
  readonly all: DeskFigureLine;
  readonly each: ReadonlyArray<
    DeskFigureLine & {
      readonly village: string;
      readonly field: string;
      readonly fieldName: string;
    }
  >;
  /** In no order of merit. */
  readonly loads: ReadonlyArray<{
    readonly name: string;
    readonly helped: number;
    readonly closed: number;
    /** People sat beside. */
    readonly beside: number;
  }>;
}
