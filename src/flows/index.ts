/** The door: what acts enters what decides through here, and nowhere else. */

export { afterMonth } from "./after-month.ts";
export { check } from "./authoring/check.ts";
export { type Fault, wrong } from "./authoring/checks/fault.ts";
export { shapeFaults } from "./authoring/checks/shape.ts";
export { compile, type Flow } from "./authoring/compile.ts";
export {
  type Content,
  catalogueOf,
  contentSchema,
  type Draft,
  needsSchema,
  valuesOf,
  type Written,
} from "./authoring/content.ts";
export {
  type ExpandedFlow,
  expand,
  type Step,
} from "./authoring/expand.ts";
export * from "./authoring/flow-schema.ts";
export { meansTheSame } from "./authoring/means-the-same.ts";
export {
  type Desk,
  deskSchema,
  type Phrases,
  phrasesSchema,
  placesSchema,
} from "./authoring/settings-schema.ts";
export {
  type Allowance,
  freeOnZalo,
  type MonthlyPlan,
  monthStage,
  type Plan,
  planSending,
  type ToSend,
} from "./budget.ts";
export {
  type Document,
  documentName,
  type MediaForm,
  mediaFormSchema,
} from "./carried.ts";
export {
  type Absence,
  absenceSchema,
  isThere,
  thereAgain,
  weekHoursSchema,
} from "./cases/duty.ts";
export { mayMeet, worksIn } from "./cases/routing.ts";
export {
  type DeskFault,
  type DeskPart,
  type DeskPartValues,
  deskLimits,
  deskParts,
  deskWith,
  keptPart,
  partsOf,
  readDeskPart,
  type SetOnDesk,
} from "./desk-parts.ts";
export { guardHelperMessage } from "./helper-guard.ts";
export {
  type HandBack,
  type Helper,
  handBackSchema,
  type Inbound,
  type InboundOf,
  inboundSchema,
  type RemarkKind,
} from "./inbound.ts";
export { maskSecrets } from "./secrets.ts";
export { spokenDigits } from "./spoken-digits.ts";
export { seenBy } from "./steps/as-shown.ts";
export { type Way, waysOf } from "./steps/ways.ts";
export { decide } from "./talk/decide.ts";
export type {
  Card,
  CardWords,
  CaseRow,
  Choice,
  Effect,
  Remark,
  Reply,
  Tidings,
} from "./talk/effect.ts";
export type { CameBy, FoundCase, Library, RosterEntry, World } from "./talk/library.ts";
export {
  blank,
  type Journey,
  type Moved,
  type Rung,
  type Saved,
  savedSchema,
  wants,
} from "./talk/saved.ts";
export {
  addDays,
  afterQuiet,
  dayOf,
  instantOf,
  sayTime,
  type WeekHours,
  weekdayOf,
} from "./time/calendar.ts";
export { isWorkingDay } from "./time/working-days.ts";
export { type Evaluation, evaluate, rowsOf } from "./understanding/evaluate.ts";
export { fold } from "./understanding/fold.ts";
export { intentReader } from "./understanding/intents.ts";
export { lexicon } from "./understanding/lexicon.ts";
export { type NeedEntry, needReader } from "./understanding/needs.ts";
export { villageKey } from "./understanding/places.ts";
export * from "./vocabulary.ts";
export { progressIn } from "./voice/progress.ts";
export { allReadAloud, spoken } from "./voice/read-aloud.ts";
export type { Recorded } from "./voice/recorded.ts";
export { type Address, addresses, addressWord } from "./words/address.ts";
export { boardOf, screensOn } from "./words/board.ts";
export { sayFact } from "./words/facts.ts";
export { placeLine } from "./words/place-line.ts";
export { quoteIn, withoutQuote } from "./words/quote.ts";
export { telephoneOf } from "./words/telephone.ts";
