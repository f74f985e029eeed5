/** Words at a step of a guide. */

import type { Step } from "../../authoring/expand.ts";
import type { GatherStep } from "../../authoring/flow-schema.ts";
import type { InboundOf } from "../../inbound.ts";
import { papersNamed } from "../../steps/gather.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import { troublesOf } from "../../steps/troubles.ts";
import { agrees } from "../../understanding/done.ts";
import { bareAnswer } from "../../understanding/polar.ts";
import { isHearsay } from "../../understanding/speech.ts";
import { isUndecided } from "../../understanding/undecided.ts";
import type { TalkEvent } from "../event.ts";
import type { Shown } from "../saved.ts";
import { flowOf, standing, type Talk, textOf } from "../talk.ts";
import { readBesideStep, readUpset } from "./beside-step.ts";
import { eventOf } from "./choice-id.ts";
import { meaningOf } from "./meaning.ts";
import { readNamedPlace } from "./place.ts";

/** Papers are named in one's own words; what names none is read as anywhere in a guide. */
function readPapers(step: GatherStep, text: string): TalkEvent | undefined {
  const { has, lacks, all, lacking, unclear } = papersNamed(step, text);
  if (all) return { type: "done" };
  if (has.length > 0) return { type: "tick", items: has };
  if (lacks.length > 0) return { type: "untick", items: lacks };
  if (lacking && text.length < longestLack) return { type: "lacking" };
  return unclear && text.length < longestLack ? { type: "repeat" } : undefined;
}

/** "chưa có", "thiếu một tờ": longer than this it is a story with a no in it. */
const longestLack = 25;

/** Papers of the list that are not on the page shown may be named all the same. */
function papersBeside(step: Step, newest: Shown | undefined) {
  if (step.kind !== "gather") return [];
  return Object.entries(step.items)
    .map(([item, { says }]) => ({ id: `i:${item}`, words: [says.vi, says.en], button: true }))
    .filter(({ id }) => newest?.choices.every((c) => c.id !== id) ?? true);
}

/** Choices whose words an author wrote; consents and the guide's own buttons are meant, or they are not. */
const written = /^(?:c|t|screen|correct):/;

/** Lists of what went wrong, of screens and of earlier answers are questions too. */
const lists: ReadonlySet<string> = new Set([
  "guided.troubles",
  "guided.screens",
  "guided.correcting",
]);

function askedAt(state: string, kind: Step["kind"]): "ask" | "choose" | "do" {
  if (kind === "choose" || lists.has(state)) return "choose";
  return kind === "ask" ? "ask" : "do";
}

export function readInGuide(talk: Talk, inbound: InboundOf<"words">): TalkEvent {
  const { text } = inbound;
  const { journey, step } = standing(talk);
  const newest = talk.saved.shown.at(-1);
  const manner = mannerOf(step);
  const papers = step.kind === "gather" ? readPapers(step, text) : undefined;
  if (papers !== undefined) return papers;
  const troubles = Object.entries(troublesOf(step)).map(([id, t]) => ({
    id,
    words: [t.says.vi, t.says.en],
  }));
  const proving = talk.saved.state === "guided.proving";
  const reading = talk.world.library.readInGuide(text, {
    kind: askedAt(talk.saved.state, step.kind),
    // "Khác…" is one slip away from "nhắc lại": it is pressed, counted or written in full, never guessed.
    choices: (newest?.choices ?? [])
      .filter((c) => c.id !== "more")
      .map((c) => ({ id: c.id, words: [c.says], button: !written.test(c.id) }))
      .concat(papersBeside(step, newest)),
    troubles,
    ...(step.kind === "choose" && talk.saved.state === "guided.step"
      ? { asked: textOf(talk, step.says) }
      : {}),
    ...(proving ? { proving: true } : {}),
  });

  if (step.kind === "ask" && talk.saved.state === "guided.step") {
    const taken = manner.take(talk, step, text);
    // What is written in practice is only passed over, so whatever leads somewhere else comes first.
    if (journey.practice === true) {
      const known = step.answer !== "text" && taken?.ok === true;
      const elsewhere =
        known || reading.intent === undefined ? undefined : meaningOf(talk, reading.intent);
      return elsewhere ?? { type: "value", value: "" };
    }
    const wayOut =
      reading.intent !== undefined && step.answer !== "text"
        ? meaningOf(talk, reading.intent)
        : undefined;
    if (taken?.ok === true) return { type: "value", value: taken.value };
    if (wayOut !== undefined) return wayOut;
    if (taken !== undefined) return { type: "unread", why: taken.why };
  }

  const beside = reading.confidence === 1 ? undefined : readBesideStep(talk, step, text);
  if (beside !== undefined) return beside;
  if (reading.choice !== undefined) {
    const chosen = eventOf(reading.choice);
    if (chosen?.type === "choice" && reading.loosely === true) return { ...chosen, loosely: true };
    return chosen ?? { type: "unread", why: "not-understood" };
  }
  const place = readNamedPlace(talk, text);
  if (place !== undefined) return place;
  if (reading.trouble !== undefined) return { type: "trouble", trouble: reading.trouble };
  const upset = readUpset(text, reading.intent);
  if (upset !== undefined) return upset;
  if (reading.intent !== undefined) {
    if (reading.intent === "wrong-thing")
      return {
        type: "wrong-thing",
        flows: (reading.need?.flows ?? []).filter((id) => id !== journey.flow),
      };
    const meant = meaningOf(talk, reading.intent);
    if (meant?.type === "listen" && isHearsay(text)) return { type: "repeat" };
    if (step.kind === "choose" && meant?.type === "done" && talk.saved.state === "guided.step")
      return otherNeed(talk, text) ?? { type: "unread", why: "choose-one" };
    // A lost password has its guide; a code that does not come is waited for where it was asked for.
    if (meant?.type === "common-trouble" && meant.trouble === "password")
      return otherNeed(talk, text) ?? meant;
    if (meant !== undefined) return meant;
  }
  return otherNeed(talk, text) ?? { type: "unread", why: notAnswered(step, text) };
}

/** Another guide is plainly wanted; it is offered, and this one stays where it is. */
function otherNeed(talk: Talk, text: string): TalkEvent | undefined {
  const { journey } = standing(talk);
  const { verdict, flows } = talk.world.library.readNeed(text);
  const others = flows.filter((id) => id !== journey.flow && id !== flowOf(talk, journey).id);
  return verdict === "clear" && others.length > 0 && flows[0] !== journey.flow
    ? { type: "need", flows: others.slice(0, 1), clear: false }
    : undefined;
}

/** A "có" or "ok" that fits no answer was understood; only which one is meant was not. */
const notAnswered = (step: Step, text: string): "choose-one" | "not-understood" =>
  step.kind === "choose" && (bareAnswer(text) !== undefined || agrees(text) || isUndecided(text))
    ? "choose-one"
    : "not-understood";
