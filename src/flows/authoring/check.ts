/**
 * Everything that is wrong with what authors wrote, all of it at once. Each subject has its own file in
 * `checks/`; here they are only called one after the other.
 */
import type { Day } from "../vocabulary.ts";
import { addressFaults } from "./checks/address.ts";
import { buttonFaults } from "./checks/buttons.ts";
import type { Fault } from "./checks/fault.ts";
import { freshnessFaults } from "./checks/freshness.ts";
import { includeFaults } from "./checks/includes.ts";
import { ownWordsFaults } from "./checks/own-words.ts";
import { readingOf } from "./checks/parts.ts";
import { phraseFaults } from "./checks/phrases.ts";
import { placeholderFaults } from "./checks/placeholders.ts";
import { readingLevelFaults } from "./checks/reading-level.ts";
import { referenceFaults } from "./checks/references.ts";
import { roadFaults } from "./checks/roads.ts";
import { screenFaults } from "./checks/screens.ts";
import { soundFaults } from "./checks/sound.ts";
import { toneFaults } from "./checks/tone.ts";
import type { Draft } from "./content.ts";

const subjects = [
  roadFaults,
  includeFaults,
  referenceFaults,
  buttonFaults,
  placeholderFaults,
  addressFaults,
  soundFaults,
  toneFaults,
  screenFaults,
  phraseFaults,
  ownWordsFaults,
  freshnessFaults,
  readingLevelFaults,
] as const;

/** What is wrong, errors and warnings. `today` is the day on which it is read. */
export function check(content: Draft, today: Day): Fault[] {
  const reading = readingOf(content, today);
  return subjects.flatMap((faultsOf) => faultsOf(reading));
}
