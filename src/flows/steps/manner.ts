/** How each kind of step behaves where somebody stands on it. One file per kind beside this one. */
import type { Step } from "../authoring/expand.ts";
import type { Unread } from "../talk/event.ts";
import type { Journey } from "../talk/saved.ts";
import type { Talk } from "../talk/talk.ts";

/** What plain words (no button, no intent) mean on a step. */
export type TakenWords =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: Unread };

export interface Manner<S extends Step> {
  /** Shows the step: its words and what can be pressed. */
  show(talk: Talk, journey: Journey, step: S): Talk;
  /** Reads plain words as this step's answer, if it takes any. */
  take(talk: Talk, step: S, text: string): TakenWords | undefined;
  /** A typed digit is an answer here, never the position of a choice. */
  readonly digitsAnswer: boolean;
  /** A photo is this step's answer. */
  takesPhoto(step: S): boolean;
}
