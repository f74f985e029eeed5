/** What an officer may change in a guide: every text of every step. Ids, kinds and roads are not among it. */
import { isRecord, isUnitRecord, type Place, type UnitRecord, unitAt } from "./place.ts";

export interface Field {
  readonly place: Place;
  /** What it is for: `says`, `sign`, `explain`, `choice`, `trouble`, `fix`… */
  readonly role: string;
  /** Missing where it may be written and has not been. */
  readonly text: UnitRecord | undefined;
}

export interface StepFields {
  readonly id: string;
  readonly kind: string;
  readonly screen: string | undefined;
  /** Where it goes on, by step id. */
  readonly leads: readonly string[];
  /** What is walked here instead of a step of its own. */
  readonly includes: string | undefined;
  readonly fields: readonly Field[];
}

/** As people read a step: what is said first, what may happen last. */
const order = ["says", "sign", "explain", "example", "waits"];

/** Kinds of steps that *Chỉ kỹ hơn* may speak on. */
const explained = new Set(["do", "choose", "ask", "gather"]);

/** What a step may say besides; of an end, what is still waited for once everything is done. */
function mayBeAdded(key: string, step: Readonly<Record<string, unknown>>): boolean {
  return key === "waits"
    ? step["kind"] === "finish" && step["outcome"] === "done"
    : key === "explain" && explained.has(String(step["kind"]));
}

export function stepsIn(file: unknown): StepFields[] {
  const steps = isRecord(file) && isRecord(file["steps"]) ? file["steps"] : {};
  return Object.entries(steps).flatMap(([id, step]) =>
    isRecord(step) ? [fieldsOf(id, step)] : [],
  );
}

function fieldsOf(id: string, step: Readonly<Record<string, unknown>>): StepFields {
  const at: Place = ["steps", id];
  const kind = String(step["kind"]);
  const found: Field[] = [];
  const visit = (value: unknown, way: Place): void => {
    if (isUnitRecord(value)) {
      if ("vi" in value) found.push({ place: [...at, ...way], role: roleOf(way), text: value });
      return;
    }
    if (Array.isArray(value))
      for (const [index, one] of value.entries()) visit(one, [...way, index]);
    else if (isRecord(value)) {
      for (const [key, one] of Object.entries(value)) visit(one, [...way, key]);
      // Where a paper is to be had may be said of each.
      if (kind === "gather" && way.length === 2 && way[0] === "items" && !("where" in value))
        found.push({ place: [...at, ...way, "where"], role: "item-where", text: undefined });
    }
  };
  for (const key of new Set([...order, ...Object.keys(step)])) {
    if (mayBeAdded(key, step) && !(key in step))
      found.push({ place: [...at, key], role: key, text: undefined });
    else visit(step[key], [key]);
  }
  const text = (key: string): string | undefined =>
    typeof step[key] === "string" ? step[key] : undefined;
  return {
    id,
    kind,
    screen: text("screen"),
    includes: kind === "include" ? (text("fragment") ?? text("flow")) : undefined,
    leads: roads(step),
    fields: found,
  };
}

function roleOf(way: Place): string {
  const last = String(way.at(-1));
  const first = String(way[0]);
  if (way.length === 1) return last;
  const things: Readonly<Record<string, string>> = {
    "choices says": "choice",
    "troubles says": "trouble",
    "troubles fix": "fix",
    "reminds says": "reminder",
    "items says": "item",
    "items where": "item-where",
  };
  return things[`${first} ${last}`] ?? first;
}

function roads(step: Readonly<Record<string, unknown>>): string[] {
  const targets: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isRecord(value))
      for (const [key, one] of Object.entries(value)) {
        if (key === "leads-to" && typeof one === "string") targets.push(one);
        else visit(one);
      }
  };
  visit(step);
  return [...new Set(targets)];
}

/** The field's words before the draft. */
export const textAt = (file: unknown, place: Place): UnitRecord | undefined => {
  const unit = unitAt(file, place);
  return isUnitRecord(unit) ? unit : undefined;
};
