/** Moving through a guide: beginning, arriving, answering, going back, correcting, resting, ending. */
import type { Arrival, Move } from "../../authoring/compile.ts";
import { type Placed, place } from "../../journey/place.ts";
import { ticking } from "../../steps/gather.ts";
import { withRecordings } from "../../steps/listening.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import { dayOf } from "../../time/calendar.ts";
import type { FlowId, JourneyId, StepId } from "../../vocabulary.ts";
import type { JourneyMoment } from "../effect.ts";
import type { Answer, Journey } from "../saved.ts";
import {
  activeJourney,
  effect,
  flowOf,
  phrase,
  say,
  sayPhrase,
  standing,
  type Talk,
  textOf,
  withJourney,
  withSaved,
} from "../talk.ts";
import { tellDone } from "./case/afterwards.ts";
import { remindLater } from "./reminders.ts";
import { noteFollowed } from "./stuck.ts";

export function record(
  talk: Talk,
  journey: Journey,
  moment: JourneyMoment,
  outcome?: string,
): Talk {
  if (journey.practice === true) return talk;
  const flow = flowOf(talk, journey);
  return effect(talk, {
    do: "journey",
    moment,
    journey: journey.id,
    flow: journey.flow,
    field: flow.field,
    village: talk.saved.village?.id ?? talk.saved.village?.says,
    step: journey.step,
    helped: journey.helped,
    outcome,
  });
}

/**
 * Opens a guide anew; the journeys that were open rest below it. `instead`: a journey of it in which nothing was
 * answered yet, which begins once more in place of a second one.
 */
export function begin(
  talk: Talk,
  flowId: FlowId,
  how: { readonly practice?: true; readonly instead?: Journey } = {},
): Talk {
  const flow = talk.world.library.flows.get(flowId);
  if (flow === undefined) throw new Error(`no flow ${flowId} is published`);
  const { now, conversation, revision } = talk.world;
  const { practice, instead } = how;
  const journey: Journey = {
    id: instead?.id ?? (`${conversation}.j${revision.toString(36)}` as JourneyId),
    flow: flowId,
    edition: flow.edition,
    ...(talk.saved.subject === undefined ? {} : { subject: talk.saved.subject }),
    ...(practice === undefined ? {} : { practice }),
    startedAt: instead?.startedAt ?? now,
    step: flow.beginning.step,
    since: now,
    path: [],
    answers: {},
    aside: {},
    correcting: false,
    failed: 0,
    tried: [],
    helped: talk.saved.beside === undefined ? "alone" : "in-person",
  };
  const opened = withSaved(talk, {
    journeys: [...talk.saved.journeys.filter(({ id }) => id !== journey.id), journey],
    guiding: true,
    offers: [],
    ended: undefined,
    wonders: undefined,
    // Said of this task; the next one may be somebody else's. Practised, it has not been done yet.
    ...(practice === true ? {} : { subject: undefined }),
    ...(talk.saved.beside?.moved === true && practice !== true ? { beside: undefined } : {}),
  });
  const says = practice === true ? "guide-begins-practice" : opening[flow.tone];
  const said = sayPhrase(opened, says, { guide: textOf(talk, flow.says) });
  const wished = talk.saved.practiceWished === true && practice !== true;
  const refused = wished ? sayPhrase(said, "practice-not-here") : said;
  const unreviewed = flow.reviewed ? refused : sayPhrase(refused, "guide-unreviewed");
  const begun = instead === undefined ? record(unreviewed, journey, "begun") : unreviewed;
  return arrive(begun, journey, flow.beginning);
}

const opening = {
  plain: "guide-begins",
  mourning: "guide-begins-mourning",
  delicate: "guide-begins",
} as const;

/** Says what is told on the way and stands on the step reached; showing it is left to the state. */
export function arrive(talk: Talk, journey: Journey, arrival: Arrival): Talk {
  const flow = flowOf(talk, journey);
  // What is told on the way is told now: days are counted from here.
  const told = arrival.told.reduce(
    (soFar, id) => mannerOf(flow.stepAt(id)).show(soFar, journey, flow.stepAt(id)),
    withJourney(talk, { ...journey, since: talk.world.now }),
  );
  const arrived: Journey = {
    ...journey,
    step: arrival.step,
    since: talk.world.now,
    failed: 0,
    tried: [],
    shown: undefined,
    askedAfter: undefined,
  };
  const left = effect(withJourney(told, arrived), { do: "end-scope", scope: `step:${journey.id}` });
  const reached = record(withSaved(left, { fumbles: 0 }), arrived, "reached");
  return sentOnTheWay(talk, arrived) ? record(reached, arrived, "sent") : reached;
}

