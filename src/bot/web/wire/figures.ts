/**
 * Figures, for coordinators and managers, ?month=2026-11
 *   GET  /desk/api/figures      → DeskFigures
 *   GET  /desk/api/figures.csv  the same as a table: villages and fields
 *   GET  /desk/api/load.csv     who helped how often
 *   GET  /desk/api/month.csv    every journey of the month
 *   GET  /desk/api/stuck.csv    where help was offered unasked, and what followed
 */

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
    DeskFigureLine & { readonly village: string; readonly field: string }
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
