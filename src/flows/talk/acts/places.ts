/** Where a former place went, in one line. */

import { bareName, type KnownPlace, type NamedPlace } from "../../understanding/places.ts";
import { phrase, sayPhrase, type Talk } from "../talk.ts";

/** More than these nobody reads; the others are asked for by their district. */
const mostNamed = 4;

export function sayPlace(talk: Talk, place: KnownPlace): Talk {
  switch (place.kind) {
    case "one": {
      const now = place.now.says;
      const kind = phrase(talk, now.startsWith("Phường ") ? "place-ward" : "place-commune");
      if (place.place.was !== now)
        return sayPhrase(talk, "place-one", { was: place.place.was, now, kind });
      const inside = placesOfDistrict(talk, `Huyện ${bareName(now)}`);
      return inside > 0
        ? sayPhrase(talk, "place-one-of", {
            now,
            count: inside,
            district: `huyện ${bareName(now)}`,
          })
        : sayPhrase(talk, "place-same", { now, kind });
    }
    case "divided":
      return sayPhrase(talk, "place-divided", {
        was: place.place.was,
        list: listed(talk, namesOf(place.place)),
      });
    case "several":
      return sayPhrase(talk, "place-several", {
        list: place.places
          .slice(0, mostNamed)
          .map((one) => each(talk, one))
          .join("; "),
      });
    case "district": {
      const names = place.communes.map(({ says }) => says);
      const now = names.find((says) => bareName(says) === bareName(place.district));
      return sayPhrase(talk, now === undefined ? "place-district" : "place-district-trap", {
        district: small(place.district),
        count: names.length,
        list: names.map(bareName).join(", "),
        now: now ?? "",
      });
    }
  }
}

const small = (name: string): string => name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);

const namesOf = ({ now }: NamedPlace): readonly string[] => now.map(({ says }) => says);

function each(talk: Talk, place: NamedPlace): string {
  const now = listed(talk, namesOf(place));
  return place.district === undefined
    ? phrase(talk, "place-today", { now })
    : phrase(talk, "place-each", { was: place.was, district: small(place.district), now });
}

function listed(talk: Talk, names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2
    ? last
    : `${names.slice(0, -1).join(", ")} ${phrase(talk, "place-and")} ${last}`;
}

/** Of how many places of today a former district was made; none when it was no district. */
function placesOfDistrict(talk: Talk, district: string): number {
  return talk.world.library.places.communes.filter(({ formerly }) =>
    formerly.some((old) => old.district === district),
  ).length;
}
