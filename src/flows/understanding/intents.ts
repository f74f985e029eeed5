/** What words mean while a guide is open, and the few things understood anywhere. */
import { fold } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NeedReading } from "./needs.ts";

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
  "delete-me",
  "language",
  "distress",
  "listen",
  "screen-differs",
] as const;
export type Intent = (typeof intents)[number];

/** The step on which words are read. */
export interface InGuide {
  readonly kind: "do" | "choose" | "ask";
  /** Shown choices in their order; `words` are their labels in every language shown. */
  readonly choices: readonly { readonly id: string; readonly words: readonly string[] }[];
  readonly troubles?: readonly { readonly id: string; readonly words: readonly string[] }[];
  /** The step is at its "what do you see?" question. */
  readonly proving?: boolean;
}

export interface IntentReading {
  readonly intent: Intent | undefined;
  /** Id of a shown choice named by its number, its label or its words. */
  readonly choice?: string;
  /** Id of one of the step's own troubles. */
  readonly trouble?: string;
  /** With `wrong-thing`: what was wanted instead. */
  readonly need?: NeedReading;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A reader for words typed while a guide is open; `needs` reads what a "wrong thing" names instead. */
export function intentReader(
  lexicon: Lexicon,
  needs?: (text: string) => NeedReading,
): (text: string, step: InGuide) => IntentReading {
  const phrases = Object.entries(lexicon.intents).flatMap(([intent, said]) =>
    said.map((phrase) => ({ intent: intent as Intent, words: fold(phrase) })),
  );
  return (text, step) => {
    const folded = fold(text);
    const number = /^(?:so )?([1-9])$/.exec(folded);
    const named =
      number === null
        ? step.choices.find(({ words }) => words.some((label) => folded.includes(fold(label))))
        : step.kind === "ask"
          ? undefined
          : step.choices[Number(number[1]) - 1];
    if (named !== undefined) return { intent: undefined, choice: named.id, confidence: 1 };
    const found = phrases
      .filter(({ words }) => ` ${folded} `.includes(` ${words} `))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (found === undefined) return { intent: undefined, confidence: 0 };
    if (found.intent === "done" && /\b(chua|khong|dau|loi)\b/.test(folded))
      return { intent: "not-done", confidence: 0.8 };
    if (found.intent === "wrong-thing" && needs !== undefined) {
      return { intent: "wrong-thing", need: needs(text), confidence: 0.8 };
    }
    return { intent: found.intent, confidence: 0.8 };
  };
}

/** What is understood outside a guide as well as inside. */
export type AnywhereIntent =
  | {
      readonly kind:
        | "machine-or-human"
        | "is-it-a-scam"
        | "does-it-cost"
        | "delete-me"
        | "human"
        | "greeting"
        | "thanks";
    }
  | { readonly kind: "language"; readonly language: "vi" | "en" };

/** Reads the few things understood anywhere; undefined for everything else. */
export function readAnywhere(text: string): AnywhereIntent | undefined {
  const folded = fold(text);
  if (/\b(nguoi hay may|may hay nguoi|bot ha|robot|are you (a )?(bot|human))\b/.test(folded))
    return { kind: "machine-or-human" };
  if (/\b(lua dao|co lua|scam)\b/.test(folded)) return { kind: "is-it-a-scam" };
  if (/\b(mat tien|ton tien|mien phi|phi bao nhieu)\b/.test(folded))
    return { kind: "does-it-cost" };
  if (/\bxoa (het )?(du lieu|thong tin|tin nhan)\b/.test(folded)) return { kind: "delete-me" };
  if (/\b(gap (nguoi|can bo)|nguoi that)\b/.test(folded)) return { kind: "human" };
  if (/\b(english|tieng anh)\b/.test(folded)) return { kind: "language", language: "en" };
  if (/\b(tieng viet|vietnamese)\b/.test(folded)) return { kind: "language", language: "vi" };
  if (/^(xin )?(chao|hello|hi|alo)\b/.test(folded) && folded.length < 30)
    return { kind: "greeting" };
  if (/\b(cam on|thank)/.test(folded) && folded.length < 40) return { kind: "thanks" };
  return undefined;
}
