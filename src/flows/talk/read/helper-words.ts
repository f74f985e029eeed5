/** Words of a propagandist that are for the machine, not for a resident. */

import type { InboundOf } from "../../inbound.ts";
import { readAnywhere } from "../../understanding/anywhere.ts";
import { fold } from "../../understanding/fold.ts";
import { readingWordsIn, stepNumberIn } from "../../understanding/reading-words.ts";
import { speechIn } from "../../understanding/speech.ts";
import type { PhraseId } from "../../words/phrases.ts";
import { heldOf } from "../acts/helping/side.ts";
import type { HelpingAct } from "../event.ts";
import { phrase, type Talk } from "../talk.ts";
import { helpingActOf } from "./helping-id.ts";

/** Words of a propagandist who records steps, or would like to. */
export function readReading(talk: Talk, { text }: InboundOf<"words">): HelpingAct | undefined {
  const { helping, guiding } = talk.saved;
  if (helping === undefined || guiding) return undefined;
  const open = helping.reading?.open === true;
  const meant = readingWordsIn(text, open);
  if (meant !== undefined)
    return {
      act: "read-aloud",
      reading: meant === "guides" || meant === "steps" ? { do: meant, page: 0 } : { do: meant },
    };
  if (!open) return undefined;
  const number = stepNumberIn(text);
  if (number !== undefined)
    return { act: "read-aloud", reading: { do: "step", position: number - 1 } };
  const speech = speechIn(text, true);
  if (speech !== undefined) return { act: "read-aloud", reading: { do: "speech", speech } };
  const need = talk.world.library.readNeed(text);
  const [flow] = need.flows;
  return need.verdict === "clear" && flow !== undefined && talk.world.library.flows.has(flow)
    ? { act: "read-aloud", reading: { do: "guide", flow } }
    : undefined;
}

/** A propagandist types what the newest message offered: its label, or its number where nobody else would get it. */
export function readOffered(
  talk: Talk,
  { text, about }: InboundOf<"words">,
): HelpingAct | undefined {
  const { helping, guiding } = talk.saved;
  if (helping === undefined || about !== undefined) return undefined;
  const folded = fold(text);
  const { offered } = helping;
  if (offered === undefined) return guiding ? undefined : readStanding(talk, folded);
  const position = /^(\d{1,2})$/.exec(folded)?.[1];
  const byNumber =
    position === undefined || !offered.byNumber || talk.saved.guiding
      ? undefined
      : offered.choices[Number(position) - 1];
  const meant = byNumber ?? offered.choices.find((choice) => fold(choice.says) === folded);
  if (meant !== undefined) return helpingActOf(meant.id);
  return guiding ? undefined : readStanding(talk, folded);
}

/** What stands on the buttons of every day means the same when they have scrolled away, and is said to no resident. */
function readStanding(talk: Talk, folded: string): HelpingAct | undefined {
  const says = (id: PhraseId): boolean =>
    folded === fold(phrase(talk, id).replace(/\s*\(.*\)$/u, ""));
  if (says("duty-on")) return { act: "duty", on: true };
  if (says("duty-off")) return { act: "duty", on: false };
  if (says("my-cases")) return { act: "list", page: 0 };
  const [ends, passes] = [says("hand-back"), says("transfer")];
  if (!ends && !passes) return undefined;
  const held = heldOf(talk);
  const current = held.find(({ id }) => id === talk.saved.helping?.current) ?? held[0];
  if (current === undefined) return undefined;
  // Whose is not said: the list asks.
  if (held.length > 1 && current.id !== talk.saved.helping?.current)
    return { act: "list", page: 0 };
  return ends ? { act: "end", case: current.id, page: 0 } : { act: "pass-on", case: current.id };
}

/** "English", "tiếng Việt" and nothing besides: in a sentence it is said to somebody. */
export function readLanguage(
  { saved }: Talk,
  { text, about }: InboundOf<"words">,
): HelpingAct | undefined {
  if (saved.helping === undefined || saved.guiding || about !== undefined) return undefined;
  const wanted = readAnywhere(text);
  return wanted?.kind === "language" && wholly.test(fold(text))
    ? { act: "language", language: wanted.language }
    : undefined;
}

const wholly =
  /^(?:(?:please )?(?:noi|dung|bang|doi sang|chuyen sang|in|speak|switch to|change to) )?(?:english|vietnamese|tieng (?:anh|viet|kinh))(?: please| di| nhe| a)?$/;

/** "tìm: na khau", with the colon: without it somebody may be told to look for something. */
export function readSearch({ saved }: Talk, { text }: InboundOf<"words">): HelpingAct | undefined {
  if (saved.helping === undefined) return undefined;
  const words = /^\s*(?:t[ìi]m|search|find)(?:\s+vi[ệe]c)?\s*[:：]\s*(\S.*)$/iu.exec(
    text.normalize("NFC"),
  )?.[1];
  return words === undefined ? undefined : { act: "search", words: words.trim().slice(0, 100) };
}
