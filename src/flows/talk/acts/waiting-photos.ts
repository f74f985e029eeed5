/** What waits for "no identity card in it?". */
import { phrase, type Talk } from "../talk.ts";

export const stillAsked = ({ saved }: Talk) => saved.photos.filter(({ clear }) => clear !== true);

/** By its name in a sentence. */
export function whatWaits(talk: Talk): string {
  const photos = stillAsked(talk);
  const files = photos.filter(({ file }) => file !== undefined).length;
  if (files === 0) return phrase(talk, "sent-photos");
  return phrase(talk, files === photos.length ? "sent-files" : "sent-both");
}
