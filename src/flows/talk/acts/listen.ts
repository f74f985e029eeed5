/** A resident hears the step they stand on, read by a propagandist of theirs. */
import { recordingsHere } from "../../steps/listening.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import type { Speech } from "../../vocabulary.ts";
import type { Choice, Reply } from "../effect.ts";
import type { Journey } from "../saved.ts";
import {
  activeJourney,
  ask,
  label,
  phrase,
  say,
  sayPhrase,
  standing,
  type Talk,
  withSaved,
} from "../talk.ts";

/** A language for speech in the middle of a sentence, and on a button. */
export const speechName = (talk: Talk, speech: Speech): string => phrase(talk, `speech-${speech}`);

export function speechLabel(talk: Talk, speech: Speech): string {
  const name = speechName(talk, speech);
  return name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);
}

/** Several languages and none chosen: it is asked once. */
export function mustChoose(talk: Talk): boolean {
  const { journey } = standing(talk);
  return talk.saved.speech === undefined && recordingsHere(talk, journey).length > 1;
}

export function hasRecording(talk: Talk): boolean {
  return recordingsHere(talk, standing(talk).journey).length > 0;
}

export function askSpeech(talk: Talk): Talk {
  const { journey } = standing(talk);
  const offered = recordingsHere(talk, journey).map(({ speech }) => ({
    id: `speech:${speech}`,
    says: speechLabel(talk, speech),
  }));
  return ask(
    talk,
    phrase(talk, "which-speech"),
    [...offered, label(talk, "back-to-step", "repeat")],
    { stepId: journey.step },
  );
}

export function noteSpeech(talk: Talk, speech: Speech | undefined): Talk {
  return speech === undefined ? talk : withSaved(talk, { speech });
}

/** The step again with its recording: words, voice and buttons in one message. */
export function playStep(talk: Talk): Talk {
  const { journey } = standing(talk);
  const heard = withSaved(talk, { listens: true });
  const voice = voiceHere(heard, journey);
  const shown = shownStep(heard, journey);
  if (voice === undefined || shown === undefined) return talk;
  return ask(heard, `${voice.line}\n\n${shown.text}`, shown.choices, {
    step: true,
    stepId: journey.step,
    media: voice.media,
  });
}

/** The recording of a step in a message of its own, where there is one. */
export function sayVoice(talk: Talk, journey: Journey): Talk {
  const voice = voiceHere(talk, journey);
  return voice === undefined ? talk : say(talk, voice.line, { media: voice.media });
}

/** The recording in the language wished, or the next best, and who reads it. */
function voiceHere(talk: Talk, journey: Journey) {
  const all = recordingsHere(talk, journey);
  const wished = talk.saved.speech;
  const chosen = all.find(({ speech }) => speech === wished) ?? all[0];
  if (chosen === undefined) return undefined;
  const name = readerName(talk, chosen.by);
  const said = speechName(talk, chosen.speech);
  const line =
    wished === undefined || wished === chosen.speech
      ? phrase(talk, "listen-here", { name, speech: said })
      : phrase(talk, "listen-other", { name, speech: said, wished: speechName(talk, wished) });
  return { line, media: { id: chosen.id, form: "voice" } } as const;
}

function readerName(talk: Talk, by: string): string {
  return talk.world.roster.find(({ id }) => id === by)?.name ?? phrase(talk, "a-helper");
}

/** The step as it would be shown, without showing it. */
function shownStep(talk: Talk, journey: Journey): Reply | undefined {
  const { step } = standing(talk);
  const shown = mannerOf(step).show({ ...talk, effects: [] }, journey, step);
  return shown.effects.flatMap((e) => (e.do === "say" ? [e.reply] : [])).at(-1);
}

/** Nobody has read this step: a page may still have a voice of its own. */
export function sayUnread(talk: Talk): Talk {
  return sayPhrase(talk, talk.world.channel === "web" ? "listen-by-phone" : "listen-none");
}

/** *Nghe* and *Chỉ kỹ hơn*, as far as they are to be had and did not fit on the step itself. */
export function heldBack(talk: Talk): readonly Choice[] {
  const { journey, step } = standing(talk);
  const shown = new Set(shownStep(talk, journey)?.choices.map(({ id }) => id));
  const explains = "explain" in step && step.explain !== undefined;
  return [
    ...(shown.has("listen") || !hasRecording(talk) ? [] : [label(talk, "listen")]),
    ...(shown.has("explain") || !explains ? [] : [label(talk, "explain")]),
  ];
}

/** After a voice message: whoever speaks may rather hear than read. */
export function listenInstead(talk: Talk): readonly Choice[] {
  const inGuide = activeJourney(talk) !== undefined && talk.saved.state.startsWith("guided.");
  return inGuide && hasRecording(talk) ? [label(talk, "listen")] : [];
}
