/** From a reply to what Telegram is told: pieces it can carry, and buttons that fit. */
import type { InlineKeyboardMarkup, MessageEntity } from "telegraf/types";
import type { Choice, Reply } from "../../../flows/index.ts";

/** In code points. */
export const longestText = 4096;
export const longestCaption = 1024;
const longestLabel = 64;
/** In bytes. */
const longestData = 64;

export interface Words {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What a reply says; a helper's message begins with their name and role. */
export function wordsOf({ from, text }: Pick<Reply, "from" | "text">): Words {
  if (from === "machine") return { text, entities: [] };
  const role = from.role.trim();
  const name = role === "" ? from.name.trim() : `${from.name.trim()} (${role})`;
  return {
    text: text === "" ? name : `${name}\n${text}`,
    entities: name === "" ? [] : [{ type: "bold", offset: 0, length: name.length }],
  };
}

const lengthOf = (text: string): number => [...text].length;

/** Pieces of at most so many code points, cut where a reader would pause. */
export function piecesOf(words: Words, longest = longestText): readonly Words[] {
  const pieces: Words[] = [];
  let rest = words.text;
  while (lengthOf(rest) > longest) {
    const room = [...rest].slice(0, longest).join("");
    const piece = room.slice(0, pauseIn(room));
    pieces.push({ text: piece.trimEnd(), entities: pieces.length === 0 ? words.entities : [] });
    rest = rest.slice(piece.length).trimStart();
  }
  if (rest !== "" || pieces.length === 0) {
    pieces.push({ text: rest, entities: pieces.length === 0 ? words.entities : [] });
  }
  return pieces;
}

/** The last paragraph, line, sentence or word that ends in the second half; else the very end. */
function pauseIn(room: string): number {
  for (const pause of [/\n\n/g, /\n/g, /[.!?…][)"'”’]*\s/g, /\s/g]) {
    const ends = [...room.matchAll(pause)].map((match) => match.index + match[0].length);
    const last = ends.findLast((end) => end > room.length / 2);
    if (last !== undefined) return last;
  }
  return room.length;
}

export const fitsCaption = (words: Words): boolean => lengthOf(words.text) <= longestCaption;

/** One button a row. */
export function keyboardOf(
  turn: number,
  choices: readonly Choice[],
): InlineKeyboardMarkup | undefined {
  if (choices.length === 0) return undefined;
  return {
    inline_keyboard: choices.map((choice, index) => [
      { text: labelOf(choice.says), callback_data: dataOf(turn, choice, index) },
    ]),
  };
}

function labelOf(says: string): string {
  const letters = [...says.trim()];
  if (letters.length <= longestLabel) return letters.join("");
  const room = letters.slice(0, longestLabel - 1).join("");
  const space = room.lastIndexOf(" ");
  return `${(space > longestLabel / 2 ? room.slice(0, space) : room).trimEnd()}…`;
}

/** The turn and the choice; a choice whose name is too long goes by its place, counted from one. */
function dataOf(turn: number, choice: Choice, index: number): string {
  const data = `${turn}|${choice.id}`;
  return Buffer.byteLength(data) <= longestData ? data : `${turn}#${index + 1}`;
}

export type Pressed =
  | { readonly by: "name"; readonly turn: number; readonly choice: string }
  | { readonly by: "place"; readonly turn: number; readonly place: number };

/** What a button carried; undefined for one this program never made. */
export function pressedIn(data: string): Pressed | undefined {
  const [, turn, sign, rest = ""] = /^(\d{1,15})([|#])(.+)$/s.exec(data) ?? [];
  if (turn === undefined) return undefined;
  if (sign === "|") return { by: "name", turn: Number(turn), choice: rest };
  return /^\d{1,3}$/.test(rest)
    ? { by: "place", turn: Number(turn), place: Number(rest) }
    : undefined;
}
