/** Acts that answer anywhere: what could not be read, a question on the way, how somebody is spoken to. */
import { isHeld } from "../../../cases/held.ts";
import { answerAbout } from "../../acts/about.ts";
import { sayWhatIsLeft } from "../../acts/after-end.ts";
import { noteSpeech, speechName } from "../../acts/listen.ts";
import { sayPlace } from "../../acts/places.ts";
import { stuckSignal } from "../../acts/stuck.ts";
import { setLanguage } from "../../acts/wanted.ts";
import type { TalkEvent, Unread } from "../../event.ts";
import { activeJourney, sayPhrase, standing, type Talk, textOf, withSaved } from "../../talk.ts";
import { on } from "../on.ts";

export const actsOfAnywhere = {
  fumble: (talk: Talk, event: TalkEvent) => {
    // A sticker or a photo was no attempt to say something.
    const tried =
      event.type === "unread" && (event.why === "not-understood" || event.why === "choose-one");
    const counted = tried ? withSaved(talk, { fumbles: talk.saved.fumbles + 1 }) : talk;
    // Beside an offer of help there is nothing of the question to choose.
    const offers = talk.saved.state.startsWith("guided.") && stuckSignal(talk, event) !== undefined;
    if (offers && event.type === "unread" && event.why === "choose-one") return counted;
    // The button the usual line names is not among those of an offer.
    const why = whyUnread(event);
    const looked = why === "photo" || why === "document";
    if (looked && stuckSignal(talk, event) === "photo")
      return sayPhrase(counted, `unread-${why}-offered`);
    // To a person, pictures and documents can be sent.
    if (why === "file" && isHeld(talk.saved.case)) return sayPhrase(counted, "unread-file-held");
    return sayPhrase(counted, `unread-${why}`, exampleOf(talk));
  },
  sayCommonTrouble: on("common-trouble", (talk, { trouble }) => sayPhrase(talk, `mend-${trouble}`)),
  sayOldPress: (talk: Talk) => sayPhrase(talk, "old-button"),
  sayAlready: (talk: Talk) => sayPhrase(talk, "already-noted"),
  sayPlaceUnread: (talk: Talk) => sayPhrase(talk, "unread-location"),
  answerAside: on("aside", (talk, event) => {
    if (event.about === "place") return sayPlace(talk, event.place);
    if (event.about === "matter") return answerAbout(talk, event.matter);
    if (event.about === "matter-of-which")
      return sayPhrase(withSaved(talk, { wonders: event.matter }), "aside-matter-of-which");
    if (event.about === "what-is-left") return sayWhatIsLeft(talk);
    if (event.about === "does-it-cost") return answerAbout(talk, "cost");
    return sayPhrase(talk, `aside-${event.about}`);
  }),
  setAddress: on("address", (talk, { says }) =>
    says === undefined ? talk : sayPhrase(withSaved(talk, { address: says }), "addressed-so"),
  ),
  setLanguage: on("language", (talk, { language }) => setLanguage(talk, language)),
  sayOwnTongue: on("own-tongue", (talk, { speech }) => {
    const noted = noteSpeech(talk, speech);
    return speech === undefined
      ? sayPhrase(noted, "own-tongue-any")
      : sayPhrase(noted, "own-tongue", { speech: speechName(noted, speech) });
  }),
  noteSpeech: on("listen", (talk, { speech }) => noteSpeech(talk, speech)),
} as const;

const whyUnread = (event: TalkEvent): Unread =>
  event.type === "unread" ? event.why : "not-understood";

function exampleOf(talk: Talk): Readonly<Record<string, string>> {
  if (activeJourney(talk) === undefined) return { example: "" };
  const { step } = standing(talk);
  return { example: step.kind === "ask" ? textOf(talk, step.example) : "" };
}
