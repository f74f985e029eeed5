/** The element tree that satori lays out: plain objects, so that a test can read what will be drawn. */

/** What a node is for; tests hold the drawing to it. */
export type Part = "shape" | "ring" | "caption" | "mark" | "app" | "end";

export type Style = Readonly<Record<string, string | number>>;

export interface Drawn {
  readonly type: string;
  readonly key: string | null;
  readonly props: {
    readonly style?: Style;
    readonly part?: Part;
    readonly children?: Drawn | string | ReadonlyArray<Drawn | string>;
    readonly [attribute: string]: unknown;
  };
}

/** Borders and padding lie within a box's width, and what is placed in it counts from its corner. */
const boxed: Style = {
  display: "flex",
  position: "relative",
  boxSizing: "border-box",
  flexShrink: 0,
};

/** A box laid out as a row. */
export const row = (style: Style, ...children: ReadonlyArray<Drawn | string>): Drawn => ({
  type: "div",
  key: null,
  props: { style: { ...boxed, flexDirection: "row", ...style }, children },
});

/** A box laid out as a column. */
export const column = (style: Style, ...children: readonly Drawn[]): Drawn => ({
  type: "div",
  key: null,
  props: { style: { ...boxed, flexDirection: "column", ...style }, children },
});

/** A box without anything in it. */
export const blank = (style: Style): Drawn => row(style);

/** Words, breaking between words, with no lonely one on the last line. */
export const words = (text: string, style: Style): Drawn => ({
  type: "div",
  key: null,
  props: {
    style: { display: "block", textWrap: "balance", lineHeight: 1.25, ...style },
    children: text,
  },
});

/** The same node, named for what it is. */
export const as = (part: Part, node: Drawn): Drawn => ({
  ...node,
  key: part,
  props: { ...node.props, part },
});

/** A line drawing; `inside` are SVG elements on a canvas of the given size. */
export const picture = (
  width: number,
  height: number,
  viewBox: string,
  inside: readonly Drawn[],
  style: Style = {},
): Drawn => ({
  type: "svg",
  key: null,
  props: { width, height, viewBox, style: { flexShrink: 0, ...style }, children: inside },
});

/** One SVG element. */
export const stroke = (type: string, attributes: Readonly<Record<string, unknown>>): Drawn => ({
  type,
  key: null,
  props: attributes,
});
