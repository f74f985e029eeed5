/** What a resident left for whoever comes: a recording, and pictures and documents without a card in them. */
import type { Saved } from "../../saved.ts";
import { type Talk, withSaved } from "../../talk.ts";
import { leftToCome, stillAsked } from "../waiting-photos.ts";
import { sendPerson } from "./speak.ts";

type Photo = Saved["photos"][number];

/** Somebody has come: it is theirs. What is still asked about stays. */
export function sendLeft(talk: Talk): Talk {
  const { voice } = talk.saved;
  const spoken = voice === undefined ? talk : sendPerson(talk, { id: voice, form: "voice" }, "");
  const sent = sendPhotos(spoken, leftToCome(talk));
  return withSaved(sent, { voice: undefined, photos: stillAsked(talk) });
}

export const sendPhotos = (talk: Talk, photos: readonly Photo[]): Talk =>
  photos.reduce(
    (soFar, { media: id, file, caption, ...said }) =>
      sendPerson(soFar, { id, form: file === undefined ? "photo" : "file", file }, caption, said),
    talk,
  );
