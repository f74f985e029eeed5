/** What somebody needs, where no guide is open. */

import type { Matter } from "../../authoring/flow-schema.ts";
import { answeredAlready } from "../../understanding/answered.ts";
import { agrees } from "../../understanding/done.ts";
import type { Intent } from "../../understanding/intents.ts";
import { besideMatter } from "../../understanding/matter-asked.ts";
import type { NeedReading } from "../../understanding/needs.ts";
import { bareAnswer } from "../../understanding/polar.ts";
import { namesNoPaper } from "../../understanding/unnamed-paper.ts";
import { asksWhichPress } from "../../understanding/which-press.ts";
import type { FlowId } from "../../vocabulary.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { readUpset } from "./beside-step.ts";
import { readNamedPlace } from "./place.ts";

/** The task that is named beside what is asked of it; undefined where no single one is. */
export function clearNeed(talk: Talk, text: string, asks: Matter): NeedReading | undefined {
  const beside = besideMatter(text, asks);
  const need = beside === "" ? undefined : talk.world.library.readNeed(beside);
  return need?.verdict === "clear" ? need : undefined;
}

/** Where tasks are to be chosen from; after the very first words they will be. */
const menus: ReadonlySet<string> = new Set(["greeting", "need", "offered", "fields"]);

/** "Bao giờ thì có" before a menu, with nothing beside it that names a task. */
export function asksOfNoTask(talk: Talk, text: string, asks: Matter): boolean {
  if (!menus.has(talk.saved.state)) return false;
  const beside = besideMatter(text, asks);
  return beside === "" || talk.world.library.readNeed(beside).verdict === "none";
}

/** `asks`: what the same words ask of the task. */
export function readNeed(talk: Talk, text: string, asks: Matter | undefined): TalkEvent {
  if (asks !== undefined && asksOfNoTask(talk, text, asks))
    return { type: "aside", about: "matter-of-which", matter: asks };
  if (namesNoPaper(text)) return { type: "aside", about: "which-paper" };
  const named = asks === undefined ? undefined : clearNeed(talk, text, asks);
  const need = named ?? talk.world.library.readNeed(text);
  if (need.verdict !== "clear") {
    const place = readNamedPlace(talk, text);
    if (place !== undefined) return place;
  }
  if (need.verdict === "none") return readUpset(text, undefined) ?? outsideIntent(talk, text);
  const clear = need.verdict === "clear";
  return {
    type: "need",
    flows: need.flows,
    clear,
    answers: clear ? firstAnswer(talk, need.flows, text) : undefined,
    asks,
  };
}

function firstAnswer(talk: Talk, flows: readonly FlowId[], text: string): string | undefined {
  const flow = talk.world.library.flows.get(flows[0] ?? "");
  if (flow === undefined) return undefined;
  const step = flow.stepAt(flow.beginning.step);
  if (step.kind !== "choose") return undefined;
  const labels = Object.entries(step.choices).map(([id, { says }]) => ({
    id,
    words: [says.vi, says.en],
  }));
  return answeredAlready(text, [flow.says.vi, flow.says.en], labels);
}
/** With no guide open a few intents still mean something. */
const meaningOutside: Readonly<Partial<Record<Intent, TalkEvent>>> = {
  human: { type: "human" },
  menu: { type: "menu" },
  later: { type: "later" },
  stuck: { type: "aside", about: "calm" },
  distress: { type: "aside", about: "calm" },
  back: { type: "menu" },
  cancel: { type: "menu" },
  repeat: { type: "repeat" },
  wait: { type: "aside", about: "wait" },
  listen: { type: "aside", about: "cannot-read" },
};

function outsideIntent(talk: Talk, text: string): TalkEvent {
  const { intent } = talk.world.library.readInGuide(text, { kind: "choose", choices: [] });
  if (talk.saved.state === "practised" && (intent === "yes" || intent === "no"))
    return { type: intent };
  const meant = intent === undefined ? undefined : meaningOutside[intent];
  if (asksWhichPress(text)) return { type: "unread", why: "choose-one" };
  if (meant !== undefined) return meant;
  const answers = agrees(text) || bareAnswer(text) !== undefined;
  return { type: "unread", why: answers ? "choose-one" : "not-understood" };
}
