/** What each state of the conversation asks. Entering a state asks it; asides ask it again. */
import type { Field } from "../authoring/flow-schema.ts";
import { askLacking } from "../steps/gather.ts";
import { troublesOf } from "../steps/troubles.ts";
import { boardOf } from "../words/board.ts";
import { endOf } from "./acts/after-end.ts";
import { askBeside } from "./acts/beside.ts";
import { officeTelephone } from "./acts/case/kept.ts";
import { correctable, showStep } from "./acts/guide.ts";
import { askSpeech, heldBack } from "./acts/listen.ts";
import { isPractising, mayPractise, offersPractice } from "./acts/practice.ts";
import { remindWhileResting } from "./acts/reminders.ts";
import { askWanted } from "./acts/wanted.ts";
import { commonIn } from "./common-trouble.ts";
import type { Choice } from "./effect.ts";
import { nearbyScreens } from "./nearby-screens.ts";
import type { Journey } from "./saved.ts";
import { ask, flowOf, label, phrase, phraseAround, standing, type Talk, textOf } from "./talk.ts";

export const states = [
  "beside",
  "need",
  "fields",
  "offered",
  "same-again",
  "practised",
  "unguided",
  "guided.step",
  "guided.proving",
  "guided.troubles",
  "guided.mending",
  "guided.offering",
  "guided.other",
  "guided.correcting",
  "guided.screens",
  "guided.speech",
  "guided.cancelling",
  "guided.starting-over",
  "asking",
  "resting",
  "finished",
  "with-person",
  "erasing",
] as const;
export type StateName = (typeof states)[number];

const most = 5;

/** A guide by its title, or a need nobody has written a guide for yet. */
function flowChoice(talk: Talk, id: string): Choice[] {
  const title = talk.world.library.flows.get(id)?.says ?? talk.world.library.unguided.get(id);
  return title === undefined ? [] : [{ id: `f:${id}`, says: textOf(talk, title) }];
}

/** The menu: what was begun and rests first, then the fields that have guides. */
function needChoices(talk: Talk): readonly Choice[] {
  const all = wholeMenu(talk);
  const human = label(talk, "human");
  if (all.length < most) return [...all, human];
  const further = { id: `field:${restOfMenu}`, says: phrase(talk, "more") };
  return [...all.slice(0, onFullMenu), further, human];
}

/** What fits beside *Khác…* and a person, who is always in reach. */
const onFullMenu = most - 2;

