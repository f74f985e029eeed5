/** How many dossiers the commune received, as people of the commune enter it: what no conversation can know. */
import type { Instant, PropagandistId } from "../../flows/index.ts";

/** What a number is of. Villages and fields are two ways to divide the whole, and are not crossed. */
export type DossiersOf =
  | { readonly is: "all" }
  | { readonly is: "village"; readonly id: string }
  | { readonly is: "field"; readonly id: string };

/** Once entered it is never changed: a later one of the same thing and month counts instead. */
export interface DossierEntry {
  /** "2026-11". */
  readonly month: string;
  readonly of: DossiersOf;
  /** Nothing: what was entered before is taken back. */
  readonly counts?:
    | {
        readonly counter: number;
        /** All that came online, also without us; missing where nobody knows it. */
        readonly online?: number | undefined;
      }
    | undefined;
  readonly who: PropagandistId;
  readonly at: Instant;
}

export interface DossierCountStore {
  enterDossiers(commune: string, entry: DossierEntry): void;
  /** Every entry for the months from `from` to `until`, both included, oldest first. */
  dossierEntries(commune: string, from: string, until: string): DossierEntry[];
}
