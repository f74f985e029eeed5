/** Small line drawings: general shapes only, nobody's logo. */
import { ink } from "./ink.ts";
import { type Drawn, picture, type Style, stroke } from "./tree.ts";

const lined = {
  fill: "none",
  stroke: ink.ours,
  "stroke-width": 6,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};

/** A pointing hand, its fingertip in the upper left corner. */
export function hand(size: number, style: Style = {}): Drawn {
  const finger = [
    stroke("rect", { x: 40, y: 6, width: 22, height: 80, rx: 11 }),
    stroke("rect", { x: 60, y: 48, width: 20, height: 44, rx: 10 }),
    stroke("rect", { x: 78, y: 53, width: 19, height: 42, rx: 9.5 }),
    stroke("rect", { x: 95, y: 60, width: 17, height: 38, rx: 8.5 }),
    stroke("path", {
      d: "M40 84 L26 68 C19 60 9 68 14 77 L36 112 C41 120 46 124 56 126 L90 126 C104 126 112 114 112 100 L112 78 L40 70 Z",
    }),
  ];
  const outlined = finger.map((part) => ({
    ...part,
    props: {
      ...part.props,
      fill: ink.dark,
      stroke: ink.dark,
      "stroke-width": 11,
      "stroke-linejoin": "round",
    },
  }));
  const filled = finger.map((part) => ({ ...part, props: { ...part.props, fill: "#ffe2b8" } }));
  const folds = [
    stroke("path", {
      d: "M61 60 V84 M79 64 V86 M96 70 V88",
      fill: "none",
      stroke: ink.dark,
      "stroke-width": 4,
      "stroke-linecap": "round",
    }),
  ];
  const turned = {
    type: "g",
    key: null,
    props: { transform: "rotate(-22 60 70)", children: [...outlined, ...filled, ...folds] },
  };
  return picture(size, size, "0 0 136 136", [turned], style);
}

export const chevronRight = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [stroke("path", { ...lined, d: "M14 8 L27 20 L14 32" })]);

export const chevronDown = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [stroke("path", { ...lined, d: "M8 14 L20 27 L32 14" })]);

export const magnifier = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("circle", { ...lined, cx: 17, cy: 17, r: 11 }),
    stroke("path", { ...lined, d: "M26 26 L35 35" }),
  ]);

/** From our words up to the shape they describe. */
export const upTo = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("path", { ...lined, "stroke-width": 4, d: "M34 30 H14 V8 M6 15 L14 7 L22 15" }),
  ]);

/** From our words to the shape beside them. */
export const leftTo = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("path", { ...lined, "stroke-width": 4, d: "M36 20 H8 M17 10 L7 20 L17 30" }),
  ]);

export const signal = (size: number): Drawn =>
  picture(
    size,
    size,
    "0 0 40 40",
    [0, 1, 2, 3].map((n) =>
      stroke("rect", { x: 3 + n * 9, y: 28 - n * 7, width: 7, height: 9 + n * 7, fill: ink.dark }),
    ),
  );

export const battery = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("rect", {
      x: 3,
      y: 12,
      width: 30,
      height: 17,
      rx: 4,
      fill: "none",
      stroke: ink.dark,
      "stroke-width": 3.5,
    }),
    stroke("rect", { x: 7, y: 16, width: 17, height: 9, fill: ink.dark }),
    stroke("rect", { x: 34, y: 17, width: 4, height: 7, fill: ink.dark }),
  ]);

export const triangle = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("path", {
      d: "M12 7 L33 20 L12 33 Z",
      fill: ink.line,
      stroke: ink.dark,
      "stroke-width": 3,
      "stroke-linejoin": "round",
    }),
  ]);

export const receiver = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("path", {
      d: "M11 5 L16 13 L12 17 C14 22 18 26 23 28 L27 24 L35 29 C34 35 30 36 27 35 C16 32 8 24 5 13 C4 9 6 6 11 5 Z",
      fill: ink.line,
    }),
  ]);

export const envelope = (size: number): Drawn =>
  picture(size, size, "0 0 40 40", [
    stroke("rect", {
      x: 4,
      y: 9,
      width: 32,
      height: 23,
      rx: 4,
      fill: "none",
      stroke: ink.line,
      "stroke-width": 4,
    }),
    stroke("path", { d: "M6 12 L20 23 L34 12", fill: "none", stroke: ink.line, "stroke-width": 4 }),
  ]);

/** Any picture: hills under a sun. */
export const hills = (height: number): Drawn =>
  picture(height * 1.5, height, "0 0 60 40", [
    stroke("circle", { cx: 45, cy: 11, r: 5, fill: ink.line }),
    stroke("path", { d: "M4 36 L21 13 L33 29 L40 21 L56 36 Z", fill: ink.line }),
  ]);

