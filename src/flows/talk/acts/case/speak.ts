/** What passes between a resident and the people who help in their case, in every direction. */
import type { Text } from "../../../authoring/flow-schema.ts";
import type { Carried } from "../../../carried.ts";
import { isHeld } from "../../../cases/held.ts";
import { guardHelperMessage } from "../../../helper-guard.ts";
import type { Helper, InboundOf } from "../../../inbound.ts";
import { hour, minute } from "../../../time/calendar.ts";
import type { Language } from "../../../vocabulary.ts";
import type { PhraseId } from "../../../words/phrases.ts";
import { withQuote } from "../../../words/quote.ts";
import type { Answering } from "../../event.ts";
import type { Case } from "../../saved.ts";
import { effect, inBoth, phrase, say, type Talk, withSaved } from "../../talk.ts";
import { current, keepCase, timer } from "./kept.ts";
import { lineNote, noteTo } from "./notes.ts";

/** Everybody who talks in this case: the holder first, then whoever they called in. */
export const speakersOf = (of: Case): readonly Helper[] =>
  of.state.is === "waiting" ? [] : [of.state.by, ...(of.beside ?? [])];

export function spoken(talk: Talk, of: Case): Talk {
  if (of.state.is !== "claimed") return talk;
  const answered = keepCase(
    effect(talk, { do: "end-timer", name: "case-silent" }),
    { ...of, state: { ...of.state, spoke: true } },
    talk.world.now + 12 * hour,
  );
  return timer(answered, of, "case-idle", talk.world.now + 12 * hour);
}

/** Why a helper's words may not reach the resident, as the helper reads it. */
export function stoppedFor(talk: Talk, text: string, secret: boolean): Text | undefined {
  if (secret) return inBoth(talk, (desk) => phrase(desk, "stopped-secret"));
  const guard = guardHelperMessage(text, talk.world.library.desk["official-hosts"]);
  return guard.ok ? undefined : inBoth(talk, (desk) => phrase(desk, `stopped-${guard.reason}`));
}

/** A helper's words that do not go on: the page keeps them beside the reason, a chat has to be told that too. */
export function hold(talk: Talk, of: Case, by: Helper, reason: Text): Talk {
  const told = noteTo(talk, by.id, (reader) =>
    lineNote(of.id, reader, "stopped-why", { reason: reason[reader.language] }),
  );
  return effect(told, { do: "answer-act", ok: false, reason: "stopped", says: reason });
}

export function stop(talk: Talk, of: Case, by: Helper, id: PhraseId): Talk {
  const says = inBoth(talk, (desk) => phrase(desk, id));
  const told = noteTo(talk, by.id, (reader) => lineNote(of.id, reader, id));
  return effect(told, { do: "answer-act", ok: false, reason: "stopped", says });
}

export function speak(talk: Talk, of: Case, note: InboundOf<"case-say">): Talk {
  const stopped = stoppedFor(talk, note.text, note.masked.length > 0);
  if (stopped !== undefined) return hold(talk, of, note.by, stopped);
  const text = note.edited === true ? phrase(talk, "edited", { text: note.text }) : note.text;
  const said = say(spoken(talk, of), withQuote(note.quote, text), {
    from: note.by,
    ...quoted(note),
  });
  const told = tellColleagues(noteHeard(said, note), of, note.by, text);
  return effect(told, { do: "answer-act", ok: true });
}

/** What a message to the resident answers, by its turn here. */
export const quoted = ({ quote, answers }: Pick<InboundOf<"case-say">, "quote" | "answers">) =>
  quote === undefined ? {} : { quote: { text: quote, turn: answers } };

/** How many of a helper's words can be pointed at in the chat they were written in. */
const mostHeard = 40;

export function noteHeard(
  talk: Talk,
  { by, here }: Pick<InboundOf<"case-say">, "by" | "here">,
): Talk {
  const of = talk.saved.case;
  if (of === undefined || here === undefined) return talk;
  const line = { turn: talk.world.revision, by: by.id, here };
  return withSaved(talk, { case: { ...of, heard: [...(of.heard ?? []), line].slice(-mostHeard) } });
}

