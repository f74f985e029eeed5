/** Guards on which timer fired. */
import { isHeld } from "../../../cases/held.ts";
import { forgetPracticeTimer } from "../../acts/practice.ts";
import { staffLeft } from "../../acts/staff.ts";
import type { TalkEvent } from "../../event.ts";
import { activeJourney, type Talk } from "../../talk.ts";

export const guardsOfTimer = {
  forgetsPracticeHere: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name === forgetPracticeTimer &&
    activeJourney(talk)?.id === event.about &&
    talk.saved.case?.journey !== event.about,
  forgetsPractice: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && event.name === forgetPracticeTimer,
  staffLeft: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" && staffLeft(talk, event.name),
  caseTimer: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && (event.name.startsWith("case-") || event.name.startsWith("meet-")),
  endsSilence: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    (event.name === "case-silent" || event.name === "case-idle") &&
    talk.saved.case?.state.is === "claimed",
  afterHelp: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && event.name === "after-help",
  reminderWaits: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" && event.name.startsWith("remind-") && isHeld(talk.saved.case),
  reminder: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name.startsWith("remind-") &&
    talk.saved.journeys.some((j) => j.id === event.about),
  reminderHere: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name.startsWith("remind-") &&
    activeJourney(talk)?.id === event.about,
} as const;
