/** A propagandist's side of their own chat: what is kept of it, whom plain words go to, and how the machine speaks there. */
import type { Inbound } from "../../../inbound.ts";
import type { CaseId, ConversationId, Language } from "../../../vocabulary.ts";
import type { Choice, Reply } from "../../effect.ts";
import type { Helping } from "../../saved.ts";
import { effect, phrase, type Talk, withSaved } from "../../talk.ts";

/** A case's id begins with the conversation it belongs to. */
export function conversationOf(id: CaseId): ConversationId {
  return id.slice(0, id.lastIndexOf(".")) as ConversationId;
}

export function helpingOf(talk: Talk): Helping {
  if (talk.saved.helping === undefined) throw new Error("this chat is no propagandist's");
  return talk.saved.helping;
}

export function withHelping(talk: Talk, change: Partial<Helping>): Talk {
  return withSaved(talk, { helping: { ...helpingOf(talk), ...change } });
}

/** The other one, when none was named. A propagandist reads the same on the desk. */
export function readsFromNow(talk: Talk, language: Language | undefined): Talk {
  const chosen = language ?? (talk.saved.language === "vi" ? "en" : "vi");
  const { helping } = talk.saved;
  const set = withSaved(talk, { language: chosen });
  return helping === undefined
    ? set
    : effect(set, { do: "reads", who: helping.me.id, language: chosen });
}

export type Held = Helping["cases"][number];

/** The cases somebody may be talking in now; one that rests until a meeting is not among them. */
export const heldOf = (talk: Talk): readonly Held[] =>
  talk.saved.helping?.cases.filter((c) => c.claimed) ?? [];

export const caseNamed = (talk: Talk, id: CaseId): Held | undefined =>
  talk.saved.helping?.cases.find((c) => c.id === id);

/** Also of a case that is over, as it was called here. */
export function nameOfCase(talk: Talk, id: CaseId): string {
  return caseNamed(talk, id)?.name ?? "";
}

/** "bà ở Nà Khau (2)"; the first of a name goes without. */
export const counted = (name: string, count: number): string =>
  count === 1 ? name : `${name} (${count})`;

/** As this chat tells people apart, also after their case, while that means nobody else. */
export function namedHere(
  talk: Talk,
  note: { readonly case: CaseId; readonly name: string },
): string {
  const held = caseNamed(talk, note.case);
  if (held !== undefined) return held.name;
  const name = counted(note.name, countBefore(talk, note.case));
  return heldOf(talk).some((one) => one.name === name) ? note.name : name;
}

/** Which of those called alike this one was, the last time. */
export function countBefore(talk: Talk, id: CaseId): number {
  const here = conversationOf(id);
  return talk.saved.helping?.known?.find((one) => one.conversation === here)?.count ?? 1;
}

interface Manner extends Partial<Reply> {
  /** Plain words go to somebody now, so a number is one of them and no button. */
  readonly talking?: boolean;
  /** The propagandist pressed for this: a number they type now is one of its buttons. */
  readonly chosen?: boolean;
}

/**
 * Said to the propagandist; the choices carry the case, so they work however old the message is. The newest can
 * be typed as well: a label always, a number where it could be meant for nobody else.
 *
 * Plain words go to nobody but the person the newest message names: a message about somebody else makes it
 * doubtful whom the next ones are for.
 */
export function tell(
  talk: Talk,
  text: string,
  choices: readonly Choice[] = [],
  { talking = false, chosen = false, ...more }: Manner = {},
): Talk {
  const { helping } = talk.saved;
  const byNumber = !talking && (chosen || heldOf(talk).length === 0);
  const byWords = byNumber || choices.length === 0 ? {} : { byWords: true };
  const said = effect(talk, {
    do: "say",
    reply: { text, choices, step: false, from: "machine", ...byWords, ...more },
  });
  if (helping === undefined) return said;
  const doubtful = more.about !== undefined && more.about !== helping.current;
  return withSaved(said, {
    helping: {
      ...helping,
      offered: choices.length === 0 ? undefined : { choices: [...choices], byNumber },
      ...(more.about === undefined ? {} : { newest: more.about }),
      ...(doubtful ? { current: undefined } : {}),
    },
  });
}

/** From now on plain words go to this case: chosen by the propagandist, or the only one they have. */
export function turnTo(talk: Talk, id: CaseId, how: "chosen" | "only-one"): Talk {
  return withHelping(talk, {
    current: id,
    // Words written before this message was there were meant for somebody else.
    currentSince: how === "chosen" ? undefined : talk.world.revision,
  });
}

export function leave(talk: Talk, id: CaseId, note: Inbound): Talk {
  const worked = (helpingOf(talk).worked ?? []).filter((one) => one !== id);
  return effect(withHelping(talk, { worked: [...worked, id].slice(-20) }), {
    do: "note",
    to: conversationOf(id),
    note,
  });
}

/** The case is no longer theirs; what plain words are for has to be said anew. */
export function ended(talk: Talk, id: CaseId): Talk {
  const helping = helpingOf(talk);
  return withHelping(talk, {
    cases: helping.cases.filter((c) => c.id !== id),
    current: helping.current === id ? undefined : helping.current,
    completing: helping.completing?.case === id ? undefined : helping.completing,
  });
}

const most = 5;

/**
 * One page of a list that may be long, with *Khác…* leading to the next and round again. `further` makes the
 * id of that button, `also` stands below on every page.
 */
export function page(
  talk: Talk,
  all: readonly Choice[],
  at: number,
  further: (page: number) => string,
  also: readonly Choice[] = [],
): readonly Choice[] {
  const room = most - also.length;
  if (all.length <= room) return [...all, ...also];
  const size = room - 1;
  const pages = Math.ceil(all.length / size);
  const here = Number.isInteger(at) && at > 0 && at < pages ? at : 0;
  const more = { id: further((here + 1) % pages), says: phrase(talk, "more") };
  return [...all.slice(here * size, (here + 1) * size), more, ...also];
}

export const holding = (talk: Talk, id: CaseId): readonly Choice[] => [
  { id: `end:${id}`, says: phrase(talk, "hand-back") },
  { id: `pass:${id}`, says: phrase(talk, "transfer") },
  { id: `tools:${id}`, says: phrase(talk, "more") },
];

export const dutyChoices = (talk: Talk): readonly Choice[] => [
  { id: "duty:on", says: phrase(talk, "duty-on") },
  { id: "duty:off", says: phrase(talk, "duty-off") },
  { id: "cases", says: phrase(talk, "my-cases") },
  { id: "read:begin", says: phrase(talk, "read-steps") },
  { id: "beside", says: phrase(talk, "beside-how") },
];

/** How helping ended, by names; two pages of them. */
export function outcomes(talk: Talk, id: CaseId, at: number): readonly Choice[] {
  const steps = caseNamed(talk, id)?.steps ?? [];
  const all: readonly Choice[] = [
    { id: `o:still-here:${id}`, says: phrase(talk, "outcome-still-here") },
    ...(steps.length === 0 ? [] : [{ id: `upto:${id}`, says: phrase(talk, "outcome-done-up-to") }]),
    { id: `o:finished:${id}`, says: phrase(talk, "outcome-finished") },
    { id: `o:needs-paper:${id}`, says: phrase(talk, "outcome-needs-paper") },
    { id: `o:in-person:${id}`, says: phrase(talk, "outcome-in-person") },
    { id: `o:meet:${id}`, says: phrase(talk, "outcome-meet") },
    { id: `o:unreached:${id}`, says: phrase(talk, "outcome-unreached") },
  ];
  return page(talk, all, at, (next) => `ends:${next}:${id}`);
}
