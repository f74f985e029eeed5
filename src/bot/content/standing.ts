/** Before publishing: how many people stand on steps that changed or are gone. */
import { type EditionId, type Library, meansTheSame, type StepId } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";

/** People on one step of one flow, and what the new edition does to it. */
export interface Difference {
  readonly flow: string;
  /** As they know it: its id in the edition they are walking. */
  readonly step: StepId;
  readonly people: number;
  /** `changed`: the step means something else now · `gone`: no step has this id · `unpublished`: the flow is not there any more. */
  readonly how: "changed" | "gone" | "unpublished";
}

/**
 * Only what matters to people: those whose step still means the same move on without noticing, and are
 * not listed. Without recall the others finish the edition they began; with it they are told once.
 */
export function standingDifference(
  standing: ReturnType<Store["standing"]>,
  next: Library,
): Difference[] {
  const people = new Map<string, Difference>();
  for (const { flow, edition, step, people: count } of standing) {
    const how = differenceAt(flow, edition as EditionId, step, next);
    if (how === undefined) continue;
    const key = JSON.stringify([flow, step, how]);
    people.set(key, { flow, step, how, people: count + (people.get(key)?.people ?? 0) });
  }
  return [...people.values()].toSorted((a, b) => b.people - a.people);
}

function differenceAt(
  flow: string,
  edition: EditionId,
  step: StepId,
  next: Library,
): Difference["how"] | undefined {
  const newest = next.flows.get(flow);
  if (newest === undefined) return "unpublished";
  if (newest.edition === edition) return undefined;
  const rename = (id: StepId): StepId => newest.renamed[id] ?? id;
  if (!newest.has(rename(step))) return "gone";
  const old = next.edition(edition);
  if (old === undefined || !old.has(step)) return "changed";
  return meansTheSame(old.stepAt(step), newest.stepAt(rename(step)), rename)
    ? undefined
    : "changed";
}
