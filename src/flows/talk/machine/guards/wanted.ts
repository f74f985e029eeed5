/** Guards on what is asked on the way, and on whether it has to be asked. */
import { isHeld } from "../../../cases/held.ts";
import { recentHelp } from "../../../cases/reopen.ts";
import { isPractising } from "../../acts/practice.ts";
import { remindsOfPapers, wantsReminders } from "../../acts/reminders.ts";
import { stillAsked } from "../../acts/waiting-photos.ts";
import { elsewhere, otherPhone } from "../../acts/wanted.ts";
import type { TalkEvent } from "../../event.ts";
import type { Journey } from "../../saved.ts";
import { activeJourney, flowOf, type Talk } from "../../talk.ts";

export const guardsOfWanted = {
  asksKeep: (talk: Talk, event: TalkEvent) => {
    const journey = activeJourney(talk);
    return (
      journey !== undefined &&
      // Whoever waits for a person, or comes back from one, is shown the step and nothing else.
      talk.saved.case === undefined &&
      event.type !== "case-note" &&
      journey.practice !== true &&
      talk.saved.keep === undefined &&
      mayAskKeep(talk, journey) &&
      journey.path.length > 0 &&
      flowOf(talk, journey).stepAt(journey.step).kind !== "finish"
    );
  },
  saysNeitherToKeep: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "keep" &&
    (event.type !== "unread" ||
      event.why === "not-understood" ||
      // "Sao cũng được" is asked back once.
      (event.why === "choose-one" && talk.saved.fumbles > 0)),
  keepUndecided: (talk: Talk) => talk.saved.keep === undefined && !isPractising(talk),
  papersMissing: (talk: Talk) => talk.saved.remind === undefined && remindsOfPapers(talk),
  asksRemind: (talk: Talk) => talk.saved.remind === undefined && wantsReminders(talk),
  saysAddress: (_talk: Talk, event: TalkEvent) =>
    event.type === "address" && event.says !== undefined,
  needsAddress: (talk: Talk) => talk.saved.address === undefined && talk.saved.language === "vi",
  villageForCase: (talk: Talk) =>
    talk.saved.asking?.what === "village" && talk.saved.asking.afterwards.go === "open-case",
  /** Somebody else is wanted than whoever helped last: whom, is asked next. */
  whoForCase: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "who" && event.type === "wanted" && event.value === "other",
  thenRest: (talk: Talk) => talk.saved.asking?.afterwards.go === "rest",
  moreWanted: (_talk: Talk, event: TalkEvent) => event.type === "wanted" && event.value === "more",
  /** The village their link spoke of is not theirs: which it is, is asked without it. */
  fromElsewhere: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "village" && event.type === "wanted" && event.value === elsewhere,
  offersPhone: (talk: Talk) =>
    talk.saved.asking?.what === "phone" && talk.saved.asking.known === undefined,
  wantsOtherPhone: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "phone" && event.type === "wanted" && event.value === otherPhone,
  wantedWho: (talk: Talk, event: TalkEvent) =>
    event.type === "wanted" && talk.saved.asking?.what === "who" && event.value !== "no",
  wantedAgain: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "again" &&
    event.type === "wanted" &&
    (event.value === "again" || event.value === "yes") &&
    recentHelp(talk) !== undefined,
  wantedSomebodyElse: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "again" && event.type === "wanted" && event.value !== "no",
  /** Asked about, and the one they are for has not come. */
  aboutPhotosLeft: (talk: Talk) =>
    talk.saved.asking?.what === "photo" && talk.saved.case?.state.is === "waiting",
  aboutPhotos: (talk: Talk) => talk.saved.asking?.what === "photo",
  photosHaveCard: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "photo" && event.type === "wanted" && event.value !== "yes",
  /** One more of what is being asked about, by the same word. */
  sameAlbum: (talk: Talk, event: TalkEvent) =>
    event.type === "photo" &&
    event.again &&
    stillAsked(talk).some(({ file }) => (file === undefined) === (event.file === undefined)),
  /** A person helps, and whether a card is in what was sent was not answered. */
  photosUnanswered: (talk: Talk) => isHeld(talk.saved.case) && stillAsked(talk).length > 0,
} as const;

/** Asked in passing so often at most. */
const mostKeepAsked = 2;

/** So many steps on at the earliest: asked at the very next one, it would be the conversation. */
const stepsBetween = 2;

/** Put off, it is asked again when a task leads away from the chat: from there people come back days later. */
function mayAskKeep(talk: Talk, journey: Journey): boolean {
  const { keepPutOff } = talk.saved;
  if (keepPutOff === undefined) return true;
  const { path, step } = journey;
  const since = path.length - path.lastIndexOf(keepPutOff.step);
  return (
    keepPutOff.times < mostKeepAsked &&
    keepPutOff.step !== step &&
    since >= stepsBetween &&
    flowOf(talk, journey).stepAt(step).kind === "do"
  );
}
