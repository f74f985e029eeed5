/** From a publication to what a turn reads. Flows are compiled and readers built once, when first needed. */
import {
  type Content,
  compile,
  contentSchema,
  type EditionId,
  type ExpandedFlow,
  type Flow,
  type FlowId,
  intentReader,
  type Library,
  lexicon,
  type NeedEntry,
  needReader,
  valuesOf,
} from "../../flows/index.ts";
import type { Publication } from "../store/publications.ts";

/** An edition published earlier, as the store keeps it. */
export type OldEdition = (
  id: EditionId,
) => { readonly flow: string; readonly expanded: string } | undefined;

/** What was published and cannot be read any more: written by another version of this program. */
export class UnreadablePublication extends Error {
  readonly code = "publication-unreadable";
  constructor(id: string) {
    super(
      `Publication ${id} was written by another version of this program. Publish the content folder again: npm run cau-noi -- publish`,
    );
    this.name = "UnreadablePublication";
  }
}

export function libraryOf(
  publication: Publication,
  oldEdition: OldEdition = () => undefined,
): Library {
  const content = contentOf(publication);
  const compiled = new Map<EditionId, Flow>();
  const compileOnce = (id: EditionId, expanded: string): Flow => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const made = compile(JSON.parse(expanded) as ExpandedFlow, id);
    compiled.set(id, made);
    return made;
  };
  const flows = new Map<FlowId, Flow>(
    inMenuOrder(publication.editions, content.desk.menu ?? []).map(({ id, flow, expanded }) => [
      flow,
      compileOnce(id, expanded),
    ]),
  );

  let needs: ReturnType<typeof needReader> | undefined;
  const readNeed = (text: string) => {
    needs ??= readerOf(needEntries(content));
    return needs(text);
  };
  let inGuide: ReturnType<typeof intentReader> | undefined;
  const readInGuide: ReturnType<typeof intentReader> = (text, standing) => {
    inGuide ??= intentReader(lexicon, readNeed);
    return inGuide(text, standing);
  };
  return {
    flows,
    edition(id) {
      const known = compiled.get(id);
      if (known !== undefined) return known;
      const old = oldEdition(id);
      return old === undefined ? undefined : compileOnce(id, old.expanded);
    },
    phrases: content.phrases,
    facts: valuesOf(content.facts),
    screens: valuesOf(content.screens),
    places: content.places,
    desk: content.desk,
    unguided: new Map(
      content.needs.filter(({ flow }) => !flows.has(flow)).map(({ flow, title }) => [flow, title]),
    ),
    readNeed,
    readInGuide,
  };
}

function contentOf(publication: Publication): Content {
  const parsed = contentSchema.safeParse(JSON.parse(publication.content));
  if (!parsed.success) throw new UnreadablePublication(publication.id);
  return parsed.data;
}

function inMenuOrder(
  editions: Publication["editions"],
  menu: readonly FlowId[],
): Publication["editions"] {
  const place = ({ flow }: { readonly flow: string }) => {
    const at = menu.indexOf(flow);
    return at < 0 ? menu.length : at;
  };
  return editions.toSorted((a, b) => place(a) - place(b) || (a.flow < b.flow ? -1 : 1));
}

/** How people ask for each guide: what its author wrote and what `needs.yaml` gathers, under one title. */
function needEntries(content: Content): NeedEntry[] {
  const gathered = new Map(content.needs.map((need) => [need.flow, need]));
  const guided = Object.values(content.flows).map(({ is: flow }) => ({
    flow: flow.flow,
    title: flow.says,
    askedAs: [...new Set([...flow["asked-as"], ...(gathered.get(flow.flow)?.["asked-as"] ?? [])])],
  }));
  const unguided = content.needs
    .filter(({ flow }) => !Object.hasOwn(content.flows, flow))
    .map((need) => ({ flow: need.flow, title: need.title, askedAs: need["asked-as"] }));
  return [...guided, ...unguided];
}

/** The newest reader, kept: learning takes most of a second, and publishing rarely changes how people ask. */
let newest: { readonly entries: string; readonly read: ReturnType<typeof needReader> } | undefined;

function readerOf(entries: readonly NeedEntry[]): ReturnType<typeof needReader> {
  const key = JSON.stringify(entries);
  if (newest?.entries !== key) newest = { entries: key, read: needReader(entries, lexicon) };
  return newest.read;
}
