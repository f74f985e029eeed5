/** Two neighbours called alike at the same time: the second one gets a number, and keeps it. */
import type { CaseId } from "../../flows/index.ts";
import type { CaseLine } from "../store/cases.ts";

type Named = Pick<CaseLine, "id" | "conversation" | "openedAt" | "closedAt"> & {
  readonly card: Pick<CaseLine["card"], "address" | "village">;
};

/**
 * The number of every case whose name was taken when it was opened, from 2. What ends later frees a name for
 * those who come, but renames nobody: who was "bà ở Nà Khau (3)" stays it.
 */
export function namesakes(cases: readonly Named[]): ReadonlyMap<CaseId, number> {
  const numbers = new Map<CaseId, number>();
  const alike = Map.groupBy(cases, ({ card }) => `${card.address ?? ""}/${card.village ?? ""}`);
  for (const group of alike.values()) {
    const earlier: Named[] = [];
    for (const of of group.toSorted((a, b) => a.openedAt - b.openedAt)) {
      const taken = new Set(
        earlier
          .filter((one) => one.closedAt === undefined || one.closedAt > of.openedAt)
          .map(({ id }) => numbers.get(id) ?? 1),
      );
      let number = 1;
      while (taken.has(number)) number += 1;
      if (number > 1) numbers.set(of.id, number);
      earlier.push(of);
    }
  }
  return numbers;
}
