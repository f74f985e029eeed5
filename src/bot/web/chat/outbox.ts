/**
 * What the resident has written and the server has not yet confirmed.
 *
 * One is sent at a time, in the order written, always under the key it was given here, so that the
 * server can take it once however often it arrives. Nothing leaves the outbox silently: it is
 * confirmed, or the resident removes it.
 */

export type Content =
  | { readonly kind: "text"; readonly text: string; readonly answers?: Answered }
  | {
      readonly kind: "press";
      readonly turn: string;
      readonly choice: string;
      readonly says: string;
    }
  | { readonly kind: "photo"; readonly answers?: Answered }
  | { readonly kind: "voice"; readonly seconds: number; readonly answers?: Answered }
  | { readonly kind: "file"; readonly name: string; readonly answers?: Answered }
  | { readonly kind: "place"; readonly latitude: number; readonly longitude: number }
  /** One's own words of that turn are taken back. */
  | { readonly kind: "recall"; readonly turn: string };

/** The line of a person that an answer points at, and what stands above the answer. */
export interface Answered {
  readonly seq: number;
  readonly text: string;
}

export type Progress =
  | { readonly state: "waiting"; readonly notBefore: number }
  | { readonly state: "sending" }
  /** Committed by the server; leaves when its entry arrives. */
  | { readonly state: "taken" }
  /** The server will not have it; the resident edits, sends again or removes it. */
  | { readonly state: "refused"; readonly says?: string };

export interface Unsent {
  readonly key: string;
  readonly at: number;
  /** The last entry on the screen when this was written. */
  readonly seen: number;
  readonly content: Content;
  readonly tries: number;
  readonly progress: Progress;
}

export type Outbox = readonly Unsent[];

const longestWait = 30_000;

export function written(key: string, content: Content, seen: number, at: number): Unsent {
  return { key, at, seen, content, tries: 0, progress: { state: "waiting", notBefore: 0 } };
}

export type Next =
  | { readonly do: "send"; readonly unsent: Unsent }
  | { readonly do: "wait"; readonly until: number }
  | { readonly do: "nothing" };

/** What to do now. A refused one stands aside and lets the others pass. */
export function nextToSend(outbox: Outbox, now: number): Next {
  for (const unsent of outbox) {
    switch (unsent.progress.state) {
      case "sending":
        return { do: "nothing" };
      case "waiting":
        return unsent.progress.notBefore > now
          ? { do: "wait", until: unsent.progress.notBefore }
          : { do: "send", unsent };
      case "taken":
      case "refused":
        break;
    }
  }
  return { do: "nothing" };
}

export function sending(outbox: Outbox, key: string): Outbox {
  return changed(outbox, key, { state: "sending" });
}

export function taken(outbox: Outbox, key: string): Outbox {
  return changed(outbox, key, { state: "taken" });
}

export function refused(outbox: Outbox, key: string, says?: string): Outbox {
  return changed(
    outbox,
    key,
    says === undefined ? { state: "refused" } : { state: "refused", says },
  );
}

/** Tried and not arrived, as far as we know. `wait` is what the server asked for, if it did. */
export function failed(outbox: Outbox, key: string, now: number, wait?: number): Outbox {
  return outbox.map((unsent) => {
    if (unsent.key !== key) return unsent;
    const pause = wait ?? Math.min(longestWait, 1000 * 2 ** unsent.tries);
    return {
      ...unsent,
      tries: unsent.tries + 1,
      progress: { state: "waiting", notBefore: now + pause },
    };
  });
}

/** The network is back: nobody waits any longer. */
export function hurried(outbox: Outbox): Outbox {
  return outbox.map((unsent) =>
    unsent.progress.state === "waiting"
      ? { ...unsent, tries: 0, progress: { state: "waiting", notBefore: 0 } }
      : unsent,
  );
}

/** The resident wants a refused one sent again. */
export function again(outbox: Outbox, key: string): Outbox {
  return changed(outbox, key, { state: "waiting", notBefore: 0 });
}

export function without(outbox: Outbox, key: string): Outbox {
  return outbox.filter((unsent) => unsent.key !== key);
}

/** Those whose entry has arrived are done, even where the confirmation was lost on the way. */
export function echoed(outbox: Outbox, keys: ReadonlySet<string>): Outbox {
  const rest = outbox.filter((unsent) => !keys.has(unsent.key));
  return rest.length === outbox.length ? outbox : rest;
}

/** Whether a press on this turn is on its way. */
export function pressedTurn(outbox: Outbox, turn: string | undefined): Unsent | undefined {
  return outbox.find(
    ({ content, progress }) =>
      content.kind === "press" && content.turn === turn && progress.state !== "refused",
  );
}

/** Whether these words are on their way to be taken back. */
export function recalling(outbox: Outbox, turn: string | undefined): boolean {
  return outbox.some(
    ({ content, progress }) =>
      content.kind === "recall" && content.turn === turn && progress.state !== "refused",
  );
}

function changed(outbox: Outbox, key: string, progress: Progress): Outbox {
  return outbox.map((unsent) => (unsent.key === key ? { ...unsent, progress } : unsent));
}
