/** Reminders somebody agreed to: when they come, what they say, and until when they keep a conversation. */
import type { Step } from "../../authoring/expand.ts";
import type { Reminder } from "../../authoring/flow-schema.ts";
import { missingAt, missingNames } from "../../steps/gather.ts";
import { addDays, afterQuiet, dayOf, instantOf } from "../../time/calendar.ts";
import { addWorkingDays, announcedIn } from "../../time/working-days.ts";
import type { Day, Instant } from "../../vocabulary.ts";
import { dueDay } from "../../words/facts.ts";
import type { Journey } from "../saved.ts";
import {
  activeJourney,
  effect,
  flowOf,
  phrase,
  standing,
  type Talk,
  textOf,
  withJourney,
} from "../talk.ts";

/** At eight in the morning of the day a reminder is for, never in the quiet hours. */
const reminderTime = "08:00";

export function remindLater(talk: Talk, journey: Journey, step: Step): Talk {
  if (talk.saved.remind !== "yes") return talk;
  return [...remindersOf(talk, journey, step), ...paperReminder(talk, journey, step)].reduce(
    (soFar, { name, at }) =>
      effect(soFar, { do: "timer", name, scope: `step:${journey.id}`, at, about: journey.id }),
    talk,
  );
}

/** The reminders of a step that are still to come, in the order of their authors. */
function remindersOf(
  talk: Talk,
  journey: Journey,
  step: Step,
): ReadonlyArray<{ readonly name: string; readonly at: Instant }> {
  if (!("reminds" in step) || step.reminds === undefined || journey.practice === true) return [];
  return step.reminds.flatMap((reminder, index) => {
    const day = dayOfReminder(talk, journey, reminder);
    if (day === undefined) return [];
    const at = afterQuiet(instantOf(day, reminderTime));
    return at <= talk.world.now ? [] : [{ name: `remind-${journey.id}-${index}`, at }];
  });
}

/** The day a reminder is for; nothing where its date was not given, or its fact may not be relied on. */
function dayOfReminder(talk: Talk, journey: Journey, reminder: Reminder): Day | undefined {
  const { facts } = talk.world.library;
  const announced = announcedIn(facts, dayOf(talk.world.now));
  const reached = dayOf(journey.since);
  const plus = (from: Day | undefined): Day | undefined =>
    from === undefined
      ? undefined
      : addWorkingDays(
          addDays(from, reminder["plus-days"] ?? 0),
          reminder["plus-working-days"] ?? 0,
          announced,
        );
  if (reminder.due !== undefined) return plus(dueDay(facts, reminder.due, reached, talk.world.now));
  if (reminder.on !== undefined) {
    const given = journey.answers[reminder.on];
    return plus(given?.kind === "value" && given.value !== "" ? given.value : undefined);
  }
  const after = reminder["after-working-days"];
  return after === undefined
    ? addDays(reached, reminder["after-days"] ?? 0)
    : addWorkingDays(reached, after, announced);
}

/** Long enough to have been at the place a paper comes from, soon enough to be remembered. */
const papersTake = 3;

/** A list left with papers missing is asked after once, in a guide that is plain and not only practised. */
function paperReminder(
  talk: Talk,
  journey: Journey,
  step: Step,
): ReadonlyArray<{ readonly name: string; readonly at: Instant }> {
  const flow = flowOf(talk, journey);
  if (step.kind !== "gather" || step.reminds !== undefined) return [];
  if (flow.tone !== "plain" || journey.practice === true || journey.askedAfter === true) return [];
  if (missingAt(journey, step).length === 0) return [];
  const day = addDays(dayOf(talk.world.now), papersTake);
  return [{ name: `remind-${journey.id}-${papers}`, at: afterQuiet(instantOf(day, reminderTime)) }];
}

/** In place of the number of an authored reminder. */
const papers = "papers";

export function remindsOfPapers(talk: Talk): boolean {
  const { journey, step } = standing(talk);
  return paperReminder(talk, journey, step).length > 0;
}

/** Resting: what is still to come of this step will be written, if that was agreed to. */
export function remindWhileResting(talk: Talk): Talk {
  const journey = activeJourney(talk);
  return journey === undefined
    ? talk
    : remindLater(talk, journey, flowOf(talk, journey).stepAt(journey.step));
}

/** When the last reminder somebody agreed to will have been written; what it needs is kept until then. */
export function lastReminder(talk: Talk): Instant {
  if (talk.saved.remind !== "yes") return 0;
  const all = talk.saved.journeys.flatMap((journey) => {
    const step = flowOf(talk, journey).stepAt(journey.step);
    return [...remindersOf(talk, journey, step), ...paperReminder(talk, journey, step)];
  });
  return Math.max(0, ...all.map(({ at }) => at));
}

/** What a reminder says when its day has come, if its step is still the one its journey stands on. */
export function reminderText(talk: Talk, id: string, timer: string): string | undefined {
  const journey = talk.saved.journeys.find((j) => j.id === id);
  if (journey === undefined) return undefined;
  const step = flowOf(talk, journey).stepAt(journey.step);
  if (timer.endsWith(`-${papers}`)) {
    const missing = step.kind === "gather" ? missingNames(talk, journey, step) : [];
    return missing.length === 0
      ? undefined
      : phrase(talk, "remind-papers", { papers: missing.join(", ") });
  }
  const index = Number(timer.slice(timer.lastIndexOf("-") + 1));
  const reminder = "reminds" in step ? step.reminds?.[index] : undefined;
  return reminder === undefined ? undefined : textOf(talk, reminder.says);
}

export function wantsReminders(talk: Talk): boolean {
  const journey = activeJourney(talk);
  if (journey === undefined) return false;
  const step = flowOf(talk, journey).stepAt(journey.step);
  return remindersOf(talk, journey, step).length > 0;
}

/** This reminder is being written: of papers it comes once. */
export function noteAskedAfter(talk: Talk, id: string, timer: string): Talk {
  const journey = talk.saved.journeys.find((j) => j.id === id);
  return journey === undefined || !timer.endsWith(`-${papers}`)
    ? talk
    : withJourney(talk, { ...journey, askedAfter: true });
}
