/** The readers as the tests use them: over the phrases in content, built once per file. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Row, rowsOf } from "../../src/flows/understanding/evaluate.ts";
import { intentReader } from "../../src/flows/understanding/intents.ts";
import { lexicon } from "../../src/flows/understanding/lexicon.ts";
import { type NeedEntry, needReader } from "../../src/flows/understanding/needs.ts";

const root = new URL("../../", import.meta.url);

export const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");

interface WrittenNeed {
  readonly flow: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly "asked-as": readonly string[];
}

export const entries: readonly NeedEntry[] = (
  parse(textOf("content/understanding/needs.yaml")) as WrittenNeed[]
).map(({ flow, title, "asked-as": askedAs }) => ({ flow, title, askedAs }));

export const need = needReader(entries, lexicon);
export const intent = intentReader(lexicon, need);

export const rowsIn = (name: string): readonly Row[] => rowsOf(textOf(`tests/eval/${name}.tsv`));
