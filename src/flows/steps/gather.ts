/** Papers to have ready: ticked one at a time, left and found again as they were. */
import type { GatherStep } from "../authoring/flow-schema.ts";
import type { Choice } from "../talk/effect.ts";
import type { Answer, Journey } from "../talk/saved.ts";
import { ask, label, phrase, type Talk, textOf } from "../talk/talk.ts";
import { fold } from "../understanding/fold.ts";
import type { Manner } from "./manner.ts";

/** Items beside which *Đủ cả rồi*, *Thiếu thì sao?* and one way on still fit. */
const onAPage = 2;

/** What is ticked is kept by the item's id, so that it outlives a new edition. */
const tickedIn = (journey: Journey): readonly string[] => {
  const given: Answer | undefined = journey.answers[journey.step];
  return given?.kind === "ticked" ? given.items : [];
};

/** The papers still to be found, in their author's order. */
export function missingAt(journey: Journey, step: GatherStep): readonly string[] {
  const given = journey.answers[journey.step];
  if (given?.kind === "done") return [];
  const ticked = tickedIn(journey);
  return Object.keys(step.items).filter((item) => !ticked.includes(item));
}

/** Their names, as one says them in a sentence: "giấy chứng sinh, căn cước của mẹ". */
export function missingNames(talk: Talk, journey: Journey, step: GatherStep): readonly string[] {
  return missingAt(journey, step).map((item) => nameOf(talk, step, item));
}

const nameOf = (talk: Talk, step: GatherStep, item: string): string => {
  const authored = step.items[item];
  return authored === undefined ? item : textOf(talk, authored.says);
};

/** With these ticked, and those not: the answer as it is kept. */
export function ticking(
  journey: Journey,
  step: GatherStep,
  change: { readonly has?: readonly string[]; readonly lacks?: readonly string[] },
): Extract<Answer, { kind: "ticked" }> {
  const known = Object.keys(step.items);
  const missing = missingAt(journey, step);
  const had = known.filter((item) => !missing.includes(item));
  const { has = [], lacks = [] } = change;
  const all = new Set([
    ...tickedIn(journey),
    ...had,
    ...has.filter((item) => known.includes(item)),
  ]);
  for (const item of lacks) all.delete(item);
  return { kind: "ticked", items: [...all] };
}

/** The list with its marks, and the papers of one page to press. */
export function askPapers(
  talk: Talk,
  journey: Journey,
  step: GatherStep,
  { heading, page = 0 }: { readonly heading?: string; readonly page?: number } = {},
): Talk {
  const missing = missingAt(journey, step);
  const list = Object.keys(step.items)
    .map((item) => `${missing.includes(item) ? "☐" : "✓"} ${nameOf(talk, step, item)}`)
    .join("\n");
  const from = page * onAPage < missing.length ? page * onAPage : 0;
  const papers = missing
    .slice(from, from + onAPage)
    .map((item): Choice => ({ id: `i:${item}`, says: nameOf(talk, step, item) }));
  const paged = missing.length > onAPage;
  const next = from + onAPage < missing.length ? from / onAPage + 1 : 0;
  return ask(
    talk,
    [
      ...(heading === undefined ? [] : [heading]),
      list,
      ...(missing.length === 0 ? [] : [phrase(talk, "gather-how")]),
    ].join("\n\n"),
    [
      ...papers,
      ...(paged ? [{ id: `items:${next}`, says: phrase(talk, "gather-others") }] : []),
      label(talk, "gather-all", "done"),
      label(talk, "gather-lacking", "lacking"),
      ...(paged ? [] : [label(talk, "more")]),
    ],
    { step: true, stepId: journey.step, screen: step.screen },
  );
}

/** Papers whose way to get them is told in one message. */
const toldAtOnce = 3;

