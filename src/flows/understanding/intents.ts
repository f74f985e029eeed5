/** What words mean while a guide is open. */

import { answered, asks } from "./answered.ts";
import { readAnywhere } from "./anywhere.ts";
import { boxAppeared } from "./box-appeared.ts";
import { choiceNamed, numberNamed, placeNamed } from "./choices.ts";
import { agrees, asksWhetherDone, denies, saysDone } from "./done.ts";
import { fold } from "./fold.ts";
import { type Features, learn } from "./learn.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NeedReading } from "./needs.ts";
import { Phrasebook, spelledOut, type Token, tokensOf, Vocabulary } from "./patterns.ts";
import { bareAnswer, polarAnswer } from "./polar.ts";
import { asksToWait } from "./wait.ts";
import { wantedInstead } from "./wanted-instead.ts";

/** Everything somebody may mean by words typed in place of a button. */
export const intents = [
  "done",
  "not-done",
  "yes",
  "no",
  "back",
  "repeat",
  "explain",
  "stuck",
  "human",
  "later",
  "menu",
  "cancel",
  "thanks",
  "wrong-thing",
  "trouble:otp",
  "trouble:password",
  "trouble:upload",
  "trouble:not-found",
  "trouble:error-page",
  "trouble:network",
  "greeting",
  "machine-or-human",
  "is-it-a-scam",
  "does-it-cost",
  "what-is-kept",
  "delete-me",
  "language",
  "distress",
  "listen",
  "screen-differs",
  "wait",
] as const;
export type Intent = (typeof intents)[number];

/** The step on which words are read. */
export interface InGuide {
  readonly kind: "do" | "choose" | "ask";
  /** Shown choices in their order; `words` are their labels in every language shown. */
  readonly choices: ReadonlyArray<{
    readonly id: string;
    readonly words: readonly string[];
    /** One of the guide's own buttons, which no sentence about something else may press. */
    readonly button?: boolean;
  }>;
  readonly troubles?: readonly { readonly id: string; readonly words: readonly string[] }[];
  /** The question's own words, which a bare "rồi" or "chưa" answers. */
  readonly asked?: string;
  /** The step is at its "what do you see?" question. */
  readonly proving?: boolean;
}

export interface IntentReading {
  readonly intent: Intent | undefined;
  /** Id of a shown choice named by its number, its label or its words. */
  readonly choice?: string;
  /** The choice was gathered from a sentence, so what was understood is worth saying. */
  readonly loosely?: true;
  /** Id of one of the step's own troubles. */
  readonly trouble?: string;
  /** What was wanted instead, with `wrong-thing`; what may be wanted, where nothing else was read. */
  readonly need?: NeedReading;
  /** 0 to 1. */
  readonly confidence: number;
}

const isIntent = (name: string): name is Intent => (intents as readonly string[]).includes(name);

/** Below this nothing is read at all; on steps that take free words, more is asked. */
const enough = { do: 0.12, choose: 0.35, ask: 0.75 } as const;

// What moves somebody on, away or out is not done on a faint hint.
const careful: Readonly<Partial<Record<Intent, number>>> = {
  done: 0.3,
  cancel: 0.3,
  "delete-me": 0.5,
  later: 0.2,
};

// At a question these are heard before an answer that was only gathered from a sentence.
const leadsAway: ReadonlySet<Intent> = new Set([
  "human",
  "cancel",
  "later",
  "menu",
  "back",
  "explain",
  "delete-me",
  "language",
  "wrong-thing",
  "machine-or-human",
  "is-it-a-scam",
  "does-it-cost",
  "what-is-kept",
]);

/** "Bao nhiêu ngày thì xong?": how many of something else than money. */
const countsOtherThings =
  /\b(?:bao nhieu|bn|may|how many) (?:ngay|hom|bua|tuan|thang|nam|tuoi|nguoi|lan|cay|km|ban|to|buoc|day|week|page|step)s?\b/;

/** "Không phải việc này" without a word of what else: less than this is no reason to leave the guide. */
const surely = 0.55;

// Somebody in a guide nearly always means something by what they type.
const silence = 0.5;

interface Ranked {
  readonly intent: string;
  readonly score: number;
}

