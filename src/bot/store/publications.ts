/** What was published: immutable editions, and the files they were made of. */
import type { EditionId, Instant, PropagandistId } from "../../flows/index.ts";

export interface Publication {
  /** Hash of everything published. */
  readonly id: string;
  /** Missing while the house serves one commune. */
  readonly commune?: string | undefined;
  readonly at: Instant;
  readonly content: string;
  readonly editions: ReadonlyArray<{
    readonly id: EditionId;
    readonly flow: string;
    readonly expanded: string;
  }>;
  /** The files it was made of, by path below `content/`. Written with it; read back by `publicationFiles`. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Who published it from the desk; missing where it was a command. */
  readonly by?: PropagandistId | undefined;
}

/** A line of the history; `position` grows with each publication. */
export interface PublicationLine {
  readonly position: number;
  readonly id: string;
  readonly at: Instant;
  readonly by?: PropagandistId | undefined;
  /** Its files were kept, so it can be restored. */
  readonly restorable: boolean;
}

export interface PublicationStore {
  publish(publication: Publication): void;
  publication(): Publication | undefined;
  publicationId(): string | undefined;
  edition(id: EditionId): { readonly flow: string; readonly expanded: string } | undefined;
  /** Every publication, newest first. */
  publications(): PublicationLine[];
  publicationAt(position: number): Publication | undefined;
  /** Empty where they were not kept. */
  publicationFiles(position: number): Map<string, Uint8Array>;
}
