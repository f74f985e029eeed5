/** Steps read aloud by propagandists. */
import type { MediaId, PropagandistId, Recorded } from "../../flows/index.ts";

/** A step read aloud by a propagandist. Played for residents everywhere in the commune. */
export interface Recording extends Recorded {
  readonly commune: string;
  readonly form: "voice";
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface RecordingStore {
  /** All of a commune, oldest first, without their sound; the same array until something changes. */
  recordings(commune: string): readonly Recorded[];
  recording(id: MediaId): Recording | undefined;
  /** Takes the place of an earlier one of the same words in the same language; at most 10 MB. */
  keepRecording(recording: Omit<Recording, "id" | "commune" | "form">): MediaId;
  dropRecording(id: MediaId): void;
  /** Everything this propagandist ever read; says how many they were. */
  dropRecordingsOf(who: PropagandistId): number;
}
