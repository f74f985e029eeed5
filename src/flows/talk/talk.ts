/** A conversation in the middle of a turn, and the few things every act does with it. */
import type { Flow } from "../authoring/compile.ts";
import type { Step } from "../authoring/expand.ts";
import type { Text } from "../authoring/flow-schema.ts";
import { isHeld } from "../cases/held.ts";
import { dayOf } from "../time/calendar.ts";
import type { Day, Language, PropagandistId } from "../vocabulary.ts";
import { addressWord, withAddress } from "../words/address.ts";
import { quoteFacts } from "../words/facts.ts";
import type { PhraseId } from "../words/phrases.ts";
import { asTyped } from "../words/without-buttons.ts";
import type { Choice, Effect, Reply } from "./effect.ts";
import type { World } from "./library.ts";
import type { Journey, Saved, Shown } from "./saved.ts";

export interface Talk {
  readonly saved: Saved;
  readonly world: World;
  readonly effects: readonly Effect[];
}

export function withSaved(talk: Talk, change: Partial<Saved>): Talk {
  return { ...talk, saved: { ...talk.saved, ...change } };
}

export function effect(talk: Talk, ...more: readonly Effect[]): Talk {
  return { ...talk, effects: [...talk.effects, ...more] };
}

/** As whoever helps reads it: the resident is spoken of, not to. */
export const forDesk = (talk: Talk, language: Language = "vi"): Talk =>
  withSaved(talk, { language, address: undefined });

/** What this propagandist reads, on the desk and in their chat. */
export const languageOf = (talk: Talk, who: PropagandistId): Language =>
  talk.world.roster.find((p) => p.id === who)?.language ?? "vi";

/** A line for whoever helps, who reads one of the two. */
export const inBoth = (talk: Talk, says: (desk: Talk) => string): Text => ({
  vi: says(forDesk(talk)),
  en: says(forDesk(talk, "en")),
});

type Values = Readonly<Record<string, string | number>>;

/** An authored text in the resident's language, with address, facts and place put in. */
export function textOf(talk: Talk, text: Text, values: Values = {}): string {
  return fill(talk, text[talk.saved.language], values);
}

/** A shared line. `{name}` places take the values; address, facts and place are put in as everywhere. */
export function phrase(talk: Talk, id: PhraseId, values: Values = {}): string {
  return fill(talk, template(talk, id), values);
}

/** A shared line around a sign: both are authored, so the pair is put into the sentence as a whole. */
export function phraseAround(talk: Talk, id: PhraseId, sign: Text): string {
  return fill(
    talk,
    template(talk, id).replaceAll("{sign}", () => sign[talk.saved.language]),
    {},
  );
}

function template(talk: Talk, id: PhraseId): string {
  const found = talk.world.library.phrases[talk.saved.language][id];
  if (found === undefined) throw new Error(`no phrase ${id} in ${talk.saved.language}`);
  return asTyped(found, talk.saved.language, talk.world.channel);
}

/**
 * Address and facts first, values last: what somebody wrote, and names, are passed on letter by letter.
 */
function fill(talk: Talk, template: string, values: Values): string {
  const { library, now } = talk.world;
  const { language, address } = talk.saved;
  const commune = library.places.communes.find((c) => c.id === library.desk.commune);
  const addressed = withAddress(
    quoteFacts(template, library.facts, now, language, filedOn(talk)),
    address,
    language,
  );
  const filled = addressed.replaceAll(/\{([a-z][a-zA-Z-]*)\}/g, (whole, name: string) => {
    if (Object.hasOwn(values, name)) return String(values[name]);
    if (name === "commune") return commune?.says ?? "";
    if (name === "province") return library.places.province.says;
    if (name === "operator" || name === "data-requests") return library.desk[name][language];
    if (name === "address") return address === undefined ? "" : addressWord(address);
    return whole;
  });
  // "{name} đã nhận", "🔔 {who} lại cần giúp": a sentence that begins with a value begins with a capital.
  return beginsWithValue.test(template) ? filled.replace(firstLetter, upper) : filled;
}

const beginsWithValue = /^(?:\p{Extended_Pictographic}\s)?\{/u;
const firstLetter = /^(?:\p{Extended_Pictographic}\s)?\p{L}/u;

/** The day from which `{due:…}` counts: the one on which the step stood on was reached. */
function filedOn(talk: Talk): Day {
  return dayOf(activeJourney(talk)?.since ?? talk.saved.ended?.since ?? talk.world.now);
}

const upper = (letter: string): string => letter.toLocaleUpperCase("vi");

const plain: Omit<Reply, "text"> = { choices: [], step: false, from: "machine" };

export function say(talk: Talk, text: string, more: Partial<Reply> = {}): Talk {
  return effect(talk, { do: "say", reply: { ...plain, ...more, text } });
}

export function sayPhrase(talk: Talk, id: PhraseId, values: Values = {}): Talk {
  return say(talk, phrase(talk, id, values));
}

/** How many questions back a press is still recognised for what it was. */
const rememberedQuestions = 6;

/** In a practice round every message of a step says so, once. */
export function marked(talk: Talk, text: string): string {
  if (activeJourney(talk)?.practice !== true) return text;
  const mark = phrase(talk, "practice-mark");
  return text.includes(mark) ? text : `${mark} ${text}`;
}

/** Says something that can be answered by pressing, by number or by words, and remembers what was offered. */
export function ask(
  talk: Talk,
  text: string,
  choices: readonly Choice[],
  more: Partial<Reply> & { readonly stepId?: string } = {},
): Talk {
  const { stepId, ...reply } = more;
  const words = stepId === undefined ? text : marked(talk, text);
  const shown: Shown = {
    turn: talk.world.revision,
    state: talk.saved.state,
    ...(stepId === undefined ? {} : { step: stepId }),
    choices: [...choices],
  };
  const earlier = talk.saved.shown.filter((s) => s.turn !== talk.world.revision);
  // While a person listens, a typed number is said to them.
  const held = talk.saved.state === "with-person" && isHeld(talk.saved.case);
  return withSaved(say(talk, words, { ...reply, choices, ...(held ? { byWords: true } : {}) }), {
    shown: [...earlier, shown].slice(-rememberedQuestions),
  });
}

export function label(talk: Talk, id: PhraseId, choiceId: string = id): Choice {
  return { id: choiceId, says: phrase(talk, id) };
}

export function activeJourney(talk: Talk): Journey | undefined {
  return talk.saved.guiding ? talk.saved.journeys.at(-1) : undefined;
}

export function withJourney(talk: Talk, journey: Journey): Talk {
  return withSaved(talk, {
    journeys: talk.saved.journeys.map((j) => (j.id === journey.id ? journey : j)),
  });
}

/** The edition this journey walks; the newest one when its own was lost. */
export function flowOf(talk: Talk, journey: Journey): Flow {
  const flow =
    talk.world.library.edition(journey.edition) ?? talk.world.library.flows.get(journey.flow);
  if (flow === undefined)
    throw new Error(`journey ${journey.id}: no edition of ${journey.flow} is published`);
  return flow;
}

/** The active journey and its step; only to be asked where a guide is open. */
export function standing(talk: Talk): {
  readonly journey: Journey;
  readonly flow: Flow;
  readonly step: Step;
} {
  const journey = activeJourney(talk);
  if (journey === undefined) throw new Error(`no guide is open in state ${talk.saved.state}`);
  const flow = flowOf(talk, journey);
  return { journey, flow, step: flow.stepAt(journey.step) };
}
