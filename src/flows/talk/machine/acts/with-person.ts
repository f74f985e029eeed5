/** Acts that carry what a resident says, sends or takes back to the person who helps. */
import type { Document, MediaForm } from "../../../carried.ts";
import {
  recallOwn,
  tellEdited,
  tellPlace,
  tellReachedAgain,
  tellUndelivered,
} from "../../acts/case/changed.ts";
import { sendPerson, tellPerson } from "../../acts/case/speak.ts";
import { tellScreen } from "../../acts/case/tools.ts";
import { listenInstead } from "../../acts/listen.ts";
import { whatWaits } from "../../acts/waiting-photos.ts";
import { ask, effect, label, phrase, sayPhrase, type Talk, withSaved } from "../../talk.ts";
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
  sendPhotos: (talk: Talk) =>
    withSaved(
      talk.saved.photos.reduce(
        (soFar, { media: id, file, caption, ...photo }) =>
          sendPerson(soFar, { id, form: formOf(file), file }, caption, photo),
        ask(talk, phrase(talk, "photo-sent", { what: whatWaits(talk) }), [
          label(talk, "take-back"),
        ]),
      ),
      { photos: [] },
    ),
  dropPhotos: (talk: Talk) =>
    sayPhrase(
      effect(
        withSaved(talk, { photos: [] }),
        ...talk.saved.photos.map(({ media }) => ({ do: "drop-media" as const, media })),
      ),
      "photo-dropped",
      { what: whatWaits(talk) },
    ),
  keepVoice: on("send-voice", (talk, { media }) => withSaved(talk, { voice: media })),
  sayVoiceKept: (talk: Talk) => sayPhrase(talk, "voice-kept"),
  sendVoice: on("send-person", (talk, { media, quote, answers }) =>
    sendPerson(talk, { id: media, form: "voice" }, "", { quote, answers }),
  ),
  hearVoice: on("voice", (talk, { media }) =>
    ask(talk, phrase(talk, "voice-unheard"), [
      label(talk, "send-voice", `voice:${media}`),
      ...listenInstead(talk),
      label(talk, "go-on", "repeat"),
    ]),
  ),
} as const;

const formOf = (file: Document | undefined): MediaForm => (file === undefined ? "photo" : "file");
