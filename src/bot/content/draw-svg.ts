/**
 * `draw --out <file>.svg`: one flow on one sheet, for an officer to follow with a finger. Steps are boxes with
 * their words, answers stand on the arrows, troubles are dashed, and what is included is one folded box.
 */
import { Graph, layout } from "@dagrejs/dagre";
import {
  type Content,
  type Flow,
  type Instant,
  type Language,
  type Library,
  type Step,
  type StepId,
  seenBy,
  waysOf,
} from "../../flows/index.ts";
import { briefly, type Part, partsOf } from "./draw-parts.ts";

const words = {
  vi: {
    begins: "Bắt đầu",
    folded: "bước, xem bài riêng",
    do: "việc làm",
    gather: "giấy tờ gom đủ",
    choose: "câu hỏi chọn",
    ask: "câu hỏi gõ chữ",
    tell: "máy nói",
    "hand-over": "người giúp làm tiếp",
    finish: "hết bài",
    include: "đoạn dùng chung, gập lại",
    elsewhere: "sang bước ấy, vẽ ở chỗ khác",
    trouble: "khi vướng",
  },
  en: {
    begins: "Begin",
    folded: "steps, drawn by themselves",
    do: "something to do",
    gather: "papers to have ready",
    choose: "a question with choices",
    ask: "a question answered in words",
    tell: "something told",
    "hand-over": "a person goes on",
    finish: "the end",
    include: "a shared part, folded",
    elsewhere: "goes to that step, drawn elsewhere",
    trouble: "when something is wrong",
  },
} as const;

type Kind = Step["kind"] | "include" | "elsewhere";

interface Look {
  readonly fill: string;
  readonly line: string;
  /** How round the corners are, in pixels. */
  readonly round: number;
  /** A second wall inside the first. */
  readonly double?: true;
}

const looks: { readonly [K in Kind]: Look } = {
  do: { fill: "#ffffff", line: "#1f2937", round: 4 },
  gather: { fill: "#e7f7f7", line: "#0f766e", round: 4 },
  choose: { fill: "#e8f1fd", line: "#1d4ed8", round: 14 },
  ask: { fill: "#f1ecfd", line: "#6d28d9", round: 14 },
  tell: { fill: "#f6f6f4", line: "#6b7280", round: 4 },
  "hand-over": { fill: "#fdf3e1", line: "#b45309", round: 4, double: true },
  finish: { fill: "#e6f6ec", line: "#15803d", round: 26 },
  include: { fill: "#fafafa", line: "#6b7280", round: 4, double: true },
  elsewhere: { fill: "#ffffff", line: "#9ca3af", round: 18 },
};

/** In pixels of a sheet that is as large as it needs to be. */
const size = { text: 14, line: 19, small: 11, pad: 12, letters: 30, labelLetters: 20, label: 12 };
const letterWidth = 0.56;

/** Lines of at most so many letters, broken between words. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Box {
  readonly id: StepId;
  readonly kind: Kind;
  readonly lines: readonly string[];
  /** How the author calls it, to find it in the file. */
  readonly name: string;
}

interface Arrow {
  readonly from: StepId;
  readonly to: StepId;
  readonly trouble: boolean;
  readonly says: readonly string[];
}

const begin = "(begin)";

