/** One shape for each kind of element. A sourced label stands inside it; without one it is drawn without words. */
import {
  battery,
  blackAndWhite,
  cardAtPhone,
  chevronDown,
  chevronRight,
  envelope,
  hills,
  magnifier,
  person,
  receiver,
  sheet,
  sideButton,
  signal,
  triangle,
  twisted,
} from "./glyphs.ts";
import { ink } from "./ink.ts";
import { type Likeness, likenessOf } from "./likeness.ts";
import { blank, column, type Drawn, row, type Style, words } from "./tree.ts";
import { asShown, type Element, type Screen } from "./words.ts";

export interface Shape {
  readonly drawn: Drawn;
  /** Smaller than the screen is wide: what is said about it stands beside it. */
  readonly narrow: boolean;
  readonly round: number;
}

/** How one element looks; `s` is the scale of everything on this screen. */
export function shapeOf(element: Element, app: Screen["app"], s: number): Shape {
  const likeness = likenessOf(element);
  const label = element.label === undefined ? undefined : asShown(element.label);
  const marked = element.press === true;
  switch (element.kind) {
    case "bar":
      return wide(
        app === "phone" && label === undefined ? statusBar(s) : titleBar(label, s),
        8 * s,
      );
    case "text":
      return wide(app === "sms" ? bubble(text(label, s), s) : text(label, s), 10 * s);
    case "field":
      return wide(
        likeness === "six-boxes" ? sixBoxes(s) : field(label, likeness, marked, s),
        16 * s,
      );
    case "button":
      return likeness === "round"
        ? { drawn: shutter(s), narrow: true, round: 70 * s }
        : wide(button(label, marked, s), 20 * s);
    case "tick":
      return wide(tick(label, s), 12 * s);
    case "photo":
      return photo(label, likeness, marked, s);
    case "item":
      return app === "phone" ? icons(label, likeness, s) : wide(line(label, marked, s), 12 * s);
    case "code":
      return code(label, likeness, s);
  }
}

const wide = (drawn: Drawn, round: number): Shape => ({ drawn, narrow: false, round });

const labelled = (label: string, size: number, style: Style = {}): Drawn =>
  words(label, { fontSize: size, fontWeight: 700, color: ink.text, ...style });

/** Where words stand on the real screen that we may not quote. */
const unsaid = (width: string | number, s: number, colour: string = ink.faint): Drawn =>
  blank({ width, height: 16 * s, borderRadius: 8 * s, background: colour });

function titleBar(label: string | undefined, s: number): Drawn {
  return row(
    {
      width: "100%",
      minHeight: 74 * s,
      padding: `${10 * s}px ${24 * s}px`,
      alignItems: "center",
      justifyContent: "center",
      background: ink.band,
    },
    label === undefined
      ? unsaid("46%", s, ink.line)
      : labelled(label, 36 * Math.min(s, 1.12), { textAlign: "center" }),
  );
}

function statusBar(s: number): Drawn {
  return row(
    {
      width: "100%",
      height: 54 * s,
      padding: `0 ${24 * s}px`,
      alignItems: "center",
      background: ink.band,
    },
    unsaid(84 * s, s, ink.line),
    blank({ flexGrow: 1 }),
    signal(34 * s),
    blank({ width: 14 * s }),
    battery(40 * s),
  );
}

function text(label: string | undefined, s: number): Drawn {
  if (label !== undefined)
    return row({ width: "100%", padding: `${6 * s}px ${8 * s}px` }, labelled(label, 36 * s));
  return column(
    { width: "100%", padding: `${10 * s}px ${8 * s}px`, gap: 14 * s },
    unsaid("92%", s),
    unsaid("60%", s),
  );
}

const bubble = (inside: Drawn, s: number): Drawn =>
  row({ width: "100%", padding: 12 * s, borderRadius: 24 * s, background: ink.band }, inside);

function field(label: string | undefined, likeness: Likeness, marked: boolean, s: number): Drawn {
  return row(
    {
      width: "100%",
      minHeight: 80 * s,
      padding: `${12 * s}px ${20 * s}px`,
      gap: 14 * s,
      alignItems: "center",
      border: `${marked ? 5 : 3}px solid ${marked ? ink.dark : ink.line}`,
      borderRadius: 16 * s,
      background: ink.paper,
    },
    ...(likeness === "search" ? [magnifier(40 * s)] : []),
    ...(label === undefined
      ? [
          likeness === "filled"
            ? typed(8, s)
            : blank({ width: 4 * s, height: 42 * s, background: marked ? ink.dark : ink.faint }),
        ]
      : [labelled(label, 34 * Math.min(s, 1.1), { fontWeight: marked ? 700 : 500 })]),
    blank({ flexGrow: 1 }),
    ...(likeness === "chosen-from-list" ? [chevronDown(40 * s)] : []),
  );
}

/** Something stands here already; nobody can read what. */
const typed = (count: number, s: number): Drawn =>
  row(
    { gap: 12 * s },
    ...Array.from({ length: count }, () =>
      blank({ width: 18 * s, height: 18 * s, borderRadius: 9 * s, background: ink.line }),
    ),
  );

const sixBoxes = (s: number): Drawn =>
  row(
    { width: "100%", justifyContent: "space-between", padding: 6 * s },
    ...Array.from({ length: 6 }, () =>
      blank({
        width: 72 * s,
        height: 84 * s,
        border: `4px solid ${ink.dark}`,
        borderRadius: 12 * s,
        background: ink.paper,
      }),
    ),
  );

