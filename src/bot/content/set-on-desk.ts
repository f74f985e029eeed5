/** What is published, with what coordinators have set on the desk laid over it. */
import {
  type Desk,
  type DeskPart,
  deskParts,
  deskWith,
  keptPart,
  type Library,
  type SetOnDesk,
} from "../../flows/index.ts";
import type { DeskChange, DeskChangeStore } from "../store/desk-changes.ts";

type Reads = Pick<DeskChangeStore, "deskChanges" | "deskChangesMark">;

/** The change that counts for each part that was ever set; it may be the one that gave it back to the file. */
export function lastChanges(
  changes: readonly DeskChange[],
): Readonly<Partial<Record<DeskPart, DeskChange>>> {
  return Object.fromEntries(
    deskParts.flatMap((part) => {
      const last = changes.findLast((change) => change.part === part);
      return last === undefined ? [] : [[part, last]];
    }),
  );
}

function setIn(changes: readonly DeskChange[]): SetOnDesk {
  const last = lastChanges(changes);
  const kept = <Part extends DeskPart>(part: Part) => keptPart(part, last[part]?.value);
  return {
    hours: kept("hours"),
    telephone: kept("telephone"),
    operator: kept("operator"),
    limits: kept("limits"),
  };
}

/** The parts that are not as the file says, or would stay so if it changed. */
export const partsSet = (changes: readonly DeskChange[]): readonly DeskPart[] => {
  const set = setIn(changes);
  return deskParts.filter((part) => set[part] !== undefined);
};

/** Lays them over; made anew only when something was set since, so that a turn pays for one look. */
export function laidOver(store: Reads): (library: Library) => Library {
  let made: { readonly of: Library; readonly mark: number; readonly is: Library } | undefined;
  return (library) => {
    const { commune } = library.desk;
    const mark = store.deskChangesMark(commune);
    if (mark === 0) return library;
    if (made?.of !== library || made.mark !== mark) {
      const desk = deskWith(library.desk, setIn(store.deskChanges(commune)));
      made = { of: library, mark, is: { ...library, desk, deskInFile: library.desk } };
    }
    return made.is;
  };
}

export const deskInFile = ({ desk, deskInFile: file }: Library): Desk => file ?? desk;
