/** Every guard by the name the rooms call it. A name stands in one table only; a test sees to it. */
import { guardsOfCase } from "./guards/case.ts";
import { guardsOfMoving } from "./guards/moving.ts";
import { guardsOfNeed } from "./guards/need.ts";
import { guardsOfPractice } from "./guards/practice.ts";
import { guardsOfStep } from "./guards/step.ts";
import { guardsOfTimer } from "./guards/timer.ts";
import { guardsOfWanted } from "./guards/wanted.ts";

export const guards = {
  ...guardsOfNeed,
  ...guardsOfPractice,
  ...guardsOfStep,
  ...guardsOfWanted,
  ...guardsOfCase,
  ...guardsOfTimer,
  ...guardsOfMoving,
} as const;

export type GuardName = keyof typeof guards;
