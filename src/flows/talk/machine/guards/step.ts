/** Guards on the step stood at: its kind, what it offers, what went wrong there. */
import { missingAt } from "../../../steps/gather.ts";
import { troublesOf } from "../../../steps/troubles.ts";
import { hasRecording, mustChoose } from "../../acts/listen.ts";
import { stuckSignal } from "../../acts/stuck.ts";
import type { TalkEvent } from "../../event.ts";
import { activeJourney, standing, type Talk } from "../../talk.ts";

export const guardsOfStep = {
  provesFirst: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "do" && step.prove === true;
  },
  atFirstStep: (talk: Talk) => standing(talk).journey.path.length === 0,
  isTask: (talk: Talk) => standing(talk).step.kind === "do",
  isGather: (talk: Talk) => standing(talk).step.kind === "gather",
  ticksLast: (talk: Talk, event: TalkEvent) => {
    const { journey, step } = standing(talk);
    if (step.kind !== "gather" || event.type !== "tick") return false;
    return missingAt(journey, step).every((item) => event.items.includes(item));
  },
  isAsk: (talk: Talk) => standing(talk).step.kind === "ask",
  skippable: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "ask" && step.optional === true;
  },
  isHandOver: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "hand-over" && step["leads-to"] !== undefined;
  },
  offersChoice: (talk: Talk, event: TalkEvent) => {
    const { step } = standing(talk);
    return (
      event.type === "choice" && step.kind === "choose" && Object.hasOwn(step.choices, event.choice)
    );
  },
  atEnd: (talk: Talk) => activeJourney(talk) !== undefined && standing(talk).step.kind === "finish",
  withStep: (_talk: Talk, event: TalkEvent) =>
    (event.type === "correct" || event.type === "which-screen") && event.step !== undefined,
  recordedHere: hasRecording,
  mustChooseSpeech: (talk: Talk, event: TalkEvent) =>
    event.type === "listen" && event.speech === undefined && mustChoose(talk),
  troubleForPerson: (talk: Talk, event: TalkEvent) => troubleOf(talk, event)?.human === true,
  troubleElsewhere: (talk: Talk, event: TalkEvent) =>
    troubleOf(talk, event)?.["leads-to"] !== undefined,
  troubleKnown: (talk: Talk, event: TalkEvent) => troubleOf(talk, event) !== undefined,
  /** Whoever asks for a moment looks at the step they have: it is not shown again. */
  onlyWaits: (_talk: Talk, event: TalkEvent) => event.type === "aside" && event.about === "wait",
  placeMends: (_talk: Talk, event: TalkEvent) =>
    event.type === "aside" && event.about === "place" && event.trouble !== undefined,
  stuckHere: (talk: Talk, event: TalkEvent) => stuckSignal(talk, event) !== undefined,
} as const;

function troubleOf(talk: Talk, event: TalkEvent) {
  if (event.type !== "trouble") return undefined;
  return troublesOf(standing(talk).step)[event.trouble];
}
