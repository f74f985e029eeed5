/** Steps offered by their names, never by a number to be known. */
import type { CaseId } from "../../../vocabulary.ts";
import { markOf } from "../../../voice/read-aloud.ts";
import type { StepName } from "../../../who-helps.ts";
import type { Choice } from "../../effect.ts";
import { phrase, type Talk } from "../../talk.ts";
import { caseNamed, type Held, page, tell } from "./side.ts";

/** "Done up to…": the step stood on first, then what follows, and at the end what was before it. */
export function chooseStep(talk: Talk, id: CaseId, at: number): Talk {
  const steps = (held: Held): readonly StepName[] => {
    const tasks = held.steps.filter((step) => step.onlyToSend !== true);
    return fromHere(tasks, tasks.findIndex(isHere));
  };
  return offer(talk, id, at, {
    steps,
    asked: "done-up-to-which",
    head: "up",
    further: "upto",
    back: `end:${id}`,
  });
}

/** To be sent: first what lies around them, then what is behind, the nearest first, and what comes later. */
export function chooseShown(talk: Talk, id: CaseId, at: number): Talk {
  const steps = ({ steps: all }: Held): readonly StepName[] => {
    const [nearest, ...behind] = all.filter((step) => step.where === "behind").toReversed();
    const around = all.filter((step) => step.where !== "behind" && step.where !== "later");
    const later = all.filter((step) => step.where === "later");
    return [...(nearest === undefined ? [] : [nearest]), ...around, ...behind, ...later];
  };
  return offer(talk, id, at, {
    steps,
    asked: "show-which",
    head: "st",
    further: "sts",
    back: `tools:${id}`,
  });
}

/** The step of a button: by its own id, for the list may have changed since it was offered. */
export const stepMarked = (talk: Talk, id: CaseId, mark: string): StepName | undefined =>
  caseNamed(talk, id)?.steps.find((step) => markOf(step.id) === mark);

interface Offer {
  readonly steps: (held: Held) => readonly StepName[];
  readonly asked: "done-up-to-which" | "show-which";
  /** What the ids of its choices begin with. */
  readonly head: "up" | "st";
  readonly further: "upto" | "sts";
  readonly back: string;
}

function offer(talk: Talk, id: CaseId, at: number, made: Offer): Talk {
  const held = caseNamed(talk, id);
  if (held === undefined) return tell(talk, phrase(talk, "refused-closed"), [], { about: id });
  const steps = made.steps(held);
  if (steps.length === 0)
    return tell(talk, phrase(talk, "no-steps-known"), [], { about: id, chosen: true });
  const choices = steps.map(
    (step): Choice => ({
      id: `${made.head}:${markOf(step.id)}:${id}`,
      says: `${signOf(step)}${short(step.says)}`,
    }),
  );
  return tell(
    talk,
    phrase(talk, made.asked, { name: held.name }),
    page(talk, toldApart(choices), at, (next) => `${made.further}:${id}:${next}`, [
      { id: made.back, says: phrase(talk, "back") },
    ]),
    { about: id, chosen: true },
  );
}

const isHere = (step: StepName): boolean => step.where === "here";

const fromHere = (steps: readonly StepName[], here: number): readonly StepName[] =>
  here < 0 ? steps : [...steps.slice(here), ...steps.slice(0, here)];

/** Where a step lies for them, before its name. */
const signOf = ({ where }: StepName): string =>
  where === "behind" ? "✓ " : where === "here" ? "▸ " : "";

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

/** Two steps that begin alike are told apart, or one of two equal buttons would never be pressed. */
function toldApart<C extends { readonly says: string }>(choices: readonly C[]): readonly C[] {
  const seen = new Map<string, number>();
  return choices.map((choice) => {
    const count = (seen.get(choice.says) ?? 0) + 1;
    seen.set(choice.says, count);
    return count === 1 ? choice : { ...choice, says: `${choice.says} (${count})` };
  });
}
