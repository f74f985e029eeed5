/**
 * Being stuck is measured: what has been seen at a step, and what happened there just now, to the one signal it
 * gives, if any. Every offer of help that nobody asked for begins here; the conversation machine only asks.
 */
import type { AuthoredFlow } from "../authoring/flow-schema.ts";
import { afterQuiet, minute } from "../time/calendar.ts";
import type { Day, Instant, StepId } from "../vocabulary.ts";
import type { TalkEvent } from "./event.ts";

/** What may show that somebody is stuck; recorded with each offer, never shown to anybody in these words. */
export const signals = [
  "shown-again",
  "not-understood",
  "silence",
  "to-and-fro",
  "distress",
  "photo",
  "failed-again",
] as const;
export type Signal = (typeof signals)[number];

/** Counted since the step was reached, showings and goings back since this morning. */
export interface Seen {
  /** Times the step was shown because somebody asked for it, the first one included. */
  readonly shown: number;
  /** Messages here that could not be understood. */
  readonly fumbles: number;
  /** Times it did not work. */
  readonly failed: number;
  readonly step: StepId;
  /** Steps that were left by going back, oldest first. */
  readonly wentBack: ReadonlyArray<{ readonly from: StepId; readonly on: Day }>;
  readonly today: Day;
}

/** The third showing, the second message not understood, the second failure. */
const often = { shown: 3, fumbles: 2, failed: 2 } as const;

/** `proving`: at the question what they see, where "no" says that it did not work. */
export function signalOf(event: TalkEvent, seen: Seen, proving: boolean): Signal | undefined {
  const { type } = event;
  // Opening the chat again is the way back from the portal, and no asking.
  if (type === "repeat" || type === "which-press")
    return seen.shown + 1 >= often.shown ? "shown-again" : undefined;
  // Sent to be looked at, as a document is.
  if (type === "unread" && (event.why === "photo" || event.why === "document")) return "photo";
  if (type === "unread" && (event.why === "not-understood" || event.why === "choose-one"))
    return seen.fumbles + 1 >= often.fumbles ? "not-understood" : undefined;
  if (type === "not-done" || type === "common-trouble" || (type === "no" && proving))
    return seen.failed + 1 >= often.failed ? "failed-again" : undefined;
  if (type === "stuck" || (type === "aside" && event.about === "upset")) return "distress";
  if (type === "timer" && event.name === silenceTimer) return "silence";
  // Back from here for the second time today: on, back, on again, back again.
  const before = seen.wentBack.some(({ from, on }) => from === seen.step && on === seen.today);
  return type === "back" && before ? "to-and-fro" : undefined;
}

/** The only timer of a conversation with scope *turn*: the next word of the person ends it. */
export const silenceTimer = "silence";

/**
 * A code runs out after five minutes and a form takes three: whoever is silent for ten at a hard step has most
 * likely put the phone down. It is also when a commune shows its telephone to somebody nobody came to. `desk.yaml`
 * may set another (`silence-minutes`).
 */
export const patience = 10;

export interface Silence {
  readonly now: Instant;
  readonly tone: AuthoredFlow["tone"];
  /** The author's mark on the step. */
  readonly hard: boolean;
  /** Help was offered here today. */
  readonly offered: boolean;
  readonly minutes: number;
}

/** When silence here would be asked about. Nobody is asked at night, at Tết or in mourning, nor next morning instead. */
export function silenceEnds({ now, tone, hard, offered, minutes }: Silence): Instant | undefined {
  if (!hard || offered || tone === "mourning") return undefined;
  const at = now + minutes * minute;
  return afterQuiet(at) === at ? at : undefined;
}
