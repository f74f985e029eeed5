/**
 * A screen of content as one picture: a plain phone, what is to be pressed ringed and pointed at, everything
 * else held back. Words inside a shape stand on the real screen and have a source; ours stand outside it.
 */
import { hand, leftTo, upTo } from "./glyphs.ts";
import { fontFamily, ink } from "./ink.ts";
import { type Shape, shapeOf } from "./shapes.ts";
import { as, blank, column, type Drawn, row, words } from "./tree.ts";
import {
  appNames,
  begun,
  callTo,
  drawnMark,
  type Element,
  likeThis,
  type PictureWords,
  type Screen,
  said,
} from "./words.ts";

export const width = 720;
export const height = 960;

const headerHeight = 86;
/** Where the phone's own screen ends, from the top of the picture. */
export const floor = height - 34;

/** How large things are drawn; on a crowded screen our words stand beside the shapes, to save height. */
export interface Fit {
  readonly scale: number;
  readonly crowded: boolean;
}

/** The picture's tree at one scale; whether everything fits is seen when it is laid out. */
export function composed(screen: Screen, spoken: PictureWords, fit: Fit): Drawn {
  const { language } = spoken;
  const { scale } = fit;
  const blocks = screen.elements.map((element, index) =>
    block(element, screen, spoken, fit, index),
  );
  return column(
    { width, height, background: ink.around, fontFamily },
    row(
      {
        width: "100%",
        height: headerHeight,
        padding: "0 22px",
        alignItems: "center",
        justifyContent: "space-between",
        background: ink.dark,
      },
      as(
        "app",
        words(appNames[screen.app][language], { fontSize: 40, fontWeight: 700, color: ink.paper }),
      ),
      as(
        "mark",
        words(drawnMark[language], {
          fontSize: 30,
          fontWeight: 700,
          color: ink.dark,
          background: ink.mark,
          padding: "8px 18px",
          borderRadius: 14,
        }),
      ),
    ),
    column(
      {
        width: width - 44,
        height: height - headerHeight - 32,
        margin: "16px 22px",
        border: `8px solid ${ink.dark}`,
        borderRadius: 46,
        background: ink.paper,
        overflow: "hidden",
      },
      row(
        {
          width: "100%",
          height: 30,
          alignItems: "center",
          justifyContent: "center",
          background: ink.band,
        },
        blank({ width: 96, height: 9, borderRadius: 5, background: ink.line }),
      ),
      column(
        {
          width: "100%",
          gap: (fit.crowded ? 14 : 22) * scale,
          paddingTop: screen.elements[0]?.kind === "bar" ? 0 : 22 * scale,
        },
        ...blocks,
        as("end", blank({ width: 1, height: 1 })),
      ),
    ),
  );
}

function block(
  element: Element,
  screen: Screen,
  spoken: PictureWords,
  { scale: s, crowded }: Fit,
  index: number,
): Drawn {
  const shape = shapeOf(element, screen.app, s);
  if (element.press === true) return pressed(element, shape, spoken, s);
  const isBar = element.kind === "bar";
  const atBottom = isBar && index > 0 && index === screen.elements.length - 1;
  const drawn = as("shape", atBottom ? bottomBar(s) : shape.drawn);
  // The clock and the signal explain themselves.
  const explained = element.label !== undefined || (isBar && screen.app === "phone");
  const beside = shape.narrow || (crowded && !isBar);
  const caption =
    explained || element.means === undefined
      ? []
      : [note(said(element.means, spoken), beside ? leftTo(32 * s) : upTo(32 * s), spoken, s)];
  if (isBar)
    return column(
      { width: "100%", gap: 6 * s },
      drawn,
      ...caption.map((c) => row({ width: "100%", padding: "0 24px" }, c)),
    );
  if (shape.narrow)
    return row(
      { width: "100%", padding: "0 24px", gap: 18 * s, alignItems: "center" },
      drawn,
      ...caption,
    );
  if (beside && caption.length > 0) {
    return row(
      { width: "100%", padding: "0 24px", gap: 12 * s, alignItems: "center" },
      row({ width: "40%" }, drawn),
      ...caption,
    );
  }
  return column({ width: "100%", padding: "0 24px", gap: 6 * s }, drawn, ...caption);
}

/** The row of buttons at the bottom of an app. */
const bottomBar = (s: number): Drawn =>
  row(
    {
      width: "100%",
      height: 84 * s,
      alignItems: "center",
      justifyContent: "space-around",
      background: ink.band,
    },
    ...[0, 1, 2, 3].map(() =>
      blank({ width: 50 * s, height: 50 * s, borderRadius: 14 * s, background: ink.line }),
    ),
  );

/** Our words under, or beside, a shape that has none. */
const note = (text: string, arrow: Drawn, { language }: PictureWords, s: number): Drawn =>
  as(
    "caption",
    row(
      { gap: 8 * s, flexShrink: 1, flexGrow: 1, flexBasis: 0, alignItems: "flex-start" },
      arrow,
      words(begun(text, language), {
        fontSize: 28 * s,
        color: ink.ours,
        flexShrink: 1,
        flexGrow: 1,
        flexBasis: 0,
      }),
    ),
  );

/** How far the hand reaches over what it points at. */
const fingertip = 44;

function pressed(element: Element, shape: Shape, spoken: PictureWords, s: number): Drawn {
  const ring = as(
    "ring",
    row(
      {
        ...(shape.narrow ? {} : { width: "100%" }),
        padding: 9,
        alignItems: "center",
        justifyContent: "center",
        border: `9px solid ${ink.press}`,
        borderRadius: shape.round + 16,
        background: ink.glow,
      },
      as("shape", shape.drawn),
    ),
  );
  const size = (shape.narrow ? 128 : 148) * Math.min(s, 1.1);
  const call = callout(element, spoken, shape.narrow ? Math.min(s, 1.1) * 0.88 : s);
  if (shape.narrow) {
    return row(
      { width: "100%", padding: `0 18px ${size * 0.14}px`, alignItems: "center" },
      row(
        {},
        ring,
        hand(size, { position: "absolute", right: -size * 0.74, bottom: -size * 0.26 }),
      ),
      row({ flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingLeft: size * 0.8 }, call),
    );
  }
  return column(
    { width: "100%", padding: "0 16px" },
    ring,
    row(
      {
        width: "100%",
        minHeight: size - fingertip,
        paddingTop: 10,
        paddingLeft: 10,
        paddingRight: size * 0.9,
        alignItems: "flex-start",
      },
      call,
      hand(size, { position: "absolute", right: 8, top: -fingertip }),
    ),
  );
}

function callout(element: Element, spoken: PictureWords, s: number): Drawn {
  const { language } = spoken;
  const means =
    element.label === undefined && element.means !== undefined
      ? said(element.means, spoken)
      : undefined;
  return as(
    "caption",
    column(
      {
        flexGrow: 1,
        flexShrink: 1,
        padding: `${12 * s}px ${18 * s}px`,
        borderRadius: 16 * s,
        background: ink.note,
      },
      words(callTo(element)[language], { fontSize: 40 * s, fontWeight: 700, color: ink.paper }),
      ...(means === undefined
        ? []
        : [
            words(likeThis[element.kind][language], {
              fontSize: 27 * s,
              color: ink.paper,
              marginTop: 4 * s,
            }),
            words(begun(means, language), { fontSize: 31 * s, fontWeight: 700, color: ink.paper }),
          ]),
    ),
  );
}
