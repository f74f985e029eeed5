/**
 * Changes one place of a YAML file and not a letter besides: the file is read as a document, and only the
 * characters of that place are replaced. Comments, order, indentation and quotes of everything else stay.
 */
import {
  type Document,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parse,
  parseDocument,
  Scalar,
  type YAMLMap,
} from "yaml";
import { isUnitRecord, type Place, sameUnit, type UnitRecord, unitAt, unitsIn } from "./place.ts";

export type Written = string | UnitRecord;

/** The place is not there, or the file is no YAML: nothing can be written. */
export class CannotWrite extends Error {}

/** The file with this value at this place; undefined takes away what stands there. */
export function withValue(text: string, place: Place, value: Written | undefined): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) throw new CannotWrite("the file cannot be read");
  const before: unknown = document.toJS();
  if (sameUnit(unitAt(before, place), value)) return text;
  const after = replaced(text, document, place, value);
  confirm(before, parse(after), place, value);
  return after;
}

function replaced(
  text: string,
  document: Document,
  place: Place,
  value: Written | undefined,
): string {
  const node = document.getIn(place, true);
  if (value === undefined) return without(text, document, place);
  if (node === undefined) return inserted(text, document, place, value);
  if (typeof value === "string") {
    if (!isScalar(node)) throw new CannotWrite(`${place.join(".")} holds more than one value`);
    return replacedScalar(text, node, value);
  }
  if (!isMap(node)) {
    const [from, to] = rangeOf(node as Node);
    return text.slice(0, from) + inFlow(value) + text.slice(to);
  }
  // From the end to the beginning, so that the first replacement does not move the second.
  const parts = Object.entries(value)
    .map(([key, words]) => {
      const part: unknown = node.get(key, true);
      if (!isScalar(part)) throw new CannotWrite(`${place.join(".")} has no ${key}`);
      return { part, words };
    })
    .toSorted((a, b) => rangeOf(b.part)[0] - rangeOf(a.part)[0]);
  return parts.reduce((whole, { part, words }) => replacedScalar(whole, part, words), text);
}

function replacedScalar(text: string, scalar: Scalar, value: string): string {
  if (scalar.value === value) return text;
  const [from, to] = rangeOf(scalar);
  // A block of lines ends with the line break that a quoted text leaves standing behind it.
  const end = text.slice(from, to).endsWith("\n") ? "\n" : "";
  const is = isNumber(scalar, value) ? value : written(value, scalar.type);
  return text.slice(0, from) + is + end + text.slice(to);
}

/** What was a number stays one. */
const isNumber = ({ value: was }: Scalar, value: string): boolean =>
  typeof was === "number" && /^\d{1,9}$/.test(value);

/** In the quotes it had; plainly only where it reads the same plainly. */
function written(value: string, like: Scalar["type"]): string {
  if (like === Scalar.QUOTE_SINGLE && !value.includes("\n"))
    return `'${value.replaceAll("'", "''")}'`;
  if (like === Scalar.PLAIN && readsPlainly(value)) return value;
  return JSON.stringify(value);
}

function readsPlainly(value: string): boolean {
  if (value === "" || value !== value.trim() || value.includes("\n")) return false;
  try {
    return (
      (parse(`{ k: ${value} }`) as { k?: unknown }).k === value &&
      (parse(`k: ${value}`) as { k?: unknown }).k === value
    );
  } catch {
    return false;
  }
}

const inFlow = (value: Written): string =>
  typeof value === "string"
    ? readsPlainly(value)
      ? value
      : JSON.stringify(value)
    : `{ ${Object.entries(value)
        .map(([key, words]) => `${key}: ${JSON.stringify(words)}`)
        .join(", ")} }`;

/** Behind which of its neighbours a new thing is written. */
const standsAfter: Readonly<Record<string, readonly string[]>> = {
  explain: ["says", "kind"],
  time: ["cost"],
  where: ["says", "time", "cost"],
  waits: ["says"],
  "approved-by": ["review-by"],
  about: ["asked-as"],
};

