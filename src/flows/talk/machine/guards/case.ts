/** Guards on the case: whether one is open, who may take it, who ends it. */

import { isHeld } from "../../../cases/held.ts";
import { mayReopen } from "../../../cases/reopen.ts";
import { assignable } from "../../acts/case/give.ts";
import { losesHolder } from "../../acts/case/moments.ts";
import { isPractising } from "../../acts/practice.ts";
import { staffTakes } from "../../acts/staff.ts";
import type { TalkEvent } from "../../event.ts";
import { standing, type Talk } from "../../talk.ts";

export const guardsOfCase = {
  caseOpen: (talk: Talk) => talk.saved.case !== undefined,
  claimed: (talk: Talk) => isHeld(talk.saved.case),
  mayReopen: (talk: Talk) => mayReopen(talk) && !isPractising(talk),
  /** Somebody helps, or has agreed to come. */
  helped: (talk: Talk) => talk.saved.case !== undefined && talk.saved.case.state.is !== "waiting",
  assignable: (talk: Talk, event: TalkEvent) =>
    event.type === "assign" && assignable(talk, event.note),
  claimable: (talk: Talk, event: TalkEvent) =>
    event.type === "claim" &&
    talk.saved.case?.id === event.note.case &&
    talk.saved.case.state.is === "waiting",
  staffTakes,
  endsHelping,
  /** A neighbour walked the rest of a practice round with them: the question at its end is next. */
  finishesPractice: (talk: Talk, event: TalkEvent) =>
    endsHelping(talk, event) &&
    event.type === "case-note" &&
    event.note.kind === "case-hand-back" &&
    event.note.result.outcome === "finished" &&
    talk.saved.journeys.some((j) => j.id === talk.saved.case?.journey && j.practice === true),
  /** Called for this very place, and nobody has come: going on alone moves on from here. */
  helpCalledHere: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const leads = step.kind === "hand-over" && step["leads-to"] !== undefined;
    return (
      leads && talk.saved.case?.state.is === "waiting" && talk.saved.case.journey === journey.id
    );
  },
  /** A propagandist's chat, in which nobody is guided. */
  helpsOnly,
  losesHolder: (talk: Talk, event: TalkEvent) =>
    event.type === "unheard" && losesHolder(talk, event.note),
  /** What they were last told did not arrive. */
  owesAnswer: (talk: Talk, event: TalkEvent) =>
    event.type === "reached-again" && event.note.owes && !helpsOnly(talk),
  /** Nobody could be called: what was just offered instead must stay the newest question. */
  nobodyCalled: (talk: Talk) =>
    talk.saved.case?.state.is === "waiting" && talk.saved.case.state.rung === "later",
} as const;

function helpsOnly({ saved }: Talk): boolean {
  return saved.helping !== undefined && !saved.guiding;
}

function endsHelping(talk: Talk, event: TalkEvent): boolean {
  const of = talk.saved.case;
  if (event.type !== "case-note" || of?.id !== event.note.case || of.state.is === "waiting")
    return false;
  return (
    of.state.by.id === event.note.by.id &&
    (event.note.kind === "case-hand-back" || event.note.kind === "case-release")
  );
}
