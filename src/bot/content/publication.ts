/** What is published: every flow as an edition that never changes, and all of the content beside them. */
import { createHash } from "node:crypto";
import {
  type Content,
  catalogueOf,
  type EditionId,
  expand,
  type Instant,
} from "../../flows/index.ts";
import type { Publication } from "../store/publications.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Records whose order is seen: choices, troubles and papers as buttons, steps as the road. */
const ordered: ReadonlySet<string> = new Set(["steps", "choices", "troubles", "items"]);

/** The same text for the same content: keys sorted, except where their order is seen. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value, false));
}

function canonical(value: unknown, keepOrder: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, false));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = keepOrder ? entries : entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, part]) => [key, canonical(part, !keepOrder && ordered.has(key))]),
  );
}

/** Content without errors, ready for the store. An edition's id is the hash of its expanded flow. */
export function publicationOf(content: Content, now: Instant): Publication {
  const catalogue = catalogueOf(content);
  const editions = Object.values(content.flows).map(({ is: flow }) => {
    const expanded = canonicalJson(expand(flow, catalogue));
    return { id: sha256(expanded).slice(0, 16) as EditionId, flow: flow.flow, expanded };
  });
  const whole = canonicalJson(content);
  const id = sha256(canonicalJson([whole, editions.map((edition) => edition.id)]));
  return { id, at: now, content: whole, editions };
}
