/** Which manner a step has. */
import type { Step } from "../authoring/expand.ts";
import { askManner } from "./ask.ts";
import { chooseManner } from "./choose.ts";
import { doManner } from "./do.ts";
import { finishManner } from "./finish.ts";
import { gatherManner } from "./gather.ts";
import { handOverManner } from "./hand-over.ts";
import type { Manner } from "./manner.ts";
import { tellManner } from "./tell.ts";

export function mannerOf(step: Step): Manner<Step> {
  const manners: { readonly [Kind in Step["kind"]]: Manner<Extract<Step, { kind: Kind }>> } = {
    do: doManner,
    choose: chooseManner,
    gather: gatherManner,
    ask: askManner,
    tell: tellManner,
    "hand-over": handOverManner,
    finish: finishManner,
  };
  return manners[step.kind] as Manner<Step>;
}