/** A part of a guide that comes with the first thing written in it, and goes with the last. */
const comesAndGoes = ({ length, 0: name }: Place): boolean => length === 1 && name === "about";

function inserted(text: string, document: Document, place: Place, value: Written): string {
  const key = String(place.at(-1));
  const part = place.slice(0, -1);
  return comesAndGoes(part) && document.getIn(part, true) === undefined
    ? besideOthers(text, document, part, `\n  ${key}: ${inFlow(value)}`)
    : besideOthers(text, document, place, ` ${inFlow(value)}`);
}

/** `written`: all that follows the colon. */
function besideOthers(text: string, document: Document, place: Place, written: string): string {
  const key = String(place.at(-1));
  const map = document.getIn(place.slice(0, -1), true);
  if (!isMap(map)) throw new CannotWrite(`${place.slice(0, -1).join(".")} is not there`);
  const pairs = map.items as ReadonlyArray<Pair<Scalar, Node | null>>;
  const neighbour =
    (standsAfter[key] ?? []).map((name) => pairs.find((p) => p.key.value === name)).find(Boolean) ??
    pairs.at(-1);
  const first = pairs[0];
  if (neighbour === undefined || first === undefined || neighbour.value === null)
    throw new CannotWrite(`${place.join(".")} has nothing beside it`);
  const end = rangeOf(neighbour.value)[1];
  if (map.flow === true) return `${text.slice(0, end)}, ${key}:${written}${text.slice(end)}`;
  const indent = " ".repeat(columnOf(text, rangeOf(first.key)[0]));
  const line = `${indent}${key}:${written}\n`;
  const at = endOfLine(text, end);
  const before = text.slice(0, at);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${line}${text.slice(at)}`;
}

function without(text: string, document: Document, place: Place): string {
  const map = document.getIn(place.slice(0, -1), true);
  if (!isMap(map)) throw new CannotWrite(`${place.join(".")} is not there`);
  const pairs = map.items as ReadonlyArray<Pair<Scalar, Node | null>>;
  const part = place.slice(0, -1);
  if (pairs.length === 1 && comesAndGoes(part)) return without(text, document, part);
  const index = pairs.findIndex((p) => p.key.value === place.at(-1));
  const pair = pairs[index];
  if (pair === undefined || pair.value === null || pairs.length === 1)
    throw new CannotWrite(`${place.join(".")} cannot be taken away`);
  const end = rangeOf(pair.value)[1];
  if ((map as YAMLMap).flow !== true) {
    const start = rangeOf(pair.key)[0];
    return text.slice(0, start - columnOf(text, start)) + text.slice(endOfLine(text, end));
  }
  const previous = pairs[index - 1];
  if (previous?.value) return text.slice(0, rangeOf(previous.value)[1]) + text.slice(end);
  const next = pairs[index + 1];
  const from = rangeOf(pair.key)[0];
  return text.slice(0, from) + text.slice(next === undefined ? end : rangeOf(next.key)[0]);
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new CannotWrite("a place without a position");
  return [node.range[0], node.range[1]];
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf("\n", at - 1) + 1);

function endOfLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** What was to change has changed, and nothing else has. */
function confirm(before: unknown, after: unknown, place: Place, value: Written | undefined): void {
  const now = unitAt(after, place);
  const expected = unitsIn(before);
  const found = unitsIn(after);
  const own = JSON.stringify(place);
  expected.delete(own);
  found.delete(own);
  const rest =
    expected.size === found.size &&
    [...expected].every(([key, unit]) => sameUnit(unit, found.get(key)));
  if (!rest || !(value === undefined ? now === undefined : isSame(now, value)))
    throw new CannotWrite(`${place.join(".")} could not be written without touching the rest`);
}

function isSame(now: unknown, value: Written): boolean {
  if (typeof now === "number") return String(now) === value;
  return isUnitRecord(now) || typeof now === "string" ? sameUnit(now, value) : false;
}
