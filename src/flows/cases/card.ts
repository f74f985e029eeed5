/** What a propagandist reads of a case, in their language: without a number, a code or a name of the resident. */
import type { Trouble } from "../authoring/flow-schema.ts";
import { freeOnZalo } from "../budget.ts";
import { handBackSchema } from "../inbound.ts";
import { missingNames } from "../steps/gather.ts";
import { commonIn } from "../talk/common-trouble.ts";
import type { Card, CardWords } from "../talk/effect.ts";
import type { Case, Journey } from "../talk/saved.ts";
import { flowOf, forDesk, phrase, type Talk, textOf } from "../talk/talk.ts";
import { sayWhen } from "../time/calendar.ts";
import type { Instant, Language } from "../vocabulary.ts";
import { addressWord } from "../words/address.ts";
import { nameOf } from "./name.ts";
import { named, type StepAround, stepsAround } from "./named-steps.ts";
import { whysOf } from "./why.ts";

export function cardOf(talk: Talk, of: Case): Card {
  const { address, village } = talk.saved;
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const steps = journey === undefined ? [] : stepsAround(journey, flowOf(talk, journey));
  return {
    ...wordsOf(talk, of, steps, "vi"),
    en: wordsOf(talk, of, steps, "en"),
    address: address === undefined ? undefined : addressWord(address),
    village: village?.says,
    whys: whysOf(talk, of),
    reachableUntil: reachableUntil(talk),
    meeting: of.state.is === "resting" ? { at: of.state.meetAt, place: of.state.place } : undefined,
    reopened: reopenedOf(of),
    passed: of.passed,
    beside: of.beside?.map((p) => p.id),
    invited: of.invited,
  };
}

function wordsOf(
  talk: Talk,
  of: Case,
  steps: readonly StepAround[],
  language: Language,
): CardWords {
  const desk = forDesk(talk, language);
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const flow = journey === undefined ? undefined : flowOf(talk, journey);
  const step = journey === undefined ? undefined : flow?.stepAt(journey.step);
  return {
    subject:
      journey?.subject === undefined ? undefined : phrase(desk, `subject-${journey.subject}`),
    flow: flow === undefined ? undefined : titleOf(desk, textOf(desk, flow.says), journey),
    step:
      journey === undefined || step === undefined || !("says" in step)
        ? undefined
        : {
            id: journey.step,
            says: textOf(desk, step.says),
            sign: step.kind === "do" ? textOf(desk, step.sign) : undefined,
            screen: "screen" in step ? step.screen : undefined,
          },
    missing:
      journey !== undefined && step?.kind === "gather"
        ? missingNames(desk, journey, step)
        : undefined,
    reason: of.reason[language],
    wants: of.wants === "anyone" ? undefined : phrase(desk, `who-${of.wants}`),
    tried: triedIn(desk, journey?.tried ?? [], step?.kind === "do" ? step.troubles : undefined),
    steps: named(desk, steps),
  };
}

/** The steps as whoever reads this language is offered them. */
export const stepsFor = (card: Card, language: Language): Card["steps"] =>
  (language === "en" ? card.en : undefined)?.steps ?? card.steps;

function reopenedOf({ reopens }: Case): Card["reopened"] {
  if (reopens === undefined) return undefined;
  const { case: id, by, at, outcome } = reopens;
  return { case: id, by: by.name, at, outcome };
}

/** Whoever helps must not believe that papers were sent. */
const titleOf = (desk: Talk, guide: string, journey: Journey | undefined): string =>
  journey?.practice === true ? phrase(desk, "card-practice", { guide }) : guide;

/** When the platform's window closes; undefined where there is none. */
function reachableUntil({ saved, world }: Talk): Instant | undefined {
  return world.channel === "zalo-oa" && saved.heardAt !== undefined
    ? saved.heardAt + freeOnZalo
    : undefined;
}

/** Every trouble once, by its words; "it did not work" only where nothing says more. */
function triedIn(
  desk: Talk,
  tried: readonly string[],
  troubles: Readonly<Record<string, Trouble>> | undefined,
): readonly string[] {
  const named = [...new Set(tried)].flatMap((id) => {
    const common = commonIn(id);
    if (common !== undefined) return [phrase(desk, `tried-${common}`)];
    const trouble = troubles?.[id];
    return trouble === undefined ? [] : [textOf(desk, trouble.says)];
  });
  return named.length === 0 && tried.length > 0 ? [phrase(desk, "tried-unseen")] : named;
}

/** How a case ended, as its button says it. */
function endOf(desk: Talk, outcome: string): string {
  const known = handBackSchema.options.find((option) => option.shape.outcome.value === outcome);
  return known === undefined
    ? phrase(desk, "take-back")
    : phrase(desk, `outcome-${known.shape.outcome.value}`);
}

/** The card as one message, for whoever reads this language. */
export function cardText(
  talk: Talk,
  made: Card,
  waitedMinutes: number,
  language: Language = "vi",
): string {
  const desk = forDesk(talk, language);
  const card = language === "en" ? { ...made, ...made.en } : made;
  const lines = [
    phrase(desk, "card-who", { who: nameOf(talk, language) }),
    card.flow === undefined ? undefined : phrase(desk, "card-flow", { guide: card.flow }),
    card.subject === undefined
      ? undefined
      : phrase(desk, "card-subject", { subject: card.subject }),
    card.step === undefined ? undefined : phrase(desk, "card-step", { step: card.step.says }),
    card.step?.sign === undefined ? undefined : phrase(desk, "card-sign", { sign: card.step.sign }),
    phrase(desk, "card-reason", { reason: card.reason }),
    card.tried.length === 0
      ? undefined
      : phrase(desk, "card-tried", { tried: card.tried.join("; ") }),
    card.missing === undefined || card.missing.length === 0
      ? undefined
      : phrase(desk, "card-missing", { papers: card.missing.join(", ") }),
    card.wants === undefined ? undefined : phrase(desk, "card-wants", { wants: card.wants }),
    card.reachableUntil === undefined
      ? undefined
      : phrase(desk, card.reachableUntil > talk.world.now ? "card-reachable" : "card-unreachable", {
          when: sayWhen(card.reachableUntil, talk.world.now, language),
        }),
    phrase(desk, "card-waited", { minutes: waitedMinutes }),
    card.reopened === undefined
      ? undefined
      : phrase(desk, "card-reopened", {
          by: card.reopened.by,
          when: sayWhen(card.reopened.at, talk.world.now, language),
          outcome: endOf(desk, card.reopened.outcome),
        }),
    card.passed === undefined ? undefined : phrase(desk, "card-passed", card.passed),
  ];
  return lines.filter((line) => line !== undefined).join("\n");
}
