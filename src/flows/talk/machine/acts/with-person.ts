/** Acts that carry what a resident says, sends or takes back to the person who helps. */
import {
  recallOwn,
  tellEdited,
  tellPlace,
  tellReachedAgain,
  tellUndelivered,
} from "../../acts/case/changed.ts";
import { dropped } from "../../acts/case/dropped.ts";
import { sendPhotos } from "../../acts/case/left.ts";
import { sendPerson, tellPerson } from "../../acts/case/speak.ts";
import { tellScreen } from "../../acts/case/tools.ts";
import { listenInstead } from "../../acts/listen.ts";
import { stillAsked, whatWaits } from "../../acts/waiting-photos.ts";
import { ask, label, phrase, sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { on } from "../on.ts";

export const actsOfWithPerson = {
  tellPerson: on("tell-person", (talk, { text, quote, answers }) =>
    tellPerson(talk, text, { quote, answers }),
  ),
  tellEdited: on("edited", (talk, { text }) => tellEdited(talk, text)),
  tellPlace: on("place", (talk, at) => tellPlace(talk, at)),
  tellScreen: on("which-screen", (talk, { step = "" }) => tellScreen(talk, step)),
  recallOwn: on("recall", (talk, { turn }) => recallOwn(talk, turn)),
  tellUndelivered: on("undelivered", (talk, { note }) => tellUndelivered(talk, note)),
  tellReachedAgain: on("reached-again", (talk, { note }) => tellReachedAgain(talk, note)),
  keepPhoto: on("photo", (talk, { media, file, caption, quote, answers }) =>
    withSaved(talk, {
      photos: [
        ...talk.saved.photos,
        { media, file, caption, turn: talk.world.revision, quote, answers },
      ].slice(-10),
    }),
  ),
  sendPhotos: (talk: Talk) => {
    const said = phrase(talk, "photo-sent", { what: whatWaits(talk) });
    return withSaved(sendPhotos(ask(talk, said, [label(talk, "take-back")]), talk.saved.photos), {
      photos: [],
    });
  },
  /** Nobody has come yet: whoever comes gets them. */
  leavePhotos: (talk: Talk) =>
    sayPhrase(
      withSaved(talk, { photos: talk.saved.photos.map((photo) => ({ ...photo, clear: true })) }),
      "photo-left",
      { what: whatWaits(talk) },
    ),
  dropPhotos: (talk: Talk) =>
    sayPhrase(dropped(talk, stillAsked(talk)), "photo-dropped", { what: whatWaits(talk) }),
  keepVoice: on("send-voice", (talk, { media }) => withSaved(talk, { voice: media })),
  sayVoiceKept: (talk: Talk) => sayPhrase(talk, "voice-kept"),
  sendVoice: on("send-person", (talk, { media, caption, quote, answers }) =>
    sendPerson(talk, { id: media, form: "voice" }, caption, { quote, answers }),
  ),
  hearVoice: on("voice", (talk, { media }) =>
    ask(talk, phrase(talk, "voice-unheard"), [
      label(talk, "send-voice", `voice:${media}`),
      ...listenInstead(talk),
      label(talk, "go-on", "repeat"),
    ]),
  ),
} as const;
