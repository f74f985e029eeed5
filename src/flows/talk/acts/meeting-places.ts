/**
 * Where somebody is met. A place from the list is kept as its words, and told to everybody in their own language;
 * a place in somebody's own words is told as it was written.
 */
import type { Language } from "../../vocabulary.ts";
import { addresses, addressWord } from "../../words/address.ts";
import type { PhraseId } from "../../words/phrases.ts";
import { phrase, type Talk } from "../talk.ts";

export const meetingPlaces = ["home", "house", "office"] as const;
export type MeetingPlace = (typeof meetingPlaces)[number];

const languages: readonly Language[] = ["vi", "en"];

/** "Tại nhà" on a button is "nhà" after "tại"; "hoá" and "hóa", "uỷ" and "ủy" are one spelling. */
function insideSentence(label: string): string {
  const bare = label
    .replace(/^(?:tại|at|the)\s+/iu, "")
    .replaceAll("hoá", "hóa")
    .replace(/^uỷ/iu, "ủy");
  return `${bare.charAt(0).toLocaleLowerCase("vi")}${bare.slice(1)}`;
}

/** A place of the list, as it stands after "tại" for whoever chooses it. */
export const placeChosen = (talk: Talk, place: MeetingPlace): string =>
  insideSentence(phrase(talk, `meet-${place}`));

/** Of "Nhà văn hóa {village}", the village; a commune may have set a house of its own. */
function villageIn(words: string, of: string): string | undefined {
  const [before = "", after = ""] = insideSentence(of).split("{village}");
  const inside = insideSentence(words);
  return before !== "" && inside.startsWith(before) && inside.endsWith(after)
    ? inside.slice(before.length, inside.length - after.length)
    : undefined;
}

/** "Nhà bà", as the desk writes it for a resident they address so. */
const ofSomebody: ReadonlySet<string> = new Set([
  ...addresses.map((id) => `nhà ${addressWord(id)}`),
  "your home",
]);

/** Where they are met, in the words of whoever hears it; to a resident their own home is theirs. */
export function placeTold(talk: Talk, place: string, to: "resident" | "helper"): string {
  const { phrases } = talk.world.library;
  const written = (id: PhraseId): readonly string[] =>
    languages.map((one) => phrases[one][id] ?? "");
  const inside = insideSentence(place);
  const chosen = ofSomebody.has(inside)
    ? "home"
    : meetingPlaces.find((one) =>
        written(`meet-${one}`).some((says) => insideSentence(says) === inside),
      );
  if (chosen === "home" && to === "resident")
    return ofSomebody.has(inside) && talk.saved.language === "vi"
      ? inside
      : phrase(talk, "meet-own-home");
  if (chosen !== undefined) return placeChosen(talk, chosen);
  const village = written("meet-house-of")
    .map((says) => villageIn(place, says))
    .find((name) => name !== undefined);
  return village === undefined ? place : insideSentence(phrase(talk, "meet-house-of", { village }));
}
