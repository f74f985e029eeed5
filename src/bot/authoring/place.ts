/**
 * Places in a file of `content/`, and what stands there. The smallest thing an author changes is a unit: a text
 * in both languages, an approval, or a single value.
 */
export type Place = ReadonlyArray<string | number>;

export type Unit = string | number | boolean | null | UnitRecord | readonly unknown[];
export interface UnitRecord {
  readonly [key: string]: string;
}

export const placeKey = (place: Place): string => JSON.stringify(place);

/** A text (`vi`, `en`) or an approval (`name`, `on`). */
export function isUnitRecord(value: unknown): value is UnitRecord {
  if (!isRecord(value)) return false;
  const keys = Object.keys(value).toSorted().join();
  return (
    (keys === "en,vi" || keys === "name,on") &&
    Object.values(value).every((part) => typeof part === "string")
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every unit below a value, by its place; lists of records are gone into, other lists are one unit. */
export function unitsIn(value: unknown, at: Place = []): Map<string, Unit> {
  const found = new Map<string, Unit>();
  const visit = (part: unknown, way: Place): void => {
    if (isUnitRecord(part) || part === null || typeof part !== "object") {
      if (part !== undefined) found.set(placeKey(way), part as Unit);
      return;
    }
    if (Array.isArray(part) && !part.some(isRecord)) {
      found.set(placeKey(way), part);
      return;
    }
    for (const [key, inner] of Array.isArray(part) ? part.entries() : Object.entries(part))
      visit(inner, [...way, key]);
  };
  visit(value, at);
  return found;
}

export function unitAt(value: unknown, place: Place): Unit | undefined {
  let here: unknown = value;
  for (const part of place) {
    if (Array.isArray(here)) here = here[Number(part)];
    else if (isRecord(here)) here = Object.hasOwn(here, part) ? here[String(part)] : undefined;
    else return undefined;
  }
  return here as Unit | undefined;
}

export const sameUnit = (one: Unit | undefined, other: Unit | undefined): boolean =>
  asText(one) === asText(other);

/** Keys in one order, so that `{en, vi}` and `{vi, en}` are the same words. */
function asText(unit: Unit | undefined): string {
  return isUnitRecord(unit)
    ? JSON.stringify(Object.entries(unit).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(unit ?? "absent");
}
