/** What waits for "no identity card in it?", by its name in a sentence. */
import { phrase, type Talk } from "../talk.ts";

export function whatWaits(talk: Talk): string {
  const { photos } = talk.saved;
  const files = photos.filter(({ file }) => file !== undefined).length;
  if (files === 0) return phrase(talk, "sent-photos");
  if (files === photos.length) return phrase(talk, "sent-files");
  return phrase(talk, "sent-both");
}
