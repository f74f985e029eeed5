/** One YAML file of `content/`: its value, and the line on which each part of it is written. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
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
