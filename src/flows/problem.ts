/** A mistake an author made: where it is, what it says, what to try. */
export interface Problem {
  /** Path below `content/`, `flows/khai-sinh.yaml`. */
  readonly file: string;
  /** The way into the file's data, for finding the line. */
  readonly at: ReadonlyArray<string | number>;
  readonly step?: string;
  readonly says: string;
  readonly tries?: string;
  /** Errors refuse publishing, warnings do not. */
  readonly weight: "error" | "warning";
}