/** Whether a step at which a dossier goes off lies behind the journey now, and did not before. */
function sentOnTheWay(before: Talk, { id, path }: Journey): boolean {
  const journey = before.saved.journeys.find((one) => one.id === id);
  if (journey === undefined) return false;
  const flow = flowOf(before, journey);
  return path.some((passed) => {
    const step = flow.stepAt(passed);
    return step.kind === "do" && step.sends === true && !journey.path.includes(passed);
  });
}

/** Records an answer and moves on; when something was being corrected, over everything already known. */
export function answer(before: Talk, given: Answer, move: Move): Talk {
  const here = activeJourney(before);
  const alone = here?.offer?.step === here?.step;
  const talk = alone ? noteFollowed(before, "went-on") : before;
  const { journey, flow } = standing(talk);
  const answers = { ...journey.answers, [journey.step]: given };
  if (journey.correcting) {
    const placed = place(flow, answers);
    return arrive(talk, placedOn(journey, placed), { step: placed.step, told: placed.told });
  }
  const arrival = flow.follow(journey.step, move);
  const path = [...journey.path, journey.step];
  const met = path.indexOf(arrival.step);
  if (met < 0) return arrive(talk, { ...journey, answers, path }, arrival);
  // The road leads back to a step of it: from there on everything is done anew.
  const again = new Set(path.slice(met));
  const kept = Object.entries(answers).filter(([id]) => !again.has(id));
  const moved: Journey = {
    ...journey,
    answers: Object.fromEntries(kept),
    aside: { ...journey.aside, ...answers },
    path: path.slice(0, met),
  };
  return arrive(talk, moved, arrival);
}

/** A journey as the placing function puts it. Where its road closes a round, the round is done anew. */
export function placedOn(journey: Journey, placed: Placed): Journey {
  const closes = placed.path.indexOf(placed.step);
  const again = new Set(closes < 0 ? [] : placed.path.slice(closes));
  const ticked = placed.aside[placed.step];
  const answers = Object.entries({
    ...placed.answers,
    // Papers ticked in part are still in the bag.
    ...(ticked?.kind === "ticked" ? { [placed.step]: ticked } : {}),
  });
  return {
    ...journey,
    correcting: false,
    path: placed.path.filter((id) => !again.has(id)),
    answers: Object.fromEntries(answers.filter(([id]) => !again.has(id))),
    aside: {
      ...journey.aside,
      ...placed.aside,
      ...Object.fromEntries(answers.filter(([id]) => again.has(id))),
    },
  };
}

/** Puts the resident where a helper, a chosen screen or a new edition says, by the one placing function. */
export function putAt(
  talk: Talk,
  wish: { readonly doneUpTo?: StepId; readonly until?: StepId },
): Talk {
  const { journey, flow } = standing(talk);
  const placed = place(flow, journey.answers, wish);
  return arrive(talk, placedOn(journey, placed), { step: placed.step, told: [] });
}

/** Papers ticked, or found missing after all; the step is stood on as before. */
export function keepTicks(
  talk: Talk,
  change: { readonly has?: readonly string[]; readonly lacks?: readonly string[] },
): Talk {
  const { journey, step } = standing(talk);
  if (step.kind !== "gather") return talk;
  const answers = { ...journey.answers, [journey.step]: ticking(journey, step, change) };
  return withJourney(talk, { ...journey, answers, askedAfter: undefined });
}

export function goBack(talk: Talk): Talk {
  const { journey } = standing(talk);
  const before = journey.path.at(-1);
  if (before !== undefined) return goTo(talk, before);
  return backToEarlierGuide(talk, journey) ?? sayPhrase(talk, "first-step");
}

/** Back from the first question of a guide that was opened beside another one: to that one, where it was left. */
function backToEarlierGuide(talk: Talk, journey: Journey): Talk | undefined {
  const today = dayOf(talk.world.now);
  const earlier = talk.saved.journeys.findLast(
    ({ id, practice, since }) =>
      id !== journey.id &&
      practice !== true &&
      dayOf(since) === today &&
      since <= journey.startedAt,
  );
  if (earlier === undefined || journey.practice === true || journey.path.length > 0)
    return undefined;
  const back = resume(finish(talk, "stopped"), earlier.id);
  return sayPhrase(back, "back-to-earlier", { guide: textOf(back, flowOf(back, earlier).says) });
}