/** An SVG that needs nothing beside it. */
export function drawSvg(
  content: Content,
  library: Library,
  flow: Flow,
  language: Language,
  now: Instant,
): string {
  const seen = seenBy(library, { language, address: "ba", now });
  const said = words[language];
  const parts = new Map(
    partsOf(content, flow).items.flatMap((item) =>
      typeof item === "string" ? [] : [[item.path, item] as const],
    ),
  );
  /** The box a step is drawn in: its own, or the folded one it is included by. */
  const boxOf = (id: StepId): StepId => {
    const inside = `${id.slice(0, id.indexOf("/") + 1)}`;
    return parts.has(inside) ? inside : id;
  };

  const boxes: Box[] = [
    ...Object.entries(flow.steps).flatMap(([id, step]): Box[] =>
      boxOf(id) === id
        ? [{ id, kind: step.kind, lines: wrapped(seen.text(step.says), size.letters), name: id }]
        : [],
    ),
    ...[...parts].map(
      ([id, part]): Box => ({
        id,
        kind: "include",
        lines: [
          ...wrapped(part.title[language], size.letters),
          ...wrapped(`${stepsIn(part)} ${said.folded}`, size.letters),
        ],
        name: id.slice(0, -1),
      }),
    ),
  ];
  const arrows = arrowsOf(flow, boxOf, (text) => wrapped(seen.text(text), size.labelLetters));

  const drawn = withoutCircles(boxes, arrows, boxOf(flow.begins));
  const sheet = laidOut(drawn.boxes, [
    { from: begin, to: boxOf(flow.begins), trouble: false, says: [] },
    ...drawn.arrows,
  ]);
  const [top, bottom] = [84, 40];
  const width = Math.max(sheet.width, 900);
  const height = sheet.height + top + bottom;
  const body = [
    ...sheet.arrows.map(lineOf),
    beginning(sheet.placeOf(begin), said.begins),
    ...drawn.boxes.map((box) => boxDrawn(box, sheet.placeOf(box.id))),
    // Words on arrows last, so that no line runs through them.
    ...sheet.arrows.map(labelOf),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif">`,
    `<title>${escaped(flow.says[language])}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="24" y="36" font-size="22" font-weight="700" fill="#111827">${escaped(flow.says[language])}</text>`,
    `<text x="24" y="36" dy="22" font-size="${size.label}" fill="#4b5563">${escaped(flow.id)} · ${flow.edition}</text>`,
    `<g transform="translate(0 ${top})">`,
    ...body,
    "</g>",
    legend(said, height - 16),
    "</svg>",
    "",
  ].join("\n");
}

const stepsIn = (part: Part): number =>
  part.items.reduce((sum, item) => sum + (typeof item === "string" ? 1 : stepsIn(item)), 0);

/** Every way between two boxes; several from one to the other are one arrow with all their words. */
function arrowsOf(
  flow: Flow,
  boxOf: (id: StepId) => StepId,
  label: (text: { readonly vi: string; readonly en: string }) => string[],
): Arrow[] {
  const all = Object.entries(flow.steps).flatMap(([id, step]) =>
    waysOf(step).flatMap((way): Arrow[] => {
      if (way.to === undefined) return [];
      const [from, to] = [boxOf(id), boxOf(way.to)];
      // Inside a folded box nothing is drawn, and what happened there is not said outside.
      const folded = from !== id;
      if (folded && from === to) return [];
      const trouble = way.kind === "trouble";
      return [{ from, to, trouble, says: folded || way.says === undefined ? [] : label(way.says) }];
    }),
  );
  const together = Map.groupBy(all, ({ from, to, trouble }) => JSON.stringify([from, to, trouble]));
  return [...together.values()].flatMap(([first, ...others]): Arrow[] => {
    if (first === undefined) return [];
    const answers = [first, ...others].map(({ says }) => says).filter(({ length }) => length > 0);
    const says =
      answers.length < 2
        ? answers.flat()
        : answers.flatMap((lines) => lines.map((line, at) => (at === 0 ? `• ${line}` : line)));
    return [{ ...first, says }];
  });
}

/** How many arrows may come to one box before the next ones only name it. */
const mostArrows = 4;

/**
 * Lines that run back up, or from a trouble to a step that has its own way to it, make a knot nobody can follow.
 * They end in a small box that names the step they go to.
 */
