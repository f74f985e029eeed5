/** Reads `content/` from a folder. Everything that is wrong comes back at once, with its line. */
import type { z } from "zod";
import {
  type Content,
  check,
  type Day,
  type Draft,
  deskSchema,
  type Fault,
  factsSchema,
  flowSchema,
  fragmentSchema,
  needsSchema,
  type Phrases,
  phrasesSchema,
  placesSchema,
  screensSchema,
  sourcesSchema,
  type Written,
  wrong,
} from "../../flows/index.ts";
import { type ContentFiles, filesOfFolder } from "./content-files.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** A fault and the line it stands on; without a line it is about a whole file, or one that is missing. */
export interface Problem extends Fault {
  readonly line?: number;
}

export interface ReadContent {
  /** Missing while a file is absent or has not its shape. */
  readonly content: Content | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the folder and says what has not the shape it must have; whether the parts fit, `examineContent` says. */
export function readContent(from: string | ContentFiles): ReadContent {
  const { draft, problems } = readFolder(from);
  return { content: wholeOf(draft, problems), problems };
}

/** Reads the folder and checks all of it, as it is on that day. */
export function examineContent(
  from: string | ContentFiles,
  today: Day,
  remembered?: Remembered,
): ReadContent {
  const { draft, problems, lineOf } = readFolder(from, remembered);
  const found = check(draft, today).map((fault) => ({ ...fault, ...lineOf(fault) }));
  return { content: wholeOf(draft, problems), problems: inOrder([...problems, ...found]) };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ weight }) => weight === "error");
}

/** Files as they were read last, for whoever reads the same folder again and again with one line changed. */
export type Remembered = Map<string, { readonly text: string; readonly yaml: YamlFile<unknown> }>;

interface Folder {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly lineOf: (fault: Fault) => { readonly line?: number };
}

function readFolder(from: string | ContentFiles, remembered?: Remembered): Folder {
  const source = typeof from === "string" ? filesOfFolder(from) : from;
  const files = new Map<string, YamlFile<unknown>>();
  const problems: Problem[] = [];
  const unread: string[] = [];

  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const text = source.read(file);
    if (text === undefined) {
      problems.push(wrong({ file, at: [] }, { vi: "chưa có tệp này.", en: "is missing." }));
      unread.push(file);
      return undefined;
    }
    const known = remembered?.get(file);
    // A file's schema follows from its path: what was remembered under it was read by the same one.
    const yaml = known?.text === text ? (known.yaml as YamlFile<T>) : readYaml(file, text, schema);
    remembered?.set(file, { text, yaml });
    files.set(file, yaml);
    problems.push(...yaml.faults.map((fault) => ({ line: yaml.lineOf(fault.at), ...fault })));
    if (yaml.value === undefined) unread.push(file);
    return yaml.value;
  };
  const filesIn = (folder: string): string[] => source.yamlIn(folder);
  const nameOf = (file: string) => file.slice(file.lastIndexOf("/") + 1, -".yaml".length);
  /** A file called otherwise than what it holds would be found by nobody. */
  const named = (file: string, key: "flow" | "fragment", id: string) => {
    if (id === nameOf(file)) return;
    problems.push({
      ...wrong(
        { file, at: [key] },
        {
          vi: `tên bên trong là "${id}", tên tệp lại là "${nameOf(file)}".`,
          en: `calls itself "${id}", but the file is called "${nameOf(file)}".`,
        },
        {
          vi: `Đổi tên tệp thành ${id}.yaml, hoặc sửa dòng này.`,
          en: `Rename the file to ${id}.yaml, or mend this line.`,
        },
      ),
      line: files.get(file)?.lineOf([key]) ?? 1,
    });
  };
  const eachOf = <T>(
    folder: string,
    schema: z.ZodType<Record<string, T>>,
    keyOf: (file: string, id: string) => string,
  ) => {
    const all: Record<string, Written<T>> = {};
    for (const file of filesIn(folder)) {
      if (file === "facts/sources.yaml") continue;
      for (const [id, is] of Object.entries(read(file, schema) ?? {})) {
        const key = keyOf(file, id);
        const first = all[key];
        if (first === undefined) all[key] = { file, is };
        else {
          problems.push({
            ...wrong(
              { file, at: [id] },
              { vi: `"${id}" đã có ở ${first.file}.`, en: `"${id}" is already in ${first.file}.` },
            ),
            line: files.get(file)?.lineOf([id]) ?? 1,
          });
        }
      }
    }
    return all;
  };

  const flows: Draft["flows"] = Object.fromEntries(
    filesIn("flows").flatMap((file) => {
      const is = read(file, flowSchema);
      if (is === undefined) return [];
      named(file, "flow", is.flow);
      return [[is.flow, { file, is }]];
    }),
  );
  const fragments: Draft["fragments"] = Object.fromEntries(
    filesIn("fragments").flatMap((file) => {
      const is = read(file, fragmentSchema);
      if (is === undefined) return [];
      named(file, "fragment", is.fragment);
      return [[is.fragment, { file, is }]];
    }),
  );
  const vi = read("phrases/vi.yaml", phrasesSchema);
  const en = read("phrases/en.yaml", phrasesSchema);
  const [placesFile = "places/province.yaml", ...morePlaces] = filesIn("places");
  for (const file of morePlaces) {
    problems.push(
      wrong(
        { file, at: [] },
        {
          vi: `đã có ${placesFile}; mỗi nơi chỉ dùng một tỉnh.`,
          en: `comes beside ${placesFile}; there is one province.`,
        },
      ),
    );
  }
  const draft: Draft = {
    flows,
    fragments,
    screens: eachOf("screens", screensSchema, (file, id) => `${nameOf(file)}/${id}`),
    facts: eachOf("facts", factsSchema, (_file, id) => id),
    sources: read("facts/sources.yaml", sourcesSchema) ?? {},
    phrases: {
      ...(vi === undefined ? {} : { vi }),
      ...(en === undefined ? {} : { en }),
    } satisfies {
      vi?: Phrases;
      en?: Phrases;
    },
    places: read(placesFile, placesSchema),
    desk: read("desk.yaml", deskSchema),
    needs: read("understanding/needs.yaml", needsSchema),
    unread,
  };
  return {
    draft,
    problems: inOrder(problems),
    lineOf: (fault) => {
      const line = files.get(fault.file)?.lineOf(fault.at);
      return line === undefined ? {} : { line };
    },
  };
}

function wholeOf(draft: Draft, problems: readonly Problem[]): Content | undefined {
  const { desk, places, needs, phrases, unread: _unread, ...rest } = draft;
  if (hasErrors(problems) || desk === undefined || places === undefined || needs === undefined)
    return undefined;
  if (phrases.vi === undefined || phrases.en === undefined) return undefined;
  return { ...rest, desk, places, needs, phrases: { vi: phrases.vi, en: phrases.en } };
}

/** By file, then by line: as an author goes through them. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0),
  );
}
