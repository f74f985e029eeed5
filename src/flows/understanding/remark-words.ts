/** "ghi chú: …", "hỏi điều phối: …": words that are for those who help and not for the resident. */
const written: ReadonlyArray<readonly ["note" | "question", RegExp]> = [
  // Without the colon too: what was meant as a note must not go out because a sign is missing.
  [
    "note",
    /^\s*ghi\s*ch[úu](?:\s+(?:ri[êe]ng|n[ộo]i\s+b[ộo]))?(?![\p{L}\p{M}])\s*[:：,.\-–—]*\s*/iu,
  ],
  ["note", /^\s*(?:(?:internal|private)\s+)?note\s*[:：]\s*/iu],
  [
    "question",
    /^\s*(?:nh[ờo]\s+)?h[ỏo]i\s+(?:ng[ưu][ờo]i\s+)?[đd]i[ềe]u\s+ph[ốo]i(?:\s+vi[êe]n)?(?![\p{L}\p{M}])\s*[:：,.\-–—]*\s*/iu,
  ],
  ["question", /^\s*ask\s+(?:the\s+)?coordinator\s*[:：]?\s*/iu],
];

/** What is meant, and the words without what says so; they are empty when only that was written. */
export function remarkIn(
  text: string,
): { readonly as: "note" | "question"; readonly text: string } | undefined {
  const plain = text.normalize("NFC");
  for (const [as, begins] of written) {
    const found = begins.exec(plain);
    if (found !== null) return { as, text: plain.slice(found[0].length).trim() };
  }
  return undefined;
}
