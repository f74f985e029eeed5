/**
 * Which pictures and documents were sent in one go. Telegram names an album; Zalo and a page send each by itself, and
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
  const newest = new Map<ConversationId, { readonly album: string; readonly at: Instant }>();
  return {
    among(conversation, key, inbound, at) {
      if (inbound.kind !== "photo" && inbound.kind !== "file") {
        newest.delete(conversation);
        return inbound;
      }
      const before = newest.get(conversation);
      const album =
        inbound.album ??
        (before !== undefined && Math.abs(at - before.at) <= close ? before.album : `run/${key}`);
      if (newest.size >= mostKept) newest.clear();
      newest.set(conversation, { album, at });
      return { ...inbound, album };
    },
  };
}