/** Back to an earlier step of the road to change what was answered there. */
export function goTo(talk: Talk, step: StepId): Talk {
  const { journey } = standing(talk);
  const at = journey.path.indexOf(step);
  if (at < 0) return talk;
  const wentBack = [
    ...(journey.wentBack ?? []),
    { from: journey.step, on: dayOf(talk.world.now) },
  ].slice(-rememberedBacks);
  const path = journey.path.slice(0, at);
  const back: Journey = { ...journey, path, wentBack, correcting: true };
  return arrive(talk, back, { step, told: [] });
}

const rememberedBacks = 6;

/** The last questions answered on this road, newest first: what can be corrected. */
export function correctable(
  talk: Talk,
): ReadonlyArray<{ readonly step: StepId; readonly says: string }> {
  const { journey, flow } = standing(talk);
  return journey.path
    .toReversed()
    .flatMap((id) => {
      const step = flow.stepAt(id);
      const given = journey.answers[id];
      if (given === undefined) return [];
      if (step.kind === "choose" && given.kind === "choice") {
        const choice = step.choices[given.choice];
        return choice === undefined ? [] : [{ step: id, says: textOf(talk, choice.says) }];
      }
      if (step.kind === "ask" && given.kind === "value" && given.value !== "")
        return [{ step: id, says: given.value.slice(0, 40) }];
      return [];
    })
    .slice(0, 4);
}

/** Shows the step stood on, teaching the way back the first time a step leaves the chat. */
export function showStep(talk: Talk): Talk {
  const { journey, step } = standing(talk);
  const leaves = step.kind === "do" && step.here !== true && journey.practice !== true;
  const taught = leaves && !talk.saved.taughtWayBack ? teachWayBack(talk) : talk;
  const shown = withRecordings(mannerOf(step).show(taught, journey, step), journey);
  return remindLater(shown, journey, step);
}

function teachWayBack(talk: Talk): Talk {
  const { channel, returnCode } = talk.world;
  const line =
    channel === "web"
      ? returnCode === undefined
        ? phrase(talk, "way-back-web")
        : phrase(talk, "way-back-web-code", { code: returnCode })
      : channel === "telegram"
        ? phrase(talk, "way-back-telegram")
        : channel === "console"
          ? undefined
          : phrase(talk, "way-back-zalo");
  const told = line === undefined ? talk : say(talk, line);
  return withSaved(told, { taughtWayBack: true });
}

/** The guide is over: the journey is counted and let go. The last step stays to be shown. */
export function finish(before: Talk, outcome: string): Talk {
  const talk = noteFollowed(before, outcome === "stopped" ? "left" : "went-on");
  const { journey, step } = standing(talk);
  const stopped = outcome === "stopped";
  const told = stopped || journey.practice === true ? talk : tellDone(talk, journey);
  const counted = record(told, journey, stopped ? "stopped" : "finished", outcome);
  const ended = effect(
    counted,
    { do: "end-scope", scope: `step:${journey.id}` },
    { do: "end-scope", scope: `journey:${journey.id}` },
  );
  return withSaved(ended, {
    journeys: talk.saved.journeys.filter((j) => j.id !== journey.id),
    guiding: false,
    trouble: undefined,
    wonders: undefined,
    ended:
      step.kind === "finish" && journey.practice !== true
        ? {
            flow: journey.flow,
            edition: journey.edition,
            step: journey.step,
            since: journey.since,
          }
        : undefined,
  });
}

/** A trouble counts as a failure of this step; what was tried is told to a helper. */
export function failed(talk: Talk, what: string): Talk {
  const { journey } = standing(talk);
  return withJourney(talk, {
    ...journey,
    failed: journey.failed + 1,
    tried: [...journey.tried, what].slice(-6),
  });
}

/** Brings an older journey on top. */
export function resume(talk: Talk, id: JourneyId): Talk {
  const journey = talk.saved.journeys.find((j) => j.id === id);
  if (journey === undefined) return talk;
  return withSaved(talk, {
    journeys: [...talk.saved.journeys.filter((j) => j.id !== id), journey],
    guiding: true,
  });
}
