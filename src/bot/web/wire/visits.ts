/**
 * Meetings agreed with residents
 *   GET  /desk/api/visits?week=0 → DeskVisits: a week's meetings, -5 to 5 weeks from now; one's own, a coordinator's are the commune's
 */

interface DeskVisitMade {
  /** Who goes, as residents see the name. */
  readonly goes: string;
  readonly mine: boolean;
  /** The case's outcome, "meet" (another meeting instead), "waiting" or "claimed" (somebody else went on); missing while nobody said. */
  readonly went?: string;
  /** Whether the task moved on at it. */
  readonly came: "well" | "not" | "unsaid";
}

export type DeskVisit =
  | (DeskVisitMade & {
      readonly is: "known";
      readonly case: string;
      readonly at: number;
      readonly place: string;
      readonly address?: string;
      readonly need?: string;
      readonly subject?: string;
      /** What for is told to whoever goes alone. */
      readonly private?: true;
    })
  /** Who was visited did not agree to be remembered, or erased everything: the visit is counted all the same. */
  | (DeskVisitMade & { readonly is: "forgotten" });

export interface DeskVillageVisits {
  /** Empty where it is not known. */
  readonly village: string;
  readonly days: readonly { readonly day: string; readonly visits: readonly DeskVisit[] }[];
}

export interface DeskVisits {
  readonly today: string;
  /** 0 is the week with today in it. */
  readonly week: number;
  /** Its Monday and its Sunday; of this week the sixth day from today. */
  readonly from: string;
  readonly until: string;
  /** How many visits the week before and the week after have; missing where the list ends. */
  readonly before?: number;
  readonly after?: number;
  readonly coming: readonly DeskVillageVisits[];
  readonly past: readonly DeskVillageVisits[];
  /** What came of those that are over. */
  readonly tally: { readonly well: number; readonly not: number; readonly unsaid: number };
}
