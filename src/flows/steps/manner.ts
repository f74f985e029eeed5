/** How each kind of step behaves where somebody stands on it. One file per kind beside this one. */
import type { Step } from "../authoring/expand.ts";
import type { Unread } from "../talk/event.ts";
import type { Journey } from "../talk/saved.ts";
import type { Talk } from "../talk/talk.ts";
import { askManner } from "./ask.ts";
import { chooseManner } from "./choose.ts";
import { doManner } from "./do.ts";
import { finishManner } from "./finish.ts";
import { handOverManner } from "./hand-over.ts";
import { tellManner } from "./tell.ts";

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

export function mannerOf(step: Step): Manner<Step> {
  const manners: { readonly [Kind in Step["kind"]]: Manner<Extract<Step, { kind: Kind }>> } = {
    do: doManner,
    choose: chooseManner,
    ask: askManner,
    tell: tellManner,
    "hand-over": handOverManner,
    finish: finishManner,
  };
  return manners[step.kind] as Manner<Step>;
}
