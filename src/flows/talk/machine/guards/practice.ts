/** Guards on trying a guide out. */
import {
  isPractising,
  mayPractise,
  practicable,
  practisedFlow,
  untouchedReal,
} from "../../acts/practice.ts";
import type { TalkEvent } from "../../event.ts";
import { activeJourney, standing, type Talk } from "../../talk.ts";

export const guardsOfPractice = {
  practising: isPractising,
  wishesPractice: (talk: Talk) =>
    talk.saved.practiceWished === true && mayPractise(talk, talk.saved.offers[0]),
  practisesSeveral: (talk: Talk, event: TalkEvent) => practicable(talk, event).length > 1,
  practisesUnsaid: (talk: Talk, event: TalkEvent) => practicable(talk, event).length === 0,
  practisesAgain: (talk: Talk, event: TalkEvent) =>
    isPractising(talk) && practicable(talk, event)[0] === activeJourney(talk)?.flow,
  refusesPracticeHere: (talk: Talk, event: TalkEvent) => {
    const [flow] = practicable(talk, event);
    return !mayPractise(talk, flow) && activeJourney(talk)?.flow === flow;
  },
  refusesPractice: (talk: Talk, event: TalkEvent) =>
    !mayPractise(talk, practicable(talk, event)[0]),
  practised: (talk: Talk) => practisedFlow(talk) !== undefined,
  untouchedReal: (talk: Talk) => untouchedReal(talk) !== undefined,
  practiceAtEnd: (talk: Talk) => {
    if (!isPractising(talk)) return false;
    const { step } = standing(talk);
    return step.kind === "finish" || (step.kind === "hand-over" && step["leads-to"] === undefined);
  },
  /** Going on past a person is no taking back: whoever was called for something else still comes. */
  handsOverInPractice: (talk: Talk) =>
    standing(talk).step.kind === "hand-over" && isPractising(talk),
  onlyShown: (talk: Talk) => standing(talk).step.kind === "ask" && isPractising(talk),
} as const;
