/**
 * Everything that is wrong with what authors wrote, all of it at once. Each subject has its own file in
 * `checks/`; here they are only called one after the other.
 */
import type { Day } from "../vocabulary.ts";
import type { Fault } from "./checks/fault.ts";
import type { Draft } from "./content.ts";

/** What is wrong, errors and warnings, in the order of files and steps. `today` is the day it is read on. */
export function check(content: Draft, today: Day): Fault[] {
  void content;
  void today;
  return [];
}
