/**
 * What is read aloud of a step, and the mark that ties a recording to it.
 *
 * A recording is heard by many, who are addressed in many ways: what is read is what somebody sees whose form
 * of address is not known ("Dạ, … ạ?", no *bà* or *anh*), in Vietnamese, with today's facts in it. A propagandist
 * who reads in another language says the same in it. Of a question its answers are read too, by their numbers.
 */
import type { Flow } from "../authoring/compile.ts";
import type { Step } from "../authoring/expand.ts";
import type { Text } from "../authoring/flow-schema.ts";
import type { Library } from "../talk/library.ts";
import { blank } from "../talk/saved.ts";
import { phrase, phraseAround, type Talk, textOf } from "../talk/talk.ts";
import { dayOf } from "../time/calendar.ts";
import type { ConversationId, FlowId, Instant, StepId } from "../vocabulary.ts";

/** A step that can be recorded. */
export interface ReadAloud {
  readonly flow: FlowId;
  readonly step: StepId;
  readonly text: string;
  readonly mark: string;
}

export function readAloud(
  library: Library,
  flow: Flow,
  id: StepId,
  now: Instant,
): ReadAloud | undefined {
  const words = wordsOf(unaddressed(library, now), flow.stepAt(id));
  if (words === undefined) return undefined;
  const text = spoken(words.join("\n"));
  return { flow: flow.id, step: id, text, mark: markOf(text) };
}

/** What a step says, line by line. */
function wordsOf(talk: Talk, step: Step): readonly string[] | undefined {
  switch (step.kind) {
    case "do": {
      const sign = step.here === true ? "sign-here" : "sign-outside";
      return [textOf(talk, lasting(step.says)), phraseAround(talk, sign, lasting(step.sign))];
    }
    case "choose":
      // The answers by the numbers they can be typed as: whoever cannot read hears which is which.
      return [
        textOf(talk, lasting(step.says)),
        ...Object.values(step.choices).map(({ says }, index) =>
          phrase(talk, "read-answer", { number: index + 1, says: textOf(talk, says) }),
        ),
      ];
    case "gather":
      return [
        textOf(talk, lasting(step.says)),
        ...Object.values(step.items).map(({ says }) => textOf(talk, says)),
      ];
    case "ask":
    case "finish":
    case "hand-over":
      return [textOf(talk, lasting(step.says))];
    case "tell":
      // Nobody stands on what is only told on the way.
      return undefined;
  }
}

const countedDay = /\{due:[a-z0-9-]+\}/g;

/** A day counted from today is another one tomorrow: whoever listens finds it in the message. */
function lasting(text: Text): Text {
  return {
    vi: text.vi.replaceAll(countedDay, "ngày ghi trong tin nhắn"),
    en: text.en.replaceAll(countedDay, "the day in the message"),
  };
}

/** What ties recordings to this step, in whichever edition somebody walks it. */
export function markOfStep(
  library: Library,
  flow: Flow,
  id: StepId,
  now: Instant,
): string | undefined {
  const newest = library.flows.get(flow.id)?.edition === flow.edition;
  return newest
    ? marksOf(library, now).get(`${flow.id}/${id}`)
    : readAloud(library, flow, id, now)?.mark;
}

/** The steps of each published guide that can be recorded. */
export function allReadAloud(
  library: Library,
  now: Instant,
): ReadonlyMap<FlowId, readonly ReadAloud[]> {
  return today(library, now).steps;
}

const marksOf = (library: Library, now: Instant): ReadonlyMap<string, string> =>
  today(library, now).marks;

interface Today {
  readonly day: string;
  readonly steps: ReadonlyMap<FlowId, readonly ReadAloud[]>;
  /** By flow and step. */
  readonly marks: ReadonlyMap<string, string>;
}

/** The same library says the same all day; working it out anew takes some hundredths of a second. */
const remembered = new WeakMap<Library, Today>();

function today(library: Library, now: Instant): Today {
  const day = dayOf(now);
  const known = remembered.get(library);
  if (known?.day === day) return known;
  const steps = new Map(
    [...library.flows.values()].map((flow) => [
      flow.id,
      Object.keys(flow.steps).flatMap((id) => readAloud(library, flow, id, now) ?? []),
    ]),
  );
  const marks = new Map(
    [...steps.values()].flat().map(({ flow, step, mark }) => [`${flow}/${step}`, mark]),
  );
  const made = { day, steps, marks };
  remembered.set(library, made);
  return made;
}

/** Words for a voice: no pictographs, no quotation marks, one line. */
export function spoken(text: string): string {
  return text
    .replaceAll(/\p{Extended_Pictographic}|\u{fe0f}/gu, "")
    .replaceAll(/[“”"]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The same for the same words, and for practical purposes for no others: 64 bits, mixed by multiplication. */
export function markOf(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    one = Math.imul(one ^ letter, 2654435761);
    other = Math.imul(other ^ letter, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

const unaddressed = (library: Library, now: Instant): Talk => ({
  saved: { ...blank, language: "vi" },
  world: {
    library,
    roster: [],
    now,
    conversation: "read-aloud" as ConversationId,
    revision: 1,
    channel: "console",
  },
  effects: [],
});
