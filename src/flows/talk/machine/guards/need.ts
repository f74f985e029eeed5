/** Guards on what is needed: understood clearly, guided at all, begun before. */
import type { TalkEvent } from "../../event.ts";
import { activeJourney, type Talk } from "../../talk.ts";

export const guardsOfNeed = {
  clear: (_talk: Talk, event: TalkEvent) => event.type === "need" && event.clear,
  unguided: (talk: Talk) => !talk.world.library.flows.has(talk.saved.offers[0] ?? ""),
  begunBefore: (talk: Talk) =>
    talk.saved.journeys.some((j) => j.flow === talk.saved.offers[0] && j.practice !== true),
  named: (_talk: Talk, event: TalkEvent) => event.type === "wrong-thing" && event.flows.length > 0,
  guiding: (talk: Talk) => activeJourney(talk) !== undefined,
} as const;
