/**
 * Everything authors have written, parsed. Plain data: it is published, stored and read back as JSON,
 * so records and not maps, keyed by what the author wrote.
 */
import { z } from "zod";
import type { Catalogue } from "./expand.ts";
import {
  factsSchema,
  flowSchema,
  fragmentSchema,
  screensSchema,
  sourcesSchema,
  textSchema,
} from "./flow-schema.ts";
import { deskSchema, phrasesSchema, placesSchema } from "./settings-schema.ts";

/** `content/understanding/needs.yaml`: how people ask for each guide, also for those not written yet. */
export const needsSchema = z.array(
  z.strictObject({
    flow: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    title: textSchema,
    "asked-as": z.array(z.string().trim().min(2)).min(1),
  }),
);

/** Something written in a file of its own, or beside others; `file` is the path below `content/`. */
const written = <T extends z.ZodType>(is: T) =>
  z.record(z.string(), z.strictObject({ file: z.string(), is }));

export const contentSchema = z.strictObject({
  /** By flow id. */
  flows: written(flowSchema),
  fragments: written(fragmentSchema),
  /** By `<file>/<screen>`, as steps name them. */
  screens: written(screensSchema.valueType),
  facts: written(factsSchema.valueType),
  sources: sourcesSchema,
  phrases: z.strictObject({ vi: phrasesSchema, en: phrasesSchema }),
  places: placesSchema,
  desk: deskSchema,
  needs: needsSchema,
});
export type Content = Readonly<z.infer<typeof contentSchema>>;
export type Written<T> = { readonly file: string; readonly is: T };

/**
 * Content as far as it could be read. `check` takes this, so that a comma forgotten in one file does not
 * hide what is wrong in the others; what lies in an unread file is neither missed nor complained about.
 */
export interface Draft
  extends Pick<Content, "flows" | "fragments" | "screens" | "facts" | "sources"> {
  readonly phrases: Partial<Content["phrases"]>;
  readonly places: Content["places"] | undefined;
  readonly desk: Content["desk"] | undefined;
  readonly needs: Content["needs"] | undefined;
  /** Paths below `content/` of files that are there and could not be read. */
  readonly unread?: readonly string[];
}

export const filesOf = {
  desk: "desk.yaml",
  needs: "understanding/needs.yaml",
  sources: "facts/sources.yaml",
} as const;

/** What an include can name. */
export function catalogueOf(content: Pick<Content, "flows" | "fragments">): Catalogue {
  return {
    flows: new Map(Object.entries(content.flows).map(([id, { is }]) => [id, is])),
    fragments: new Map(Object.entries(content.fragments).map(([id, { is }]) => [id, is])),
  };
}

/** The values without their files. */
export function valuesOf<T>(record: Readonly<Record<string, Written<T>>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, { is }]) => [id, is]));
}
