/** Every act by the name the rooms call it. A name stands in one table only; a test sees to it. */
import { actsOfAnswers } from "./acts/answers.ts";
import { actsOfAnywhere } from "./acts/anywhere.ts";
import { actsOfCase } from "./acts/case.ts";
import { actsOfElsewhere } from "./acts/elsewhere.ts";
import { actsOfNeed } from "./acts/need.ts";
import { actsOfPractice } from "./acts/practice.ts";
import { actsOfStanding } from "./acts/standing.ts";
import { actsOfStep } from "./acts/step.ts";
import { actsOfTimer } from "./acts/timer.ts";
import { actsOfWanted } from "./acts/wanted.ts";
import { actsOfWithPerson } from "./acts/with-person.ts";

export const acts = {
  ...actsOfNeed,
  ...actsOfPractice,
  ...actsOfAnswers,
  ...actsOfStep,
  ...actsOfWanted,
  ...actsOfCase,
  ...actsOfWithPerson,
  ...actsOfTimer,
  ...actsOfAnywhere,
  ...actsOfElsewhere,
  ...actsOfStanding,
} as const;

export type ActName = keyof typeof acts;
