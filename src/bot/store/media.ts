/** Photos, voices and documents that people sent. */
import type { ConversationId, Instant, MediaForm, MediaId } from "../../flows/index.ts";

export interface MediaRow {
  readonly id: MediaId;
  readonly conversation: ConversationId;
  readonly form: MediaForm;
  /** `image/jpeg`, `audio/ogg`… */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly at: Instant;
  /** Whoever holds the case may see or hear it; before that it is its sender's alone. */
  readonly shared: boolean;
}

/** What goes with a reply: something a person sent, or a step read aloud. */
export type Enclosure = Pick<MediaRow, "id" | "form" | "type" | "bytes">;

export interface MediaStore {
  /** Same bytes, same id; at most 10 MB. */
  addMedia(media: Omit<MediaRow, "id" | "shared">): MediaId;
  media(id: MediaId): MediaRow | undefined;
  /** Without its bytes: whether others than its sender may see it; undefined when it is no longer there. */
  isShared(id: MediaId): boolean | undefined;
  /**
   * Media whose case is closed, or older than a day without a case. What a resident was given stays for three days:
   * a form is printed on another day than the help ended.
   */
  dropOldMedia(now: Instant): number;
}
