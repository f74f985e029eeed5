/** Values a store test needs, saying only what matters to it. */

import type { PropagandistRow } from "../../../src/bot/store/people.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type { FinishedTurn } from "../../../src/bot/store/turns.ts";
import {
  type AccountId,
  blank,
  type CaseId,
  type CaseRow,
  type ConversationId,
  type Effect,
  type Helper,
  type Inbound,
  type JourneyId,
  type MediaId,
  type PropagandistId,
  type Reply,
  type Saved,
} from "../../../src/flows/index.ts";

export const commune = "tan-an";
export const web = "web-tan-an" as AccountId;
export const telegram = "telegram-tan-an" as AccountId;
export const inside = "inside" as AccountId;

/** 22 November 2026, 10:00 in Vietnam. */
export const morning = Date.parse("2026-11-22T03:00:00Z");

export const conversationId = (name: string) => name as ConversationId;
export const caseId = (name: string) => name as CaseId;
export const journeyId = (name: string) => name as JourneyId;
export const mediaId = (name: string) => name as MediaId;
export const propagandistId = (name: string) => name as PropagandistId;

/** Both accounts, and in each of them the conversations named. */
export function settle(store: Store, names: { web?: string[]; telegram?: string[] } = {}): void {
  store.account({ id: web, commune, channel: "web" });
  store.account({ id: telegram, commune, channel: "telegram" });
  for (const name of names.web ?? []) {
    store.conversationOf(web, `peer of ${name}`, () => conversationId(name), morning);
  }
  for (const name of names.telegram ?? []) {
    store.conversationOf(telegram, `peer of ${name}`, () => conversationId(name), morning);
  }
}

export function words(text: string): Inbound {
  return { kind: "words", text, masked: [] };
}

export function aReply(text: string, more: Partial<Reply> = {}): Reply {
  return { text, choices: [], step: false, from: "machine", ...more };
}

export function say(text: string, more: Partial<Reply> = {}): Effect {
  return { do: "say", reply: aReply(text, more) };
}

/** A reply that asks something, with a button. */
export function ask(text: string, more: Partial<Reply> = {}): Effect {
  return say(text, { choices: [{ id: "done", says: "Xong rồi" }], ...more });
}

export interface TurnInWords {
  readonly in: string;
  readonly account?: AccountId;
  readonly key?: string;
  readonly revision?: number;
  readonly inbound?: Inbound;
  readonly at?: number;
  readonly saved?: Partial<Saved>;
  readonly effects?: readonly Effect[];
}

export function aTurn(turn: TurnInWords): FinishedTurn {
  const revision = turn.revision ?? 1;
  return {
    arriving: {
      account: turn.account ?? web,
      key: turn.key ?? `${turn.in}:${revision}`,
      conversation: conversationId(turn.in),
      inbound: turn.inbound ?? words("xin chào"),
      at: turn.at ?? morning,
    },
    revision,
    saved: { ...blank, ...turn.saved },
    effects: turn.effects ?? [],
  };
}

export function aCase(name: string, more: Partial<CaseRow> = {}): CaseRow {
  return {
    id: caseId(name),
    state: "waiting",
    openedAt: morning,
    withinHours: true,
    waitingSince: morning,
    called: [],
    wants: "anyone",
    card: { reason: "bấm Gặp người giúp", tried: [], steps: [] },
    ...more,
  };
}

export function openCase(name: string, more: Partial<CaseRow> = {}): Effect {
  return { do: "case", row: aCase(name, more) };
}

type JourneyEffect = Extract<Effect, { do: "journey" }>;

export function journey(name: string, more: Partial<Omit<JourneyEffect, "do">> = {}): Effect {
  return {
    do: "journey",
    moment: "begun",
    journey: journeyId(name),
    flow: "khai-sinh",
    field: "justice",
    village: "na-khau",
    step: "parents-married",
    helped: "alone",
    ...more,
  };
}

export const helper: Helper = {
  id: propagandistId("hoa"),
  name: "Cô Hoa (mẫu)",
  role: "trưởng thôn",
};

export function aPropagandist(name: string, more: Partial<PropagandistRow> = {}): PropagandistRow {
  return {
    id: propagandistId(name),
    commune,
    name: `${name} (mẫu)`,
    role: "trưởng thôn",
    rank: "propagandist",
    woman: false,
    office: false,
    villages: ["na-khau"],
    groups: [],
    knows: [],
    speaks: ["vi"],
    hours: [],
    absences: [],
    duty: true,
    language: "vi",
    joinedAt: morning,
    ...more,
  };
}

/** What a thread says, one word per line. */
export function threadOf(store: Store, conversation: string): string[] {
  return store.lines(conversationId(conversation), 0, 1000).map(({ what }) => {
    if (what.is === "reply") return `bot: ${what.reply.text}`;
    return what.inbound.kind === "words" ? what.inbound.text : what.inbound.kind;
  });
}
