/**
 * Ways in: the codes on posters and cards
 *   POST /desk/api/ways              {} → DeskWays; what has none yet gets one
 *   POST /desk/api/ways/village      { village } → DeskWays; coordinators only
 *   POST /desk/api/ways/CODE/end     {} → DeskWays; the list makes another in its place, unless nobody needs one
 *   GET  /desk/api/ways/CODE/FILE    `the`, `to` or `qr`, as .svg or .png; ?tai: to be kept
 *   GET  /desk/in?form=the|to&ma=CODE…&moi=N    a page to be printed
 */
import type { ListedWay } from "../../desk/listed-way.ts";

export type DeskWay = ListedWay;

export interface DeskWays {
  readonly ways: readonly DeskWay[];
  readonly trial: boolean;
  /** The address is none of the public network. */
  readonly onlyHere: boolean;
}
