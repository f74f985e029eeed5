/** The villages of this commune that `content/places/` knows; others are only names that people wrote. */
import type { Library } from "../../flows/index.ts";

export const villagesOf = ({ places, desk }: Library) =>
  places.communes.find(({ id }) => id === desk.commune)?.villages ?? [];

/** A village's name by its id; one that is only a name is said as it was written. */
export const villageSays = (library: Library, village: string): string =>
  villagesOf(library).find(({ id }) => id === village)?.says ?? village;
