/** Words that name a place. */

import type { InboundOf } from "../../inbound.ts";
import { fold } from "../../understanding/fold.ts";
import { type KnownPlace, placeReader } from "../../understanding/places.ts";
import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";

function placeIn(talk: Talk, text: string): KnownPlace | undefined {
  const reading = placeReader(talk.world.library.places)(text);
  return reading.kind === "none" || reading.how === "mentioned" ? undefined : reading;
}

/** Longer than this it is a story with a need in it, whatever place it asks about on the way. */
const longestPlaceQuestion = 90;

/** "không thấy tên xã Hà Lang": a place is looked for, whatever is being asked. */
export function readAskedPlace(talk: Talk, { text }: InboundOf<"words">): TalkEvent | undefined {
  if (text.length > longestPlaceQuestion) return undefined;
  const place = placeIn(talk, text);
  if (place?.how !== "asked") return undefined;
  const trouble = troubleOfMissingCommune(talk, place);
  return { type: "aside", about: "place", place, ...(trouble === undefined ? {} : { trouble }) };
}

/** Nothing but a place was written, where nothing asked for one. */
export function readNamedPlace(talk: Talk, text: string): TalkEvent | undefined {
  const place = placeIn(talk, text);
  return place === undefined ? undefined : { type: "aside", about: "place", place };
}

/** The step's own mend tells where this commune is, so it fits only whose place became this commune. */
function troubleOfMissingCommune(talk: Talk, place: KnownPlace): string | undefined {
  if (!talk.saved.guiding || !talk.saved.state.startsWith("guided.")) return undefined;
  const { commune } = talk.world.library.desk;
  const communes =
    place.kind === "one" ? [place.now] : place.kind === "district" ? place.communes : [];
  const { step } = standing(talk);
  if (step.kind !== "do" || !communes.some(({ id }) => id === commune)) return undefined;
  return Object.entries(step.troubles ?? {}).find(
    ([, { says, fix }]) => fix !== undefined && /\b(ten xa|xa cu)\b/.test(fold(says.vi)),
  )?.[0];
}
