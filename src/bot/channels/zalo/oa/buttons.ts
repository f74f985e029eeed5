/**
 * Buttons of an Official Account. Pressing one makes the person "send" its payload as an ordinary message, so
 * anybody can type one: it says what was pressed, and never who may do what.
 */
import type { Choice } from "../../../../flows/index.ts";
import type { ButtonShape } from "../../../config-zalo-oa.ts";
import { shortened } from "../text-pieces.ts";

const prefix = "#cau-noi";
const mostButtons = 5;
const longestTitle = 100;
const longestPayload = 1000;

export interface Pressed {
  readonly turn: number;
  readonly choice: string;
}

export function pressedIn(text: string): Pressed | undefined {
  const [, turn, choice = ""] = /^#cau-noi (\d{1,15}) (\S.*)$/su.exec(text) ?? [];
  return turn === undefined || text.length > longestPayload
    ? undefined
    : { turn: Number(turn), choice };
}

/** Whether these choices fit on buttons at all. */
export const fitsButtons = (turn: number, choices: readonly Choice[]): boolean =>
  choices.length <= mostButtons &&
  choices.every(({ id }) => payloadOf(turn, id).length <= longestPayload);

const payloadOf = (turn: number, choice: string): string => `${prefix} ${turn} ${choice}`;

/** A message with buttons, in the shape that this account is known or hoped to take. */
export function buttonMessage(
  shape: Exclude<ButtonShape, "none">,
  text: string,
  turn: number,
  choices: readonly Choice[],
): Readonly<Record<string, unknown>> {
  const buttons = choices.map(({ id, says }) => ({
    title: shortened(says, longestTitle),
    // The payload itself is nothing to look at.
    type: "oa.query.hide",
    payload: payloadOf(turn, id),
  }));
  switch (shape) {
    case "bare":
      return { text, attachment: { type: "template", payload: { buttons } } };
    case "template":
      return {
        attachment: { type: "template", payload: { template_type: "button", text, buttons } },
      };
  }
}
