/** Offering help that nobody asked for, once a day for one step, and noting what followed. */
import { dayOf } from "../../time/calendar.ts";
import type { StuckFollowed } from "../effect.ts";
import type { TalkEvent } from "../event.ts";
import type { Journey } from "../saved.ts";
import { patience, type Seen, type Signal, signalOf, silenceEnds, silenceTimer } from "../stuck.ts";
import { activeJourney, effect, flowOf, type Talk, withJourney, withSaved } from "../talk.ts";

/** An offer made in practice leaves the day's one for the real step. */
const keyOf = ({ flow, step, practice }: Journey): string =>
  practice === true ? `practice/${flow}/${step}` : `${flow}/${step}`;

function seenOf(talk: Talk, journey: Journey): Seen {
  const today = dayOf(talk.world.now);
  return {
    shown: journey.shown?.on === today ? journey.shown.times : 1,
    fumbles: talk.saved.fumbles,
    failed: journey.failed,
    step: journey.step,
    wentBack: journey.wentBack ?? [],
    today,
  };
}

/** Papers are looked for over days: seeing their list again, or missing one, is what it is there for. */
const isLookedAtOften = (talk: Talk, journey: Journey): boolean =>
  flowOf(talk, journey).stepAt(journey.step).kind === "gather";

/** The signal that this event gives where the resident stands, if help may be offered for it. */
export function stuckSignal(talk: Talk, event: TalkEvent): Signal | undefined {
  const journey = activeJourney(talk);
  // Somebody is already called.
  if (journey === undefined || talk.saved.case !== undefined) return undefined;
  const { now } = talk.world;
  if (talk.saved.offered[keyOf(journey)] === dayOf(now)) return undefined;
  const proving = talk.saved.state === "guided.proving";
  const signal = signalOf(event, seenOf(talk, journey), proving);
  const often = signal === "shown-again" || signal === "failed-again";
  if (often && isLookedAtOften(talk, journey)) return undefined;
  if (signal !== "silence") return signal;
  const about = event.type === "timer" ? event.about : undefined;
  // Asked when it was set and again when it comes: a server may have slept over it into the night.
  const still = about === journey.id && silenceAt(talk, journey, now) !== undefined;
  return still ? signal : undefined;
}

/** When silence from `from` on would be asked about at the step stood on, `minutes` later or at once. */
function silenceAt(talk: Talk, journey: Journey, from: number, minutes = 0): number | undefined {
  const { saved } = talk;
  const flow = flowOf(talk, journey);
  const step = flow.stepAt(journey.step);
  const listens =
    saved.state.startsWith("guided.") &&
    saved.state !== "guided.offering" &&
    saved.case === undefined &&
    saved.helping === undefined &&
    journey.practice !== true;
  if (!listens) return undefined;
  return silenceEnds({
    now: from,
    tone: flow.tone,
    hard: "hard" in step && step.hard === true,
    offered: saved.offered[keyOf(journey)] === dayOf(from),
    minutes,
  });
}

/** After the person's turn: if they now stand at a hard step, their silence is listened to. */
export function awaitSilence(talk: Talk): Talk {
  const journey = activeJourney(talk);
  if (journey === undefined) return talk;
  const minutes = talk.world.library.desk["silence-minutes"];
  const at = silenceAt(talk, journey, talk.world.now, minutes ?? patience);
  return at === undefined
    ? talk
    : effect(talk, { do: "timer", name: silenceTimer, scope: "turn", at, about: journey.id });
}

/** One more showing that somebody asked for. */
export function countShown(talk: Talk): Talk {
  const journey = activeJourney(talk);
  if (journey === undefined) return talk;
  const { shown, today } = seenOf(talk, journey);
  return withJourney(talk, { ...journey, shown: { times: shown + 1, on: today } });
}

/** Help is being offered: not again today at this step, and what follows will be noted. */
export function noteOffered(talk: Talk, event: TalkEvent): Talk {
  const journey = activeJourney(talk);
  const signal = stuckSignal(talk, event);
  if (journey === undefined || signal === undefined) return talk;
  const day = dayOf(talk.world.now);
  const noted = withSaved(talk, {
    offered: { ...talk.saved.offered, [keyOf(journey)]: day },
    fumbles: 0,
  });
  if (journey.practice === true) return noted;
  const pending = withJourney(noted, { ...journey, offer: { step: journey.step, on: day } });
  return effect(pending, {
    do: "stuck",
    moment: "offered",
    journey: journey.id,
    flow: journey.flow,
    field: flowOf(talk, journey).field,
    village: talk.saved.village?.id ?? talk.saved.village?.says,
    step: journey.step,
    signal,
    day,
  });
}

/** What came of the offer that is still open; after its day nothing came of it. */
export function noteFollowed(talk: Talk, followed: StuckFollowed): Talk {
  const journey = activeJourney(talk);
  const offer = journey?.offer;
  if (journey === undefined || offer === undefined) return talk;
  const closed = withJourney(talk, { ...journey, offer: undefined });
  if (offer.on !== dayOf(talk.world.now)) return closed;
  return effect(closed, {
    do: "stuck",
    moment: "followed",
    journey: journey.id,
    step: offer.step,
    day: offer.on,
    followed,
  });
}
