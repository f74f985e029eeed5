/**
 * Buttons of an Official Account. Pressing one makes the person "send" its payload as an ordinary message, so
 * anybody can type one: it says what was pressed, and never who may do what.
 */
import type { Choice, Language } from "../../../../flows/index.ts";
import type { ButtonShape } from "../../../config-zalo-oa.ts";
import { composed, shortened, textPieces } from "../text-pieces.ts";

const prefix = "#cau-noi";
const mostButtons = 5;
const longestTitle = 100;
const longestPayload = 1000;
/** The first row of a list holds the words; the rows below it hold the choices. */
const mostRows = 5;
const longestSubtitle = 500;

export interface Pressed {
  readonly turn: number;
  readonly choice: string;
}

/** Words, and what can be pressed below them. */
export interface Asking {
  readonly text: string;
  readonly turn: number;
  readonly choices: readonly Choice[];
}

export function pressedIn(text: string): Pressed | undefined {
  const [, turn, choice = ""] = /^#cau-noi (\d{1,15}) (\S.*)$/su.exec(text) ?? [];
  return turn === undefined || text.length > longestPayload
    ? undefined
    : { turn: Number(turn), choice };
}

/** Whether these words and choices fit into a message of this shape at all. */
export const fitsButtons = (
  shape: Exclude<ButtonShape, "none">,
  { text, turn, choices }: Asking,
): boolean =>
  choices.every(({ id }) => payloadOf(turn, id).length <= longestPayload) &&
  (shape === "list"
    ? choices.length < mostRows && headOf(text) !== undefined
    : choices.length <= mostButtons);

const payloadOf = (turn: number, choice: string): string => `${prefix} ${turn} ${choice}`;

/** Words as the first row of a list; undefined where they are too long for one. */
function headOf(text: string): { readonly title: string; readonly subtitle: string } | undefined {
  const [title = ""] = textPieces(text, longestTitle);
  const subtitle = composed(text).trim().slice(title.length).trim();
  return title === "" || subtitle.length > longestSubtitle ? undefined : { title, subtitle };
}

const below: Readonly<Record<Language, string>> = {
  vi: "Bấm vào một dòng ở dưới.",
  en: "Press one of the lines below.",
};

/** A message with choices to press, in the shape that this account is known or hoped to take. */
export function buttonMessage(
  shape: Exclude<ButtonShape, "none">,
  { text, turn, choices }: Asking,
  language: Language,
): Readonly<Record<string, unknown>> {
  const pressable = choices.map(({ id, says }) => ({
    title: shortened(says, longestTitle),
    // The payload itself is nothing to look at.
    action: { type: "oa.query.hide", payload: payloadOf(turn, id) },
  }));
  const buttons = pressable.map(({ title, action }) => ({ title, ...action }));
  switch (shape) {
    case "bare":
      return { text, attachment: { type: "template", payload: { buttons } } };
    case "template":
      return {
        attachment: { type: "template", payload: { template_type: "button", text, buttons } },
      };
    case "list": {
      const { title = "", subtitle = "" } = headOf(text) ?? {};
      const head = { title, subtitle: subtitle === "" ? below[language] : subtitle };
      const rows = pressable.map(({ title: says, action }) => ({
        title: says,
        default_action: action,
      }));
      return {
        attachment: {
          type: "template",
          payload: { template_type: "list", elements: [head, ...rows] },
        },
      };
    }
  }
}
