/** The door: what acts enters what decides through here, and nowhere else. */
export { type Arrival, compile, type Flow } from "./authoring/compile.ts";
export { CannotExpand, type Catalogue, type ExpandedFlow, expand, type Step } from "./authoring/expand.ts";
export * from "./authoring/flow-schema.ts";
export { type Desk, deskSchema, type Phrases, type Places, phrasesSchema, placesSchema } from "./authoring/settings-schema.ts";
export { type HandBack, handBackSchema, type Helper, type Inbound, type InboundOf, inboundSchema } from "./inbound.ts";
export type { Problem } from "./problem.ts";
export type { Card, CaseRow, Choice, Effect, JourneyMoment, Reply, TimerScope } from "./talk/effect.ts";
export type { Library, RosterEntry, World } from "./talk/library.ts";
export { blank, type Journey, type Saved, savedSchema } from "./talk/saved.ts";
export * from "./vocabulary.ts";
