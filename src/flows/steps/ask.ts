/** A question answered in the resident's own words, or with a photo of a screen. */
import type { AskStep } from "../authoring/flow-schema.ts";
import type { Journey } from "../talk/saved.ts";
import { ask, label, phrase, type Talk, textOf } from "../talk/talk.ts";
import { dayOf } from "../time/calendar.ts";
import { readDate, readDossierCode, readNumber, readPhone } from "../understanding/answers.ts";
import { thirdPlace } from "./listening.ts";
import type { Manner, TakenWords } from "./manner.ts";

const longest = 300;

const taken = (
  value: string | undefined,
  why: Extract<TakenWords, { ok: false }>["why"],
): TakenWords => (value === undefined ? { ok: false, why } : { ok: true, value });

/** In practice nothing is asked for: what one would write is shown, and one press goes on. */
function askNothing(talk: Talk, journey: Journey, step: AskStep): Talk {
  const example = phrase(talk, "practice-example", { example: textOf(talk, step.example) });
  return ask(
    talk,
    `${textOf(talk, step.says)}\n\n${example}`,
    [
      label(talk, "practice-go-on", "skip"),
      ...thirdPlace(talk, journey, step),
      label(talk, "human"),
      label(talk, "more"),
    ],
    { step: true, stepId: journey.step, screen: step.screen },
  );
}

export const askManner: Manner<AskStep> = {
  show(talk, journey, step) {
    if (journey.practice === true) return askNothing(talk, journey, step);
    return ask(
      talk,
      textOf(talk, step.says),
      [
        ...(step.optional === true ? [label(talk, "skip")] : []),
        ...thirdPlace(talk, journey, step),
        label(talk, "human"),
        label(talk, "more"),
      ],
      { step: true, stepId: journey.step, screen: step.screen, byWords: true },
    );
  },
  take(talk, step, text) {
    switch (step.answer) {
      case "text":
        return text.length > longest
          ? { ok: false, why: "too-long" }
          : taken(text.trim() === "" ? undefined : text.trim(), "empty");
      case "number": {
        const number = readNumber(text);
        if (number === undefined) return { ok: false, why: "not-a-number" };
        const fits =
          number >= (step.least ?? Number.NEGATIVE_INFINITY) &&
          number <= (step.most ?? Number.POSITIVE_INFINITY);
        return fits ? { ok: true, value: String(number) } : { ok: false, why: "out-of-range" };
      }
      case "date":
        return taken(readDate(text, dayOf(talk.world.now)), "not-a-date");
      case "phone":
        return taken(readPhone(text), "not-a-phone");
      case "dossier-code":
        return taken(readDossierCode(text), "not-a-code");
      case "screen-photo":
        return { ok: false, why: "photo-wanted" };
    }
  },
  digitsAnswer: true,
  takesPhoto: (step) => step.answer === "screen-photo",
};