function button(label: string | undefined, marked: boolean, s: number): Drawn {
  return row(
    {
      width: "100%",
      minHeight: 88 * s,
      padding: `${12 * s}px ${20 * s}px`,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: 20 * s,
      border: `4px solid ${marked ? ink.dark : ink.line}`,
      background: marked ? ink.dark : ink.band,
    },
    ...(label === undefined
      ? []
      : [
          labelled(label, (marked ? 42 : 34) * s, {
            color: marked ? ink.paper : ink.text,
            textAlign: "center",
          }),
        ]),
  );
}

const shutter = (s: number): Drawn =>
  row(
    {
      width: 130 * s,
      height: 130 * s,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: 65 * s,
      border: `7px solid ${ink.dark}`,
      background: ink.paper,
    },
    blank({ width: 92 * s, height: 92 * s, borderRadius: 46 * s, background: ink.line }),
  );

function tick(label: string | undefined, s: number): Drawn {
  return row(
    { width: "100%", minHeight: 66 * s, gap: 20 * s, padding: 6 * s, alignItems: "center" },
    blank({
      width: 50 * s,
      height: 50 * s,
      border: `5px solid ${ink.dark}`,
      borderRadius: 10 * s,
      background: ink.paper,
    }),
    label === undefined ? unsaid("60%", s) : labelled(label, 34 * s),
  );
}

function photo(label: string | undefined, likeness: Likeness, marked: boolean, s: number): Shape {
  const height = 130 * s;
  const small = Math.min(s, 1);
  const glyphs: Partial<Record<Likeness, () => Drawn>> = {
    paper: () => sheet(height * 1.4),
    twisted: () => twisted(height * 0.6),
    card: () => cardAtPhone(140 * small),
    person: () => person(120 * small),
  };
  const inside = glyphs[likeness] ?? (() => hills(94 * small));
  const size: Style =
    likeness === "paper"
      ? { width: "100%", height: height * 1.6 }
      : likeness === "twisted"
        ? { width: 300 * s, height: height * 0.8 }
        : { width: (marked ? 180 : 240) * small, height: 165 * small };
  const frame = row(
    {
      ...size,
      alignItems: "center",
      justifyContent: "center",
      border: `${marked ? 5 : 3}px solid ${marked ? ink.dark : ink.line}`,
      borderRadius: 14 * s,
      background: ink.band,
    },
    inside(),
  );
  return {
    drawn: label === undefined ? frame : column({ gap: 6 * s }, frame, labelled(label, 34 * s)),
    narrow: likeness !== "paper" && label === undefined,
    round: 16 * s,
  };
}

/** A line of a list, as menus have them. */
function line(label: string | undefined, marked: boolean, s: number): Drawn {
  return row(
    {
      width: "100%",
      minHeight: 82 * s,
      padding: `${10 * s}px ${14 * s}px`,
      gap: 18 * s,
      alignItems: "center",
      border: `${marked ? 4 : 2}px solid ${marked ? ink.dark : ink.faint}`,
      borderRadius: 12 * s,
      background: ink.paper,
    },
    blank({
      width: 46 * s,
      height: 46 * s,
      borderRadius: 23 * s,
      background: marked ? ink.line : ink.faint,
    }),
    row(
      { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
      label === undefined
        ? unsaid("72%", s, marked ? ink.line : ink.faint)
        : labelled(label, 36 * Math.min(s, 1.12)),
    ),
    chevronRight(38 * s),
  );
}

const tile = (s: number, ...inside: readonly Drawn[]): Drawn => {
  const size = 124 * Math.min(s, 1.1);
  return row(
    {
      width: size,
      height: size,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: size / 4,
      border: `3px solid ${ink.line}`,
      background: ink.band,
    },
    ...inside,
  );
};

/** What lies on the phone's own screen: little pictures to press. */
function icons(label: string | undefined, likeness: Likeness, s: number): Shape {
  const alone = (drawn: Drawn, round: number): Shape => ({ drawn, narrow: true, round });
  const glyphs: Partial<Record<Likeness, () => Shape>> = {
    several: () =>
      wide(
        row({ width: "100%", justifyContent: "space-between" }, tile(s), tile(s), tile(s), tile(s)),
        30 * s,
      ),
    "call-and-message": () =>
      wide(
        row({ width: "100%", gap: 30 * s }, tile(s, receiver(76 * s)), tile(s, envelope(76 * s))),
        30 * s,
      ),
    signal: () => alone(row({ padding: 12 * s }, signal(84 * s)), 20 * s),
    battery: () => alone(row({ padding: 12 * s }, battery(84 * s)), 20 * s),
    triangle: () => alone(tile(s, triangle(92 * s)), 36 * s),
    "side-button": () => alone(sideButton(170 * s), 20 * s),
  };
  const known = glyphs[likeness];
  if (known !== undefined) return known();
  const below = label === undefined ? [] : [labelled(label, 36 * s)];
  return alone(column({ alignItems: "center", gap: 4 * s }, tile(s), ...below), 36 * s);
}

function code(label: string | undefined, likeness: Likeness, s: number): Shape {
  if (likeness === "black-and-white")
    return { drawn: blackAndWhite(190 * Math.min(s, 1)), narrow: true, round: 12 * s };
  if (likeness === "six-boxes") return wide(sixBoxes(s), 16 * s);
  return wide(
    row(
      {
        width: "100%",
        height: 82 * s,
        padding: `0 ${20 * s}px`,
        alignItems: "center",
        justifyContent: "center",
        gap: 12 * s,
        border: `3px dashed ${ink.line}`,
        borderRadius: 12 * s,
        background: ink.paper,
      },
      label === undefined ? typed(12, s) : labelled(label, 36 * s),
    ),
    14 * s,
  );
}
