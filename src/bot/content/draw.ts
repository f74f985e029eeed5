/** `draw`: one flow as a Mermaid diagram, with what is chosen on the arrows. */
import {
  type Content,
  type Flow,
  type Instant,
  type Language,
  type Library,
  type Step,
  type StepId,
  seenBy,
  type Way,
  waysOf,
} from "../../flows/index.ts";
import { briefly, type Part, partsOf } from "./draw-parts.ts";

const words = {
  vi: { begins: "Bắt đầu" },
  en: { begins: "Begin" },
} as const;

/** Text for https://mermaid.js.org; GitHub and most editors show it as a picture. */
export function drawFlow(
  content: Content,
  library: Library,
  flow: Flow,
  language: Language,
  now: Instant,
): string {
  const seen = seenBy(library, { language, address: "ba", now });
  const names = new Map(Object.keys(flow.steps).map((id, place) => [id, `s${place + 1}`]));
  const nameOf = (id: StepId): string => names.get(id) ?? "lost";

  const boxes = (part: Part, depth: number): string[] => {
    const indent = "  ".repeat(depth + 1);
    return part.items.flatMap((item) => {
      if (typeof item !== "string") {
        return [
          `${indent}subgraph ${item.path.replaceAll(/[^a-z0-9]+/g, "_")}part["${quoted(item.title[language])}"]`,
          ...boxes(item, depth + 1),
          `${indent}end`,
        ];
      }
      const step = flow.stepAt(item);
      return [`${indent}${nameOf(item)}${shaped(step, quoted(briefly(seen.text(step.says))))}`];
    });
  };
  const arrow = (from: StepId, way: Way): string[] => {
    if (way.to === undefined) return [];
    const line = way.kind === "trouble" ? "-.->" : "-->";
    const label = way.says === undefined ? "" : `|"${quoted(seen.text(way.says))}"|`;
    return [`  ${nameOf(from)} ${line}${label} ${nameOf(way.to)}`];
  };

  return [
    "---",
    `title: ${JSON.stringify(flow.says[language])}`,
    "---",
    "flowchart TD",
    `  begin(("${words[language].begins}")) --> ${nameOf(flow.begins)}`,
    ...boxes(partsOf(content, flow), 0),
    ...Object.entries(flow.steps).flatMap(([id, step]) =>
      waysOf(step).flatMap((way) => arrow(id, way)),
    ),
    "",
  ].join("\n");
}

/** Mermaid reads quotes, hashes and angle brackets inside a label as its own signs. */
const quoted = (text: string): string =>
  text
    .replaceAll("#", "#35;")
    .replaceAll('"', "#quot;")
    .replaceAll("<", "#lt;")
    .replaceAll(">", "#gt;");

/** A shape for each kind: a question has corners, an end is round, a person has double walls. */
function shaped(step: Step, label: string): string {
  const shapes: { readonly [Kind in Step["kind"]]: readonly [string, string] } = {
    do: ['["', '"]'],
    choose: ['{{"', '"}}'],
    ask: ['[/"', '"/]'],
    tell: ['("', '")'],
    gather: ["[/", "/]"],
    "hand-over": ['[["', '"]]'],
    finish: ['(["', '"])'],
  };
  const [open, close] = shapes[step.kind];
  return `${open}${label}${close}`;
}
