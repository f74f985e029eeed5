/**
 * A propagandist reads steps aloud in their own chat: a language once, a guide, and then one step after the
 * other, each played back before it is kept. Not while they help somebody: a voice sent then is for that person.
 */
import { type Speech, type StepId, speeches } from "../../vocabulary.ts";
import { nextUnread, type Progress, progressIn } from "../../voice/progress.ts";
import { allReadAloud, type ReadAloud } from "../../voice/read-aloud.ts";
import { type Recorded, recordingsOf } from "../../voice/recorded.ts";
import type { Choice } from "../effect.ts";
import type { ReadingAct } from "../event.ts";
import type { Reading } from "../saved.ts";
import { effect, phrase, type Talk, textOf } from "../talk.ts";
import { heldOf, helpingOf, page, tell, withHelping } from "./helping/side.ts";
import { speechLabel, speechName } from "./listen.ts";

const longestLabel = 40;

export function readSteps(talk: Talk, act: ReadingAct): Talk {
  const { reading } = helpingOf(talk);
  const [helped] = heldOf(talk);
  if (helped !== undefined)
    return tell(talk, phrase(talk, "read-while-helping", { name: helped.name }));
  const speech = reading?.speech;
  switch (act.do) {
    case "begin":
      return speech === undefined
        ? askSpeech(withReading(talk, { open: true }))
        : askGuide(withReading(talk, { open: true, speech }), speech, 0);
    case "ask-speech":
      return askSpeech(withReading(talk, { ...reading, open: true }));
    case "speech": {
      const chosen = withReading(talk, { ...reading, open: true, speech: act.speech });
      const at = reading?.at;
      return at === undefined ? askGuide(chosen, act.speech, 0) : showStep(chosen, act.speech, at);
    }
    case "stop":
      return tell(withReading(talk, { open: false, speech }), phrase(talk, "read-stopped"), [
        { id: "read:begin", says: phrase(talk, "read-steps") },
      ]);
    case "guides":
    case "guide":
    case "steps":
    case "step":
    case "skip":
    case "heard":
    case "keep":
    case "again":
    case "remove":
      return speech === undefined
        ? askSpeech(withReading(talk, { open: true }))
        : readIn(talk, speech, act);
  }
}

type WithSpeech = Exclude<ReadingAct, { do: "begin" | "ask-speech" | "speech" | "stop" }>;

function readIn(talk: Talk, speech: Speech, act: WithSpeech): Talk {
  const at = helpingOf(talk).reading?.at;
  if (act.do === "guides") return askGuide(talk, speech, act.page);
  if (act.do === "guide") return nextStep(talk, speech, { flow: act.flow });
  if (at === undefined) return askGuide(talk, speech, 0);
  const steps = allReadAloud(talk.world.library, talk.world.now).get(at.flow) ?? [];
  switch (act.do) {
    case "steps":
      return askStep(talk, speech, at.flow, act.page);
    case "step": {
      const wanted = steps[act.position];
      return wanted === undefined
        ? askStep(talk, speech, at.flow, 0)
        : showStep(talk, speech, wanted);
    }
    case "skip":
      return nextStep(talk, speech, { flow: at.flow, after: at.step });
    case "heard":
      return tell(
        withReading(talk, { open: true, speech, at: { ...at, heard: act.media } }),
        phrase(talk, "read-heard"),
        [
          { id: "read:keep", says: phrase(talk, "read-keep") },
          { id: "read:again", says: phrase(talk, "read-again") },
          stopChoice(talk),
        ],
        { media: { id: act.media, form: "voice" } },
      );
    case "again": {
      const dropped =
        at.heard === undefined ? talk : effect(talk, { do: "drop-media", media: at.heard });
      return showStep(dropped, speech, at);
    }
    case "keep":
      return keep(talk, speech, at);
    case "remove": {
      const mine = readHere(talk, speech, at).find(({ by }) => by === helpingOf(talk).me.id);
      return mine === undefined
        ? showStep(talk, speech, at)
        : tell(
            effect(withReading(talk, { open: true, speech, at }), {
              do: "unrecord",
              recorded: mine.id,
            }),
            phrase(talk, "read-removed"),
            [otherStepChoice(talk), otherGuideChoice(talk), stopChoice(talk)],
          );
    }
  }
}

/** Kept only for the words that were read: a guide may have been published in between. */
function keep(talk: Talk, speech: Speech, at: NonNullable<Reading["at"]>): Talk {
  const { library, now } = talk.world;
  if (at.heard === undefined) return showStep(talk, speech, at);
  const today = allReadAloud(library, now)
    .get(at.flow)
    ?.find(({ step }) => step === at.step);
  if (today?.mark !== at.mark) return showStep(talk, speech, at, phrase(talk, "read-changed"));
  const recorded = {
    flow: at.flow,
    step: at.step,
    mark: at.mark,
    speech,
    by: helpingOf(talk).me.id,
  };
  const kept = effect(talk, { do: "record", recorded, media: at.heard });
  return nextStep(kept, speech, { flow: at.flow, after: at.step }, phrase(talk, "read-kept"));
}

