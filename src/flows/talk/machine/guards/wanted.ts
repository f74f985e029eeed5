/** Guards on what is asked on the way, and on whether it has to be asked. */
import { remindsOfPapers, wantsReminders } from "../../acts/guide.ts";
import { isPractising } from "../../acts/practice.ts";
import type { TalkEvent } from "../../event.ts";
import { activeJourney, flowOf, type Talk } from "../../talk.ts";

export const guardsOfWanted = {
  asksKeep: (talk: Talk) => {
    const journey = activeJourney(talk);
    return (
      journey !== undefined &&
      journey.practice !== true &&
      talk.saved.keep === undefined &&
      journey.path.length > 0 &&
      flowOf(talk, journey).stepAt(journey.step).kind !== "finish"
    );
  },
  keepUndecided: (talk: Talk) => talk.saved.keep === undefined && !isPractising(talk),
  papersMissing: (talk: Talk) => talk.saved.remind === undefined && remindsOfPapers(talk),
  asksRemind: (talk: Talk) => talk.saved.remind === undefined && wantsReminders(talk),
  saysAddress: (_talk: Talk, event: TalkEvent) =>
    event.type === "address" && event.says !== undefined,
  needsAddress: (talk: Talk) => talk.saved.address === undefined && talk.saved.language === "vi",
  villageForCase: (talk: Talk) =>
    talk.saved.asking?.what === "village" && talk.saved.asking.afterwards.go === "open-case",
  thenRest: (talk: Talk) => talk.saved.asking?.afterwards.go === "rest",
  moreWanted: (_talk: Talk, event: TalkEvent) => event.type === "wanted" && event.value === "more",
  wantedWho: (talk: Talk, event: TalkEvent) =>
    event.type === "wanted" && talk.saved.asking?.what === "who" && event.value !== "no",
  aboutPhotos: (talk: Talk) => talk.saved.asking?.what === "photo",
  photosHaveCard: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "photo" && event.type === "wanted" && event.value !== "yes",
  sameAlbum: (_talk: Talk, event: TalkEvent) => event.type === "photo" && event.again,
} as const;
