/** Each guide speaks for itself: no two share much of their own text, nor the way people ask for them. */
import { fold } from "../../understanding/fold.ts";
import { doubtful, type Fault, wrong } from "./fault.ts";
import { type Part, type Reading, sayingsOfStep } from "./parts.ts";

/** Words in a row that make a shingle; shorter than a sentence, longer than a turn of speech. */
const length = 5;
const mostShared = 0.3;
/** Below this a flow is too short for a share to mean anything. */
const fewest = 20;

export function ownWordsFaults(reading: Reading): Fault[] {
  return [...sharedText(reading), ...sharedAsking(reading)];
}

/** Included parts are nobody's own text, and do not count. */
function sharedText({ parts }: Reading): Fault[] {
  const flows = parts
    .filter(({ kind }) => kind === "flow")
    .map((part) => ({ part, shingles: shinglesOf(part) }));
  return flows.flatMap((one, at) =>
    flows.slice(at + 1).flatMap((other): Fault[] => {
      const smaller = Math.min(one.shingles.size, other.shingles.size);
      if (smaller < fewest) return [];
      const shared = [...other.shingles.keys()].filter((shingle) => one.shingles.has(shingle));
      const share = shared.length / smaller;
      if (share <= mostShared) return [];
      const percent = Math.round(share * 100);
      const step = mostFrequent(shared.map((shingle) => other.shingles.get(shingle) ?? ""));
      return [
        wrong(
          { file: other.part.file, at: ["steps", step], step },
          {
            vi: `${percent} % lời của bài này giống bài "${one.part.id}", nhiều nhất ở bước này; không được quá ${mostShared * 100} %.`,
            en: `shares ${percent} % of its own text with "${one.part.id}", most of it at this step; at most ${mostShared * 100} %.`,
          },
          {
            vi: "Đưa các bước chung vào fragments/, hoặc viết đúng việc riêng của bài.",
            en: "Move what is common to fragments/, or say what is this guide's own.",
          },
        ),
      ];
    }),
  );
}

/** Every five words in a row of a flow's own Vietnamese text, with a step they stand in. */
function shinglesOf(part: Part): ReadonlyMap<string, string> {
  const shingles = new Map<string, string>();
  for (const [id, step] of Object.entries(part.steps)) {
    for (const { role, text } of sayingsOfStep(part, id, step)) {
      if (role === "button") continue;
      const words = fold(text.vi.replaceAll(/\{[^{}]*\}/g, " ")).split(" ");
      for (let at = 0; at + length <= words.length; at += 1)
        shingles.set(words.slice(at, at + length).join(" "), id);
    }
  }
  return shingles;
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Two guides asked for in the same words could never be told apart. */
function sharedAsking({ draft }: Reading): Fault[] {
  const first = new Map<string, string>();
  const asked = [
    ...Object.values(draft.flows).flatMap(({ file, is }) =>
      is["asked-as"].map((text, at) => ({
        flow: is.flow,
        text,
        file,
        at: ["asked-as", at] as const,
      })),
    ),
    ...(draft.needs ?? []).flatMap((need, place) =>
      need["asked-as"].map((text, at) => ({
        flow: need.flow,
        text,
        file: "understanding/needs.yaml",
        at: [place, "asked-as", at] as const,
      })),
    ),
  ];
  return asked.flatMap(({ flow, text, file, at }): Fault[] => {
    const folded = fold(text);
    const other = first.get(folded);
    if (other === undefined) first.set(folded, flow);
    if (other === undefined || other === flow) return [];
    return [
      doubtful(
        { file, at },
        {
          vi: `"${text}" cũng là lời hỏi của bài "${other}".`,
          en: `"${text}" is how people ask for "${other}" too.`,
        },
      ),
    ];
  });
}
