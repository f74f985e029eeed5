import type { ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";

export interface Merged {
  /** By sequence, each once. */
  readonly entries: readonly Entry[];
  /** What had not been known before, by sequence. */
  readonly fresh: readonly Entry[];
}

/**
 * Puts news among what is known. Everything may arrive twice and in any order: the stream, a poll
 * and a reconnection overlap. A later telling of the same entry replaces the earlier one.
 */
export function merged(known: readonly Entry[], news: readonly Entry[]): Merged {
  if (news.length === 0) return { entries: known, fresh: [] };
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  const freshBySeq = new Map<number, Entry>();
  for (const entry of news) {
    if (!bySeq.has(entry.seq) || freshBySeq.has(entry.seq)) freshBySeq.set(entry.seq, entry);
    bySeq.set(entry.seq, entry);
  }
  const gone = new Set(news.flatMap(({ recalls }) => (recalls === undefined ? [] : [recalls])));
  if (gone.size > 0)
    for (const [seq, entry] of bySeq) if (isTakenBack(entry, gone)) bySeq.delete(seq);
  return { entries: inOrder(bySeq), fresh: inOrder(freshBySeq) };
}

/** Words of a turn that were taken back; the machine's own lines of that turn stay. */
const isTakenBack = ({ from, turn }: Entry, gone: ReadonlySet<string>): boolean =>
  from.who !== "machine" && turn !== undefined && gone.has(turn);

const inOrder = (entries: ReadonlyMap<number, Entry>) =>
  [...entries.values()].sort((a, b) => a.seq - b.seq);

/** The highest sequence known; 0 before anything. */
export function newestSeq(entries: readonly Entry[]): number {
  return entries[entries.length - 1]?.seq ?? 0;
}

/**
 * The one entry whose choices can be pressed: the newest that has any, unless a newer question
 * without choices has taken its place. An entry may arrive before the state that names it. While a
 * person talks the machine asks little, and a line it says after a question has answered that one.
 */
export function pressable(entries: readonly Entry[], state: ChatState): Entry | undefined {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry === undefined || entry.seq < (state.current ?? 0)) return undefined;
    if (entry.turn !== undefined && (entry.choices?.length ?? 0) > 0) return entry;
    if (entry.from.who === "machine" && state.withPerson !== undefined) return undefined;
  }
  return undefined;
}

/** The entry where the resident stands, if it is known here: beside a person, the step of the guide. */
export function currentEntry(entries: readonly Entry[], state: ChatState): Entry | undefined {
  if (state.current === undefined) return undefined;
  if (state.withPerson !== undefined) {
    for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.step === true) return entries[i];
    return undefined;
  }
  const newest = pressable(entries, state);
  return newest ?? entries.find((entry) => entry.seq === state.current);
}

/** Whether the resident has ever written here; before that there is nothing to come back to. */
export function begun(entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.from.who === "resident");
}
