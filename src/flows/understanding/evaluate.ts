/** Measures readers on labelled utterances; what `eval` prints. */
import type { InGuide, IntentReading } from "./intents.ts";
import type { NeedReading } from "./needs.ts";

/** One labelled utterance, as in `tests/eval/*.tsv`. */
export interface Row {
  readonly set: "guide" | "none" | "inguide";
  readonly id: string;
  readonly text: string;
  /** Any of these is right. */
  readonly labels: readonly string[];
  readonly style: string;
}

export interface Readers {
  readonly need: (text: string) => NeedReading;
  readonly intent: (text: string, step: InGuide) => IntentReading;
}

/** Counts behind a share. */
export interface Tally {
  readonly right: number;
  readonly of: number;
}

export interface Evaluation {
  /** Share of `guide` rows whose first flow is right; a row without an offer is a miss. */
  readonly top1: number;
  readonly top3: number;
  /** Share of `none` rows for which any flow is opened or offered. */
  readonly falseAccept: number;
  readonly inguide: number;
  /** In-guide rows read as done that are not labelled done. */
  readonly falseYes: number;
  readonly perStyle: Readonly<
    Record<
      string,
      {
        readonly top1: Tally;
        readonly top3: Tally;
        readonly falseAccept: Tally;
        readonly inguide: Tally;
      }
    >
  >;
  readonly perLabel: Readonly<Record<string, Tally>>;
  readonly misses: readonly { readonly row: Row; readonly read: string }[];
}

/** The step in-guide rows are read on: something to do, with the usual choices left to words. */
export const anyStep: InGuide = { kind: "do", choices: [] };

// Readings finer than the labels of the files.
const coarse: Readonly<Record<string, string>> = {
  "screen-differs": "stuck",
  "not-done": "stuck",
  wait: "not-done",
  distress: "stuck",
  "machine-or-human": "human",
  listen: "repeat",
};

/** The rows of a tab-separated file with the header set, id, text, labels, style, note. */
export function rowsOf(tsv: string): readonly Row[] {
  return tsv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [set = "", id = "", text = "", labels = "", style = ""] = line.split("\t");
      if (set !== "guide" && set !== "none" && set !== "inguide")
        throw new Error(`unknown set "${set}" in row ${id}`);
      return { set, id, text, labels: labels.split("|"), style };
    });
}

/** Reads every row and counts. */
export function evaluate(rows: readonly Row[], readers: Readers): Evaluation {
  const zero = () => ({ right: 0, of: 0 });
  const block = () => ({ top1: zero(), top3: zero(), falseAccept: zero(), inguide: zero() });
  const all = block();
  const perStyle: Record<string, ReturnType<typeof block>> = {};
  const perLabel: Record<string, { right: number; of: number }> = {};
  const misses: { row: Row; read: string }[] = [];
  let falseYes = 0;

  for (const row of rows) {
    perStyle[row.style] ??= block();
    const style = perStyle[row.style] ?? block();
    const label = row.labels.join("|");
    perLabel[label] ??= zero();
    const ofLabel = perLabel[label] ?? zero();
    const mark = (part: keyof ReturnType<typeof block>, right: boolean): void => {
      for (const tally of [all[part], style[part]]) {
        tally.of += 1;
        if (right) tally.right += 1;
      }
    };
    let right: boolean;
    let read: string;
    if (row.set === "inguide") {
      const reading = readers.intent(row.text, anyStep).intent ?? "nothing";
      read = reading;
      right = row.labels.includes(reading) || row.labels.includes(coarse[reading] ?? reading);
      mark("inguide", right);
      if (
        (reading === "done" || reading === "yes") &&
        !row.labels.includes("done") &&
        !row.labels.includes(reading)
      )
        falseYes += 1;
    } else {
      const { flows } = readers.need(row.text);
      read = flows.join(" ") || "none";
      if (row.set === "guide") {
        right = row.labels.includes(flows[0] ?? "");
        mark("top1", right);
        mark(
          "top3",
          flows.slice(0, 3).some((flow) => row.labels.includes(flow)),
        );
      } else {
        right = flows.length === 0;
        mark("falseAccept", !right);
      }
    }
    ofLabel.of += 1;
    if (right) ofLabel.right += 1;
    else misses.push({ row, read });
  }

  const share = ({ right, of }: Tally): number => (of === 0 ? 0 : right / of);
  return {
    top1: share(all.top1),
    top3: share(all.top3),
    falseAccept: share(all.falseAccept),
    inguide: share(all.inguide),
    falseYes,
    perStyle,
    perLabel,
    misses,
  };
}
