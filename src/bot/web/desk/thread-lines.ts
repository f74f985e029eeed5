import type { DeskEntry } from "../wire.ts";
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
  const arrived = new Set(entries.map(({ key }) => key));

  const lines: Line[] = [];
  let day = "";
  for (const entry of entries) {
    const today = dayOf(entry.at);
    if (today !== day) lines.push({ is: "day", id: `day ${today} ${entry.seq}`, day: today });
    day = today;
    lines.push({ is: "entry", id: `entry ${entry.seq}`, entry });
  }
  for (const going of outbox) {
    if (going.state.is === "refused" || arrived.has(going.key)) continue;
    lines.push({ is: "going", id: `going ${going.key}`, going });
  }
  return lines;
}

/** The newest sequence somebody could have read. */
export const newestIn = (thread: readonly DeskEntry[]): number =>
  thread.reduce((newest, { seq }) => Math.max(newest, seq), 0);
