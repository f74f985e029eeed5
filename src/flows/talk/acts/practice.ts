/**
 * A practice round: a guide walked like any other, with nothing counted and nothing kept of it. It is a journey marked
 * `practice`; what it asks nobody for and writes nowhere is decided where that is asked and written. Here it begins,
 * ends with "shall we do it for real?", and is forgotten.
 */
import { hour } from "../../time/calendar.ts";
import type { FlowId } from "../../vocabulary.ts";
import type { TalkEvent } from "../event.ts";
import type { Journey } from "../saved.ts";
import {
  activeJourney,
  effect,
  marked,
  say,
  sayPhrase,
  standing,
  type Talk,
  textOf,
  withSaved,
} from "../talk.ts";
import { begin, finish, record } from "./guide.ts";

export const isPractising = (talk: Talk): boolean => activeJourney(talk)?.practice === true;

/** States in which one guide, or a few, are spoken of by `offers`. */
const spokenOf: ReadonlySet<string> = new Set(["offered", "same-again", "practised"]);

/** The guides a wish to practise can mean here: those named, those spoken of, or the one that is open. */
export function practicable(talk: Talk, event: TalkEvent): readonly FlowId[] {
  if (event.type !== "practise") return [];
  if (event.flows.length > 0) return event.flows;
  if (spokenOf.has(talk.saved.state)) return talk.saved.offers;
  const journey = activeJourney(talk);
  return journey === undefined ? [] : [journey.flow];
}

/** Only a plain guide is practised: nobody plays at a death, or at being poor. */
export function mayPractise(talk: Talk, flow: FlowId | undefined): boolean {
  return talk.world.library.flows.get(flow ?? "")?.tone === "plain";
}

/** *Làm thử* stands where a plain guide begins: before anything in it was answered. */
export function offersPractice(talk: Talk): boolean {
  const journey = activeJourney(talk);
  if (journey === undefined || journey.practice === true) return false;
  return isUntouched(journey) && mayPractise(talk, journey.flow);
}

const isUntouched = ({ path, answers }: Journey): boolean =>
  path.length === 0 && Object.keys(answers).length === 0;

/** One practice round at a time: another one takes its place. */
export function beginPractice(talk: Talk, flow: FlowId): Talk {
  return begin(
    without(talk, (j) => j.practice === true),
    flow,
    { practice: true },
  );
}

/** Journeys that are let go without a word, with whatever waits for them. */
function without(talk: Talk, gone: (journey: Journey) => boolean): Talk {
  const ended = talk.saved.journeys.filter(gone);
  if (ended.length === 0) return talk;
  const scopes = ended.flatMap(({ id }) => [
    { do: "end-scope" as const, scope: `step:${id}` as const },
    { do: "end-scope" as const, scope: `journey:${id}` as const },
  ]);
  const left = talk.saved.journeys.filter((j) => !gone(j));
  const open = talk.saved.guiding && left.at(-1)?.id === talk.saved.journeys.at(-1)?.id;
  return withSaved(effect(talk, ...scopes), { journeys: left, guiding: open });
}

/** The last step of the round is said, and then only the question is left. */
export function finishPractice(talk: Talk): Talk {
  const { step } = standing(talk);
  const said = "says" in step ? say(talk, marked(talk, textOf(talk, step.says))) : talk;
  return sayPhrase(leavePractice(said), "practice-done");
}

export const stopPractice = (talk: Talk): Talk =>
  sayPhrase(leavePractice(talk), "practice-stopped");

/** The round is over; `offers` says of which guide. */
export function leavePractice(talk: Talk): Talk {
  const journey = activeJourney(talk);
  if (journey?.practice !== true) return talk;
  return withSaved(finish(talk, "stopped"), { offers: [journey.flow] });
}

/** The guide that was practised just now. */
export function practisedFlow(talk: Talk): FlowId | undefined {
  const journey = activeJourney(talk);
  if (journey?.practice === true) return journey.flow;
  return talk.saved.state === "practised" ? talk.saved.offers[0] : undefined;
}

/** Opened for real before they thought of practising, and nothing answered in it yet. */
export function untouchedReal(talk: Talk): Journey | undefined {
  const flow = practisedFlow(talk);
  return talk.saved.journeys.findLast(
    (j) => j.flow === flow && j.practice !== true && isUntouched(j),
  );
}

/** The journey that was opened and never walked is walked now, from its first step; it was counted when it was opened. */
export function beginUntouched(talk: Talk): Talk {
  const untouched = untouchedReal(talk);
  return untouched === undefined
    ? talk
    : begin(leavePractice(talk), untouched.flow, { instead: untouched });
}

/** Not now: what was only opened is not left lying about as something begun. */
export function leaveForLater(talk: Talk): Talk {
  const untouched = untouchedReal(talk);
  const left =
    untouched === undefined
      ? talk
      : without(record(talk, untouched, "stopped", "stopped"), ({ id }) => id === untouched.id);
  return sayPhrase(left, "practice-not-now");
}

export const forgetPracticeTimer = "forget-practice";

/** A practice round is forgotten this long after the last word in it, whatever else was agreed to. */
const keptForPractice = 24 * hour;

export function rememberPractice(talk: Talk): Talk {
  const journey = activeJourney(talk);
  if (journey?.practice !== true) return talk;
  return effect(talk, {
    do: "timer",
    name: forgetPracticeTimer,
    scope: `journey:${journey.id}`,
    at: talk.world.now + keptForPractice,
    about: journey.id,
  });
}

export function forgetPractice(talk: Talk, id: string): Talk {
  const journey = talk.saved.journeys.find((j) => j.id === id);
  if (journey?.practice !== true) return talk;
  const { case: of } = talk.saved;
  // Somebody called from it is still on the way: their card needs the step.
  if (of?.journey === id)
    return effect(talk, {
      do: "timer",
      name: forgetPracticeTimer,
      scope: `journey:${journey.id}`,
      at: talk.world.now + keptForPractice,
      about: id,
    });
  return without(talk, (j) => j.id === id);
}
