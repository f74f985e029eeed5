/** What residents said of cases that were over. */
import type { CaseRow, Day } from "../../flows/index.ts";

/** What a resident said of a case that was over; whose it was is not kept. */
export interface CaseAnswer {
  readonly village?: string | undefined;
  readonly field?: CaseRow["field"];
  readonly well: boolean;
}

export interface CaseAnswerStore {
  /** Answers to "did it help?" on the days in [from, until). */
  caseAnswers(commune: string, from: Day, until: Day): CaseAnswer[];
}
