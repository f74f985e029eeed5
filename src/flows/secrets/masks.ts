/** Putting the masks in. */
import { MASK } from "./kinds.ts";
import type { Span } from "./reading.ts";
import { tokensOf } from "./tokens.ts";

export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const open = out.at(-1);
    if (open !== undefined && span.start < open.end) {
      if (span.end > open.end) out[out.length - 1] = { ...open, end: span.end };
    } else if (span.end > span.start) out.push(span);
  }
  return out;
}

export function replaceSpans(text: string, spans: readonly Span[]): string {
  let out = "";
  let from = 0;
  for (const span of spans) {
    out += text.slice(from, span.start) + MASK;
    from = span.end;
  }
  return out + text.slice(from);
}

export const SHORTEST_KNOWN = 3;

export const LONGEST_KNOWN = 32;

/** Takes out every other appearance of a secret already found, wherever it stands. */
export function withoutKnown(text: string, known: ReadonlySet<string>): string {
  const lengths = [...new Set([...known].map((secret) => secret.length))].sort((a, b) => b - a);
  const heads = new Set([...known].map((secret) => secret.slice(0, SHORTEST_KNOWN)));
  let out = "";
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(MASK, at)) {
      out += MASK;
      at += MASK.length;
      continue;
    }
    const length = heads.has(text.slice(at, at + SHORTEST_KNOWN))
      ? lengths.find((candidate) => known.has(text.slice(at, at + candidate)))
      : undefined;
    out += length === undefined ? text.charAt(at) : MASK;
    at += length ?? 1;
  }
  return out;
}

/** The last resort, which cannot fail to end: no digits are left. */
export function everyNumberIn(text: string): Span[] {
  return tokensOf(text)
    .filter((token) => token.kind === "number" && token.plain.length >= 4)
    .map((token) => ({ start: token.start, end: token.end, kind: "otp" as const }));
}