function withoutCircles(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  begins: StepId,
): { readonly boxes: readonly Box[]; readonly arrows: readonly Arrow[] } {
  const from = new Map(boxes.map(({ id }) => [id, arrows.filter((arrow) => arrow.from === id)]));
  const back = new Set<Arrow>();
  const above = new Set<StepId>();
  const done = new Set<StepId>();
  const descend = (id: StepId): void => {
    above.add(id);
    for (const arrow of from.get(id) ?? []) {
      if (above.has(arrow.to)) back.add(arrow);
      else if (!done.has(arrow.to)) descend(arrow.to);
    }
    above.delete(id);
    done.add(id);
  };
  descend(begins);

  const come = new Map<StepId, number>();
  const byItself = new Set(arrows.filter(({ trouble }) => !trouble).map(({ to }) => to));
  const more: Box[] = [];
  const kept = arrows.map((arrow): Arrow => {
    const count = come.get(arrow.to) ?? 0;
    const aside = arrow.trouble && byItself.has(arrow.to);
    if (!back.has(arrow) && !aside && count < mostArrows) {
      come.set(arrow.to, count + 1);
      return arrow;
    }
    const target = boxes.find(({ id }) => id === arrow.to);
    const id = `(to ${more.length})`;
    const [line = ""] = wrapped(briefly((target?.lines ?? []).join(" "), 26), 40);
    more.push({ id, kind: "elsewhere", lines: [`↪ ${line}`], name: target?.name ?? arrow.to });
    return { ...arrow, to: id };
  });
  return { boxes: [...boxes, ...more], arrows: kept };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an arrow runs; `x` and `y` are the middle of its words. */
interface DrawnArrow extends Arrow, Point {
  readonly points: readonly Point[];
}

/** Boxes in rows, from the beginning down. Dagre's own types end in `any`; what is read of it is named here. */
function laidOut(boxes: readonly Box[], arrows: readonly Arrow[]) {
  const graph = new Graph<{ width: number; height: number }, Point, Omit<DrawnArrow, keyof Arrow>>({
    multigraph: true,
  });
  graph.setGraph({
    rankdir: "TB",
    nodesep: 34,
    ranksep: 46,
    edgesep: 22,
    marginx: 24,
    marginy: 12,
  });
  graph.setNode(begin, { width: 110, height: 40 });
  for (const { id, lines, name } of boxes) graph.setNode(id, extent(lines, name));
  for (const [at, { from, to, says }] of arrows.entries())
    graph.setEdge(from, to, { ...labelExtent(says), labelpos: "c" }, `${at}`);
  layout(graph);
  const { width, height }: { width: number; height: number } = graph.graph();
  return {
    width,
    height,
    placeOf: (id: StepId): Point => graph.node(id),
    arrows: arrows.map((arrow, at): DrawnArrow => {
      const { points, x, y }: Omit<DrawnArrow, keyof Arrow> = graph.edge(
        arrow.from,
        arrow.to,
        `${at}`,
      );
      return { ...arrow, points, x, y };
    }),
  };
}

const widest = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map((line) => line.length));

const extent = (lines: readonly string[], name: string) => ({
  width:
    Math.max(widest(lines) * size.text * letterWidth, name.length * size.small * letterWidth, 60) +
    2 * size.pad +
    8,
  height: lines.length * size.line + size.small + 2 * size.pad + 4,
});

const labelExtent = (lines: readonly string[]) => ({
  width: lines.length === 0 ? 0 : widest(lines) * size.label * letterWidth + 10,
  height: lines.length === 0 ? 0 : lines.length * (size.label + 4) + 4,
});

