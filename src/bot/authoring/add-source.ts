/** A new source for facts: written below the others, under an id nobody has to think of. */
import { parse } from "yaml";
import type { Instant, PropagandistId } from "../../flows/index.ts";
import { type DraftHome, fileNow, put } from "./draft.ts";
import { isRecord, placeKey } from "./place.ts";

const path = "facts/sources.yaml";

export interface SourceWish {
  readonly title: string;
  readonly url?: string | undefined;
  /** The day somebody read it, "2026-11-22". */
  readonly read: string;
}

/** The id of the source; the one that is there already where the same page was named before. */
export function addSource(
  home: DraftHome,
  { title, url, read }: SourceWish,
  by: PropagandistId,
  now: Instant,
): string {
  const text = fileNow(home, path) ?? "";
  const known: unknown = parse(text);
  const sources = isRecord(known) ? known : {};
  const there = Object.entries(sources).find(
    ([, is]) =>
      isRecord(is) && is["title"] === title && is["url"] === url && String(is["read"]) === read,
  );
  if (there !== undefined) return there[0];
  let number = 1;
  while (Object.hasOwn(sources, idOf(read, number))) number += 1;
  const id = idOf(read, number);
  const lines = [
    `${id}:`,
    `  title: ${JSON.stringify(title)}`,
    ...(url === undefined ? [] : [`  url: ${JSON.stringify(url)}`]),
    `  read: ${read}`,
  ];
  const whole = `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${lines.join("\n")}\n`;
  put(home, path, Buffer.from(whole), by, now, placeKey([id]));
  return id;
}

/** Says when it was read, and never changes with its title. */
const idOf = (read: string, number: number): string => `read-${read}-${number}`;
