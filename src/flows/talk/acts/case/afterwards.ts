/** After helping: asked once whether it helped, and who helped hears what became of it. */
import { afterQuiet, hour } from "../../../time/calendar.ts";
import type { Case, Journey } from "../../saved.ts";
import {
  ask,
  effect,
  flowOf,
  label,
  phrase,
  sayPhrase,
  type Talk,
  textOf,
  withSaved,
} from "../../talk.ts";
import { lineNote, noteTo } from "./notes.ts";

/** Long enough to have tried, short enough to remember; in mourning nobody is asked on the same day. */
const askAfter = { plain: 2 * hour, delicate: 2 * hour, mourning: 20 * hour } as const;

/** After these somebody helped, and one question about it is fair. */
const helpedBy: ReadonlySet<string> = new Set([
  "still-here",
  "done-up-to",
  "finished",
  "needs-paper",
  "in-person",
]);

/** Who helped is kept until the question was answered, and longer only in the journey itself. */
export function askLater(talk: Talk, of: Case, outcome: string): Talk {
  if (of.state.is === "waiting" || !helpedBy.has(outcome)) return talk;
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const tone = journey === undefined ? "plain" : flowOf(talk, journey).tone;
  const helped = { by: of.state.by, case: of.id, journey: of.journey };
  return effect(withSaved(talk, { helped }), {
    do: "timer",
    name: "after-help",
    scope: "conversation",
    at: afterQuiet(talk.world.now + askAfter[tone]),
  });
}

/** Once; not while somebody is helping again, who will be asked about in their turn. */
export function askHelped(talk: Talk): Talk {
  const { helped } = talk.saved;
  if (helped === undefined || talk.saved.case !== undefined) return talk;
  return ask(talk, phrase(talk, "was-it-helpful", { name: helped.by.name }), [
    label(talk, "helped-yes", "helped:yes"),
    label(talk, "helped-no", "helped:no"),
  ]);
}

export function noteHelped(talk: Talk, well: boolean): Talk {
  const { helped } = talk.saved;
  if (helped === undefined) return sayPhrase(talk, "already-noted");
  // Whom it did not help is not asked whether the same person shall come again.
  const settled = withSaved(talk, { helped: undefined, ...(well ? {} : { recent: undefined }) });
  const counted = effect(settled, {
    do: "case-answer",
    case: helped.case,
    well,
  });
  const told = noteTo(counted, helped.by.id, (reader) =>
    lineNote(helped.case, reader, well ? "it-helped" : "it-did-not-help"),
  );
  return well
    ? sayPhrase(told, "thanks-for-saying")
    : ask(told, phrase(told, "sorry-not-helped"), [
        label(told, "human"),
        label(told, "go-on", "repeat"),
      ]);
}

/** A guide somebody was helped with has come to its end: whoever helped hears of it. */
export function tellDone(talk: Talk, journey: Journey): Talk {
  const { helper } = journey;
  if (helper === undefined || talk.saved.case !== undefined) return talk;
  return noteTo(talk, helper.id, (reader) =>
    lineNote(helper.case, reader, "they-are-done", {
      guide: textOf(reader.desk, flowOf(talk, journey).says),
    }),
  );
}
