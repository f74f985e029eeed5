/** Whether somebody speaks with this person now, so that the machine is silent. */
import type { Case } from "../talk/saved.ts";

/** Whoever has claimed; or staff in Zalo's own app, while a meeting with a neighbour is agreed. */
export const isHeld = (of: Case | undefined): boolean =>
  of !== undefined && (of.state.is === "claimed" || withStaff(of));

/** The meeting stands, and staff speak meanwhile. */
export const withStaff = (of: Case): boolean =>
  of.state.is === "resting" && of.state.staff === true;
