/**
 * Where *Nghe* stands. The first time it is found under *Khác…*; for whoever has listened once, or where nothing
 * closer can be shown, it takes the third place, and *Chỉ kỹ hơn* moves to *Khác…*.
 */
import type { Choice } from "../talk/effect.ts";
import type { Journey } from "../talk/saved.ts";
import { flowOf, label, type Talk } from "../talk/talk.ts";
import { markOfStep } from "../voice/read-aloud.ts";
import { type Recorded, recordingsOf } from "../voice/recorded.ts";

/** The recordings of this step's words as they are today. */
export function recordingsHere(talk: Talk, journey: Journey): readonly Recorded[] {
  const { library, now, recorded = [] } = talk.world;
  if (recorded.length === 0) return [];
  const mark = markOfStep(library, flowOf(talk, journey), journey.step, now);
  return mark === undefined ? [] : recordingsOf(mark, recorded);
}

/** What stands in the third place of a step. */
export function thirdPlace(
  talk: Talk,
  journey: Journey,
  step: { readonly explain?: unknown },
): readonly Choice[] {
  const explains = step.explain !== undefined;
  const listens =
    (talk.saved.listens === true || !explains) && recordingsHere(talk, journey).length > 0;
  if (listens) return [label(talk, "listen")];
  return explains ? [label(talk, "explain")] : [];
}

/** The step just shown, with its recordings: a page plays them beside the words. */
export function withRecordings(talk: Talk, journey: Journey): Talk {
  const here = recordingsHere(talk, journey);
  const at = talk.effects.findLastIndex((e) => e.do === "say" && e.reply.step);
  const shown = talk.effects[at];
  if (here.length === 0 || shown?.do !== "say") return talk;
  const heardAs = here.map(({ id, speech }) => ({ id, speech }));
  return {
    ...talk,
    effects: talk.effects.with(at, { ...shown, reply: { ...shown.reply, heardAs } }),
  };
}
