/** What the resident's conversation leaves in the chats of those who were called or hold the case. */
import { nameOf } from "../../../cases/name.ts";
import type { Helper, InboundOf } from "../../../inbound.ts";
import type { CaseId, ConversationId, Language } from "../../../vocabulary.ts";
import type { PhraseId } from "../../../words/phrases.ts";
import type { Tidings } from "../../effect.ts";
import type { HelperNote } from "../../event.ts";
import type { Case } from "../../saved.ts";
import { effect, forDesk, languageOf, type Talk } from "../../talk.ts";

/** Notes that a telephone speaks up for; a claim of one's own, a case that went, a refusal are seen where one is. */
const tidings: { readonly [Kind in Told["kind"]]?: Tidings } = {
  called: "called-in",
  "resident-said": "message",
  "resident-sent": "message",
  remarked: "colleague",
  meeting: "meeting",
};

/** Those about a case. */
type Told = Extract<HelperNote, { readonly case: unknown }>;

/** What is written to one of them: `desk` words it as they read it, `name` is the resident's. */
export interface Reader {
  readonly desk: Talk;
  readonly name: string;
  readonly language: Language;
}

export function readerOf(talk: Talk, who: Helper["id"]): Reader {
  const language = languageOf(talk, who);
  return { desk: forDesk(talk, language), name: nameOf(talk, language), language };
}

/** A line of ours about the case, worded in the chat it comes to; `{name}` is the resident there, unless it is given. */
export const lineNote = (
  of: CaseId,
  { name }: Pick<Reader, "name">,
  line: PhraseId,
  values: Readonly<Record<string, string>> = {},
): InboundOf<"refused"> => ({
  kind: "refused",
  case: of,
  name,
  says: { phrase: line, values: { ...values } },
});

/** Tells a propagandist: on the telephones they asked it for, and in their own chat, when they have one. */
export function noteTo(talk: Talk, who: Helper["id"], noteFor: (reader: Reader) => Told): Talk {
  const note = noteFor(readerOf(talk, who));
  const what = "recalled" in note && note.recalled === true ? undefined : tidings[note.kind];
  const told =
    what === undefined ? talk : effect(talk, { do: "tell", case: note.case, what, who: [who] });
  const chat = talk.world.roster.find((p) => p.id === who)?.conversation;
  return chat === undefined ? told : effect(told, { do: "note", to: chat, note });
}

/** Everybody who was shown the card, but one, hears where the case went. */
export function noteGone(
  talk: Talk,
  of: Case,
  why: InboundOf<"gone">["why"],
  by: Helper | undefined,
  except: ConversationId | undefined,
): Talk {
  const notes = of.told
    .filter((to) => to !== except)
    .map((to) => {
      const language = talk.world.roster.find((p) => p.conversation === to)?.language;
      const name = nameOf(talk, language);
      return {
        do: "note" as const,
        to,
        note: { kind: "gone" as const, case: of.id, why, by: by?.name, name },
      };
    });
  return effect(talk, ...notes);
}
