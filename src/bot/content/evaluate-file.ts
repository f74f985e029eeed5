/** `eval`: how well the published readers read a file of labelled utterances. */
import { readFileSync } from "node:fs";
import { type Evaluation, evaluate, type Library, rowsOf } from "../../flows/index.ts";

export function evaluateFile(file: string, library: Library): Evaluation {
  return evaluate(rowsOf(readFileSync(file, "utf8")), {
    need: library.readNeed,
    intent: library.readInGuide,
  });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** For people; counts behind every share, since a label has few rows. */
export function describeEvaluation(result: Evaluation): string {
  const styles = Object.entries(result.perStyle).map(([style, s]) => {
    const of = (tally: { readonly right: number; readonly of: number }): string =>
      tally.of === 0 ? "–" : `${tally.right}/${tally.of}`;
    return `  ${style.padEnd(10)} top-1 ${of(s.top1).padEnd(9)} top-3 ${of(s.top3).padEnd(9)} false accept ${of(s.falseAccept).padEnd(7)} in-guide ${of(s.inguide)}`;
  });
  return [
    `top-1 ${percent(result.top1)}   top-3 ${percent(result.top3)}   false accept ${percent(result.falseAccept)}   in-guide ${percent(result.inguide)}   false yes ${result.falseYes}`,
    ...styles,
    "",
  ].join("\n");
}
