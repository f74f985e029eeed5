/**
 * Meetings agreed with residents
 *   GET  /desk/api/visits       → DeskVisits: the week's meetings; one's own, a coordinator's are the commune's
 */

/** One meeting. `private`: what for is told to whoever goes alone. */
export interface DeskVisit {
  readonly case: string;
  readonly at: number;
  readonly place: string;
  /** Who goes, as residents see the name. */
  readonly goes: string;
  readonly mine: boolean;
  readonly address?: string;
  readonly need?: string;
  readonly subject?: string;
  readonly private?: true;
  /** The case's outcome, "meet" (another meeting instead), "waiting" or "claimed" (somebody else went on); missing while nobody said. */
  readonly went?: string;
}

export interface DeskVillageVisits {
  /** Empty where it is not known. */
  readonly village: string;
  readonly days: readonly { readonly day: string; readonly visits: readonly DeskVisit[] }[];
}

export interface DeskVisits {
  readonly today: string;
  /** Today and the six days after it. */
  readonly coming: readonly DeskVillageVisits[];
  readonly past: readonly DeskVillageVisits[];
}
