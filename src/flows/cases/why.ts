/**
 * Why somebody is called, in words for the resident and for the one called. Both come from the rung alone and
 * say nothing of what else the resident ever asked for.
 */

import type { Card } from "../talk/effect.ts";
import type { RosterEntry } from "../talk/library.ts";
import type { Case, Rung } from "../talk/saved.ts";
import { phrase, type Talk, withSaved } from "../talk/talk.ts";
import { addDays, dayOf } from "../time/calendar.ts";
import type { Language } from "../vocabulary.ts";
import type { PhraseId } from "../words/phrases.ts";
import { nameOf } from "./name.ts";
import { lastHelperOf } from "./need.ts";

const namesSaid = 3;

export const namesOf = (people: readonly RosterEntry[]): string =>
  people
    .slice(0, namesSaid)
    .map((p) => p.name)
    .join(", ");

const speechIn = (talk: Talk): string | undefined => {
  const { speech } = talk.saved;
  return speech === undefined || speech === "vi" ? undefined : phrase(talk, `speech-${speech}`);
};

/** "vì đã giúp bác tháng trước": what follows the names of those called. */
export function because(talk: Talk, rung: Rung, discreet: boolean): string {
  const speech = speechIn(talk);
  switch (rung) {
    case "helped-before":
      return lastHelperOf(talk) === undefined
        ? phrase(talk, "because-introduced", { name: introducerOf(talk) })
        : phrase(talk, "because-helped-before", { ago: ago(talk) });
    case "village-knows":
      return speech === undefined
        ? phrase(talk, "because-village-knows")
        : phrase(talk, "because-village-speaks", { speech });
    case "village":
      return phrase(talk, "because-village");
    case "neighbours":
      return phrase(talk, "because-neighbours");
    case "group":
      return phrase(talk, "because-group");
    case "everyone":
    case "office":
    case "later":
      return phrase(talk, discreet ? "because-discreet" : "because-everyone");
  }
}

/** Whose card or link they came by. */
const introducerOf = (talk: Talk): string =>
  talk.world.roster.find(({ id }) => id === talk.saved.introducedBy)?.name ?? "";

/** What stands above the card in the chat of the one called. */
export function whyCalled(
  talk: Talk,
  rung: Rung,
  who: RosterEntry | undefined,
  language: Language = "vi",
): string {
  const desk = withSaved(talk, { language, address: undefined });
  const speech = speechIn(desk);
  switch (rung) {
    case "helped-before":
      return lastHelperOf(talk) === undefined
        ? phrase(desk, "why-introduced", { who: nameOf(talk, language) })
        : phrase(
            desk,
            talk.saved.case?.reopens === undefined ? "why-helped-before" : "why-reopened",
            { who: nameOf(talk, language), ago: ago(desk) },
          );
    case "village-knows":
      return speech !== undefined && who?.speaks.includes(talk.saved.speech ?? "vi") === true
        ? phrase(desk, "why-village-speaks", { speech })
        : phrase(desk, "why-village-knows");
    case "village":
      return phrase(desk, "why-your-village");
    case "neighbours":
      return phrase(desk, "why-neighbours");
    case "group":
      return phrase(desk, "why-group");
    case "everyone":
      return phrase(desk, "why-everyone");
    case "office":
      return phrase(desk, "why-office");
    case "later":
      return phrase(desk, "why-again");
  }
}

/** The same for the desk, for every rung so far, in both languages and without the bell. */
export function whysOf(talk: Talk, { rungs = [] }: Case): Card["whys"] {
  const says = (rung: Rung, language: Language) =>
    whyCalled(talk, rung, undefined, language).replace(/^🔔\s*/u, "");
  return Object.fromEntries(
    rungs.map((rung) => [rung, { vi: says(rung, "vi"), en: says(rung, "en") }]),
  );
}

/** "hôm qua", "tháng trước": how long ago the last helper helped, as people say it. */
function ago(talk: Talk): string {
  const on = lastHelperOf(talk)?.on;
  const today = dayOf(talk.world.now);
  const said: PhraseId =
    on === undefined
      ? "ago-long"
      : on === today
        ? "ago-today"
        : on === addDays(today, -1)
          ? "ago-yesterday"
          : on > addDays(today, -14)
            ? "ago-days"
            : on.slice(0, 7) === addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
              ? "ago-month"
              : "ago-long";
  return phrase(talk, said);
}
