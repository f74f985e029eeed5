/**
 * Which pictures, or documents, were sent in one go. Telegram names an album; Zalo and a page send each by itself, and
 * five pictures chosen together would be answered five times. Kept in memory alone: after a restart one more is
 * answered.
 */
import type { ConversationId, Inbound, Instant } from "../../flows/index.ts";

/** The next of a run comes within this time of the one before it, also over a weak network. */
const close = 10_000;
const mostKept = 10_000;

export interface PhotoRuns {
  /** The same inbound; a picture or document without an album is given that of its run. */
  among(conversation: ConversationId, key: string, inbound: Inbound, at: Instant): Inbound;
}

export function photoRuns(): PhotoRuns {
  const newest = new Map<
    ConversationId,
    { readonly kind: Inbound["kind"]; readonly album: string; readonly at: Instant }
  >();
  return {
    among(conversation, key, inbound, at) {
      if (inbound.kind !== "photo" && inbound.kind !== "file") {
        newest.delete(conversation);
        return inbound;
      }
      const before = newest.get(conversation);
      const { kind } = inbound;
      const goesOn = before?.kind === kind && Math.abs(at - before.at) <= close;
      const album = inbound.album ?? (goesOn ? before.album : `run/${key}`);
      if (newest.size >= mostKept) newest.clear();
      newest.set(conversation, { kind, album, at });
      return { ...inbound, album };
    },
  };
}
