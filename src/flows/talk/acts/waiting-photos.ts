/** Pictures and documents that wait: for "no identity card in it?", and then for whoever comes. */
import { phrase, type Talk } from "../talk.ts";

export const stillAsked = ({ saved }: Talk) => saved.photos.filter(({ clear }) => clear !== true);
export const leftToCome = ({ saved }: Talk) => saved.photos.filter(({ clear }) => clear === true);

/** What is asked about, by its name in a sentence. */
export function whatWaits(talk: Talk): string {
  const photos = stillAsked(talk);
  const files = photos.filter(({ file }) => file !== undefined).length;
  if (files === 0) return phrase(talk, "sent-photos");
  return phrase(talk, files === photos.length ? "sent-files" : "sent-both");
}
