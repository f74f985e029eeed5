/** Photos and voices that people sent. */
import type { ConversationId, Instant, MediaId } from "../../flows/index.ts";

export interface MediaRow {
  readonly id: MediaId;
  readonly conversation: ConversationId;
  readonly form: "photo" | "voice";
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
  /** Media whose case is closed, or older than a day without a case. */
  dropOldMedia(now: Instant): number;
}
