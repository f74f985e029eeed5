/** A draft whose file was changed by somebody else meanwhile: what can be written again is, the rest is shown. */
import { parse } from "yaml";
import { CannotWrite, type Written, withValue } from "./edit-yaml.ts";
import { isUnitRecord, type Place, sameUnit, type Unit, unitsIn } from "./place.ts";

export interface Conflict {
  /** Empty where the files as wholes are in each other's way. */
  readonly place: Place;
  readonly base: Unit | undefined;
  readonly mine: Unit | undefined;
  readonly theirs: Unit | undefined;
}

export interface Rebased {
  /** Their file with my changes; where both changed the same place, mine is not in it. */
  readonly text: string;
  readonly conflicts: readonly Conflict[];
}

export function rebase(base: string, mine: string, theirs: string): Rebased {
  const units = {
    base: unitsIn(read(base)),
    mine: unitsIn(read(mine)),
    theirs: unitsIn(read(theirs)),
  };
  const conflicts: Conflict[] = [];
  let text = theirs;
  for (const key of new Set([...units.base.keys(), ...units.mine.keys()])) {
    const before = units.base.get(key);
    const wanted = units.mine.get(key);
    const there = units.theirs.get(key);
    if (sameUnit(before, wanted) || sameUnit(there, wanted)) continue;
    const place = JSON.parse(key) as Place;
    if (!sameUnit(there, before)) {
      conflicts.push({ place, base: before, mine: wanted, theirs: there });
      continue;
    }
    if (wanted !== undefined && !isWritten(wanted)) return whole(theirs);
    try {
      text = withValue(text, place, wanted);
    } catch (error) {
      // Steps were added or taken away on either side: no single place can be written.
      if (error instanceof CannotWrite) return whole(theirs);
      throw error;
    }
  }
  return { text, conflicts };
}

const whole = (theirs: string): Rebased => ({
  text: theirs,
  conflicts: [{ place: [], base: undefined, mine: undefined, theirs: undefined }],
});

const isWritten = (unit: Unit): unit is Written => typeof unit === "string" || isUnitRecord(unit);

/** A file that is no YAML has no places. */
function read(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return undefined;
  }
}