/** What the menu shows as one line; health insurance and allowances are asked for in one breath. */
const menuLines = {
  account: ["account"],
  justice: ["justice"],
  residence: ["residence"],
  social: ["insurance", "social"],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
type MenuLine = keyof typeof menuLines;

/** In place of a field: what of the menu did not fit on its first page. */
const restOfMenu = "more";

function wholeMenu(talk: Talk): readonly Choice[] {
  const begun = talk.saved.journeys.toReversed();
  const real = begun.find((j) => j.practice !== true);
  const practised = begun.find((j) => j.practice === true);
  const goOn = (line: "go-on-with" | "practice-go-on-with", j: Journey | undefined): Choice[] =>
    j === undefined
      ? []
      : [
          {
            id: `resume:${j.id}`,
            says: phrase(talk, line, { guide: textOf(talk, flowOf(talk, j).says) }),
          },
        ];
  const practice = goOn("practice-go-on-with", practised);
  const lines = (Object.keys(menuLines) as MenuLine[])
    .filter((line) => flowsOf(talk, line).length > 0)
    .map((line) => ({ id: `field:${line}`, says: phrase(talk, `field-${line}`) }));
  // What is being done for real stands first; a practice round beside it comes last.
  return real === undefined
    ? [...practice, ...lines]
    : [...goOn("go-on-with", real), ...lines, ...practice];
}

function flowsOf(talk: Talk, line: string): readonly string[] {
  const fields: readonly Field[] = Object.hasOwn(menuLines, line)
    ? menuLines[line as MenuLine]
    : [];
  return [...talk.world.library.flows.values()]
    .filter((f) => fields.includes(f.field))
    .map((f) => f.id);
}

/** Guides of one field, four a page. `offers` holds the field and the page while this is asked. */
function askFields(talk: Talk): Talk {
  const [field = "", page = "0"] = talk.saved.offers;
  if (field === restOfMenu) {
    const rest = [...wholeMenu(talk).slice(onFullMenu), label(talk, "human"), label(talk, "menu")];
    return ask(talk, phrase(talk, "which-guide"), rest.slice(0, most));
  }
  const flows = flowsOf(talk, field);
  const from = Number(page) * (most - 1);
  const here = flows.slice(from, from + most - 1).flatMap((id) => flowChoice(talk, id));
  const further: Choice[] =
    flows.length > from + most - 1
      ? [{ id: `field:${field}:${Number(page) + 1}`, says: phrase(talk, "more") }]
      : [label(talk, "menu")];
  return ask(talk, phrase(talk, "which-guide"), [...here, ...further]);
}

const questions: { readonly [State in StateName]: (talk: Talk) => Talk } = {
  beside: askBeside,
  need: (talk) => ask(talk, phrase(talk, "need-question"), needChoices(talk)),
  fields: askFields,
  offered: (talk) =>
    ask(talk, phrase(talk, "is-it-one-of-these"), [
      ...talk.saved.offers.slice(0, 3).flatMap((id) => flowChoice(talk, id)),
      ...(talk.saved.offers.length === 1 && mayPractise(talk, talk.saved.offers[0])
        ? [label(talk, "practise")]
        : []),
      label(talk, "none-of-these"),
      label(talk, "human"),
    ]),
  "same-again": (talk) => {
    const [flowId = ""] = talk.saved.offers;
    const journey = talk.saved.journeys.findLast((j) => j.flow === flowId && j.practice !== true);
    return ask(talk, phrase(talk, "same-again"), [
      ...(journey === undefined
        ? []
        : [{ id: `resume:${journey.id}`, says: phrase(talk, "same-go-on") }]),
      label(talk, "same-anew", "anew"),
      label(talk, "menu"),
    ]);
  },
  practised: (talk) =>
    ask(talk, phrase(talk, "practice-for-real"), [
      label(talk, "practice-yes", "yes"),
      label(talk, "practice-no", "no"),
      label(talk, "practise-again", "practise"),
      label(talk, "human"),
    ]),
  unguided: (talk) => {
    const [id = ""] = talk.saved.offers;
    const title = talk.world.library.unguided.get(id)?.[talk.saved.language] ?? "";
    return ask(talk, phrase(talk, "unguided", { guide: title, phone: officeTelephone(talk) }), [
      label(talk, "human"),
      label(talk, "menu"),
    ]);
  },
  "guided.step": showStep,
  "guided.proving": (talk) => {
    const { journey, step } = standing(talk);
    return ask(
      talk,
      step.kind === "do" ? phraseAround(talk, "prove", step.sign) : "",
      [
        label(talk, "prove-yes", "yes"),
        label(talk, "prove-no", "no"),
        label(talk, "human"),
        label(talk, "more"),
      ],
      { stepId: journey.step },
    );
  },
  "guided.troubles": (talk) => {
    const { journey, step } = standing(talk);
    if (step.kind === "gather") return askLacking(talk, journey, step);
    const troubles = troubleChoices(talk);
    const fit = troubles.length <= troublesShown;
    return ask(
      talk,
      phrase(talk, "what-is-wrong"),
      fit
        ? [
            ...troubles,
            label(talk, "screen-differs", "which-screen"),
            label(talk, "human"),
            ...(troubles.length < troublesShown ? [label(talk, "back-to-step", "repeat")] : []),
          ]
        : [
            ...troubles.slice(0, troublesShown),
            label(talk, "more", "more-troubles"),
            label(talk, "human"),
          ],
      { stepId: journey.step },
    );
  },
  "guided.mending": (talk) => {
    const { journey, step } = standing(talk);
    const tried = talk.saved.trouble ?? "";
    const trouble = step.kind === "do" ? step.troubles?.[tried] : undefined;
    const common = commonIn(tried);
    const explain =
      "explain" in step && step.explain !== undefined
        ? textOf(talk, step.explain)
        : phrase(talk, "try-once-more");
    return ask(
      talk,
      common !== undefined
        ? phrase(talk, `mend-${common}`)
        : trouble?.fix === undefined
          ? explain
          : textOf(talk, trouble.fix),
      [
        label(talk, "done"),
        label(talk, "still-wrong", "not-done"),
        label(talk, "human"),
        label(talk, "more"),
      ],
      { step: true, stepId: journey.step },
    );
  },
  "guided.offering": (talk) =>
    ask(talk, phrase(talk, isPrivate(talk) ? "offer-help-private" : "offer-help"), [
      label(talk, "offer-yes", "human"),
      label(talk, "offer-no", "no"),
      label(talk, "screen-differs", "which-screen"),
    ]),
  "guided.other": (talk) => {
    const { journey, step } = standing(talk);
    const practising = journey.practice === true;
    // Nothing is to be corrected in what is only practised; stopping it comes first.
    const correct = correctable(talk).length > 0 && !practising ? [label(talk, "correct")] : [];
    // At the first step there is no way back; trying it out stands in its place.
    const first = offersPractice(talk);
    const all =
      step.kind === "choose" || step.kind === "gather"
        ? // Answers and papers leave no room beside them: the person, and what was not explained, are here.
          [
            ...heldBack(talk),
            label(talk, "human"),
            ...(first ? [label(talk, "practise")] : [label(talk, "back")]),
            ...correct,
            ...(practising ? [label(talk, "cancel")] : []),
            label(talk, "later"),
            label(talk, "menu"),
          ].slice(0, most)
        : // Stopping is also understood in words; what to hear or see of the step comes first.
          [
            ...heldBack(talk),
            ...(first ? [label(talk, "practise")] : [label(talk, "back")]),
            ...correct,
            ...(practising ? [label(talk, "cancel")] : []),
            label(talk, "later"),
            label(talk, "menu"),
            ...(practising ? [] : [label(talk, "cancel")]),
          ].slice(0, most);
    return ask(talk, phrase(talk, "other-things"), all, { stepId: journey.step });
  },
  "guided.correcting": (talk) =>
    ask(talk, phrase(talk, "correct-which"), [
      ...correctable(talk).map(({ step, says }) => ({ id: `correct:${step}`, says })),
      label(talk, "back-to-step", "repeat"),
    ]),
  "guided.screens": (talk) => {
    const screens = nearbyScreens(talk);
    if (screens.length === 0)
      return ask(talk, phrase(talk, "describe-screen"), [
        label(talk, "human"),
        label(talk, "back-to-step", "repeat"),
      ]);
    return ask(
      talk,
      phrase(talk, "which-screen"),
      [
        ...screens.map(({ step, says }) => ({ id: `screen:${step}`, says })),
        label(talk, "none-of-these", "human"),
      ],
      { screen: boardOf(screens.map(({ screen }) => screen)) },
    );
  },
  "guided.speech": askSpeech,
  "guided.cancelling": (talk) =>
    ask(talk, phrase(talk, "really-stop"), [
      label(talk, "stop-for-good", "stop"),
      label(talk, "later"),
      label(talk, "go-on", "repeat"),
    ]),
  "guided.starting-over": (talk) =>
    ask(talk, phrase(talk, "start-over"), [
      label(talk, "same-go-on", "repeat"),
      ...(correctable(talk).length > 0 ? [label(talk, "correct")] : []),
      label(talk, "same-anew", "anew"),
      label(talk, "menu"),
    ]),
  asking: askWanted,
  resting: (talk) =>
    ask(
      remindWhileResting(talk),
      phrase(
        talk,
        talk.saved.keep === "yes" && !isPractising(talk) ? "resting-kept" : "resting-a-day",
      ),
      [label(talk, "go-on", "repeat"), label(talk, "menu"), label(talk, "elsewhere")],
    ),
  finished: (talk) =>
    ask(talk, phrase(talk, "anything-else"), [
      ...(endOf(talk)?.next ?? []).flatMap((id) => flowChoice(talk, id)),
      label(talk, "menu"),
      label(talk, "human"),
    ]),
  "with-person": (talk) => ask(talk, phrase(talk, "talking-to-person"), [label(talk, "take-back")]),
  erasing: (talk) =>
    ask(talk, phrase(talk, "really-erase"), [
      label(talk, "erase-yes", "yes"),
      label(talk, "erase-no", "no"),
    ]),
};

/** Where nobody would like the neighbours to know. */
function isPrivate(talk: Talk): boolean {
  const { flow } = standing(talk);
  return flow.private || flow.tone === "delicate";
}

/** Troubles beside which the ways out still fit. */
const troublesShown = 3;

function troubleChoices(talk: Talk): readonly Choice[] {
  const { step } = standing(talk);
  return Object.entries(troublesOf(step)).map(([id, t]) => ({
    id: `t:${id}`,
    says: textOf(talk, t.says),
  }));
}

/** The troubles that did not fit on the first page, and the ways out. */
export function askMoreTroubles(talk: Talk): Talk {
  const { journey } = standing(talk);
  return ask(
    talk,
    phrase(talk, "what-is-wrong"),
    [
      ...troubleChoices(talk).slice(troublesShown, troublesShown + 2),
      label(talk, "screen-differs", "which-screen"),
      label(talk, "human"),
      label(talk, "back-to-step", "repeat"),
    ],
    { stepId: journey.step },
  );
}

export function question(talk: Talk, state: StateName): Talk {
  return questions[state](talk);
}
