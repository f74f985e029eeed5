/** A flow that was published anew under somebody who stands in it. */
import type { Flow } from "../../authoring/compile.ts";
import { meansTheSame } from "../../authoring/means-the-same.ts";
import { place, roadBehind, roadTo } from "../../journey/place.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import type { StepId } from "../../vocabulary.ts";
import type { Journey } from "../saved.ts";
import { activeJourney, sayPhrase, type Talk, withJourney, withSaved } from "../talk.ts";
import { arrive, placedOn } from "./guide.ts";

export interface Met {
  readonly talk: Talk;
  /** They were put elsewhere and told so. */
  readonly recalled: boolean;
}

/**
 * When the flow of an open journey was published anew: the journey moves where its step still means the same and
 * nothing before it was never met; it is recalled where the author asked for it; otherwise it finishes the
 * edition it began, which is decided once for each new edition.
 */
export function meetNewEdition(talk: Talk): Met {
  const journey = activeJourney(talk);
  const same: Met = { talk, recalled: false };
  if (journey === undefined) return same;
  const newest = talk.world.library.flows.get(journey.flow);
  if (newest === undefined || newest.edition === journey.edition) return same;
  if (newest.edition === journey.stays) return same;
  const old = talk.world.library.edition(journey.edition);
  const rename = (id: StepId): StepId => newest.renamed[id] ?? id;
  const renamed = (answers: Journey["answers"]) =>
    Object.fromEntries(Object.entries(answers).map(([id, given]) => [rename(id), given]));
  const step = rename(journey.step);
  const moved: Journey = {
    ...journey,
    edition: newest.edition,
    stays: undefined,
    step,
    answers: renamed(journey.answers),
    aside: renamed(journey.aside),
  };
  const known = new Set(Object.keys(old?.steps ?? {}).map(rename));
  const before = old?.has(journey.step) === true ? old.stepAt(journey.step) : undefined;
  const after = newest.has(step) ? newest.stepAt(step) : undefined;
  const path =
    before !== undefined && after !== undefined && meansTheSame(before, after, rename)
      ? roadTo(newest, moved.answers, step)
      : undefined;
  if (path !== undefined) {
    // A button shown before still means its step, under the name it has now.
    const shown = talk.saved.shown.map((asked) =>
      asked.step === undefined ? asked : { ...asked, step: rename(asked.step) },
    );
    const on = { ...moved, path: [...path] };
    const here = withSaved(withJourney(talk, on), { shown });
    return { talk: tellNews(here, newest, on, known), recalled: false };
  }
  if (old !== undefined && !newest.recall)
    return { talk: withJourney(talk, { ...journey, stays: newest.edition }), recalled: false };
  const placed = place(newest, moved.answers);
  const recalled = placedOn(moved, placed);
  // What was asked in the edition before is asked no more; what was told in it is known.
  const told = sayPhrase(withSaved(withJourney(talk, recalled), { shown: [] }), "guide-changed");
  const news = placed.told.filter((id) => !known.has(id));
  return { talk: arrive(told, recalled, { step: placed.step, told: news }), recalled: true };
}

/**
 * What a new edition tells somewhere behind somebody, and the one before it did not: it would have been said on the
 * way, and nobody goes that way again. Told once, since from here on they are on the new edition.
 */
function tellNews(talk: Talk, flow: Flow, journey: Journey, known: ReadonlySet<StepId>): Talk {
  const news = roadBehind(flow, journey).filter(
    (id) => flow.stepAt(id).kind === "tell" && !known.has(id),
  );
  if (news.length === 0) return talk;
  return news.reduce(
    (soFar, id) => mannerOf(flow.stepAt(id)).show(soFar, journey, flow.stepAt(id)),
    sayPhrase(talk, "guide-news"),
  );
}
