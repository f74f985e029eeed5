import type { DeskActed } from "../wire/acts.ts";
import { parsed } from "./drafts.ts";

/**
 * What was written here and is on its way. A message keeps its key until the server has answered,
 * so that sending it again after a lost network or a reload sends it once.
 */
export interface Outgoing {
  readonly key: string;
  readonly case: string;
  readonly kind: "say" | "note" | "photo" | "voice" | "file";
  /** Empty for a photo or a voice; the name of a document. */
  readonly text: string;
  /** The sequence of the line it answers. */
  readonly answers?: number;
  readonly at: number;
  /** The newest sequence of the thread when it was written: its entry comes after this one. */
  readonly after: number;
  readonly state:
    | { readonly is: "waiting" }
    /** The server has it; the thread will show it with its next reading. */
    | { readonly is: "taken" }
    /** Stopped, with the reason; stays until the writer corrects or drops it. */
    | { readonly is: "refused"; readonly says: string };
}

export type Outbox = readonly Outgoing[];

export const forCase = (outbox: Outbox, id: string): Outbox =>
  outbox.filter((outgoing) => outgoing.case === id);

/** The next to send in each case that has nothing in flight: a case's messages keep their order. */
export function nextToSend(outbox: Outbox, inFlight: ReadonlySet<string>): Outbox {
  const seen = new Set(inFlight);
  return outbox.filter((outgoing) => {
    if (outgoing.state.is !== "waiting" || seen.has(outgoing.case)) return false;
    seen.add(outgoing.case);
    return true;
  });
}

export const answered = (outbox: Outbox, key: string, answer: DeskActed): Outbox =>
  outbox.map((outgoing) =>
    outgoing.key === key
      ? {
          ...outgoing,
          state: answer.ok ? { is: "taken" } : { is: "refused", says: answer.says },
        }
      : outgoing,
  );

export const without = (outbox: Outbox, keys: ReadonlySet<string>): Outbox =>
  outbox.filter(({ key }) => !keys.has(key));

/** Taken before a reading of the thread began: that reading contains them. */
export const takenIn = (outbox: Outbox, id: string): ReadonlySet<string> =>
  new Set(
    outbox.filter((one) => one.case === id && one.state.is === "taken").map(({ key }) => key),
  );

/** How long to wait before trying again, after so many failures in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1));

/** A message read back from the phone; nothing when it is not one, or was already taken. */
export function readOutgoing(kept: string | null): Outgoing | undefined {
  const { key, case: id, kind, text, answers, at, after, refused } = parsed(kept);
  if (typeof key !== "string" || typeof id !== "string" || typeof text !== "string") return;
  if (kind !== "say" && kind !== "note") return;
  return {
    key,
    case: id,
    kind,
    text,
    ...(typeof answers === "number" ? { answers } : {}),
    at: typeof at === "number" ? at : 0,
    after: typeof after === "number" ? after : 0,
    state: typeof refused === "string" ? { is: "refused", says: refused } : { is: "waiting" },
  };
}

/** The words kept on the phone for a message; none for photos, voices and documents, which are not kept. */
export function keptForm({
  key,
  case: id,
  kind,
  text,
  answers,
  at,
  after,
  state,
}: Outgoing): string | undefined {
  if ((kind !== "say" && kind !== "note") || state.is === "taken") return undefined;
  return JSON.stringify({
    key,
    case: id,
    kind,
    text,
    ...(answers === undefined ? {} : { answers }),
    at,
    after,
    ...(state.is === "refused" ? { refused: state.says } : {}),
  });
}
