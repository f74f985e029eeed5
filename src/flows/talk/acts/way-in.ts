/** Coming by a link, a QR code or a spoken code: what it says of somebody, until they say it themselves. */
import { villageKey } from "../../understanding/places.ts";
import type { Saved } from "../saved.ts";
import { effect, type Talk, withSaved } from "../talk.ts";

/** The village is asked about before anybody is called; whose card it was is called first. */
export function comeBy(talk: Talk): Talk {
  const { cameBy } = talk.world;
  if (cameBy === undefined || cameBy.ended === true || talk.saved.helping !== undefined)
    return talk;
  const { code, propagandist } = cameBy;
  const village = talk.saved.village ?? villageOf(talk);
  const known = withSaved(talk, {
    ...(village === undefined ? {} : { village }),
    ...(propagandist === undefined ? {} : { introducedBy: propagandist }),
  });
  if (talk.saved.cameBy?.code === code) return known;
  const counted = effect(known, { do: "came-by", code, moment: "came" });
  return withSaved(counted, { cameBy: { code } });
}

/** Counts the first guide that is begun after that, once. Practice is no guide begun. */
export function countBegun(talk: Talk): Talk {
  const { cameBy } = talk.saved;
  const begins = talk.effects.some((e) => e.do === "journey" && e.moment === "begun");
  if (cameBy === undefined || cameBy.begun === true || !begins) return talk;
  const counted = effect(talk, { do: "came-by", code: cameBy.code, moment: "begun" });
  return withSaved(counted, { cameBy: { ...cameBy, begun: true } });
}

/** The way's own village; or, on somebody's card, theirs while they go to a single one. */
function villageOf(talk: Talk): Saved["village"] {
  const { cameBy, library, roster } = talk.world;
  const theirs = roster.find(({ id }) => id === cameBy?.propagandist)?.villages ?? [];
  const [only, ...others] = theirs.filter((village) => village !== "");
  const village = cameBy?.village ?? (others.length === 0 ? only : undefined);
  if (village === undefined) return undefined;
  const known = library.places.communes
    .find(({ id }) => id === library.desk.commune)
    ?.villages?.find(({ id, says }) => id === village || villageKey(says) === villageKey(village));
  return known === undefined
    ? { says: village, by: "link" }
    : { id: known.id, says: known.says, by: "link" };
}
