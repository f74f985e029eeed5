/** How changes, conflicts and complaints are told on the authoring page. */

import { type Content, contentSchema, type Language, type Library } from "../../flows/index.ts";
import {
  type ChangedPlace,
  type ContentState,
  stateOfContent,
  stateOfFiles,
} from "../authoring/content-difference.ts";
import type { FileConflict } from "../authoring/draft.ts";
import { isUnitRecord, type Place, type Unit } from "../authoring/place.ts";
import { lineDifference } from "../authoring/word-difference.ts";
import type { Problem } from "../content/read-content.ts";
import type { Publication } from "../store/publications.ts";
import type { Store } from "../store/store.ts";
import type { ChangeLine, Complaint, ConflictLine, Value } from "./wire/authoring.ts";

export const complaintOf = (problem: Problem, language: Language): Complaint => {
  const { says, tries } = language === "vi" ? problem : problem.en;
  return { says, ...(tries === undefined ? {} : { tries }), error: problem.weight === "error" };
};

const folders: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  fragments: { vi: "Đoạn dùng chung", en: "Shared part" },
  facts: { vi: "Số liệu", en: "Facts" },
  phrases: { vi: "Lời chung", en: "Shared lines" },
  pictures: { vi: "Ảnh riêng", en: "Own picture" },
  screens: { vi: "Màn hình", en: "Screens" },
  places: { vi: "Xã, thôn", en: "Places" },
  understanding: { vi: "Cách bà con hỏi", en: "How people ask" },
};

/** A file as an officer knows it: a guide by its title, the rest by what it is. */
export function whereOf(path: string, library: Library, language: Language): string {
  const [, folder = "", name = path] = /^([a-z]+)\/(.+?)\.(?:yaml|png)$/.exec(path) ?? [];
  if (folder === "flows") return library.flows.get(name)?.says[language] ?? name;
  const kind = folders[folder];
  return kind === undefined ? path : `${kind[language]}: ${name}`;
}

export function changeLine(change: ChangedPlace, library: Library, language: Language): ChangeLine {
  const { path, place, how, words } = change;
  const step = place[0] === "steps" && place.length > 1 ? String(place[1]) : undefined;
  const rest = step === undefined ? place : place.slice(2);
  return {
    path,
    place,
    how,
    picture: change.picture === true,
    where: whereOf(path, library, language),
    ...(step === undefined ? {} : { step }),
    role: rest.join(" "),
    words: words.map(({ language: of, pieces }) => ({
      ...(of === undefined ? {} : { language: of }),
      pieces,
    })),
  };
}

export const conflictLine = (
  { path, place, mine, theirs }: FileConflict,
  library: Library,
  language: Language,
): ConflictLine => ({
  path,
  place,
  where: [whereOf(path, library, language), ...place.slice(place[0] === "steps" ? 1 : 0)].join(
    " · ",
  ),
  ...(mine === undefined ? {} : { mine: said(mine, language) }),
  ...(theirs === undefined ? {} : { theirs: said(theirs, language) }),
});

const said = (unit: Unit, language: Language): string =>
  isUnitRecord(unit) ? (unit[language] ?? Object.values(unit).join(", ")) : String(unit);

/** What a unit is on the wire; nothing for lists and numbers, which are not edited. */
export const wireValue = (unit: Unit | undefined): Value | undefined =>
  typeof unit === "string" ? unit : isUnitRecord(unit) ? (unit as unknown as Value) : undefined;

/** What a publication held: its files where they were kept, otherwise what was understood of them. */
export function stateOfPublication(
  store: Store,
  position: number,
  publication: Publication | undefined,
): ContentState | undefined {
  const files = store.publicationFiles(position);
  if (files.size > 0) return stateOfFiles(files);
  if (publication === undefined) return undefined;
  const parsed = contentSchema.safeParse(JSON.parse(publication.content));
  return parsed.success ? stateOfContent(parsed.data as Content) : undefined;
}

/** The files that differ, line by line: for whoever knows YAML. */
export function fileDifferences(
  before: ContentState,
  after: ContentState,
  changes: readonly ChangedPlace[],
): { path: string; difference: string }[] {
  const text = (state: ContentState, path: string): string =>
    Buffer.from(state.bytes(path) ?? "").toString("utf8");
  return [...new Set(changes.filter(({ picture }) => picture !== true).map(({ path }) => path))]
    .filter((path) => before.bytes(path) !== undefined || after.bytes(path) !== undefined)
    .map((path) => ({ path, difference: lineDifference(text(before, path), text(after, path)) }));
}

/** Whether a fault lies in this place, or in what is written there. */
export function liesIn(at: Problem["at"], place: Place): boolean {
  return (
    place.length <= at.length && place.every((part, index) => String(part) === String(at[index]))
  );
}
