/** Acts of trying a guide out. */
import {
  beginPractice,
  beginUntouched,
  finishPractice,
  leaveForLater,
  leavePractice,
  practicable,
  stopPractice,
} from "../../acts/practice.ts";
import type { TalkEvent } from "../../event.ts";
import { sayPhrase, type Talk, withSaved } from "../../talk.ts";

export const actsOfPractice = {
  practise: (talk: Talk, event: TalkEvent) =>
    beginPractice(talk, practicable(talk, event)[0] ?? talk.saved.offers[0] ?? ""),
  wishPractice: (talk: Talk) => withSaved(talk, { practiceWished: true }),
  sayPractiseWhich: (talk: Talk) => sayPhrase(talk, "practise-which"),
  sayNotPractised: (talk: Talk) => sayPhrase(talk, "practice-not-here"),
  finishPractice,
  stopPractice,
  leavePractice,
  leaveForLater,
  beginUntouched,
} as const;