/** A reader for words typed while a guide is open; `needs` reads what a "wrong thing" names instead. */
export function intentReader(
  lexicon: Lexicon,
  needs?: (text: string) => NeedReading,
): (text: string, step: InGuide) => IntentReading {
  const notions = new Phrasebook<string>(
    Object.entries(lexicon.intentNotions).flatMap(([notion, line]) =>
      line
        .split(";")
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== "")
        .map((phrase) => [notion, phrase] as const),
    ),
  );
  const said = Object.entries(lexicon.intentExamples).flatMap(([label, texts]) =>
    texts.map((text) => ({ label, text })),
  );
  const plain = new Vocabulary([]);
  const sentences = said.map(({ text }) =>
    tokensOf(text, lexicon.abbreviations, plain).map(({ folded }) => folded),
  );
  const vocabulary = new Vocabulary([...sentences.flat(), ...notions.words]);
  for (const sentence of sentences) vocabulary.learnPairs(sentence);
  const featuresOf = (text: string): Features => {
    const tokens = tokensOf(text, lexicon.abbreviations, vocabulary);
    return features(tokens, vocabulary.corrected(tokens), notions);
  };
  const model = learn(
    said.map(({ label, text }) => ({ label, features: featuresOf(text) })),
    { passes: 30, decay: 1e-3 },
  );

  const rank = (text: string): readonly Ranked[] => {
    const probabilities = model.probabilities(featuresOf(text));
    return model.labels
      .map((intent, at) => ({
        intent,
        score: (probabilities[at] ?? 0) * (intent === "nothing" ? silence : 1),
      }))
      .sort((a, b) => b.score - a.score);
  };

  const read = (text: string): { intent: Intent | undefined; confidence: number } => {
    const allowed = saysDone(text);
    const denied = denies(text);
    for (const { intent, score } of rank(text)) {
      if ((intent === "done" && !allowed) || (intent === "yes" && !agrees(text))) {
        if (score > 0.5)
          return { intent: denied || intent === "done" ? "not-done" : undefined, confidence: 0.5 };
        continue;
      }
      if (intent === "does-it-cost" && countsOtherThings.test(fold(text))) continue;
      if (!isIntent(intent)) return { intent: undefined, confidence: score };
      return { intent, confidence: score };
    }
    return { intent: undefined, confidence: 0 };
  };

  return (text, step) => {
    const folded = fold(text);
    const number = step.kind === "ask" ? undefined : numberNamed(folded);
    const counted = number === undefined ? undefined : step.choices[number - 1];
    const own = step.kind === "choose" ? answered(text, authored(step)) : undefined;
    // "mức 1" is what the second answer may be called.
    if (counted !== undefined && (own === undefined || own.share < 0.75))
      return { intent: undefined, choice: counted.id, confidence: 1 };
    const answers = authored(step);
    const place = step.kind === "choose" ? placeNamed(folded, answers.length) : undefined;
    const there = place === undefined ? undefined : answers[place - 1];
    if (there !== undefined && (own === undefined || own.share < 0.75))
      return { intent: undefined, choice: there.id, loosely: true, confidence: 0.9 };
    if (asksWhetherDone(text) && own === undefined) return { intent: "explain", confidence: 0.9 };

    const reading = read(text);
    const words = spelledOut(text, lexicon.abbreviations);
    const called = choiceNamed(words, step.choices);
    if (step.kind === "choose" && step.asked !== undefined && called?.confidence !== 1) {
      const polar = polarAnswer(text, step.asked, authored(step));
      if (polar !== undefined)
        return { intent: undefined, choice: polar, loosely: true, confidence: 0.9 };
    }
    // "Có" is no "Có khai sinh rồi": a bare yes or no names an answer only in full.
    const isBare = step.asked !== undefined && bareAnswer(text) !== undefined;
    const named = isBare && called?.confidence !== 1 ? undefined : called;
    // What went wrong in somebody's own words comes before any button: "nó báo quá hạn rồi" is not done.
    const wentWrong =
      step.kind === "do" && named?.confidence !== 1
        ? answered(text, step.troubles ?? [])
        : undefined;
    const surelyWrong = wentWrong !== undefined && wentWrong.share > 0.95;
    if (!surelyWrong && own === undefined && boxAppeared(text))
      return { intent: "screen-differs", confidence: 0.9 };
    if (wentWrong !== undefined && wentWrong.weight >= 1 && outweighs(wentWrong, reading))
      return {
        intent: reading.intent === "done" || reading.intent === "yes" ? undefined : reading.intent,
        trouble: wentWrong.id,
        confidence: 0.5 + wentWrong.share / 3,
      };
    const ownTrouble = () =>
      troubleNamed(words, reading.intent, step, (label) => read(label).intent);
    if (named?.confidence !== 1 && asksToWait(text) && ownTrouble() === undefined)
      return { intent: "wait", confidence: 0.9 };
    const unnamed = own !== undefined && own.id !== named?.id && named?.confidence !== 1;
    if (unnamed && outweighs(own, reading))
      return {
        intent: undefined,
        choice: own.id,
        loosely: true,
        confidence: 0.5 + own.share / 3,
      };
    const asked =
      step.kind === "choose" && own === undefined && asks(text) && named?.confidence !== 1;
    if (named !== undefined && !asked && mayBeChosen(text, step, named.id)) {
      return {
        intent: reading.confidence >= named.confidence ? reading.intent : undefined,
        choice: named.id,
        confidence: named.confidence,
      };
    }

    if (step.proving === true) {
      const seen = seenOrNot(text, folded, reading.intent);
      if (seen !== undefined) return { intent: seen, confidence: 0.8 };
    }

    const trouble = ownTrouble();
    const base = trouble === undefined ? {} : { trouble };
    const instead = reading.intent === "wrong-thing" && needs !== undefined;
    const need = instead ? wantedInstead(text, needs) : undefined;
    // Away from the guide on a hint only towards what was named.
    if (reading.intent === "wrong-thing" && (need !== undefined || reading.confidence >= surely)) {
      return {
        ...base,
        intent: "wrong-thing",
        ...(need === undefined ? {} : { need }),
        confidence: reading.confidence,
      };
    }
    const anywhere = readAnywhere(text);
    if (
      anywhere !== undefined &&
      anywhere.kind !== "greeting" &&
      anywhere.kind !== "thanks" &&
      reading.confidence < 0.8
    ) {
      return { ...base, intent: anywhere.kind, confidence: 0.8 };
    }
    if (
      reading.intent === undefined ||
      reading.intent === "wrong-thing" ||
      reading.confidence < Math.max(enough[step.kind], careful[reading.intent] ?? 0)
    ) {
      const need = needs?.(text);
      return {
        ...base,
        intent: undefined,
        ...(need === undefined || need.verdict === "none" ? {} : { need }),
        confidence: reading.confidence,
      };
    }
    return { ...base, intent: reading.intent, confidence: reading.confidence };
  };
}

