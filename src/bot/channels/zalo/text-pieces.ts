/** Long words in pieces that Zalo takes, cut where a reader would pause. */

/**
 * In UTF-16 units. Zalo takes 2,000 and does not say of what, so this leaves room: no text has fewer of
 * these than it has letters.
 */
export const longestText = 1900;

/** The same words in the fewest units: some keyboards type a letter and its marks apart. */
export const composed = (text: string): string => text.normalize("NFC");

/** Pieces of at most so many units; an empty text is one empty piece. */
export function textPieces(text: string, longest = longestText): readonly string[] {
  const pieces: string[] = [];
  let rest = composed(text).trim();
  while (rest.length > longest) {
    const room = wholeLetters(rest.slice(0, longest));
    const piece = room.slice(0, pauseIn(room));
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).trimStart();
  }
  if (rest !== "" || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** At most so many units, with an ellipsis where something is missing. */
export function shortened(text: string, longest: number): string {
  const plain = composed(text).trim();
  if (plain.length <= longest) return plain;
  const room = wholeLetters(plain.slice(0, longest - 1));
  const space = room.lastIndexOf(" ");
  return `${(space > longest / 2 ? room.slice(0, space) : room).trimEnd()}…`;
}

/** Without the half of a letter that a cut may leave at the end. */
function wholeLetters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd8_00 && last <= 0xdb_ff ? text.slice(0, -1) : text;
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