/** What somebody wrote, letter by letter; or a line of ours, worded for each who reads it. */
type Line = string | Text;

const lineIn = (line: Line, language: Language): string =>
  typeof line === "string" ? line : line[language];

/** Two propagandists in one case read each other. */
export function tellColleagues(talk: Talk, of: Case, by: Helper, line: Line): Talk {
  return speakersOf(of)
    .filter((other) => other.id !== by.id)
    .reduce(
      (soFar, other) =>
        noteTo(soFar, other.id, ({ name, language }) => ({
          kind: "resident-said",
          case: of.id,
          name,
          by: by.name,
          text: lineIn(line, language),
        })),
      talk,
    );
}

type Said = Pick<InboundOf<"resident-said">, "of" | "recalled" | "place"> & Answering;

/** The same line for everybody who talks in this case. */
export function tellSpeakers(
  talk: Talk,
  of: Case,
  line: Line,
  { answers, ...more }: Said = {},
): Talk {
  return speakersOf(of).reduce(
    (soFar, { id }) =>
      noteTo(soFar, id, ({ name, language }) => ({
        kind: "resident-said",
        case: of.id,
        name,
        text: lineIn(line, language),
        ...more,
        answers: pointedAt(of, id, answers),
      })),
    talk,
  );
}

/** The answered line, as this helper's own chat can find it. */
function pointedAt(of: Case, who: Helper["id"], turn: number | undefined) {
  if (turn === undefined) return undefined;
  const own = of.heard?.find((line) => line.turn === turn && line.by === who);
  return own === undefined ? { of: turn } : { here: own.here };
}

/** How many of their own words somebody can still take back. */
const mostSaid = 40;

/** What was said in that turn was said to people, and may be taken back from them. */
function noteSaid(talk: Talk, of: Case, turn: number): Talk {
  const said = talk.saved.said ?? [];
  if (said.some((line) => line.turn === turn)) return talk;
  const line = { turn, case: of.id, to: speakersOf(of).map(({ id }) => id) };
  return withSaved(talk, { said: [...said, line].slice(-mostSaid) });
}

/** What the resident writes while a person holds the case, or waits to meet them. */
export function tellPerson(talk: Talk, line: Line, more: Said = {}): Talk {
  const of = current(talk);
  if (of.state.is === "waiting") return talk;
  const turn = talk.world.revision;
  const told = tellSpeakers(noteSaid(talk, of, turn), of, line, { of: turn, ...more });
  return awaitAnswer(told, of);
}

export function sendPerson(
  talk: Talk,
  { id: media, form, file }: Carried,
  caption: string,
  /** The turn it came in, when that was an earlier one; what it answers. */
  {
    turn = talk.world.revision,
    quote,
    answers,
  }: { readonly turn?: number | undefined } & Answering = {},
): Talk {
  const of = current(talk);
  if (!isHeld(of)) return talk;
  const told = speakersOf(of).reduce(
    (soFar, { id }) =>
      noteTo(soFar, id, ({ name }) => ({
        kind: "resident-sent",
        case: of.id,
        name,
        media,
        form,
        file,
        caption,
        of: turn,
        quote,
        answers: pointedAt(of, id, answers),
      })),
    effect(noteSaid(talk, of, turn), { do: "share-media", media }),
  );
  return awaitAnswer(told, of);
}

/** From the first unanswered message on, the holder has as long as a silent claim may last. */
function awaitAnswer(talk: Talk, of: Case): Talk {
  if (of.state.is !== "claimed" || !of.state.spoke) return talk;
  const at = talk.world.now + talk.world.library.desk.routing["silent-claim-minutes"] * minute;
  const unanswered: Case = { ...of, state: { ...of.state, spoke: false } };
  return keepCase(timer(talk, of, "case-silent", at), unanswered, at);
}