export const person = (height: number): Drawn =>
  picture(height, height, "0 0 40 40", [
    stroke("circle", { cx: 20, cy: 14, r: 8, fill: ink.line }),
    stroke("path", { d: "M5 38 C6 27 13 25 20 25 C27 25 34 27 35 38 Z", fill: ink.line }),
  ]);

/** A sheet of paper inside the camera's four corners. */
export const sheet = (height: number): Drawn =>
  picture(height * 0.9, height, "0 0 72 80", [
    stroke("path", {
      d: "M4 18 V4 H18 M54 4 H68 V18 M68 62 V76 H54 M18 76 H4 V62",
      fill: "none",
      stroke: ink.dark,
      "stroke-width": 4,
    }),
    stroke("rect", {
      x: 13,
      y: 12,
      width: 46,
      height: 56,
      fill: ink.paper,
      stroke: ink.line,
      "stroke-width": 2.5,
    }),
    stroke("path", {
      d: "M20 24 H52 M20 33 H52 M20 42 H52 M20 51 H42",
      stroke: ink.faint,
      "stroke-width": 4,
    }),
  ]);

/** Letters twisted so that only people can read them; no letter is drawn. */
export const twisted = (height: number): Drawn =>
  picture(height * 2.4, height, "0 0 96 40", [
    stroke("path", {
      ...lined,
      "stroke-width": 5,
      d: "M8 28 C14 4 22 36 28 14 M36 12 C32 34 48 34 44 12 M54 30 C54 6 66 10 60 22 C58 28 70 30 70 20 M78 10 L88 30 M90 12 L76 28",
    }),
    stroke("path", {
      d: "M2 22 C24 10 60 34 94 18",
      fill: "none",
      stroke: ink.faint,
      "stroke-width": 3,
    }),
  ]);

/** A card held to the back of a phone. */
export const cardAtPhone = (height: number): Drawn =>
  picture(height * 1.4, height, "0 0 84 60", [
    stroke("rect", {
      x: 26,
      y: 3,
      width: 30,
      height: 54,
      rx: 6,
      fill: ink.paper,
      stroke: ink.dark,
      "stroke-width": 3,
    }),
    stroke("circle", { cx: 34, cy: 11, r: 3, fill: ink.dark }),
    stroke("rect", {
      x: 16,
      y: 22,
      width: 50,
      height: 30,
      rx: 4,
      fill: ink.band,
      stroke: ink.dark,
      "stroke-width": 3,
    }),
    stroke("rect", { x: 22, y: 30, width: 10, height: 9, rx: 2, fill: ink.line }),
    stroke("path", { d: "M38 32 H60 M38 39 H60 M22 46 H60", stroke: ink.line, "stroke-width": 3 }),
  ]);

/** A square of black and white squares; it holds no address. */
export function blackAndWhite(size: number): Drawn {
  const corner = (x: number, y: number) => [
    stroke("rect", { x, y, width: 7, height: 7, fill: ink.dark }),
    stroke("rect", { x: x + 1, y: y + 1, width: 5, height: 5, fill: ink.paper }),
    stroke("rect", { x: x + 2, y: y + 2, width: 3, height: 3, fill: ink.dark }),
  ];
  const dots = Array.from({ length: 21 * 21 }, (_, n) => ({ x: n % 21, y: Math.floor(n / 21) }))
    .filter(
      ({ x, y }) =>
        !(x < 8 && y < 8) &&
        !(x > 12 && y < 8) &&
        !(x < 8 && y > 12) &&
        (x * 7 + y * 11 + x * y * 3) % 5 < 2,
    )
    .map(({ x, y }) => `M${x} ${y}h1v1h-1Z`);
  return picture(size, size, "-1 -1 23 23", [
    stroke("rect", { x: -1, y: -1, width: 23, height: 23, fill: ink.paper }),
    stroke("path", { d: dots.join(""), fill: ink.dark }),
    ...corner(0, 0),
    ...corner(14, 0),
    ...corner(0, 14),
  ]);
}

/** A phone from the front, with the button on its side. */
export const sideButton = (height: number): Drawn =>
  picture(height * 0.7, height, "0 0 42 60", [
    stroke("rect", {
      x: 5,
      y: 3,
      width: 28,
      height: 54,
      rx: 6,
      fill: ink.paper,
      stroke: ink.line,
      "stroke-width": 3,
    }),
    stroke("rect", { x: 34, y: 16, width: 6, height: 15, rx: 2, fill: ink.dark }),
  ]);
