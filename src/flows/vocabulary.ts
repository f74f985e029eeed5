/**
 * The words of this house. One meaning each, in code, tests and documents.
 *
 * resident             a person we know: form of address, language, village, consents
 * subject              whose paper it is, a relation word (me, my mother); never a name or number
 * propagandist         the human who answers escalated conversations; residents see *người giúp*
 * flow                 an authored guide through one task; compiled to one XState machine
 * step                 one thing to do or answer
 * edition              a flow exactly as published; immutable
 * fact                 a dated value (fee, time, address) with its source
 * channel account      one bot, one OA, one web site of one commune
 * conversation         one chat on one channel account; a resident's, a propagandist's, or both
 * talk                 what is saved of a conversation, and decides how the next inbound is met
 * journey              one resident + subject through one flow; may rest for days
 * inbound              anything that happens to a conversation: words, a press, a timer, a note
 * note                 an inbound that another conversation, or the desk, left here
 * turn                 one inbound and everything decided about it
 * reply                one outgoing message, committed before it is sent
 * question             what a reply asks; the newest one gives typed numbers their meaning
 * effect               one thing a turn wants done: say, set a timer, leave a note, change a case
 * case                 an escalated conversation, from asking to closing
 * roster               the propagandists of a commune, and who is on duty
 * working group        people who help together: a union, a village's team; covers villages
 * absence              days on which a propagandist is away
 * remark               words about a case among those who help: a note, a question to the coordinators, an answer
 * rung                 a group of people called for a case, with a reason and a time limit; rungs make the ladder
 * desk                 where propagandists work: in chat, or on the web
 * duty                 when a propagandist is available
 * place                province → commune → village, with former names
 * recording            a step read aloud by a propagandist, in one language of speech, tied to what was read
 * library              everything published: editions, phrases, facts, places, the desk's settings
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PropagandistId = Branded<"propagandist">;
export type ConversationId = Branded<"conversation">;
export type AccountId = Branded<"channel account">;
export type JourneyId = Branded<"journey">;
export type CaseId = Branded<"case">;
export type MediaId = Branded<"media">;
export type EditionId = Branded<"edition">;
export type FlowId = string;
export type StepId = string;

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** A calendar day in Asia/Ho_Chi_Minh, `2026-11-22`. */
export type Day = string;

export type Language = "vi" | "en";

/** What somebody speaks at home: Vietnamese, Tày, Dao, Mông. A language, never a people. */
export const speeches = ["vi", "tay", "dao", "mong"] as const;
export type Speech = (typeof speeches)[number];

/** Propagandists answer cases, authors write guides, managers read figures; coordinators do all, and invite. */
export const ranks = ["propagandist", "author", "manager", "coordinator"] as const;
export type Rank = (typeof ranks)[number];

/** Whose paper it is; said to nobody but the claimer, as words. */
export const subjects = [
  "me",
  "my-child",
  "my-grandchild",
  "my-mother",
  "my-father",
  "my-spouse",
  "my-grandparent",
  "somebody",
] as const;
export type Subject = (typeof subjects)[number];
