/**
 * Colours: greys for the screen, one orange for what is to be pressed. The orange differs from the greys
 * in lightness as well, so that it stands out to colour-blind eyes and on a dim screen.
 */
export const ink = {
  dark: "#1b2530",
  text: "#1b2530",
  ours: "#46525f",
  line: "#74808d",
  faint: "#c5ced8",
  band: "#dfe5eb",
  paper: "#ffffff",
  around: "#e8ecf0",
  mark: "#ffd84d",
  press: "#d9430a",
  note: "#b53500",
  glow: "#ffe9dc",
} as const;

export const fontFamily = "Viet, VietLatin, VietLatinExt";