/** A label that means "done" is held to the same doubt as the word itself. */
/** An answer gathered from a sentence, against what else the sentence may want. */
function outweighs(
  { share, weight }: { readonly share: number; readonly weight: number },
  reading: { readonly intent: Intent | undefined; readonly confidence: number },
): boolean {
  const whole = share > 0.95 && weight > 1.4;
  if (whole || reading.intent === undefined || !leadsAway.has(reading.intent)) return true;
  const most = share >= 0.75 && weight >= 1;
  return reading.confidence < (most ? 0.8 : 0.5);
}

const authored = (step: InGuide) => step.choices.filter(({ button }) => button !== true);

function mayBeChosen(text: string, step: InGuide, id: string): boolean {
  const label = step.choices.find((choice) => choice.id === id);
  const meansDone = label?.words.some((words) => saysDone(words)) ?? false;
  return !meansDone || step.kind !== "do" || saysDone(text);
}

/** At "what do you see?": "có", "thấy rồi" against "không", "chưa thấy". */
function seenOrNot(
  text: string,
  folded: string,
  intent: Intent | undefined,
): "yes" | "no" | undefined {
  if (
    intent !== undefined &&
    !["done", "not-done", "yes", "no", "stuck", "screen-differs", "trouble:not-found"].includes(
      intent,
    )
  )
    return undefined;
  if (denies(text)) return "no";
  if (intent === "yes" || intent === "done") return "yes";
  return /^(co|da|vang|u|uh|thay|hien|yes)\b/.test(folded) && saysDone(`${text} rồi`)
    ? "yes"
    : undefined;
}

/** The step's own trouble whose words were said, or whose words mean the same thing. */
function troubleNamed(
  said: readonly string[],
  intent: Intent | undefined,
  step: InGuide,
  meaningOf: (words: string) => Intent | undefined,
): string | undefined {
  const troubles = step.troubles ?? [];
  const named = choiceNamed(said, troubles);
  if (named !== undefined && named.confidence >= 0.75) return named.id;
  if (intent === undefined || !intent.startsWith("trouble:")) return undefined;
  const same = troubles.filter(
    ({ id, words }) =>
      intent === `trouble:${id}` || words.some((label) => meaningOf(label) === intent),
  );
  return same.length === 1 ? same[0]?.id : undefined;
}

function features(
  tokens: readonly Token[],
  words: readonly string[],
  notions: Phrasebook<string>,
): Features {
  const out = new Map<string, number>();
  const found: string[] = [];
  for (const hit of notions.find(tokens)) {
    const feature = `notion ${hit.key}`;
    if (hit.strength > (out.get(feature) ?? 0)) out.set(feature, hit.strength);
    if (!found.includes(hit.key)) found.push(hit.key);
  }
  found.sort();
  for (const [at, one] of found.entries())
    for (const other of found.slice(at + 1)) out.set(`both ${one} ${other}`, 0.3);
  const scale = 1.5 / Math.sqrt(Math.max(3, tokens.length));
  for (const [at, word] of words.entries()) {
    out.set(`word ${word}`, scale);
    const before = words[at - 1];
    if (before !== undefined) out.set(`pair ${before} ${word}`, scale);
  }
  const [first] = words;
  if (first !== undefined) out.set(`first ${first}`, 0.4);
  if (words.length <= 2) out.set("short", 0.5);
  return out;
}
