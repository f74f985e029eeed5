/**
 * What is wrong with a draft, and how its steps read to a resident. Reading and checking everything takes a
 * second or two of one core: ask `reading-apart.ts`, except in tests.
 */
import {
  type Content,
  catalogueOf,
  dayOf,
  expand,
  type Instant,
  type Language,
  type Library,
  seenBy,
  type Text,
} from "../../flows/index.ts";
import { type ContentFiles, filesOfFolder, overlaid } from "../content/content-files.ts";
import { libraryOf } from "../content/library.ts";
import { publicationOf } from "../content/publication.ts";
import { type Prepared, prepare } from "../content/publish.ts";
import { examineContent, type Problem, type Remembered } from "../content/read-content.ts";

export interface Overlay {
  readonly dir: string;
  readonly over: ReadonlyMap<string, string | undefined>;
}

export interface Look extends Overlay {
  readonly now: Instant;
  /** The same mark means the same draft on the same folder: it is not checked again. */
  readonly mark?: string | undefined;
  /** The guide or fragment whose steps are to be shown; none for its problems alone. */
  readonly path?: string | undefined;
}

/** A form of address as an example; missing for somebody whose form nobody knows yet. */
export const examplePairs = ["ba", "anh", undefined] as const;

/** One step as one person would see it. */
export interface Preview {
  readonly address: (typeof examplePairs)[number];
  readonly language: Language;
  readonly says: string;
  readonly choices: readonly string[];
  readonly explain?: string | undefined;
  readonly fixes: ReadonlyArray<{ readonly says: string; readonly fix?: string | undefined }>;
}

/** A guide or a fragment, as a list shows it. */
export interface Outline {
  readonly path: string;
  readonly id: string;
  readonly kind: "guide" | "fragment";
  /** A fragment has no title of its own: residents never see where it begins. */
  readonly title: Text | undefined;
  readonly steps: number;
  readonly reviewBy: string;
  readonly approvedBy?: { readonly name: string; readonly on: string } | undefined;
  /** Guides that include it. */
  readonly usedBy: readonly string[];
}

export interface Looked {
  readonly problems: readonly Problem[];
  /** Missing while a file has not its shape. */
  readonly outline: readonly Outline[] | undefined;
  /** By step id; empty while the draft cannot be put together. */
  readonly previews: Readonly<Record<string, readonly Preview[]>>;
}

export interface Reading {
  look(wish: Look): Looked;
  prepare(wish: Overlay & { readonly now: Instant }): Prepared;
}

export function reading(): Reading {
  const remembered: Remembered = new Map();
  let last: { readonly key: string; readonly is: ReturnType<typeof examineContent> } | undefined;
  const examined = ({ mark, now, ...overlay }: Look): ReturnType<typeof examineContent> => {
    const today = dayOf(now);
    const key = `${mark}/${today}`;
    if (mark !== undefined && last?.key === key) return last.is;
    const is = examineContent(filesOf(overlay), today, remembered);
    last = { key, is };
    return is;
  };
  const filesOf = ({ dir, over }: Overlay): ContentFiles => overlaid(filesOfFolder(dir), over);

  return {
    look(wish) {
      const { now, path } = wish;
      const { content, problems } = examined(wish);
      const previews =
        content === undefined || path === undefined ? {} : previewsOf(content, path, now);
      const outline = content === undefined ? undefined : outlineOf(content);
      return { problems, outline, previews };
    },
    prepare: ({ now, ...overlay }) => prepare(filesOf(overlay), now, remembered),
  };
}

function outlineOf({ flows, fragments }: Content): Outline[] {
  const users = (id: string, key: "flow" | "fragment"): string[] =>
    Object.values(flows)
      .filter(({ is }) =>
        Object.values(is.steps).some((step) => step.kind === "include" && step[key] === id),
      )
      .map(({ is }) => is.flow);
  return [
    ...Object.values(flows).map(
      ({ file, is }): Outline => ({
        path: file,
        id: is.flow,
        kind: "guide",
        title: is.says,
        steps: Object.keys(is.steps).length,
        reviewBy: is["review-by"],
        approvedBy: is["approved-by"],
        usedBy: users(is.flow, "flow"),
      }),
    ),
    ...Object.values(fragments).map(
      ({ file, is }): Outline => ({
        path: file,
        id: is.fragment,
        kind: "fragment",
        title: undefined,
        steps: Object.keys(is.steps).length,
        reviewBy: is["review-by"],
        usedBy: users(is.fragment, "fragment"),
      }),
    ),
  ];
}

function previewsOf(content: Content, path: string, now: Instant): Looked["previews"] {
  const part = [...Object.values(content.flows), ...Object.values(content.fragments)].find(
    ({ file }) => file === path,
  )?.is;
  if (part === undefined) return {};
  const library = libraryFor(content, now);
  if (library === undefined) return {};
  const id = "flow" in part ? part.flow : part.fragment;
  const flow = { id, edition: library.flows.get(id)?.edition ?? ("draft" as never) };
  const previews: Record<string, Preview[]> = {};
  for (const [stepId, step] of Object.entries(part.steps)) {
    if (step.kind === "include") continue;
    previews[stepId] = examplePairs.flatMap((address) =>
      (address === undefined ? (["vi", "en"] as const) : (["vi"] as const)).map((language) => {
        const person = seenBy(library, { language, address: address as never, now });
        const shown = person.step(flow, stepId, step);
        const { explain, troubles = {} } = step as {
          readonly explain?: Text;
          readonly troubles?: Readonly<
            Record<string, { readonly says: Text; readonly fix?: Text }>
          >;
        };
        return {
          address,
          language,
          says: shown.text,
          choices: shown.choices,
          ...(explain === undefined ? {} : { explain: person.text(explain) }),
          fixes: Object.values(troubles).map(({ says, fix }) => ({
            says: person.text(says),
            ...(fix === undefined ? {} : { fix: person.text(fix) }),
          })),
        };
      }),
    );
  }
  return previews;
}

/** Without its own editions: only words, facts and titles are needed here. Nothing where a road leads nowhere. */
function libraryFor(content: Content, now: Instant): Library | undefined {
  try {
    for (const { is } of Object.values(content.flows)) expand(is, catalogueOf(content));
    return libraryOf(publicationOf(content, now));
  } catch {
    return undefined; // the problems say why
  }
}
