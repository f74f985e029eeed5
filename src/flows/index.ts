/** The door: what acts enters what decides through here, and nowhere else. */

export { type AfterMonth, afterMonth } from "./after-month.ts";
export { check } from "./authoring/check.ts";
export { type Fault, wrong } from "./authoring/checks/fault.ts";
export { shapeFaults } from "./authoring/checks/shape.ts";
export { type Arrival, compile, type Flow } from "./authoring/compile.ts";
export {
  type Content,
  catalogueOf,
  contentSchema,
  type Draft,
  type Needs,
  needsSchema,
  valuesOf,
  type Written,
} from "./authoring/content.ts";
export {
  type Catalogue,
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
  type Places,
  phrasesSchema,
  placesSchema,
} from "./authoring/settings-schema.ts";
export {
  type Allowance,
  freeOnZalo,
  type MonthlyPlan,
  type MonthStage,
  monthStage,
  type Plan,
  planSending,
  type ToSend,
} from "./budget.ts";
export {
  type Absence,
  absenceSchema,
  isThere,
  thereAgain,
  weekHoursSchema,
} from "./cases/duty.ts";
export { mayMeet, worksIn } from "./cases/routing.ts";
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
export type { Problem } from "./problem.ts";
export { type AskedFor, maskSecrets } from "./secrets.ts";
export { spokenDigits } from "./spoken-digits.ts";
export { type Reader, seenBy } from "./steps/as-shown.ts";
export { type Way, waysOf } from "./steps/ways.ts";
export { type Decision, decide } from "./talk/decide.ts";
export type {
  Card,
  CaseRow,
  Choice,
  Effect,
  JourneyMoment,
  Remark,
  Reply,
  Tidings,
  TimerScope,
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
export { type Lexicon, lexicon } from "./understanding/lexicon.ts";
export { type NeedEntry, needReader } from "./understanding/needs.ts";
export { villageKey } from "./understanding/places.ts";
export * from "./vocabulary.ts";
export { type Progress, progressIn } from "./voice/progress.ts";
export { allReadAloud, spoken } from "./voice/read-aloud.ts";
export type { Recorded } from "./voice/recorded.ts";
export { type Address, addresses, addressWord } from "./words/address.ts";
export { boardOf, screensOn } from "./words/board.ts";
export { sayFact } from "./words/facts.ts";
export { placeLine } from "./words/place-line.ts";
export { quoteIn, withoutQuote } from "./words/quote.ts";
export { telephoneOf } from "./words/telephone.ts";
