/** Guides being written, before they are published. */
import type { Instant, PropagandistId } from "../../flows/index.ts";

/** A file of `content/` as a draft has it. One draft per commune; it survives restarts. */
export interface DraftFile {
  readonly path: string;
  /** The folder's file on which the draft was written; missing where there was none. */
  readonly base: Uint8Array | undefined;
  /** What the draft says instead; missing where the file is taken away. */
  readonly bytes: Uint8Array | undefined;
  readonly by: PropagandistId;
  readonly at: Instant;
}

/** Who last wrote in one place of a draft. */
export interface DraftTouch {
  readonly path: string;
  /** JSON of the way into the file's data. */
  readonly place: string;
  readonly by: PropagandistId;
  readonly at: Instant;
}

export interface DraftStore {
  draftFiles(commune: string): DraftFile[];
  draftTouches(commune: string): DraftTouch[];
  /** Writes files of the draft and who touched them, all or nothing. */
  saveDraft(commune: string, files: readonly DraftFile[], touches?: readonly DraftTouch[]): void;
  /** Takes files out of the draft. */
  dropDraft(commune: string, paths: readonly string[]): void;
  /** From here on the draft is being written into the folder, and will be: after a crash the next start goes on. */
  beginWriting(commune: string, by: PropagandistId, now: Instant): void;
  /** Drafts whose writing a crash has interrupted. */
  writings(): ReadonlyArray<{
    readonly commune: string;
    readonly by: PropagandistId;
    readonly at: Instant;
  }>;
  /** The files stand in the folder: the draft is over. */
  endWriting(commune: string): void;
  /** A link on which a draft may be tried. */
  addTryLink(codeHash: string, commune: string, by: PropagandistId, expiresAt: Instant): void;
  tryLink(codeHash: string): { readonly commune: string; readonly expiresAt: Instant } | undefined;
  dropTryLinks(before: Instant): void;
}
