/** Who stands on steps that a draft changes, and what publishing it will do to them. */
import { type EditionId, type Library, meansTheSame, type StepId } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";

export interface Standing {
  readonly flow: string;
  /** As they know it. */
  readonly step: StepId;
  readonly people: number;
  /**
   * `moves`: they see the new words at once · `finishes`: they go on with the edition they began ·
   * `recalled`: they are told once and placed anew, and keep their answers.
   */
  readonly then: "moves" | "finishes" | "recalled";
}

export function whoStands(standing: ReturnType<Store["standing"]>, next: Library): Standing[] {
  const found = new Map<string, Standing>();
  for (const { flow, edition, step, people } of standing) {
    const then = whatHappens(flow, edition as EditionId, step, next);
    if (then === undefined) continue;
    const key = JSON.stringify([flow, step, then]);
    found.set(key, { flow, step, then, people: people + (found.get(key)?.people ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => b.people - a.people);
}

/** Nothing where the step is the same to the letter. */
function whatHappens(
  flow: string,
  edition: EditionId,
  step: StepId,
  next: Library,
): Standing["then"] | undefined {
  const newest = next.flows.get(flow);
  if (newest === undefined) return "finishes";
  if (newest.edition === edition) return undefined;
  const otherwise = newest.recall ? "recalled" : "finishes";
  const rename = (id: StepId): StepId => newest.renamed[id] ?? id;
  const old = next.edition(edition);
  if (old === undefined) return "recalled";
  if (!old.has(step) || !newest.has(rename(step))) return otherwise;
  const [before, after] = [old.stepAt(step), newest.stepAt(rename(step))];
  if (!meansTheSame(before, after, rename)) return otherwise;
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : "moves";
}
