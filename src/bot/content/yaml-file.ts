/** One YAML file of `content/`: its value, and the line on which each part of it is written. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";
import { type Fault, shapeFaults, wrong } from "../../flows/index.ts";

export interface YamlFile<T> {
  /** Missing when the file is no YAML, or has not the shape it must have. */
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
  /** The line of what lies at this path, or of the nearest thing around it; 1 is the first. */
  lineOf(at: ReadonlyArray<string | number>): number;
}

export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;

  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const line = lineAt(error.pos[0]);
      const spot = { file, at: [] };
      return {
        ...wrong(
          spot,
          {
            vi: `không đọc được chỗ này: ${error.message}.`,
            en: `cannot be read here: ${error.message}.`,
          },
          {
            vi: "Xem lại dấu cách đầu dòng, dấu hai chấm và dấu ngoặc ở dòng này và dòng trên.",
            en: "Look at the indentation, colons, quotes and brackets of this line and the one above.",
          },
        ),
        line,
      };
    });
    return { value: undefined, faults, lineOf: () => faults[0]?.line ?? 1 };
  }

  const signs = signsIn(document);
  if (signs.length > 0) {
    const faults = signs.map(({ sign, at }) => ({ ...signFault(file, sign), line: lineAt(at) }));
    return { value: undefined, faults, lineOf: () => faults[0]?.line ?? 1 };
  }

  const written: unknown = document.toJS();
  const parsed = schema.safeParse(written);
  return {
    value: parsed.success ? parsed.data : undefined,
    faults: parsed.success ? [] : shapeFaults(file, parsed.error, written),
    lineOf(at) {
      let node: unknown = document.contents;
      let line = 1;
      for (const part of at) {
        if (isMap(node)) {
          const pair = node.items.find(
            ({ key }) => isScalar(key) && String(key.value) === String(part),
          );
          if (pair === undefined) return line;
          if (isScalar(pair.key) && pair.key.range) line = lineAt(pair.key.range[0]);
          node = pair.value;
        } else if (isSeq(node)) {
          const item: unknown = node.items[Number(part)];
          if (item === undefined) return line;
          const range = (item as { range?: [number, number, number] | null }).range;
          if (range) line = lineAt(range[0]);
          node = item;
        } else return line;
      }
      return line;
    },
  };
}

interface Sign {
  readonly sign: "*" | "&" | "!";
  /** Where it stands, in characters. */
  readonly at: number;
}

/**
 * Words that begin with one of these are no words to YAML: a reference, a name for one, or a type. Guides use none of
 * them; whoever writes "*quan trọng*" means a star, and would lose the word or the whole file.
 */
function signsIn(document: Document): Sign[] {
  const found: Sign[] = document.warnings.map(({ pos }) => ({ sign: "!", at: pos[0] }));
  visit(document, {
    Node(_, node) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) found.push({ sign: "*", at });
      else if (node.anchor !== undefined) found.push({ sign: "&", at });
    },
  });
  return found.toSorted((a, b) => a.at - b.at);
}

const signFault = (file: string, sign: Sign["sign"]): Fault =>
  wrong(
    { file, at: [] },
    {
      vi: `lời bắt đầu bằng dấu ${sign} thì máy không đọc được.`,
      en: `words that begin with ${sign} cannot be read.`,
    },
    {
      vi: "Đặt cả câu trong ngoặc kép, hoặc bỏ dấu ấy đi.",
      en: "Put the whole sentence in double quotes, or leave the sign out.",
    },
  );
