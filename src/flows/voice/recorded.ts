/** What a turn knows of the recordings of its commune; the sound itself stays in the store. */
import {
  type FlowId,
  type Instant,
  type MediaId,
  type PropagandistId,
  type Speech,
  type StepId,
  speeches,
} from "../vocabulary.ts";

export interface Recorded {
  readonly id: MediaId;
  /** Where it was read; any step with the same words is heard by it. */
  readonly flow: FlowId;
  readonly step: StepId;
  /** `markOf` what was read: a recording is stale once nothing with this mark is said any more. */
  readonly mark: string;
  readonly speech: Speech;
  readonly by: PropagandistId;
  readonly at: Instant;
}

/** The recordings of these words, in the order of `speeches`; at most one in each. */
export function recordingsOf(mark: string, recorded: readonly Recorded[]): readonly Recorded[] {
  return recorded
    .filter((one) => one.mark === mark)
    .toSorted((a, b) => speeches.indexOf(a.speech) - speeches.indexOf(b.speech));
}