/** The next step of this guide without a recording, or that there is none left. */
function nextStep(
  talk: Talk,
  speech: Speech,
  at: { readonly flow: string; readonly after?: StepId },
  before?: string,
): Talk {
  const { library, recorded = [], now } = talk.world;
  const next = nextUnread(library, recorded, { ...at, speech }, now);
  if (next !== undefined) return showStep(talk, speech, next, before);
  const guide = titleOf(talk, at.flow);
  const done = phrase(talk, "read-complete", { guide, speech: speechName(talk, speech) });
  const steps = allReadAloud(library, now).get(at.flow) ?? [];
  const last = steps.find(({ step }) => step === at.after) ?? steps[0];
  return tell(
    withReading(talk, {
      open: true,
      speech,
      ...(last === undefined ? {} : { at: { flow: last.flow, step: last.step, mark: last.mark } }),
    }),
    [before, done].filter((line) => line !== undefined).join("\n\n"),
    [otherGuideChoice(talk), otherStepChoice(talk), stopChoice(talk)],
  );
}

/** The exact words to be read, and what else can be done instead. */
function showStep(
  talk: Talk,
  speech: Speech,
  wanted: { readonly flow: string; readonly step: StepId },
  before?: string,
): Talk {
  const steps = allReadAloud(talk.world.library, talk.world.now).get(wanted.flow) ?? [];
  const place = steps.findIndex(({ step }) => step === wanted.step);
  const shown = steps[place];
  if (shown === undefined) return askGuide(talk, speech, 0);
  const own = readHere(talk, speech, shown);
  const mine = own.some(({ by }) => by === helpingOf(talk).me.id);
  const text = phrase(talk, speech === "vi" ? "read-this" : "read-this-other", {
    guide: titleOf(talk, shown.flow),
    number: place + 1,
    steps: steps.length,
    speech: speechName(talk, speech),
    text: shown.text,
  });
  const earlier = own.map(({ by }) => phrase(talk, "read-before", { name: nameOf(talk, by) }));
  const at = { flow: shown.flow, step: shown.step, mark: shown.mark };
  return tell(
    withReading(talk, { open: true, speech, at }),
    [before, ...earlier, text].filter((line) => line !== undefined).join("\n\n"),
    [
      { id: "read:skip", says: phrase(talk, "read-skip") },
      otherStepChoice(talk),
      otherGuideChoice(talk),
      mine
        ? { id: "read:remove", says: phrase(talk, "read-remove") }
        : { id: "read:ask-speech", says: phrase(talk, "read-other-speech") },
      stopChoice(talk),
    ],
  );
}

function askSpeech(talk: Talk): Talk {
  return tell(talk, phrase(talk, "read-which-speech"), [
    ...speeches.map((speech) => ({ id: `read:speech:${speech}`, says: speechLabel(talk, speech) })),
    stopChoice(talk),
  ]);
}

function askGuide(talk: Talk, speech: Speech, at: number): Talk {
  const { library, recorded = [], now } = talk.world;
  const all = progressIn(library, recorded, speech, now);
  const labelOf = ({ flow, recorded: count, steps }: Progress): string =>
    phrase(talk, "read-guide", { guide: short(textOf(talk, flow.says)), count, steps });
  return tell(
    withReading(talk, { ...helpingOf(talk).reading, open: true, speech, at: undefined }),
    phrase(talk, "read-which-guide", { speech: speechName(talk, speech) }),
    page(
      talk,
      all.map((each) => ({ id: `read:guide:${each.flow.id}`, says: labelOf(each) })),
      at,
      (next) => `read:guides:${next}`,
      [stopChoice(talk)],
    ),
  );
}

function askStep(talk: Talk, speech: Speech, flow: string, at: number): Talk {
  const steps = allReadAloud(talk.world.library, talk.world.now).get(flow) ?? [];
  const marks = new Set(
    (talk.world.recorded ?? []).filter((r) => r.speech === speech).map(({ mark }) => mark),
  );
  const labelOf = ({ text, mark }: ReadAloud, index: number): string =>
    `${marks.has(mark) ? "✅ " : ""}${phrase(talk, "read-as", { number: index + 1, says: short(text) })}`;
  return tell(
    talk,
    phrase(talk, "read-which-step", { guide: titleOf(talk, flow) }),
    page(
      talk,
      steps.map((step, index) => ({ id: `read:step:${index}`, says: labelOf(step, index) })),
      at,
      (next) => `read:steps:${next}`,
      [stopChoice(talk)],
    ),
  );
}

const stopChoice = (talk: Talk): Choice => ({ id: "read:stop", says: phrase(talk, "read-stop") });
const otherStepChoice = (talk: Talk): Choice => ({
  id: "read:steps:0",
  says: phrase(talk, "read-other-step"),
});
const otherGuideChoice = (talk: Talk): Choice => ({
  id: "read:guides:0",
  says: phrase(talk, "read-other-guide"),
});

/** What has been read of this step's words in this language. */
function readHere(
  talk: Talk,
  speech: Speech,
  { mark }: { readonly mark: string },
): readonly Recorded[] {
  return recordingsOf(mark, talk.world.recorded ?? []).filter((one) => one.speech === speech);
}

function titleOf(talk: Talk, flow: string): string {
  const title = talk.world.library.flows.get(flow)?.says;
  return title === undefined ? "" : textOf(talk, title);
}

const nameOf = (talk: Talk, by: string): string =>
  talk.world.roster.find(({ id }) => id === by)?.name ?? phrase(talk, "a-helper");

const short = (text: string): string =>
  text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`;

function withReading(talk: Talk, reading: Reading): Talk {
  return withHelping(talk, { reading });
}
