/** What those who help write to each other about a case. */
import type { CaseId, Remark } from "../../flows/index.ts";

export interface RemarkStore {
  /** Kept once for its key. */
  addRemark(remark: Remark): void;
  /** Everything written about a case among those who help, oldest first. */
  remarks(id: CaseId): Remark[];
  /** Asked about cases that are open, and not answered yet; oldest first. */
  openQuestions(commune: string): Remark[];
}