function boxDrawn({ kind, lines, name }: Box, { x, y }: Point): string {
  const { fill, line, round: curved, double } = looks[kind];
  const { width, height } = extent(lines, name);
  const [left, top] = [x - width / 2, y - height / 2];
  const wall = (inset: number) =>
    `<rect x="${round(left + inset)}" y="${round(top + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="${Math.min(curved, height / 2)}" fill="${inset === 0 ? fill : "none"}" stroke="${line}" stroke-width="1.5"/>`;
  return [
    wall(0),
    ...(double === true ? [wall(4)] : []),
    ...lines.map(
      (text, at) =>
        `<text x="${round(x)}" y="${round(top + size.pad + (at + 0.78) * size.line)}" font-size="${size.text}" text-anchor="middle" fill="#111827">${escaped(text)}</text>`,
    ),
    `<text x="${round(x)}" y="${round(top + height - size.pad)}" font-size="${size.small}" text-anchor="middle" fill="#6b7280">${escaped(name)}</text>`,
  ].join("");
}

const beginning = ({ x, y }: Point, text: string): string =>
  `<rect x="${round(x - 55)}" y="${round(y - 20)}" width="110" height="40" rx="20" fill="#111827"/><text x="${round(x)}" y="${round(y + 5)}" font-size="${size.text}" text-anchor="middle" fill="#ffffff">${escaped(text)}</text>`;

const inkOf = (arrow: Arrow): string => (arrow.trouble ? "#b45309" : "#374151");

function lineOf(arrow: DrawnArrow): string {
  const { points } = arrow;
  const dashes = arrow.trouble ? ' stroke-dasharray="6 4"' : "";
  return `<path d="${curve(points)}" fill="none" stroke="${inkOf(arrow)}" stroke-width="1.5"${dashes}/>${head(points, inkOf(arrow))}`;
}

/** Straight pieces with their corners rounded off a little, so that a line still runs under its own words. */
function curve(points: readonly Point[]): string {
  return points
    .map((point, at) => {
      const before = points[at - 1];
      const next = points[at + 1];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      if (next === undefined) return `L${round(point.x)} ${round(point.y)}`;
      const [into, out] = [towards(point, before), towards(point, next)];
      return `L${into}Q${round(point.x)} ${round(point.y)} ${out}`;
    })
    .join("");
}

const corner = 16;

/** The point on the way to another at which a corner begins. */
function towards(from: Point, to: Point): string {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const share = Math.min(0.5, corner / Math.max(Math.hypot(x, y), 1));
  return `${round(from.x + x * share)} ${round(from.y + y * share)}`;
}

function head(points: readonly Point[], ink: string): string {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) return "";
  const turn = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  return `<path d="M0 0L-9 -4.5L-9 4.5Z" fill="${ink}" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(turn)})"/>`;
}

function labelOf(arrow: DrawnArrow): string {
  const { x, y, says } = arrow;
  if (says.length === 0) return "";
  const { width, height } = labelExtent(says);
  const step = size.label + 4;
  return [
    `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="4" fill="#ffffff" fill-opacity="0.94"/>`,
    ...says.map(
      (text, at) =>
        `<text x="${round(x)}" y="${round(y - height / 2 + 2 + (at + 0.8) * step)}" font-size="${size.label}" text-anchor="middle" fill="${inkOf(arrow)}">${escaped(text)}</text>`,
    ),
  ].join("");
}

function legend(said: (typeof words)[Language], y: number): string {
  let x = 24;
  const kinds = Object.entries(looks).map(([kind, { fill, line, round: curved }]) => {
    const text = said[kind as Kind];
    const drawn = `<rect x="${x}" y="${round(y - 11)}" width="22" height="14" rx="${Math.min(curved, 7)}" fill="${fill}" stroke="${line}"/><text x="${x + 28}" y="${round(y)}" font-size="${size.small}" fill="#374151">${escaped(text)}</text>`;
    x += 28 + Math.ceil(text.length * size.small * letterWidth) + 18;
    return drawn;
  });
  const dashed = `<path d="M${x} ${round(y - 4)}h26" stroke="#b45309" stroke-width="1.5" stroke-dasharray="6 4"/><text x="${x + 32}" y="${round(y)}" font-size="${size.small}" fill="#374151">${escaped(said.trouble)}</text>`;
  return [...kinds, dashed].join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
