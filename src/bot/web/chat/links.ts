export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

/** Addresses, the State's own sites without https://, and telephone numbers as they are written here. */
const pattern =
  /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?:[a-z0-9-]+\.)+gov\.vn(?:\/[^\s<>"]*[^\s<>".,;:!?)\]])?|(?:\b0(?:[ .]?\d){9,10}|\b1[89]00[ .]?\d{4,6}|\b1[89]00[ .]\d{2}[ .]\d{2})(?!\d)/gi;

/** Cuts a message into words and what can be pressed in it. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index > from) found.push({ kind: "words", text: text.slice(from, match.index) });
    from = match.index + match[0].length;
    found.push({ kind: "link", text: match[0], to: address(match[0]) });
  }
  if (from < text.length) found.push({ kind: "words", text: text.slice(from) });
  return found;
}

function address(written: string): string {
  if (/^https?:/i.test(written)) return written;
  if (/^[\d .]+$/.test(written)) return `tel:${written.replace(/[ .]/g, "")}`;
  return `https://${written}`;
}
