/** What differs between two states of the content, place by place, as an officer reads it. */
import { parse } from "yaml";
import type { Content } from "../../flows/index.ts";
import {
  isRecord,
  isUnitRecord,
  type Place,
  sameUnit,
  type Unit,
  unitAt,
  unitsIn,
} from "./place.ts";
import { type Piece, wordDifference } from "./word-difference.ts";

/** What the files of `content/` hold, by path; undefined where there is no such file. */
export interface ContentState {
  /** The bytes, where they are known; a file whose bytes are the same on both sides is not read. */
  bytes(path: string): Uint8Array | undefined;
  value(path: string): unknown;
  readonly paths: ReadonlySet<string>;
}

export interface ChangedPlace {
  readonly path: string;
  readonly place: Place;
  readonly how: "changed" | "added" | "removed";
  /** Per language, or one without a language: what stayed, went and came. */
  readonly words: ReadonlyArray<{
    readonly language?: "vi" | "en";
    readonly pieces: readonly Piece[];
  }>;
  /** A picture, whose difference is for the eye. */
  readonly picture?: true;
}

export function stateOfFiles(files: ReadonlyMap<string, Uint8Array>): ContentState {
  return {
    paths: new Set(files.keys()),
    bytes: (path) => files.get(path),
    value(path) {
      const bytes = files.get(path);
      if (bytes === undefined || !path.endsWith(".yaml")) return undefined;
      return readable(Buffer.from(bytes).toString("utf8"));
    },
  };
}

/** Publications from before files were kept: what was understood of them. */
export function stateOfContent(content: Content): ContentState {
  const files = new Map<string, unknown>([
    ["desk.yaml", content.desk],
    ["understanding/needs.yaml", content.needs],
    ["facts/sources.yaml", content.sources],
    ["phrases/vi.yaml", content.phrases.vi],
    ["phrases/en.yaml", content.phrases.en],
  ]);
  for (const { file, is } of [...Object.values(content.flows), ...Object.values(content.fragments)])
    files.set(file, is);
  for (const [part, key] of [
    [content.facts, (id: string) => id],
    [content.screens, (id: string) => id.slice(id.indexOf("/") + 1)],
  ] as const) {
    for (const [id, { file, is }] of Object.entries(part)) {
      const before = files.get(file);
      files.set(file, { ...(isRecord(before) ? before : {}), [key(id)]: is });
    }
  }
  return {
    paths: new Set(files.keys()),
    bytes: () => undefined,
    value: (path) => files.get(path),
  };
}

export function contentDifference(before: ContentState, after: ContentState): ChangedPlace[] {
  const known = (state: ContentState, path: string): boolean =>
    state.paths.has(path) || state.value(path) !== undefined;
  // A state without bytes says nothing about pictures, nor about what it did not hold.
  const paths = [...new Set([...before.paths, ...after.paths])].toSorted();
  const withBytes = [before, after].every((state) =>
    [...state.paths].some((path) => state.bytes(path)),
  );
  return paths.flatMap((path): ChangedPlace[] => {
    const [one, other] = [before.bytes(path), after.bytes(path)];
    if (one !== undefined && other !== undefined && Buffer.compare(one, other) === 0) return [];
    if (!path.endsWith(".yaml")) {
      if (!withBytes) return [];
      const how = one === undefined ? "added" : other === undefined ? "removed" : "changed";
      return [{ path, place: [], how, words: [], picture: true }];
    }
    if (!withBytes && path.startsWith("places/")) return [];
    return known(before, path) && known(after, path)
      ? changedIn(path, before.value(path), after.value(path))
      : [{ path, place: [], how: known(after, path) ? "added" : "removed", words: [] }];
  });
}

function changedIn(path: string, before: unknown, after: unknown): ChangedPlace[] {
  const [old, fresh] = [unitsIn(before), unitsIn(after)];
  const found: ChangedPlace[] = [];
  const whole = new Set<string>();
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (sameUnit(was, is)) continue;
    const place = JSON.parse(key) as Place;
    const how = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    // A whole step, choice or fact that came or went is one change, told by its own words.
    const top = how === "changed" ? place : wholeThing(place, how === "added" ? before : after);
    const topKey = JSON.stringify(top);
    if (whole.has(topKey)) continue;
    whole.add(topKey);
    found.push({ path, place: top, how, words: wordsOf(unitAt(before, top), unitAt(after, top)) });
  }
  return found;
}

/** The outermost thing around a place that the other side has nothing of. */
function wholeThing(place: Place, other: unknown): Place {
  for (let length = 1; length < place.length; length += 1) {
    const part = place.slice(0, length);
    if (unitAt(other, part) === undefined) return part;
  }
  return place;
}

function wordsOf(before: Unit | undefined, after: Unit | undefined): ChangedPlace["words"] {
  const texts = [before, after].map((unit) => {
    const says = isRecord(unit) && isUnitRecord(unit["says"]) ? unit["says"] : unit;
    return isUnitRecord(says) && "vi" in says ? says : undefined;
  });
  if (texts.some((text) => text !== undefined)) {
    return (["vi", "en"] as const).flatMap((language) => {
      const [one, other] = texts.map((text) => text?.[language] ?? "");
      if (one === undefined || other === undefined || one === other) return [];
      return [{ language, pieces: wordDifference(one, other) }];
    });
  }
  return [{ pieces: wordDifference(plain(before), plain(after)) }];
}

function plain(unit: Unit | undefined): string {
  if (unit === undefined || unit === null) return "";
  if (typeof unit === "object")
    return Array.isArray(unit) && unit.every((one) => typeof one === "string")
      ? unit.join(" · ")
      : isUnitRecord(unit)
        ? Object.values(unit).join(", ")
        : JSON.stringify(unit);
  return String(unit);
}

function readable(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return undefined;
  }
}