/** "What if one is missing?": where each is to be had, the ways out, and a person. */
export function askLacking(talk: Talk, journey: Journey, step: GatherStep): Talk {
  const told = missingAt(journey, step)
    .flatMap((item) => {
      const where = step.items[item]?.where;
      return where === undefined ? [] : [`${nameOf(talk, step, item)}: ${textOf(talk, where)}`];
    })
    .slice(0, toldAtOnce);
  const troubles = Object.entries(step.troubles ?? {}).map(
    ([id, t]): Choice => ({ id: `t:${id}`, says: textOf(talk, t.says) }),
  );
  return ask(
    talk,
    [
      ...told,
      phrase(talk, told.length === 0 ? "gather-ask-person" : rememberedFor(talk, journey)),
    ].join("\n\n"),
    [...troubles, label(talk, "human"), label(talk, "more"), label(talk, "back-to-step", "repeat")],
    { stepId: journey.step },
  );
}

/** Said as long as it is true: without consent, and in practice, the list is forgotten after a day. */
const rememberedFor = (talk: Talk, journey: Journey) =>
  talk.saved.keep === "yes" && journey.practice !== true ? "gather-take-time" : "gather-take-a-day";

/** What somebody wrote about their papers: those they have, those they have not, or all of them. */
export interface PapersNamed {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly all: boolean;
  /** Something is missing, whatever it is. */
  readonly lacking: boolean;
  /** Of several alike it was not said which: "căn cước" where both parents' are asked for. */
  readonly unclear: boolean;
}

const everything =
  /\b(co|du|day|gom|xong) (du|het|day|ca)\b|\bdu (ca|roi|het|giay|hai|ba|bon)\b|\b(khong|ko|chang|chua) (con )?thieu (gi|giay nao|cai nao|to nao)\b|\b(have|got) (them all|all|everything)\b/;
const lack = /\b(chua|khong|ko|k|thieu|mat|rach|lost|missing|lack|no|not|dont)\b/;

export function papersNamed(step: GatherStep, text: string): PapersNamed {
  const called = namesOf(step);
  const shared = sharedNames(step);
  let unclear = false;
  const has: string[] = [];
  const lacks: string[] = [];
  let all = false;
  let lacking = false;
  for (const part of text.split(/[,;.\n]|nhưng|nhung|\bbut\b/iu)) {
    const folded = fold(part);
    const named = [...called]
      .filter(([, names]) => names.some((name) => ` ${folded} `.includes(` ${name} `)))
      .map(([item]) => item);
    if (named.length === 0 && shared.some((name) => ` ${folded} `.includes(` ${name} `)))
      unclear = true;
    const without = lack.test(folded);
    if (
      everything.test(folded) &&
      (!without || /thieu/.test(folded)) &&
      !/\bchua du\b/.test(folded)
    )
      all = true;
    else if (without) {
      lacking = true;
      lacks.push(...named);
    } else has.push(...named);
  }
  return { has, lacks, all: all && !lacking, lacking, unclear };
}

/** "giấy kết hôn của bố mẹ bé" without whose it is. */
const headOf = (name: string): string | undefined => /^(.+?) (?:cua|hay|hoac) /.exec(name)?.[1];

/**
 * What each paper may be called, folded: its name, and shorter as long as no other paper is called so: "giấy kết
 * hôn" for that of the parents, "căn cước của mẹ" for "căn cước của mẹ bé".
 */
function namesOf(step: GatherStep): ReadonlyMap<string, readonly string[]> {
  const whole = Object.entries(step.items).map(
    ([item, { says }]) => [item, [fold(says.vi), fold(says.en)]] as const,
  );
  return new Map(
    whole.map(([item, names]) => {
      const others = whole.filter(([other]) => other !== item).flatMap(([, said]) => said);
      const shorter = [
        ...names.flatMap((name) => headOf(name) ?? []),
        ...names.map((name) => name.replace(/ be$/, "")),
      ].filter((name) => !others.some((other) => ` ${other} `.includes(` ${name} `)));
      return [item, [...new Set([...names, ...shorter])]];
    }),
  );
}

/** What several papers of the list have in common, folded: "căn cước". */
function sharedNames(step: GatherStep): readonly string[] {
  const heads = Object.values(step.items).flatMap(({ says }) => headOf(fold(says.vi)) ?? []);
  return heads.filter((head, at) => heads.indexOf(head) !== at);
}

export const gatherManner: Manner<GatherStep> = {
  show: (talk, journey, step) =>
    askPapers(talk, journey, step, { heading: textOf(talk, step.says) }),
  take: () => undefined,
  digitsAnswer: false,
  takesPhoto: () => false,
};
