import type { DeskEntry } from "../wire/cases.ts";
import { dayOf } from "./calendar.ts";
import type { Outbox, Outgoing } from "./outbox.ts";

export type Line =
  | { readonly is: "day"; readonly id: string; readonly day: string }
  | { readonly is: "entry"; readonly id: string; readonly entry: DeskEntry }
  | { readonly is: "going"; readonly id: string; readonly going: Outgoing };

/** A thread as it is drawn: by sequence, each entry once, a line where a day begins, what is on its way last. */
export function linesOf(thread: readonly DeskEntry[], outbox: Outbox): readonly Line[] {
  const bySeq = new Map(thread.map((entry) => [entry.seq, entry]));
  const entries = [...bySeq.values()].sort((one, other) => one.seq - other.seq);

  const lines: Line[] = [];
  let day = "";
  for (const entry of entries) {
    const today = dayOf(entry.at);
    if (today !== day) lines.push({ is: "day", id: `day ${today} ${entry.seq}`, day: today });
    day = today;
    lines.push({ is: "entry", id: `entry ${entry.seq}`, entry });
  }
  for (const going of outbox) {
    if (going.state.is === "refused") continue;
    const arrived = entries.findIndex((entry) => isOf(going, entry));
    if (arrived === -1) lines.push({ is: "going", id: `going ${going.key}`, going });
    else entries.splice(arrived, 1); // two equal messages are two entries
  }
  return lines;
}

/**
 * Whether this entry is what was sent. News of it may overtake the answer to the sending, and then
 * it must not stand there twice.
 */
function isOf(going: Outgoing, entry: DeskEntry): boolean {
  if (entry.key !== undefined) return entry.key === going.key;
  if (entry.seq <= going.after || entry.from.who !== "propagandist") return false;
  switch (going.kind) {
    case "say":
    case "note":
      return entry.text === going.text && (entry.internal === true) === (going.kind === "note");
    case "photo":
      return entry.picture !== undefined;
    case "voice":
      return entry.voice !== undefined;
    case "file":
      return entry.file !== undefined;
  }
}

/** The newest sequence somebody could have read. */
export const newestIn = (thread: readonly DeskEntry[]): number =>
  thread.reduce((newest, { seq }) => Math.max(newest, seq), 0);
