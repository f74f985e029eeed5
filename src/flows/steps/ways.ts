/** Every way on from a step, as its author wrote it: for drawings and books, not for walking. */
import type { Step } from "../authoring/expand.ts";
import type { Text, Trouble } from "../authoring/flow-schema.ts";
import type { StepId } from "../vocabulary.ts";
import { troublesOf } from "./troubles.ts";

export interface Way {
  /** `on`: the step's own way · `choice`: one answer of several · `trouble`: something went wrong. */
  readonly kind: "on" | "choice" | "trouble";
  /** Missing where nothing is chosen. */
  readonly says?: Text;
  /** Missing where one stays on the step, or a person takes over. */
  readonly to?: StepId;
  readonly trouble?: Trouble;
}

export function waysOf(step: Step): Way[] {
  switch (step.kind) {
    case "gather":
    case "do":
      return [
        { kind: "on", to: step["leads-to"] },
        ...Object.values(troublesOf(step)).map((trouble): Way => {
          const to = trouble["leads-to"];
          return {
            kind: "trouble",
            says: trouble.says,
            trouble,
            ...(to === undefined ? {} : { to }),
          };
        }),
      ];
    case "choose":
      return Object.values(step.choices).map(({ says, "leads-to": to }) => ({
        kind: "choice",
        says,
        to,
      }));
    case "ask":
    case "tell":
      return [{ kind: "on", to: step["leads-to"] }];
    case "hand-over":
      return step["leads-to"] === undefined ? [] : [{ kind: "on", to: step["leads-to"] }];
    case "finish":
      return [];
  }
}
